"""How long the products are for the sample articles: what a reader is promised."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Literal

import pypdfium2
import pytest

from sitrep.config import CrisisConfig, load_config
from sitrep.model.crisis import Product
from sitrep.pipeline import generate
from sitrep.places.countries import COUNTRIES

SEEDS = Path(__file__).parents[2] / "seeds"


def pages(product: Product, folder: Path, paper: Literal["A4", "letter"] = "A4") -> list[str]:
    """The text of each page of the product."""
    crisis = load_config(SEEDS / "sitrep.toml").crises[0]
    chosen = crisis.model_copy(update={"report": crisis.report.model_copy(update={"product": product, "paper": paper})})
    as_of = datetime(2024, 11, 30, 18, tzinfo=UTC)
    made = generate(sorted(SEEDS.glob("*.md")), chosen, as_of=as_of, out=folder, formats=("pdf",))
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(made.files[0])]


@pytest.mark.parametrize("paper", ["A4", "letter"])
@pytest.mark.parametrize(("product", "most"), [("flash", 2), ("brief", 1)])
def test_the_short_products_keep_to_their_pages(
    product: Product, most: int, paper: Literal["A4", "letter"], tmp_path: Path
) -> None:
    assert len(pages(product, tmp_path, paper)) <= most


@pytest.mark.parametrize("paper", ["A4", "letter"])
def test_the_situation_report_takes_three_pages_before_its_annex(
    paper: Literal["A4", "letter"], tmp_path: Path
) -> None:
    found = pages("sitrep", tmp_path, paper)
    annex = next(n for n, text in enumerate(found) if "Annex: all figures" in text)
    assert annex <= 3 and len(found) <= 6


HAZARDS = ("Floods", "An earthquake", "A wildfire", "A storm")


def told(n: int) -> str:
    """An article on an event of its own: another country, another day, another number of everything."""
    country, hazard = COUNTRIES[n * 4].name, HAZARDS[n % len(HAZARDS)]
    day = date(2030, 1, 1) + timedelta(days=11 * n)
    text = (
        f"{hazard} in {country} killed {n + 3} people, the interior ministry of {country} said. Officials in the "
        f"capital said that {n * 37 + 210} people were displaced, {n + 12} were injured and {n * 5 + 30} homes "
        f"were destroyed. Families lack food, blankets and clean water, and hospitals have run out of medicines. "
        f"The government of {country} asked for ${n + 2} million."
    )
    title = f"{hazard} in {country}: {n + 3} dead"
    return json.dumps({"title": title, "publisher": f"Daily {n}", "published": day.isoformat(), "text": text})


def test_sixty_unrelated_articles_take_little_over_three_pages_before_the_annex(tmp_path: Path) -> None:
    file = tmp_path / "sixty.jsonl"
    file.write_text("\n".join(told(n) for n in range(60)), encoding="utf-8")
    crisis = CrisisConfig(name="Sixty events")
    as_of = datetime(2033, 1, 1, tzinfo=UTC)
    made = generate([file], crisis, as_of=as_of, out=tmp_path, formats=("pdf",))
    found = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(made.files[0])]
    annex = next(n for n, text in enumerate(found) if "Annex: all figures" in text)
    assert annex <= 3
    assert all(finding.relation in ("single", "agreement", "update") for finding in made.report.findings)
    assert " ".join(found).count("have all of them") == 1 and "Further rows" not in " ".join(found)
