"""Connections: one engine a store, transactions that read or write, and database errors as one sentence."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from ..errors import ConfigError, NoStoreError, SitrepError

_WAIT_SECONDS = 30
_DEAD_PEER = "-c tcp_keepalives_idle=60 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3"


def store_url(where: str) -> URL:
    """What a path or URL stands for; raises ConfigError for anything but SQLite and PostgreSQL."""
    try:
        url = make_url(where) if "://" in where else URL.create("sqlite", database=str(Path(where).expanduser()))
    except ArgumentError:
        raise ConfigError("The store's address is not a path or a database URL: check `store`.") from None
    if url.drivername == "sqlite" and url.database not in (None, "", ":memory:"):
        return url
    if url.drivername in ("postgresql", "postgres", "postgresql+psycopg"):
        return url.set(drivername="postgresql+psycopg")
    raise ConfigError(f"The store cannot be at {_shown(url)}: give the path of a SQLite file or a postgresql:// URL.")


def _shown(url: URL) -> str:
    """The address as a message may show it: libpq takes passwords among the parameters too."""
    return url.difference_update_query(list(url.query)).render_as_string(hide_password=True)


def make_engine(url: URL, *, make: bool = True) -> Engine:
    """An engine for the URL; nothing is opened yet. Raises NoStoreError for a missing file that is not to be made."""
    if url.get_backend_name() == "sqlite":
        return _sqlite(url, make)
    try:
        return create_engine(url, connect_args={"options": _DEAD_PEER, "connect_timeout": 10}, pool_pre_ping=True)
    except (ModuleNotFoundError, NoSuchModuleError):
        raise ConfigError(
            "A store in PostgreSQL needs the driver psycopg: install it with pip install 'sitrep[postgresql]'."
        ) from None


def no_store(url: URL) -> NoStoreError:
    """What is said where a store was looked for."""
    where = url.database if url.get_backend_name() == "sqlite" else _shown(url)
    return NoStoreError(f"There is no store at {where}: `sitrep run` makes it, or the address is misspelt.")


def _sqlite(url: URL, make: bool) -> Engine:
    path = Path(str(url.database))
    try:
        if make:
            path.parent.mkdir(parents=True, exist_ok=True)
        # Recipients' addresses are in it, so a new one is its owner's alone.
        os.close(os.open(path, os.O_RDWR | (os.O_CREAT if make else 0), 0o600))
    except OSError as error:
        if not make and isinstance(error, FileNotFoundError):
            raise no_store(url) from error
        raise SitrepError(
            f"The store {path} cannot be opened ({error.strerror}): check that its folder can be written."
        ) from error
    engine = create_engine(url, connect_args={"timeout": _WAIT_SECONDS})
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    return engine


def _set_pragmas(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver would begin only before some statements; _begin does it
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A reader that turns writer half-way can be refused however long it waits: writers say so from the start.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the store from its first query to its end."""
    # SQLite's WAL readers see one state by nature.
    options = {} if engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}
    with sentences(engine), engine.execution_options(**options).begin() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction: all or nothing, on disk when the block ends."""
    with sentences(engine), engine.execution_options(writes=True).begin() as connection:
        yield connection


def give_back(engine: Engine) -> None:
    """Return the space of deleted rows to the disk; PostgreSQL does so by itself."""
    if engine.dialect.name == "sqlite":
        with sentences(engine), engine.connect() as connection:
            # Not by SQLAlchemy, which would begin a transaction, in which VACUUM is not allowed.
            driver: Any = connection.connection.driver_connection
            driver.execute("VACUUM")


@contextmanager
def sentences(engine: Engine) -> Iterator[None]:
    """Turn what the database raises into one SitrepError, without passwords."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        shown = engine.url.database if engine.dialect.name == "sqlite" else _shown(engine.url)
        reason = " ".join(str(getattr(error, "orig", error)).split())
        raise SitrepError(f"The store {shown} failed ({reason}): check its disk, its rights, or its server.") from error
