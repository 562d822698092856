"""What the parts of the store share: the engine, inserts that leave what is there, and models as JSON texts."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter
from sqlalchemy import Connection, Engine, Table
from sqlalchemy.dialects import postgresql, sqlite

T = TypeVar("T")
Row = Mapping[str, Any]

BATCH = 500
"""Rows or ids that go to the database at once: below SQLite's and PostgreSQL's limits on parameters."""


class Part:
    """A part of the store: its methods on the engine that the whole store has."""

    _engine: Engine


def add(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows; one whose key is there already changes nothing."""
    if rows:
        dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
        connection.execute(dialect.insert(table).on_conflict_do_nothing(), list(rows))


def put(connection: Connection, table: Table, row: Row) -> None:
    """Insert a row, or replace the one with its primary key."""
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    keys = [column.name for column in table.primary_key]
    rest = {name: value for name, value in row.items() if name not in keys}
    connection.execute(dialect.insert(table).values(**row).on_conflict_do_update(index_elements=keys, set_=rest))


def batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """Lists of at most `size` items, in order."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def dump(model: BaseModel) -> str:
    """A model as JSON, every field written out, so that a default that changes later does not change it."""
    return json.dumps(model.model_dump(mode="json"), ensure_ascii=False, separators=(",", ":"))


def dump_all(kind: TypeAdapter[T], value: T) -> str:
    """Records as JSON."""
    return json.dumps(kind.dump_python(value, mode="json"), ensure_ascii=False, separators=(",", ":"))
