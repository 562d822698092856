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
from .cut_off import is_late
from .gather import Gathered


@dataclass(frozen=True, slots=True)
class Window:
    """The articles by time of publication, how many of them are new to the reports, what was read in them before.

    `late` are those that would be in it but for the cut-off.
    """

    articles: tuple[Article, ...]
    new: int
    known: Mapping[str, Extraction]
    late: tuple[Article, ...] = ()


def choose(store: Store, crisis: str, product: str, as_of: datetime, days: int, gathered: Gathered) -> Window:
    """The window of a report as of a moment; what was gathered without being kept counts as new.

    What counts is when an article was published, not when it was collected; one without a date counts as published
    when it was first seen.
    """
    unreported = set(store.article_ids(crisis, unreported=product)) | {article.id for article in gathered.unkept}
    ids = dict.fromkeys((*unreported, *store.article_ids(crisis, seen_after=as_of - timedelta(days=days))))
    fresh = {article.id: article for article in gathered.unkept}
    seen_later = {*store.article_ids(crisis, seen_after=as_of), *(fresh if gathered.at > as_of else ())}
    found = sorted((*store.articles(id for id in ids if id not in fresh), *fresh.values()), key=_order)
    late = {a.id: a for a in found if (a.id in seen_later if a.published is None else is_late(a, as_of))}
    articles = tuple(article for article in found if article.id not in late)
    new = sum(article.id in unreported for article in articles)
    return Window(articles, new, store.extractions(extractor_version(), ids), tuple(late.values()))


def _moment(article: Article) -> datetime | None:
    published = article.published
    if published is None:
        return None
    moment = published if isinstance(published, datetime) else datetime(published.year, published.month, published.day)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _order(article: Article) -> tuple[bool, datetime, str]:
    """By time of publication, undated ones last, then by id: the same order wherever the articles come from."""
    moment = _moment(article)
    return moment is None, moment or datetime.min.replace(tzinfo=UTC), article.id
