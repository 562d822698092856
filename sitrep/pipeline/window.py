"""The window of a report: which articles of the store it is made from.

All that no report was made from yet, however old (so a missed morning is caught up, once, and what was published late
is not lost), and all that was first seen in the last days, so that figures which still stand are still compared.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from ..fingerprint import extractor_version
from ..model import Article, Extraction
from ..model.protocols import Store
from .gather import Gathered


@dataclass(frozen=True, slots=True)
class Window:
    """The articles by time of publication, how many of them are new to the reports, what was read in them before."""

    articles: tuple[Article, ...]
    new: int
    known: Mapping[str, Extraction]


def choose(store: Store, crisis: str, product: str, as_of: datetime, days: int, gathered: Gathered) -> Window:
    """The window of a report as of a moment; what was gathered without being kept counts as new."""
    unreported = store.article_ids(crisis, seen_until=as_of, published_until=as_of, unreported=product)
    recent = store.article_ids(crisis, seen_after=as_of - timedelta(days=days), seen_until=as_of, published_until=as_of)
    ids = dict.fromkeys((*unreported, *recent))
    fresh = [a for a in gathered.unkept if a.id not in ids and not _later(a, as_of)]
    articles = sorted((*store.articles(ids), *fresh), key=_order)
    known = store.extractions(extractor_version(), ids)
    return Window(tuple(articles), len(unreported) + len(fresh), known)


def _moment(article: Article) -> datetime | None:
    published = article.published
    if published is None:
        return None
    moment = published if isinstance(published, datetime) else datetime(published.year, published.month, published.day)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _later(article: Article, as_of: datetime) -> bool:
    moment = _moment(article)
    return moment is not None and moment > as_of


def _order(article: Article) -> tuple[bool, datetime, str]:
    """By time of publication, undated ones last, then by id: the same order wherever the articles come from."""
    moment = _moment(article)
    return moment is None, moment or datetime.min.replace(tzinfo=UTC), article.id
