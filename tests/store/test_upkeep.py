import json
import os
from pathlib import Path

import pytest

from sitrep.errors import SitrepError
from sitrep.model import Need
from sitrep.model.protocols import Store
from sitrep.model.records import Approval, Override, ReportFile, SourceState
from sitrep.store import open_store
from sitrep.store.schema import VERSION

from .make import DAY, NOON, article, delivery, extraction, figure, finding, record, stored

OLD, CITED, USED, NEW = (article(name, f"The text of {name} \0 ٣") for name in ("old", "cited", "used", "new"))


@pytest.fixture
def filled(store: Store) -> Store:
    """Every table has rows; three articles are old: one is cited, one went into a report, one into none."""
    store.put_articles("syria", "feed", stored(OLD, CITED, USED), NOON)
    store.put_articles("syria", "feed", stored(NEW), NOON + 10 * DAY)
    need = Need(id="n", article=USED.id, quote="No water.", start=0, end=9, sectors=("wash",))
    store.put_extractions(
        "1", [extraction(a, figure(a), figure(a, 2), needs=(need,) * (a is USED)) for a in (OLD, CITED, USED)]
    )
    files = [ReportFile("r.pdf", "application/pdf", bytes(range(256)))]
    store.put_report(
        record(1, CITED, USED),
        findings=[finding("f")],
        files=files,
        deliveries=[delivery(state="held"), delivery(recipient="b@x.org")],
    )
    store.decide(Approval("syria-01", "approved", "head", NOON))
    store.put_override(Override("syria", "f", "pin", "analyst", "why", NOON))
    store.put_source_state("syria", SourceState("feed", etag="e", checked=NOON))
    store.finish_run(store.start_run("syria", NOON), NOON, "done")
    return store


def test_an_export_goes_into_another_store_and_comes_out_the_same(filled: Store, tmp_path: Path) -> None:
    lines = list(filled.export())
    assert json.loads(lines[0]) == {"sitrep_store": VERSION}
    assert all("\n" not in line and line.isascii() for line in lines)
    copy = open_store(str(tmp_path / "copy.db"))
    try:
        assert copy.load(iter(lines)) == len(lines) - 2
        assert copy.load(lines) == len(lines) - 2, "a second time changes nothing"
        assert list(copy.export()) == lines
        assert filled.load(copy.export()) == len(lines) - 2
        assert list(filled.export()) == lines
        assert copy.report("syria-01") == filled.report("syria-01")
        assert copy.deliveries() == filled.deliveries()
    finally:
        copy.close()


def test_every_table_is_in_the_export(filled: Store) -> None:
    from sitrep.store.schema import metadata

    assert {json.loads(line)["table"] for line in list(filled.export())[1:-1]} == set(metadata.tables)


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda lines: lines[1:], "Line 1 is not the header"),
        (lambda lines: [], "Line 1 is not the header"),
        (lambda lines: ['{"sitrep_store": "9999"}', *lines[1:]], "has schema 9999"),
        (lambda lines: [*lines[:3], lines[3][:40], *lines[4:]], "Line 4 is not a row"),
        (lambda lines: [*lines[:-1], '{"table": "nonsense"}'], "is not a row"),
        (lambda lines: [*lines[:-1], '{"table": "runs", "id": "x"}'], "is not a row"),
        (lambda lines: [*lines[:2], "[]", *lines[2:]], "Line 3 is not a row"),
        (lambda lines: lines[:-1], "ends after .* rows without saying so"),
        (lambda lines: lines[:4], "ends after 3 rows without saying so"),
        (lambda lines: [*lines[:-2], lines[-1]], "counts other rows"),
        (lambda lines: [*lines, *lines], "more follow"),
    ],
)
def test_a_damaged_export_is_refused_whole(filled: Store, tmp_path: Path, damage, says: str) -> None:  # type: ignore[no-untyped-def]
    copy = open_store(str(tmp_path / "copy.db"))
    try:
        with pytest.raises(SitrepError, match=says):
            copy.load(damage(list(filled.export())))
        assert len(list(copy.export())) == 2, "nothing of it was kept"
    finally:
        copy.close()


def test_purge_keeps_what_reports_were_made_from(filled: Store) -> None:
    purged = filled.purge(NOON + 5 * DAY)
    assert (purged.articles, purged.figures, purged.pages, purged.runs) == (1, 2, 1, 1)
    assert set(filled.article_ids("syria")) == {CITED.id, USED.id, NEW.id}
    assert (filled.raw(CITED.id).raw is None, filled.raw(USED.id).raw is None) == (False, True)
    assert list(filled.articles(filled.report("syria-01").articles)) == [CITED, USED], "it can be made again"
    assert len(filled.extractions("1", [CITED.id, USED.id, OLD.id])) == 2
    assert filled.purge(NOON + 5 * DAY) == type(purged)()


def test_purge_takes_what_is_cited_if_told_so_and_the_report_says_what_is_gone(filled: Store) -> None:
    assert filled.purge(NOON + 5 * DAY, cited=True).articles == 3
    assert filled.article_ids("syria") == (NEW.id,)
    kept = filled.report("syria-01")
    assert kept.articles == (CITED.id, USED.id)
    assert filled.report_files("syria-01") and filled.deliveries()
    with pytest.raises(SitrepError, match=f"no article {CITED.id}"):
        list(filled.articles(kept.articles))


def test_an_article_that_another_crisis_saw_later_is_not_old(filled: Store) -> None:
    filled.put_articles("sudan", "feed", stored(OLD), NOON + 10 * DAY)
    assert filled.purge(NOON + 5 * DAY).articles == 0


def test_purge_gives_the_space_back(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    store = open_store(str(path))
    big = [article(str(n), os.urandom(20_000).hex()) for n in range(50)]
    store.put_articles("syria", "feed", stored(*big), NOON)
    store.purge(NOON + DAY)
    store.close()
    assert path.stat().st_size < 300_000
