"""One store a test, over both databases: every test here runs twice."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from sitrep.model.protocols import Store
from sitrep.store import open_store

from ..services import postgresql


@pytest.fixture(scope="session")
def postgresql_socket() -> Iterator[str]:
    with postgresql() as socket:
        yield socket


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a store that does not exist yet."""
    if request.param == "sqlite":
        return str(tmp_path / "store.db")
    import psycopg

    socket = request.getfixturevalue("postgresql_socket")
    name = f"t{uuid4().hex}"
    with psycopg.connect(f"host={socket} user=sitrep dbname=postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"postgresql://sitrep@/{name}?host={socket}"


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    store = open_store(where)
    yield store
    store.close()
