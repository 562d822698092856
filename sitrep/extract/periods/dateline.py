"""The day on which an article says that it was written: in its dateline, its title, or beside "Updated"."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from ...languages.language import times
from ...late import late
from .clock import Clock
from .named import day, month_named
from .readings import filled

_ON_THE_WAY = timedelta(3)
"""How long a text can lie before it is published."""
_HEAD = 400
"""Code points in which a text says when it was written."""
_YEAR = re.compile(times()["slots"]["YEAR"])


def day_of_writing(text: str, published: date | None = None) -> date | None:
    """The day from which a text reckons: that of its dateline, shortly before its publication, or of the latter.

    Where the day of publication is not known, the head of the text has to name a day, a month and a year as its own.
    """
    if published:
        day = _day_in(text, (_dateline(),), Clock(published))
        return day if day and timedelta() <= published - day <= _ON_THE_WAY else published
    return _day_in(text, _patterns(), Clock(None)) if _YEAR.search(text, 0, _HEAD) else None


def _day_in(text: str, patterns: Sequence[re.Pattern[str]], clock: Clock) -> date | None:
    for pattern in patterns:
        found = pattern.search(text, 0, _HEAD)
        stretch = day(found, clock) if found else None
        if stretch:
            return stretch[0]
    return None


def year_of_writing(text: str) -> int | None:
    """The latest year that a text names, but for those with which it compares: the one of a text without a date."""
    return max((int(found["y"]) for found in _years().finditer(text) if not found["other"]), default=None)


def month_of_title(text: str) -> date | None:
    """The first day of the month of which a title says that the text is."""
    found = _titled().search(text, 0, _HEAD)
    span = month_named(found, None) if found else None
    return span[0] if span else None


@cache
def _dateline() -> re.Pattern[str]:
    return re.compile(filled(times()["dateline"]["pattern"]), re.IGNORECASE)


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(filled(times()["titled"]["pattern"]), re.IGNORECASE)


@cache
def _years() -> re.Pattern[str]:
    return re.compile(times()["years"]["pattern"], re.IGNORECASE)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(late(filled(row["pattern"]), re.IGNORECASE) for row in times()["written"])
