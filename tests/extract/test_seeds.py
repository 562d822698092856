"""The five seed articles: every figure right in number, measure, unit and source, and none made up."""

import json
from pathlib import Path
from typing import Any

import pytest

from sitrep.extract import extract
from sitrep.model.article import Article
from sitrep.model.figure import Figure
from tests.languages.corpus import same_name

GOLD = Path(__file__).parents[3] / "shared" / "gold" / "dev"
SEEDS = sorted(GOLD.glob("seed-*.json"))

pytestmark = pytest.mark.skipif(not SEEDS, reason="the shared seed articles are not on this machine")


def read(path: Path) -> tuple[Article, list[dict[str, Any]]]:
    gold = json.loads(path.read_text("utf-8"))
    head = {k: v for k, v in gold["article"].items() if k in ("title", "publisher", "published", "language")}
    return Article(name=path.stem, text=path.with_suffix(".txt").read_text("utf-8"), **head), gold["figures"]


def number(row: dict[str, Any]) -> tuple[float | None, ...]:
    return (row["low"], row["high"]) if row["value"] is None else (row["value"],)


def matches(gold: dict[str, Any], got: Figure) -> bool:
    overlap: int = min(gold["end"], got.end) - max(gold["start"], got.start)
    return overlap > 0 and got.measure == str(gold["measure"])


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem)
def test_every_figure_is_found(path: Path) -> None:
    article, figures = read(path)
    left = list(extract(article).figures)
    wrong = []
    for gold in figures:
        label = f"{gold['measure']} {gold['text']!r}"
        got = next((f for f in left if matches(gold, f)), None)
        if got is None:
            wrong.append(f"missed {label}")
            continue
        left.remove(got)
        if number(got.model_dump()) != number(gold):
            wrong.append(f"{label}: number {number(got.model_dump())} for {number(gold)}")
        if got.unit != gold["unit"]:
            wrong.append(f"{label}: unit {got.unit} for {gold['unit']}")
        if not same_name(gold["source"], got.source):
            wrong.append(f"{label}: source {got.source!r} for {gold['source']!r}")
    wrong += [f"extra {f.measure} {f.text!r} [{f.rule}]" for f in left]
    assert not wrong, "\n" + "\n".join(wrong)
