"""The day on which an article says that it was written: in its dateline, its title, or beside "Updated"."""

import re
from datetime import date
from functools import cache

from ...languages.language import times
from ...late import late
from .clock import Clock
from .named import day
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


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(late(filled(row["pattern"]), re.IGNORECASE) for row in times()["written"])
