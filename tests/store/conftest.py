"""One store a test, over both databases: every test here runs twice."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from sitrep.model.protocols import Store
from sitrep.store import open_store

from ..services import postgresql

DATABASES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def make_database() -> Iterator[Callable[[str], str]]:
    """Makes an empty database in a real server, or a copy of a template; gives its URL."""
    import psycopg

    with postgresql() as socket:

        def make(template: str = "template0") -> str:
            name = f"t{uuid4().hex}"
            with psycopg.connect(f"host={socket} user=sitrep dbname=postgres", autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
            return f"postgresql://sitrep@/{name}?host={socket}"

        yield make


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store without rows: to copy one is quicker than to migrate one."""
    path = tmp_path_factory.mktemp("template") / "store.db"
    open_store(str(path)).close()
    return path


@pytest.fixture(scope="session")
def postgresql_template(make_database: Callable[[], str]) -> str:
    """The name of a database that holds a store without rows."""
    url = make_database()
    open_store(url).close()
    return url.removeprefix("postgresql://sitrep@/").split("?")[0]


@pytest.fixture(params=DATABASES)
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a store that does not exist yet."""
    if request.param == "sqlite":
        return str(tmp_path / "store.db")
    return str(request.getfixturevalue("make_database")())


@pytest.fixture(params=DATABASES)
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a store without rows."""
    if request.param == "sqlite":
        return str(shutil.copy(request.getfixturevalue("sqlite_template"), tmp_path / "store.db"))
    return str(request.getfixturevalue("make_database")(request.getfixturevalue("postgresql_template")))


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    store = open_store(where)
    yield store
    store.close()
