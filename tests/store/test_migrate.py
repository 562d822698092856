"""Every released schema comes forward; a newer one is refused. `schemas/` has a store of each as SQL."""

import json
import os
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from sitrep.errors import ConfigError, NoStoreError, OlderStoreError, Problem, SitrepError
from sitrep.model.protocols import Store
from sitrep.store import find_store, open_store
from sitrep.store.engine import make_engine, store_url, writing
from sitrep.store.migrate import upgrade
from sitrep.store.schema import VERSION, metadata

from .make import NOON, article, stored

MIGRATIONS = Path(sys.modules["sitrep.store"].__file__ or "").parent / "migrations"
RELEASED = sorted(script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions())
SCHEMAS = Path(__file__).parent / "schemas"


def change(where: str, *statements: str) -> None:
    engine = make_engine(store_url(where))
    with writing(engine) as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()


def test_the_newest_migration_is_the_version_that_the_program_writes() -> None:
    assert RELEASED[-1] == VERSION
    assert [path.stem for path in sorted(SCHEMAS.glob("*.sql"))] == RELEASED, "keep a store of every released schema"


def test_the_migrations_make_the_tables_that_the_program_expects(store: Store, where: str) -> None:
    engine = make_engine(store_url(where))
    with writing(engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


@pytest.mark.parametrize("version", RELEASED)
def test_an_empty_store_of_each_schema_comes_forward(empty: str, version: str) -> None:
    engine = make_engine(store_url(empty))
    with writing(engine) as connection:
        upgrade(connection, version)
    engine.dispose()
    store = open_store(empty)
    assert store.put_articles("syria", "feed", stored(article()), NOON) == 1
    store.close()


@pytest.mark.parametrize("version", RELEASED)
def test_a_store_in_use_of_each_schema_comes_forward_with_all_it_had(tmp_path: Path, version: str) -> None:
    import sqlite3

    path = tmp_path / "store.db"
    with sqlite3.connect(path) as connection:
        connection.executescript((SCHEMAS / f"{version}.sql").read_text(encoding="utf-8"))
    store = open_store(str(path))
    try:
        kept = store.report("syria-01")
        assert [a.name for a in store.articles(kept.articles)] == ["cited", "used"]
        assert [len(e.figures) for e in store.extractions("1", kept.articles).values()] == [2, 2]
        assert [d.state for d in store.deliveries()] == ["pending", "pending"]
        assert store.report_files("syria-01")[0].data == bytes(range(256))
        assert store.overrides("syria") and store.runs() and store.source_states("syria") and store.approval("syria-01")
    finally:
        store.close()


def test_reports_of_the_first_schema_get_the_problems_that_they_print(empty: str) -> None:
    told = [{"where": "feed", "what": "cannot be reached"}, {"where": "Ruling", "what": "no such figure"}]
    report = zlib.compress(json.dumps({"problems": told}).encode())
    columns = "id, crisis, product, number, revision, as_of, issued, extractor, settings, overrides, report, program"
    values = "'r', 'syria', 'sitrep', 1, 0, :at, :at, '1', '{}', '[]', :report, '0.1.0'"
    engine = make_engine(store_url(empty))
    with writing(engine) as connection:
        upgrade(connection, "0001")
        row = text(f"INSERT INTO reports ({columns}) VALUES ({values})")
        connection.execute(row, {"at": "2024-11-30 12:00:00.000000", "report": report})
    engine.dispose()
    store = open_store(empty)
    kept = store.report("r")
    assert (kept.problems, kept.outside) == ((Problem("feed", "cannot be reached"),), ())
    store.close()


def test_problems_of_runs_before_the_third_schema_are_parted_at_their_first_colon(empty: str) -> None:
    told = '["feed: is: broken", "The store failed.", "caf\u00e9\x1ad800: empty"]'
    engine = make_engine(store_url(empty))
    with writing(engine) as connection:
        upgrade(connection, "0002")
        row = text(
            "INSERT INTO runs (id, crisis, started, outcome, counts, problems) VALUES ('r', 'x', :at, :is, '{}', :told)"
        )
        connection.execute(row, {"at": "2024-11-30 12:00:00.000000", "is": "done", "told": told})
    engine.dispose()
    store = open_store(empty)
    [run] = store.runs("x")
    assert run.problems == (
        Problem("feed", "is: broken"),
        Problem("", "The store failed."),
        Problem("caf\u00e9\ud800", "empty"),
    )
    store.close()


def test_a_newer_schema_is_refused_with_a_sentence(store: Store, where: str) -> None:
    change(where, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SitrepError, match=r"has schema 9999, .* knows schemas up to \d{4}: upgrade sitrep"):
        open_store(where)


def test_a_database_of_something_else_is_refused(empty: str) -> None:
    change(empty, "CREATE TABLE articles (id int)")
    with pytest.raises(SitrepError, match="not sitrep's"):
        open_store(empty)


def test_many_processes_may_open_a_new_store_at_once(empty: str) -> None:
    code = "import sys; from sitrep.store import find_store, open_store; open_store(sys.argv[1]).close()"
    started = [subprocess.Popen([sys.executable, "-c", code, empty]) for _ in range(4)]
    assert [process.wait(120) for process in started] == [0, 0, 0, 0]


@pytest.mark.parametrize("where", ["mysql://x/y", "sqlite://", "sqlite:///:memory:", "://", "http://[broken"])
def test_an_address_that_means_nothing_is_a_configuration_error(where: str) -> None:
    with pytest.raises(ConfigError):
        open_store(where)


def test_a_password_is_never_in_an_error() -> None:
    with pytest.raises(ConfigError) as wrong:
        open_store("mysql://user:hunter2@host/name")
    with pytest.raises(SitrepError) as unreachable:
        open_store("postgresql://user:hunter2@127.0.0.1:1/name")
    for error in (wrong, unreachable):
        assert "hunter2" not in str(error.value)
    assert "127.0.0.1" in str(unreachable.value)


def test_a_file_that_is_no_store_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.write_text("These are not the tables you are looking for. " * 50)
    with pytest.raises(SitrepError, match="not a database"):
        open_store(str(path))
    with pytest.raises(SitrepError, match="cannot be opened"):
        open_store(str(path / "below" / "store.db"))


def test_a_new_store_is_its_owners_alone_and_survives_a_crash(tmp_path: Path) -> None:
    path = tmp_path / "new" / "store.db"
    store = open_store(str(path))
    assert os.stat(path).st_mode & 0o777 == 0o600
    engine = make_engine(store_url(str(path)))
    with writing(engine) as connection:
        found = [connection.execute(text(f"PRAGMA {name}")).scalar() for name in ("journal_mode", "synchronous")]
    assert found == ["wal", 2]
    engine.dispose()
    store.close()


def test_what_looks_for_a_store_makes_none(empty: str) -> None:
    with pytest.raises(NoStoreError, match="There is no store at"):
        find_store(empty)
    assert not Path(empty).exists()
    open_store(empty).close()
    find_store(empty, upgrade=False).close()


def test_a_store_of_another_schema_is_left_as_it_is_if_nothing_is_to_be_written(where: str) -> None:
    change(where, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SitrepError, match="upgrade sitrep"):
        find_store(where, upgrade=False)
    change(where, f"UPDATE alembic_version SET version_num = '{RELEASED[0]}'")
    if RELEASED[0] != VERSION:
        with pytest.raises(OlderStoreError, match="a dry run changes nothing"):
            find_store(where, upgrade=False)
