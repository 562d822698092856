"""Upkeep: everything out as JSON lines and in again, and what is old out for good."""

import base64
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, Table, delete, exists, func, select, update

from ..errors import SitrepError
from ..model.records import Purged
from .base import BATCH, Part, add, batches
from .engine import give_back, reading, writing
from .schema import (
    VERSION,
    articles,
    crisis_articles,
    extractions,
    figures,
    metadata,
    needs,
    report_articles,
    runs,
)
from .types import UtcTime, Zipped

_HEADER = "sitrep_store"
_END = "sitrep_store_end"


class Upkeep(Part):
    """Export, import and purge."""

    def export(self) -> Iterator[str]:
        """Everything as JSON lines, a header first, the count last; the same store always gives the same lines."""
        yield json.dumps({_HEADER: VERSION})
        count = 0
        with reading(self._engine) as connection:
            for table in metadata.sorted_tables:
                for line in _export(connection, table):
                    count += 1
                    yield line
        yield json.dumps({_END: count})

    def load(self, lines: Iterable[str]) -> int:
        """Take in an export; rows that are there already stay; how many rows were read. All or nothing."""
        numbered = iter(enumerate(lines, 1))
        _check_header(next(numbered, (1, ""))[1])
        count = 0
        with writing(self._engine) as connection:
            for table, rows in _grouped(_whole(numbered)):
                add(connection, table, rows)
                count += len(rows)
        return count

    def purge(self, before: datetime, *, cited: bool = False) -> Purged:
        """Drop what is older and no longer needed; see Protocol. A report whose articles go cannot be made again."""
        with writing(self._engine) as connection:
            ids = _old(before) if cited else _old(before).where(~_used(cited_only=False))
            gone = _drop_articles(connection, ids)
            pages = _drop_pages(connection, _old(before).where(~_used(cited_only=True)))
            old_runs = connection.execute(delete(runs).where(runs.c.started < before, runs.c.outcome != "running"))
        give_back(self._engine)
        return replace(gone, pages=pages, runs=old_runs.rowcount)


def _export(connection: Connection, table: Table) -> Iterator[str]:
    query = select(table).order_by(*table.primary_key)
    for row in connection.execution_options(yield_per=BATCH).execute(query):
        yield json.dumps({"table": table.name, **{key: _to_json(value) for key, value in row._mapping.items()}})


def _to_json(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return base64.b64encode(value).decode() if isinstance(value, bytes | memoryview) else value


def _check_header(line: str) -> None:
    try:
        version = json.loads(line)[_HEADER]
    except (ValueError, KeyError, TypeError):
        raise SitrepError("Line 1 is not the header of a sitrep export: give a file that `export` wrote.") from None
    if version != VERSION:
        raise SitrepError(
            f"The export has schema {version}, this sitrep has {VERSION}: "
            "open its store with this version first and export it again."
        )


def _whole(lines: Iterator[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The lines before the last one, which must say how many they are: one cut at a line's end looks like any other."""
    count = 0
    for number, line in lines:
        if line.startswith(f'{{"{_END}"'):
            if line != json.dumps({_END: count}):
                raise SitrepError(f"Line {number} counts other rows than the {count} before it: the file is damaged.")
            if next(lines, None) is not None:
                raise SitrepError(f"Line {number} is the last of an export, and more follow: give one export alone.")
            return
        count += 1
        yield number, line
    raise SitrepError(f"The export ends after {count} rows without saying so: the file is cut, export it again.")


def _grouped(lines: Iterator[tuple[int, str]]) -> Iterator[tuple[Table, list[dict[str, Any]]]]:
    current: Table | None = None
    rows: list[dict[str, Any]] = []
    for number, line in lines:
        table, row = _row(number, line)
        if current is not None and (table is not current or len(rows) == BATCH):
            yield current, rows
            rows = []
        current = table
        rows.append(row)
    if current is not None:
        yield current, rows


def _row(number: int, line: str) -> tuple[Table, dict[str, Any]]:
    try:
        row = json.loads(line)
        table = metadata.tables[row.pop("table")]
        if row.keys() != set(table.c.keys()):
            raise ValueError("columns")
        return table, {key: _from_json(table.c[key].type, value) for key, value in row.items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise SitrepError(f"Line {number} is not a row of a sitrep export: the file is damaged or cut.") from None


def _from_json(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, UtcTime):
        return datetime.fromisoformat(value)
    return base64.b64decode(value, validate=True) if isinstance(kind, Zipped) else value


def _old(before: datetime) -> Select[Any]:
    """Articles that no crisis saw at or after that time."""
    later = exists().where(crisis_articles.c.article == articles.c.id, crisis_articles.c.first_seen >= before)
    return select(articles.c.id).where(~later)


def _used(*, cited_only: bool) -> Any:
    used = exists().where(report_articles.c.article == articles.c.id)
    return used.where(report_articles.c.cited) if cited_only else used


def _drop_articles(connection: Connection, ids: Select[Any]) -> Purged:
    gone = list(connection.execute(ids).scalars())
    found = 0
    for batch in batches(gone):
        found += _count(connection, figures, batch)
        for table in (figures, needs, extractions, crisis_articles):
            connection.execute(delete(table).where(table.c.article.in_(batch)))
        connection.execute(delete(articles).where(articles.c.id.in_(batch)))
    return Purged(articles=len(gone), figures=found)


def _count(connection: Connection, table: Table, ids: list[str]) -> int:
    query = select(func.count()).select_from(table).where(table.c.article.in_(ids))
    return int(connection.execute(query).scalar_one())


def _drop_pages(connection: Connection, ids: Select[Any]) -> int:
    pages = articles.c.id.in_(ids) & articles.c.raw.is_not(None)
    return connection.execute(update(articles).where(pages).values(raw=None)).rowcount
