"""From when an article reckons its times: the day of its publication, or else the year of which it speaks."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ...languages.language import times

_MONTHS: dict[str, int] = times()["months"]
_COUNTS: dict[str, int] = times()["counts"]
_WEEKDAYS: list[str] = times()["weekdays"]
_LATER = timedelta(45)
"""How long after publication a day without a year can lie; a later one is last year's."""
_IN_DAYS = {"day": 1, "week": 7, "fortnight": 14}


@dataclass(frozen=True, slots=True)
class Clock:
    """The day of publication or, of a text without one, the year for which its days and months are taken."""

    today: date | None
    year: int | None = None

    @property
    def day(self) -> date | None:
        """The last day of which the text can speak."""
        return self.today or (date(self.year, 12, 31) if self.year else None)


def number_of(word: str | None) -> int:
    """The count that a word gives ("a few": 3); one where none stands."""
    word = (word or "a").lower()
    return int(word) if word.isdigit() else _COUNTS.get(word, 1)


def month_of(word: str) -> int:
    """The number of a month by its name."""
    return _MONTHS[word.lower()]


def weekday(name: str, today: date) -> date:
    """The last such day, today included: news calls today by its name."""
    return today - timedelta((today.weekday() - _WEEKDAYS.index(name.lower())) % 7)


def back(count: str | None, unit: str, today: date) -> date:
    """The day that lies so many hours, days, weeks or months before today."""
    number, unit = number_of(count), unit.lower().rstrip("s")
    if unit == "hour":
        return today - timedelta(max(1, round(number / 24)))
    if unit == "month":
        return today - relativedelta(months=number)
    return today - timedelta(number * _IN_DAYS[unit])


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, None where the month has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def near_day(month: int, day: int, today: date) -> date | None:
    """The day of a month that an article of today means without a year."""
    found = day_of(today.year, month, day)
    return day_of(today.year - 1, month, day) if found and found > today + _LATER else found


def whole_month(year: int, month: int) -> tuple[date, date]:
    """Its first day and its last."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def whole_year(year: int) -> tuple[date, date]:
    """Its first day and its last."""
    return date(year, 1, 1), date(year, 12, 31)
