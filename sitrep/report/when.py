"""When: the period that a figure covers, in a sentence or in a cell of a table."""

import re
from datetime import date

from ..model import ReportedFigure
from ..model.runs import Number, Runs
from .desk import Desk
from .numbers import day, day_range


def period(desk: Desk, figure: ReportedFigure, *, cell: bool = False) -> Runs:
    """The period that a figure covers: ` between 27 and 29 November 2024`; in a cell `27 to 29 November 2024`."""
    since, until, phrases = figure.since, figure.until, desk.phrases
    if since and until and since > until:
        since = None
    if since and until and since.year != until.year and _is_year(since, figure):
        return phrases("cell_between" if cell else "between", first=_year(since), last=day(until, phrases))
    if since and until and since != until:
        first, last = day_range(since, until, phrases)
        return phrases("cell_between" if cell else "between", first=first, last=last)
    if since and until:
        return phrases("cell_on" if cell else "on_day", **{"last" if cell else "day": day(until, phrases)})
    if since:
        first = _year(since) if _is_year(since, figure) else day(since, phrases)
        return phrases("cell_since" if cell else "since", first=first)
    if until:
        stock = figure.stock_flow == "stock"
        key = "cell_by" if cell else "as_of_day" if stock else "by_day"
        return phrases(key, last=day(until, phrases))
    return _published(desk, figure) if cell else ()


_JANUARY = re.compile(r"\bJan(?:uary)?\b|\b\d{4}-01-01\b", re.I)


def _is_year(since: date, figure: ReportedFigure) -> bool:
    """Whether the sentence gives the year and no month ("since 2011"), which extraction reads as its first day."""
    told = figure.quote or figure.text
    stated = re.search(rf"(?<!\d){since.year}(?!\d)", told) is not None
    return (since.month, since.day) == (1, 1) and stated and not _JANUARY.search(told)


def _year(since: date) -> Number:
    return Number(kind="structural", text=str(since.year), basis="date")


def _published(desk: Desk, figure: ReportedFigure) -> Runs:
    published = desk.sources[figure.n - 1].published
    if published is None:
        return desk.phrases("cell_unknown")
    return desk.phrases("cell_published", day=day(published, desk.phrases))
