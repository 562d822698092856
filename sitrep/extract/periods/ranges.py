"""Stretches that are named by their ends: "from 3 to 5 May", "2015-16", "the week to 7 May"."""

from datetime import date, timedelta
from re import Match

from .clock import Clock, day_of, month_of, whole_month
from .named import YEARS, Stretch, day_named, month_named


def from_day_to_day(match: Match[str], clock: Clock) -> Stretch:
    """Days of one month or of two, the year after the second."""
    given = match.groupdict()
    b = month_of(match["bm"])
    a = month_of(match["am"]) if given.get("am") else b
    today = clock.day
    if match["by"]:
        last = int(match["by"])
    elif today is None:
        return None, None
    else:
        last = today.year - (b > today.month + 1)
    first = int(match["ay"]) if given.get("ay") else last - (a > b)
    return day_of(first, a, int(match["a"])), day_of(last, b, int(match["b"]))


def from_month_to_day(match: Match[str], clock: Clock) -> Stretch | None:
    """From the first day of a month to a day: "between November and 23 June"."""
    last = day_named(match, clock)
    span = month_named(match, last)
    return (span[0], last) if span and last else None


def from_start_to_day(match: Match[str], clock: Clock) -> Stretch | None:
    """From the first day of a month or a year to a day of it: "from the beginning of the year until 3 May"."""
    last = day_named(match, clock)
    if last is None:
        return None
    unit = match["unit"].lower()
    if unit.isdigit():
        return date(int(unit), 1, 1), last
    return (last.replace(day=1) if unit == "month" else date(last.year, 1, 1)), last


def from_month_to_month(match: Match[str], clock: Clock) -> Stretch:
    """Months, the year after the second; without one the two lie on either side of today."""
    given, today = (match["y"] or "").lower(), clock.day
    if not given.isdigit() and today is None:
        return None, None
    last = int(given) if given.isdigit() or today is None else today.year + YEARS.get(given, 0)
    a, b = month_of(match["a"]), month_of(match["b"])
    first = int(match["ay"]) if match["ay"] else last - (a > b)
    if a > b and not given and not match["ay"] and today and today.month >= a:
        first, last = today.year, today.year + 1
    return date(first, a, 1), whole_month(last, b)[1]


def from_year_to_year(match: Match[str], _: Clock) -> Stretch | None:
    """Years, the second in full or by its last two digits: "2015-16"."""
    first, last = match["a"], match["b"]
    last = last if len(last) == len(first) else first[:2] + last
    return (date(int(first), 1, 1), date(int(last), 12, 31)) if first < last else None


def week_to_day(match: Match[str], clock: Clock) -> Stretch | None:
    """The seven days that a day ends: "in the week to 7 May"."""
    found = day_named(match, clock)
    return (found - timedelta(6), found) if found else None


def night_of_day(match: Match[str], clock: Clock) -> Stretch | None:
    """A night is of two days."""
    found = day_named(match, clock)
    return (found, found + timedelta(1)) if found else None
