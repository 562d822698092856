"""Months later, from the store alone: the report's exact inputs give its exact bytes again."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from sitrep.cli import execute
from sitrep.config import CrisisConfig, load_config
from sitrep.errors import SitrepError
from sitrep.model.protocols import Store
from sitrep.model.records import Override
from sitrep.pipeline.correct import correct
from sitrep.pipeline.issue import load_issued
from sitrep.pipeline.rebuild import rebuild
from sitrep.pipeline.run import Wishes, run_crisis
from sitrep.store import open_store

SEEDS = Path(__file__).parents[2] / "seeds"
START = datetime(2024, 12, 1, 1, 30, 20, tzinfo=timezone(timedelta(hours=3)))
ISSUED = ("northwest-syria-sitrep-01", "northwest-syria-sitrep-01-r1", "northwest-syria-sitrep-02")
CONFIG = """
store = "{where}"

[crisis]
name = "Northwest Syria"
country = "SYR"
sources = [{{ kind = "folder", path = "in" }}, {{ kind = "folder", path = "gone" }}]

[report]
formats = ["md", "json", "html", "csv", "xlsx"]
time_zone = "Asia/Damascus"
templates = "own"
"""


def clock(days: float) -> Callable[[], datetime]:
    return lambda: START + timedelta(days=days)


@pytest.fixture
def crisis(tmp_path: Path, where: str) -> CrisisConfig:
    """A crisis with a source that fails and a folder of templates."""
    for name in ("in", "own"):
        (tmp_path / name).mkdir()
    (tmp_path / "sitrep.toml").write_text(CONFIG.format(where=where))
    return load_config(tmp_path / "sitrep.toml").crises[0]


@pytest.fixture
def issued(crisis: CrisisConfig, store: Store, tmp_path: Path) -> CrisisConfig:
    """Three reports in the store: one, its correction after a ruling, and the next with what changed."""
    for path in sorted(SEEDS.glob("*.md"))[:2]:
        shutil.copy(path, tmp_path / "in")
    run_crisis(crisis, store, clock(0), Wishes())
    figure = load_issued(store.report(ISSUED[0])).figures[0].id
    store.put_override(Override("northwest-syria", figure, "reject", "analyst", "counted twice", START))
    correct(crisis, store, ISSUED[0], clock(0.5))
    for path in SEEDS.glob("*.md"):
        shutil.copy(path, tmp_path / "in")
    run_crisis(crisis, store, clock(1), Wishes())
    store.drop_override("northwest-syria", figure)
    return crisis


def test_reports_are_made_again_byte_for_byte(issued: CrisisConfig, where: str, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "in")
    months_later = open_store(where)
    try:
        for report in ISSUED:
            rebuilt = rebuild(months_later, report)
            assert (rebuilt.problems, rebuilt.differing) == ((), ())
            assert rebuilt.files == months_later.report_files(report) and len(rebuilt.files) > 5
    finally:
        months_later.close()


def test_a_corrected_edition_names_the_sources_that_failed_and_keeps_its_as_of(
    issued: CrisisConfig, store: Store
) -> None:
    first, corrected, _ = (load_issued(store.report(report)) for report in ISSUED)
    assert any("does not exist" in remark.what for remark in first.problems)
    assert corrected.problems == first.problems
    assert corrected.as_of.isoformat() == first.as_of.isoformat() == "2024-12-01T01:30:00+03:00"
    assert store.report(ISSUED[1]).problems == store.report(ISSUED[0]).problems


def test_what_changed_outside_the_store_is_named(issued: CrisisConfig, store: Store, tmp_path: Path) -> None:
    (tmp_path / "own" / "mine.j2").write_text("mine")
    rebuilt = rebuild(store, ISSUED[0])
    assert rebuilt.differing == ()
    [note] = rebuilt.problems
    assert note.note and note.where.endswith("mine.j2") and note.what.startswith("is new since")
    (tmp_path / "own" / "report.md.j2").write_text("other")
    assert rebuild(store, ISSUED[0]).differing == tuple(
        file.name for file in rebuilt.files if file.name.endswith(".md")
    )


def test_what_was_purged_cannot_be_made_again(issued: CrisisConfig, store: Store) -> None:
    store.purge(datetime(2025, 12, 1, tzinfo=UTC), cited=True)
    with pytest.raises(SitrepError, match="a purge took it out"):
        rebuild(store, ISSUED[0])


def test_the_command_says_which_files_are_the_same(
    issued: CrisisConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert execute(["store", "rebuild", ISSUED[0], "--out", "again"]) == 0
    out, err = capfd.readouterr()
    assert err == "" and {line.split()[0] for line in out.splitlines()} == {"same"}
    made = {path.name: path.read_bytes() for path in Path("again").iterdir()}
    assert made == {name: (Path("output") / name).read_bytes() for name in made} and len(made) == len(out.splitlines())
    Path("own", "report.md.j2").write_text("other")
    assert execute(["store", "rebuild", ISSUED[0]]) == 1
    out, err = capfd.readouterr()
    assert "differs  2024-12-01-northwest-syria-sitrep-01.md" in out and "report.md.j2: is new" in err
    assert f"1 of {len(made)} files of {ISSUED[0]} are not as they were issued: the same version" in err
    assert execute(["store", "rebuild", "northwest-syria-sitrep-09"]) == 1
