"""The day on which an article says that it was written: in its dateline, its title, or beside "Updated"."""

import re
from datetime import date
from functools import cache

from ...languages.language import times
from ...late import late
from .clock import Clock
from .named import day, month_named
from .readings import filled

_HEAD = 400
"""Code points in which a text says when it was written."""


def day_of_writing(text: str) -> date | None:
    """The day that the head of a text names as its own; it takes a day, a month and a year to be sure of it."""
    for pattern in _patterns():
        found = pattern.search(text, 0, _HEAD)
        stretch = day(found, Clock(None)) if found else None
        if stretch:
            return stretch[0]
    return None


def month_of_title(text: str) -> date | None:
    """The first day of the month of which a title says that the text is."""
    found = _titled().search(text, 0, _HEAD)
    span = month_named(found, None) if found else None
    return span[0] if span else None


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(filled(times()["titled"]["pattern"]), re.IGNORECASE)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(late(filled(row["pattern"]), re.IGNORECASE) for row in times()["written"])
