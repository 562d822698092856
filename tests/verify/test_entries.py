"""Entries of the list of sources: titles and links of any form pass, and a changed one does not."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sitrep.collect.from_folder import read_paths
from sitrep.config import load_config
from sitrep.pipeline import generate
from sitrep.verify import verify_report

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
LINKS = (
    "https://e.example/أخبار/1",
    "https://wiki.example/wiki/Idlib_(city)",
    "https://e.example/?x=[1]",
    "https://e.example/a b/2",
    "https://e.example/_8_/*9*/`3`?a&amp;b=%20\\_7",
    "http://e.example/x'\"<4>",
    "javascript:alert(8)",
    "mailto:desk@e.example?x=6",
)
TITLES = (
    "= 45 dead after storms",
    "- 45 dead after storms",
    "+ Storms kill 45",
    "# 45",
    "> 45",
    "1. Storms",
    "3) Storms",
    "12. 45 dead",
    "*45* _dead_ `now` [1](x)",
    "&amp; <45> &lt;",
    "| a | 45 |",
    "“45” dead",
    "45 dead.",
    "…",
    "Storms\u200f 45\u202e",
    "https://e.example/7 tells",
    "4.5 “million” [2]",
)


def written(folder: Path, **fields: str) -> Path:
    """An article as a file."""
    folder.mkdir()
    given = {"text": "Storms killed 45 people in Idlib, police said.", "published": "2024-11-29"} | fields
    (folder / "a.jsonl").write_text(json.dumps(given) + "\n", encoding="utf-8")
    return folder


def reports(folder: Path, out: Path) -> tuple[Path, ...]:
    """The report on it in each form that is verified."""
    crisis = load_config(SEEDS / "sitrep.toml").crises[0]
    at = datetime(2024, 11, 30, 18, tzinfo=UTC)
    return generate([folder], crisis, as_of=at, out=out, formats=("md", "html", "json")).files


@pytest.mark.parametrize("link", LINKS)
def test_a_link_of_any_form_passes_and_no_other(tmp_path: Path, link: str) -> None:
    folder = written(tmp_path / "in", url=link, title="Storms")
    articles = read_paths([folder])[0]
    assert articles[0].url == link
    changed = [article.model_copy(update={"url": "https://e.example/other"}) for article in articles]
    for path in reports(folder, tmp_path / "out"):
        assert verify_report(path, articles).unproved == (), path.name
        assert verify_report(path, changed).unproved, path.name


@pytest.mark.parametrize("field", ["title", "publisher"])
@pytest.mark.parametrize("words", TITLES)
def test_a_title_and_a_publisher_of_any_form_pass_and_no_other(tmp_path: Path, words: str, field: str) -> None:
    folder = written(tmp_path / "in", **{field: words})
    articles = read_paths([folder])[0]
    changed = [article.model_copy(update={field: "Other"}) for article in articles]
    for path in reports(folder, tmp_path / "out"):
        assert verify_report(path, articles).unproved == (), path.name
        assert verify_report(path, changed).unproved, path.name
