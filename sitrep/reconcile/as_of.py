"""As-of: how new a figure's count is, and which of two counts in one text is the older one."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from dateutil import parser as dates

from ..model import Article, Figure
from .period import days_of_count
from .subject import around
from .words import pattern

_CHANGE = re.compile(
    r"(?<![\w-])(?:up|down|rose|risen|rising|climbed|jumped|increased|fell|revised|rise|increase|jump)\b"
    r"[\w ]*\bfrom(?: \w+)?\s*$"
)


@dataclass(frozen=True, slots=True)
class AsOf:
    """How new a count is: `at` is None where nothing tells; `stated` where the text does, not the date of publication;
    `earlier` where the text sets the number against a newer one."""

    at: datetime | None = None
    stated: bool = False
    earlier: bool = False


def as_of(figure: Figure, article: Article) -> AsOf:
    """How new a figure's count is: the stated day where there is one, else the publication."""
    published = moment(article)
    before, after = around(figure, article.text)
    earlier = _is_earlier(figure, before, after, article)
    stated = _stated_day(figure, article)
    if published is None:
        return AsOf(_end_of(stated), stated is not None, earlier) if stated else AsOf(earlier=earlier)
    if stated is not None and stated < published.date():
        return AsOf(_end_of(stated) - (timedelta(hours=12) if earlier else timedelta()), True, earlier)
    return AsOf(published - timedelta(hours=12) if earlier else published, stated is not None, earlier)


def moment(article: Article) -> datetime | None:
    """When an article was published, as a point in time; a bare day counts as its noon in UTC."""
    if article.published is None:
        return None
    if not isinstance(article.published, datetime):
        return datetime.combine(article.published, time(12), UTC)
    return article.published if article.published.tzinfo else article.published.replace(tzinfo=UTC)


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time(20), UTC)


def _is_earlier(figure: Figure, before: str, after: str, article: Article) -> bool:
    clause = re.split(r"[;,] (?:but|while|and)\b|[.;]", before)[-1]
    sentence_before = article.text[
        max(figure.start - 110, figure.quote_start if figure.quote else 0) : figure.start
    ].lower()
    words = pattern("earlier", "before")
    near = clause[-60:]
    if words.search(near) and not re.search(r"\bfrom [\w' ]+ (?:said|says)\b", near) and _plausibly_from(near):
        return True
    if re.search(r"(?:day|week) earlier|first bulletin|earlier (?:toll|count|bulletin)", sentence_before):
        return True
    found = pattern("earlier", "after").match(after.strip(" ,"))
    return found is not None and not _names_own_month(found[0], article)


def _plausibly_from(near: str) -> bool:
    """ "from" alone makes a number an earlier one only right before it ("up from 296", "rose from 12 to 20")."""
    without = re.sub(r"(?<![\w-])from(?![\w-])", " ", near)
    return bool(pattern("earlier", "before").search(without) or _CHANGE.search(near))


def _names_own_month(words: str, article: Article) -> bool:
    day = article.published_day
    return day is not None and f"in {day:%B}".lower() in words


def _stated_day(figure: Figure, article: Article) -> date | None:
    """The day of the count: the extractor's `until` where it is not just the publication, else cues in the sentence."""
    published = article.published_day
    quote = figure.quote.lower()
    lone = figure.since == figure.until and figure.until not in days_of_count(quote, article)
    if figure.until and not lone and (published is None or figure.until < published):
        return figure.until
    if found := pattern("asof", "date").search(quote):
        return _date(found["date"], published)
    return max(days_of_count(quote, article), default=None)


def _date(words: str, published: date | None) -> date | None:
    default = datetime(published.year if published else 2000, 1, 1)
    try:
        found = dates.parse(re.sub(r"(\d)(st|nd|rd|th)", r"\1", words), default=default).date()
    except (ValueError, OverflowError):
        return None
    if published is None and not re.search(r"\d{4}", words):
        return None
    return (
        found.replace(year=found.year - 1)
        if published and found > published and not re.search(r"\d{4}", words)
        else found
    )
