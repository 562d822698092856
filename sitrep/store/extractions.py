"""What was found in articles, by the version of the extractor that found it; the older ones stay for old reports."""

import json
from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel
from sqlalchemy import Connection, Table, select

from ..model.figure import Extraction, Figure, Need
from .base import Part, add, batches, dump
from .engine import reading, writing
from .schema import extractions, figures, needs

M = TypeVar("M", bound=BaseModel)


class Extractions(Part):
    """Figures and needs."""

    def put_extractions(self, extractor: str, extractions: Iterable[Extraction]) -> None:
        """Keep what one version found, the empty ones too, a transaction a batch; what is there already stays."""
        for batch in batches(extractions):
            with writing(self._engine) as connection:
                _put_batch(connection, extractor, batch)

    def extractions(self, extractor: str, articles: Iterable[str]) -> dict[str, Extraction]:
        """What that version found, by article id; articles it has not seen are missing from the result."""
        found: dict[str, Extraction] = {}
        for batch in batches(articles):
            with reading(self._engine) as connection:
                found |= _get_batch(connection, extractor, batch)
        return found


def _put_batch(connection: Connection, extractor: str, batch: list[Extraction]) -> None:
    rows = [{"extractor": extractor, "article": found.article} for found in batch]
    seen = _done(connection, extractor, [found.article for found in batch])
    fresh = [found for found in batch if found.article not in seen]
    add(connection, extractions, rows)
    add(
        connection,
        figures,
        [_row(extractor, n, f) | {"measure": f.measure} for e in fresh for n, f in enumerate(e.figures)],
    )
    add(connection, needs, [_row(extractor, n, need) for e in fresh for n, need in enumerate(e.needs)])


def _row(extractor: str, position: int, item: Any) -> dict[str, Any]:
    return {
        "extractor": extractor,
        "article": item.article,
        "position": position,
        "id": item.id,
        "data": dump(item),
    }


def _done(connection: Connection, extractor: str, articles: list[str]) -> set[str]:
    query = select(extractions.c.article).where(
        extractions.c.extractor == extractor, extractions.c.article.in_(articles)
    )
    return set(connection.execute(query).scalars())


def _get_batch(connection: Connection, extractor: str, articles: list[str]) -> dict[str, Extraction]:
    done = _done(connection, extractor, articles)
    found_figures = _items(connection, figures, Figure, extractor, articles)
    found_needs = _items(connection, needs, Need, extractor, articles)
    return {
        id: Extraction(article=id, figures=tuple(found_figures.get(id, ())), needs=tuple(found_needs.get(id, ())))
        for id in dict.fromkeys(articles)
        if id in done
    }


def _items(
    connection: Connection, table: Table, kind: type[M], extractor: str, articles: list[str]
) -> dict[str, list[M]]:
    query = (
        select(table.c.article, table.c.data)
        .where(table.c.extractor == extractor, table.c.article.in_(articles))
        .order_by(table.c.article, table.c.position)
    )
    found: dict[str, list[M]] = {}
    for article, data in connection.execute(query):
        found.setdefault(article, []).append(kind.model_validate(json.loads(data)))
    return found
