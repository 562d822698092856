"""Times with a name of their own: days of the month, months, years, and the stretches that begin or end with them."""

from datetime import date, timedelta
from re import Match

from dateutil.relativedelta import relativedelta

from ...languages.language import times
from .clock import Clock, day_of, month_of, near_day, whole_month, whole_year

Stretch = tuple[date | None, date | None]
"""The first and the last day; None for an end that is open."""
_VERBS = frozenset(["may", "march", "mar", "dec"])
"""Months that in lower case are other words."""
YEARS = {"last year": -1, "this year": 0, "next year": 1}
"""Years by what they are to this one."""
_HALF_YEAR = 6
_FEASTS: dict[str, list[int]] = times()["feasts"]


def day(match: Match[str], clock: Clock) -> Stretch | None:
    """One day: "on 3 May"."""
    found = day_named(match, clock)
    return (found, found) if found else None


def feast(match: Match[str], clock: Clock) -> Stretch | None:
    """A day with a name of its own, of its year or of the last one that has had it."""
    month, number = _FEASTS[match["feast"].lower().replace("’", "'")]
    given, today = (match["y"] or "").lower(), clock.today
    if given.isdigit():
        found = day_of(int(given), month, number)
    else:
        found = near_day(month, number, today.replace(year=today.year + YEARS.get(given, 0))) if today else None
    return (found, found) if found else None


def since_day(match: Match[str], clock: Clock) -> Stretch | None:
    """From a day on."""
    found = day_named(match, clock)
    return (found, None) if found else None


def by_day(match: Match[str], clock: Clock) -> Stretch | None:
    """Up to a day."""
    found = day_named(match, clock)
    return (None, found) if found else None


def month(match: Match[str], clock: Clock) -> Stretch | None:
    """The whole month."""
    return month_named(match, clock.day)


def since_month(match: Match[str], clock: Clock) -> Stretch | None:
    """From a month on, or from its middle or late days."""
    span, part = month_named(match, clock.day), (match["part"] or "").lower()
    if span is None:
        return None
    first = 15 if part.startswith("mid") else 20 if part in ("late", "the end of") else 1
    return span[0].replace(day=first), None


def by_month(match: Match[str], clock: Clock) -> Stretch | None:
    """Up to the end of a month."""
    span = month_named(match, clock.day, forward=True)
    return (None, span[1]) if span else None


def before_month(match: Match[str], clock: Clock) -> Stretch | None:
    """Up to the day before a month."""
    span = month_named(match, clock.day, forward=True)
    return (None, span[0] - timedelta(1)) if span else None


def as_of_month(match: Match[str], clock: Clock) -> Stretch | None:
    """Up to the end of a month that has been, at most up to today."""
    span = month_named(match, clock.day)
    return (None, min(span[1], clock.today or span[1])) if span else None


def since_mid_month(match: Match[str], clock: Clock) -> Stretch | None:
    """From the middle of a month on."""
    span = month_named(match, clock.day)
    return (span[0].replace(day=15), None) if span else None


def by_mid_month(match: Match[str], clock: Clock) -> Stretch | None:
    """Up to the middle of a month."""
    span = month_named(match, clock.day)
    return (None, span[0].replace(day=15)) if span else None


def year(match: Match[str], _: Clock) -> Stretch:
    """The whole year."""
    return whole_year(int(match["y"]))


def since_year(match: Match[str], _: Clock) -> Stretch:
    """From a year on."""
    return date(int(match["y"]), 1, 1), None


def by_year(match: Match[str], _: Clock) -> Stretch:
    """Up to the end of a year."""
    return None, date(int(match["y"]), 12, 31)


def this_year(_: Match[str], clock: Clock) -> Stretch | None:
    """The year up to today; a year that a text without a day names may be one long past."""
    return (date(clock.today.year, 1, 1), clock.today) if clock.today else None


def last_year(_: Match[str], clock: Clock) -> Stretch | None:
    """The year before this one."""
    return whole_year(clock.day.year - 1) if clock.day else None


def by_last_year(_: Match[str], clock: Clock) -> Stretch | None:
    """Up to the end of the year before this one."""
    return (None, whole_year(clock.day.year - 1)[1]) if clock.day else None


def decade(match: Match[str], _: Clock) -> Stretch:
    """Ten years: "the 1990s"."""
    first = int(match["y"])
    return date(first, 1, 1), date(first + 9, 12, 31)


def since_start(match: Match[str], clock: Clock) -> Stretch | None:
    """From the first day of a year or a month on."""
    stretch = match["y"].lower()
    if stretch.isdigit():
        return date(int(stretch), 1, 1), None
    if clock.day is None:
        return None
    return clock.day.replace(day=1) if stretch.endswith("month") else date(clock.day.year, 1, 1), None


def by_edge(match: Match[str], clock: Clock) -> Stretch | None:
    """Up to the first or last day of a month or year that is named by its edge: "at the end of last year"."""
    last, today = match["which"].lower() == "end", clock.day
    if match["m3"]:
        span = month_named(match, today, forward=match.group().lower().startswith("by "))
        return (None, span[last]) if span else None
    if today is None:
        return None
    before = match["last"].lower() == "last"
    if match["unit"].lower() == "year":
        return None, whole_year(today.year - before)[last]
    first = today.replace(day=1) - relativedelta(months=int(before))
    return None, whole_month(first.year, first.month)[last]


def day_named(match: Match[str], clock: Clock) -> date | None:
    """The day that is named, of its year or of the one that an article of today means; None for one that is none."""
    number = int(match["d1"] or match["d2"])
    month, given = month_of(match["m1"] or match["m2"]), match["y1"] or match["y2"]
    if given:
        return day_of(int(given), month, number)
    return near_day(month, number, clock.day) if clock.day else None


def month_named(match: Match[str], today: date | None, forward: bool = False) -> tuple[date, date] | None:
    """The month that is named, of its year or of the one that an article of today means."""
    month, given = month_of(match["m3"]), (match["y3"] or "").lower()
    if match["m3"] in _VERBS:
        return None
    if given.isdigit():
        return whole_month(int(given), month)
    if today is None:
        return None
    if given:
        return whole_month(today.year + YEARS[given], month)
    if forward:
        return whole_month(today.year + (today.month - month > _HALF_YEAR), month)
    return whole_month(today.year - (month > today.month), month)
