"""Dates in printed text, and the dates that a report may print."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from ..model.article import Moment

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAY = re.compile(rf"(?<![\w.,])(?P<day>\d{{1,2}})(?: (?P<month>{'|'.join(_MONTHS)})(?: (?P<year>\d{{4}}))?)?(?!\w)")
_JOIN = re.compile(r" (?:to|and) ")


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A date as a report prints it, `text[start:end]`: a day, or the first day of a range completed by the second."""

    start: int
    end: int
    day: date


def printed_days(text: str) -> Iterator[PrintedDay]:
    """Each date of the form `19 August 2009`, and the shortened first day of a range (`27 to 29 November 2024`)."""
    following: re.Match[str] | None = None
    found = []
    for match in reversed(list(_DAY.finditer(text))):
        whole = match
        if not match["year"]:
            if following is None or not _JOIN.fullmatch(text[match.end() : following.start()]):
                continue
            whole = following
        month, year = match["month"] or whole["month"], match["year"] or whole["year"]
        if month and year and (day := _date(int(year), _MONTHS.index(month) + 1, int(match["day"]))):
            found.append(PrintedDay(match.start(), match.end(), day))
            following = match if match["year"] else following
    return reversed(found)


@cache
def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def days_of(moments: Iterable[Moment | None]) -> frozenset[date]:
    """The days of the moments that are known."""
    return frozenset(m.date() if isinstance(m, datetime) else m for m in moments if m)
