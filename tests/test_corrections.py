"""A figure that an analyst takes out: the corrected edition and the next report, in every form, hold and say so."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sitrep.collect.from_folder import read_paths
from sitrep.config import CrisisConfig, load_config
from sitrep.model import Report
from sitrep.model.protocols import Store
from sitrep.model.records import Override
from sitrep.pipeline.correct import correct
from sitrep.pipeline.run import Wishes, run_crisis
from sitrep.store import open_store
from sitrep.verify import verify_report

START = datetime(2024, 11, 28, 6, 0, tzinfo=UTC)
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


class Days:
    """A clock that stands still until it is moved."""

    now = START

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "sitrep.toml").write_text(TOML)
    return tmp_path


@pytest.fixture
def crisis(place: Path) -> CrisisConfig:
    return load_config(place / "sitrep.toml").crises[0]


@pytest.fixture
def store(crisis: CrisisConfig) -> Iterator[Store]:
    opened = open_store(crisis.store)
    yield opened
    opened.close()


def bring(place: Path, day: int) -> None:
    head = f"---\ntitle: Day {day}\npublisher: Paper {day}\npublished: 2024-11-{day}\n---\n"
    (place / "in" / f"{day}.md").write_text(f"{head}{TOLD[day]}\n")


def taken_out(store: Store, report: Report, text: str) -> str:
    """The id of the figure with these words, which an analyst now rejects."""
    figure = next(figure for figure in report.figures if figure.text == text)
    store.put_override(Override("idlib-floods", figure.id, "reject", "analyst", "counted twice", START))
    return figure.id


@pytest.mark.parametrize("text", ["12,480", "35", "27"])
def test_every_form_of_the_edition_and_of_the_next_report_holds(
    place: Path, crisis: CrisisConfig, store: Store, text: str
) -> None:
    clock = Days()
    bring(place, 26)
    bring(place, 27)
    first = run_crisis(crisis, store, clock, Wishes()).report
    assert first is not None
    taken_out(store, first, text)
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
