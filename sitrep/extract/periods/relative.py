"""Times that are reckoned from the day of publication: "yesterday", "on Monday", "in the last two weeks"."""

from datetime import date, timedelta
from re import Match

from dateutil.relativedelta import relativedelta

from .clock import back, day_of, month_of, number_of, weekday, whole_month, whole_year
from .named import Stretch


def since_weekday(match: Match[str], today: date) -> Stretch:
    """From a day of the week on."""
    return weekday(match["day"], today), None


def last_days(match: Match[str], today: date) -> Stretch:
    """A stretch that ends today."""
    return back(match["n"], match["u"], today), today


def to_weekday(match: Match[str], today: date) -> Stretch:
    """A stretch that a day of the week ends."""
    last = weekday(match["day"], today)
    return back(match["n"], match["u"], last), last


def till_today(_: Match[str], today: date) -> Stretch:
    """Days of which only the last is known."""
    return None, today


def nights(match: Match[str], today: date) -> Stretch:
    """From one day of the week to another."""
    last = weekday(match["b"], today)
    return weekday(match["a"], last), last


def night_to_weekday(match: Match[str], today: date) -> Stretch:
    """The night that a day of the week ends."""
    last = weekday(match["day"], today)
    return last - timedelta(1), last


def within_days(match: Match[str], today: date) -> Stretch:
    """So many days, of which today is the last."""
    return back(match["n"], match["u"], today) + timedelta(1), today


def one_weekday(match: Match[str], today: date) -> Stretch:
    """A day of the week; nobody calls yesterday "last Thursday"."""
    found = weekday(match["day"], today)
    if "last " in match.group().lower() and today - found < timedelta(2):
        found -= timedelta(7)
    return found, found


def this_day(_: Match[str], today: date) -> Stretch:
    """Today."""
    return today, today


def yesterday(_: Match[str], today: date) -> Stretch:
    """The day before."""
    return today - timedelta(1), today - timedelta(1)


def last_night(_: Match[str], today: date) -> Stretch:
    """A night is of two days."""
    return today - timedelta(1), today


def weekend(_: Match[str], today: date) -> Stretch:
    """The last Saturday before today and its Sunday."""
    saturday = weekday("saturday", today - timedelta(1))
    return saturday, saturday + timedelta(1)


def last_week(_: Match[str], today: date) -> Stretch:
    """The week before this one, from its Monday."""
    monday = today - timedelta(today.weekday() + 7)
    return monday, monday + timedelta(6)


def weekday_last_week(match: Match[str], today: date) -> Stretch:
    """A day of the week before this one."""
    last = weekday(match["day"], today - timedelta(today.weekday() + 1))
    return last, last


def day_of_this_month(match: Match[str], today: date) -> Stretch | None:
    """A day of this month or the last one by its number."""
    first = today.replace(day=1) - relativedelta(months=int(match["which"].lower() == "last"))
    found = day_of(first.year, first.month, int(match["d"]))
    return (found, found) if found else None


def this_month(_: Match[str], today: date) -> Stretch:
    """The month up to today."""
    return today.replace(day=1), today


def last_month(_: Match[str], today: date) -> Stretch:
    """The month before this one."""
    first = today.replace(day=1) - relativedelta(months=1)
    return whole_month(first.year, first.month)


def last_named_month(match: Match[str], today: date) -> Stretch:
    """The last such month that is over: "last May"."""
    month = month_of(match["m"])
    return whole_month(today.year - (month >= today.month), month)


def year_before_last(_: Match[str], today: date) -> Stretch:
    """The year before last year."""
    return whole_year(today.year - 2)


def days_ago(match: Match[str], today: date) -> Stretch:
    """The day that lies so many days back."""
    found = back(match["n"], match["u"], today)
    return found, found


def years_ago(match: Match[str], today: date) -> Stretch:
    """The year that lies so many years or decades back."""
    number = number_of(match["n"]) * (10 if match["u"].lower() == "decades" else 1)
    return whole_year(today.year - min(number, today.year - 1))
