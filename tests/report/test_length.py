"""How long the products are for the sample articles: what a reader is promised."""

from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from sitrep.config import load_config
from sitrep.model.crisis import Product
from sitrep.pipeline import generate

SEEDS = Path(__file__).parents[2] / "seeds"


def pages(product: Product, folder: Path) -> list[str]:
    """The text of each page of the product."""
    crisis = load_config(SEEDS / "sitrep.toml").crises[0]
    chosen = crisis.model_copy(update={"report": crisis.report.model_copy(update={"product": product})})
    as_of = datetime(2024, 11, 30, 18, tzinfo=UTC)
    made = generate(sorted(SEEDS.glob("*.md")), chosen, as_of=as_of, out=folder, formats=("pdf",))
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(made.files[0])]


@pytest.mark.parametrize(("product", "most"), [("flash", 2), ("brief", 1)])
def test_the_short_products_keep_to_their_pages(product: Product, most: int, tmp_path: Path) -> None:
    assert len(pages(product, tmp_path)) <= most


def test_the_situation_report_takes_three_pages_before_its_annex(tmp_path: Path) -> None:
    found = pages("sitrep", tmp_path)
    annex = next(n for n, text in enumerate(found) if "Annex: all figures" in text)
    assert annex <= 3 and len(found) <= 6
