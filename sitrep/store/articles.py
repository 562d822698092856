"""Articles: what was read, the bytes it was read from, and which crisis saw it when."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Connection, Select, select

from ..errors import SitrepError
from ..model.article import Article
from ..model.records import StoredArticle
from .base import Part, add, batches
from .engine import reading, writing
from .schema import articles, crisis_articles, report_articles, reports

_PLAIN = ("name", "title", "publisher", "url", "language", "country", "text", "published", "retrieved")


class Articles(Part):
    """The articles of a store."""

    def put_articles(self, crisis: str, source: str, articles: Iterable[StoredArticle], seen: datetime) -> int:
        """Keep articles, a transaction a batch; how many were new to this crisis."""
        new = 0
        for batch in batches(articles):
            with writing(self._engine) as connection:
                new += _put_batch(connection, crisis, source, batch, seen)
        return new

    def articles(self, ids: Iterable[str]) -> Iterator[Article]:
        """The articles of these ids, in their order; raises SitrepError for one that is not there."""
        for batch in batches(ids):
            found = self._articles(batch)
            for id in batch:
                if id not in found:
                    raise SitrepError(f"The store has no article {id}: it was never read, or a purge took it out.")
                yield found[id]

    def _articles(self, ids: list[str]) -> dict[str, Article]:
        query = select(articles.c.id, *(articles.c[name] for name in _PLAIN)).where(articles.c.id.in_(ids))
        with reading(self._engine) as connection:
            return {row.id: _article(row) for row in connection.execute(query)}

    def raw(self, article: str) -> StoredArticle:
        """One article with the bytes it was read from; raises SitrepError if it is not there."""
        with reading(self._engine) as connection:
            row = connection.execute(select(articles).where(articles.c.id == article)).first()
        if row is None:
            raise SitrepError(f"The store has no article {article}: it was never read, or a purge took it out.")
        return StoredArticle(_article(row), row.raw, row.media_type)

    def article_ids(
        self,
        crisis: str,
        *,
        seen_after: datetime | None = None,
        unreported: str | None = None,
    ) -> tuple[str, ...]:
        """Ids of a crisis' articles by time of publication, then id; undated ones last."""
        query = _of_crisis(crisis)
        if seen_after is not None:
            query = query.where(crisis_articles.c.first_seen > seen_after)
        if unreported is not None:
            query = query.where(articles.c.id.not_in(_reported(crisis, unreported)))
        with reading(self._engine) as connection:
            return tuple(connection.execute(query).scalars())


def _of_crisis(crisis: str) -> Select[Any]:
    return (
        select(articles.c.id)
        .join(crisis_articles, crisis_articles.c.article == articles.c.id)
        .where(crisis_articles.c.crisis == crisis)
        .order_by(articles.c.published_at.asc().nulls_last(), articles.c.id)
    )


def _reported(crisis: str, product: str) -> Select[Any]:
    return (
        select(report_articles.c.article)
        .join(reports, reports.c.id == report_articles.c.report)
        .where(reports.c.crisis == crisis, reports.c.product == product)
    )


def _put_batch(connection: Connection, crisis: str, source: str, batch: list[StoredArticle], seen: datetime) -> int:
    ids = list(dict.fromkeys(item.article.id for item in batch))
    known = select(crisis_articles.c.article).where(
        crisis_articles.c.crisis == crisis, crisis_articles.c.article.in_(ids)
    )
    before = set(connection.execute(known).scalars())
    add(connection, articles, [_row(item) for item in batch])
    add(
        connection,
        crisis_articles,
        [{"crisis": crisis, "article": id, "source": source, "first_seen": seen} for id in ids],
    )
    return len(ids) - len(before)


def _row(item: StoredArticle) -> dict[str, Any]:
    article = item.article
    row = {name: getattr(article, name) for name in _PLAIN}
    row["published"] = article.published.isoformat() if article.published else None
    row["retrieved"] = article.retrieved.isoformat() if article.retrieved else None
    row["published_at"] = _sortable(article.published)
    row |= {"id": article.id, "text_sha256": article.text_sha256, "raw": item.raw, "media_type": item.media_type}
    return row


def _article(row: Any) -> Article:
    return Article(**{name: getattr(row, name) for name in _PLAIN})


def _sortable(moment: datetime | date | None) -> datetime | None:
    """A point in UTC to sort by: a day counts from its start, a time without a zone as if it were UTC."""
    if moment is None:
        return None
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time.min, UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
