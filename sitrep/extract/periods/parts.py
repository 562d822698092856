"""Parts of a month or a year: "the last week of June", "the first nine months of 2024"."""

import calendar
from datetime import date, timedelta
from re import Match

from .clock import Clock, number_of
from .named import Stretch, month_named

_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_MONTHS = {"half": 6, "quarter": 3, "quarters": 3, "months": 1}
_MIDDLE = 15
"""The last day of the first half of a month."""


def part_of_month(match: Match[str], clock: Clock) -> Stretch | None:
    """Weeks or days of a month, reckoned from its first day or its last, or one of its halves."""
    span = month_named(match, clock.day)
    if span is None:
        return None
    first, last = span
    which, unit = match["which"].lower(), match["u"].lower()
    if unit == "half":
        return (first, first.replace(day=_MIDDLE)) if which == "first" else (first.replace(day=_MIDDLE + 1), last)
    length = timedelta(number_of(match["n"]) * (1 if unit == "days" else 7))
    if which == "last":
        return last - length + timedelta(1), last
    begin = first + length * (_ORDER[which] - 1)
    return begin, begin + length - timedelta(1)


def part_of_year(match: Match[str], clock: Clock) -> Stretch | None:
    """Halves, quarters or months of a year, reckoned from its beginning or its end."""
    which, unit = match["which"].lower(), match["u"].lower()
    length = number_of(match["n"]) * _MONTHS[unit]
    year = int(match["y"]) if match["y"] else clock.day.year - (match["rel"].lower() == "last year") if clock.day else 0
    end = 12 if which == "last" else length * _ORDER[which]
    if not year or not length <= end <= 12:
        return None
    return date(year, end - length + 1, 1), date(year, end, calendar.monthrange(year, end)[1])
