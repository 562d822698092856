"""The head of a report: edition, as-of line, production line."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from ..model import Article, Settings
from ..model.runs import Name, Number, Runs
from .numbers import count, day, day_range, time_of
from .phrases import Phrases, joined


def edition(number: int, settings: Settings, phrases: Phrases) -> Runs:
    """`Situation Report No. 3`."""
    numeral = Number(kind="structural", text=f"No. {number}", value=number, basis="edition")
    return phrases("edition", product=phrases.word("products", settings.product), number=numeral)


def as_of_line(as_of: datetime, settings: Settings, phrases: Phrases, *, corrected: datetime | None = None) -> Runs:
    """`As of 30 November 2024, 1800 hours (UTC)`, and when it was corrected if it was."""
    local = as_of.astimezone(ZoneInfo(settings.time_zone))
    zone = Name(text=local.tzname() or settings.time_zone)
    line = phrases("as_of", day=day(local, phrases), time=time_of(as_of, settings.time_zone), zone=zone)
    if corrected is None:
        return line
    corrected_on = day(corrected.astimezone(ZoneInfo(settings.time_zone)), phrases)
    return joined((line, ". ", phrases("corrected", day=corrected_on)))


def coverage(articles: Sequence[Article]) -> tuple[date, date] | None:
    """The first and the last day of publication, as far as they are stated."""
    days = [day for article in articles if (day := article.published_day)]
    return (min(days), max(days)) if days else None


def production(
    articles: Sequence[Article], issued: datetime, as_of: datetime, settings: Settings, phrases: Phrases
) -> Runs:
    """What it was made from, that it is no UN product, what comes next, and whom to ask."""
    span: Runs = ()
    if days := coverage(articles):
        first, last = days
        if first == last:
            span = phrases("production_day", first=day(first, phrases))
        else:
            begin, end = day_range(first, last, phrases)
            span = phrases("production_span", first=begin, last=end)
    pieces = [phrases("production", articles=count(len(articles), "articles", phrases), span=span)]
    if issued.date() != as_of.date():
        pieces.append(phrases("production_issued", day=day(issued, phrases)))
    if settings.next_report:
        pieces.append(phrases("production_next", day=day(settings.next_report, phrases)))
    else:
        pieces.append(phrases("production_no_next"))
    if settings.contact:
        pieces.append(phrases("production_contact", contact=Name(text=settings.contact)))
    if settings.samples:
        pieces.append(phrases("production_samples"))
    return joined(pieces)
