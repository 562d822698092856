"""A figure that an analyst takes out: the corrected edition and the next report, in every form, hold and say so."""

from datetime import timedelta
from pathlib import Path

import pytest

from sitrep.collect.from_folder import read_paths
from sitrep.config import CrisisConfig, load_config
from sitrep.model import Report
from sitrep.model.protocols import Store
from sitrep.model.records import Override
from sitrep.pipeline.correct import correct
from sitrep.pipeline.run import Wishes, run_crisis
from sitrep.verify import verify_report

from .days import START, Days

TOML = """
[crisis]
name = "Idlib floods"
country = "SYR"

[[crisis.sources]]
kind = "folder"
path = "in"

[report]
formats = ["pdf", "md", "json", "html"]
"""
TOLD = {
    26: "The UN said 12,480 people were displaced from Idlib. "
    "The Red Crescent said 27 civilians were killed in Idlib on 24 November 2024. Families in Idlib lack water.",
    27: "The White Helmets said 35 civilians were killed in Idlib on 24 November 2024.",
    28: "The UN said 14,000 people were displaced from Idlib.",
}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "sitrep.toml").write_text(TOML)
    return tmp_path


def bring(place: Path, day: int) -> None:
    head = f"---\ntitle: Day {day}\npublisher: Paper {day}\npublished: 2024-11-{day}\n---\n"
    (place / "in" / f"{day}.md").write_text(f"{head}{TOLD[day]}\n")


def first_with_a_ruling(place: Path, crisis: CrisisConfig, store: Store, clock: Days, text: str) -> Report:
    """The report of two days, in which an analyst then rejects the figure with these words."""
    bring(place, 26)
    bring(place, 27)
    report = run_crisis(crisis, store, clock, Wishes()).report
    assert report is not None and report.corrections == ()
    figure = next(figure for figure in report.figures if figure.text == text)
    reason = "counted twice: of 45 dead on 3 May, “27” [2] had been named"
    store.put_override(Override("idlib-floods", figure.id, "reject", "analyst", reason, START))
    return report


def printed(crisis: CrisisConfig, report: Report, heading: str) -> str:
    """A section of the report's Markdown."""
    text = (crisis.report.out / f"{report.stem}.md").read_text()
    return text.split(f"## {heading}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("text", ["12,480", "35", "27"])
def test_every_form_of_the_edition_and_of_the_next_report_holds(
    place: Path, crisis: CrisisConfig, store: Store, clock: Days, text: str
) -> None:
    first = first_with_a_ruling(place, crisis, store, clock, text)
    clock.now += timedelta(hours=2)
    edition, problems = correct(crisis, store, first.id, clock)
    assert problems == ()
    clock.now += timedelta(days=1)
    bring(place, 28)
    following = run_crisis(crisis, store, clock, Wishes()).report
    assert following is not None and following.number == 2
    articles = read_paths([place / "in"])[0]
    for report in (first, edition, following):
        for suffix in ("md", "html", "json", "pdf"):
            file = crisis.report.out / f"{report.stem}.{suffix}"
            assert verify_report(file, articles).unproved == (), file.name


TOLD_OF_IT = {
    "12,480": "Newly displaced, Idlib: 12,480 [[1.1]] was taken out by an analyst. Reason: counted twice: of 45",
    "35": "27 [[1.2]]; the earlier edition gave 35 [[2.1]], which an analyst took out. Reason: counted",
    "27": "Killed: civilians, Idlib: 27 [[1.2]] was taken out by an analyst. Reason: counted twice: of 45",
}


@pytest.mark.parametrize("text", TOLD_OF_IT)
def test_the_edition_tells_at_its_top_what_it_changes(
    place: Path, crisis: CrisisConfig, store: Store, clock: Days, text: str
) -> None:
    first = first_with_a_ruling(place, crisis, store, clock, text)
    clock.now += timedelta(days=5)
    edition, _ = correct(crisis, store, first.id, clock)
    assert [section.key for section in edition.sections[:2]] == ["correction", "highlights"]
    assert TOLD_OF_IT[text] in printed(crisis, edition, "Correction").replace("\\", "")
    assert "Corrected 3 December 2024" in (crisis.report.out / f"{edition.stem}.md").read_text()
    marked = [row for row in printed(crisis, edition, "Annex: all figures").splitlines() if "rejected by" in row]
    assert len(marked) == 1 and f" {text} " in marked[0]
    again, _ = correct(crisis, store, first.id, clock)
    assert "No figure differs" in printed(crisis, again, "Correction")


@pytest.mark.parametrize("product", ["flash", "brief"])
def test_every_product_tells_it(place: Path, crisis: CrisisConfig, store: Store, clock: Days, product: str) -> None:
    (place / "sitrep.toml").write_text(
        TOML.replace('["pdf", ', "[").replace("[report]", f'[report]\nproduct = "{product}"')
    )
    crisis = load_config(place / "sitrep.toml").crises[0]
    first = first_with_a_ruling(place, crisis, store, clock, "35")
    edition, _ = correct(crisis, store, first.id, clock)
    assert "the earlier edition gave 35" in printed(crisis, edition, "Correction")
    for suffix in ("md", "html", "json"):
        file = crisis.report.out / f"{edition.stem}.{suffix}"
        assert verify_report(file, read_paths([place / "in"])[0]).unproved == (), file.name
