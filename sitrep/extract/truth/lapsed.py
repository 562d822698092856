"""Whether the period of a figure lies so far back, or reaches so far, that it is not the news."""

from datetime import date, timedelta

from ...languages.language import alternatives
from ...late import late
from ..periods import Period
from ..prefilter import lowered
from .news import News
from .setting import introduces
from .spot import Spot

_STILL = late(rf"\b(?:{alternatives('scope', 'still')})\b")
_WHOLE_WAR = late(rf"\b(?:{alternatives('scope', 'whole_war')})\b")
_STANDING = frozenset(["returned"])
# Counts that offices publish months later without their being another event's.
_REPORTED_LATE = frozenset(
    [
        "assisted",
        "attacks",
        "casualties",
        "in_need",
        "idps",
        "refugees",
        "funding_required",
        "funding_received",
        "cases",
    ]
)
_LASTING = frozenset(["missing", "detained", "idps", "displaced"])
TOLLS = frozenset(["deaths", "displaced", "injured", "casualties", "missing", "housing_destroyed", "housing_damaged"])
"""What an event does: another event's is not the news."""
_SHORT_EVENT, _SEASON = 9, 100
"""Days after which a flood that is told anew is not the one of today; anything at all."""
_LONG_PERIOD, _SHORT_PERIOD = 360, 200
"""Days of a period that is a year by its name; of one that is not long past in a season."""
_LATE, _LATE_LAST_YEAR = 200, 100
"""Days after which what offices publish late is not the news either; the same where the year is over."""
_YEARS, _YEAR_LONG = 500, 365
"""Days since which a toll is that of years; and that of a whole war, where the sentence says so."""


def is_lapsed(news: News, spot: Spot, period: Period | None, measure: str) -> bool:
    """Whether a figure is background by its period alone."""
    if period is None or measure in _STANDING:
        return False
    if measure == "idps" and period.since and period.until and (period.until - period.since).days > _YEAR_LONG:
        return False  # It tells when they fled: a stock is counted on a day.
    if measure in _LASTING and _STILL.search(lowered(news.text[spot.at : spot.clause[1]])):
        return False
    if period.until is None:
        return measure in TOLLS | {"attacks"} and _is_years_long(news, spot, period)
    if news.today is None:
        return _is_past_undated(news, period, period.until, measure)
    return _is_past(news, spot, period, (period.until, news.today), measure)


def _is_years_long(news: News, spot: Spot, period: Period) -> bool:
    """Whether a toll without an end is that of years."""
    if period.since is None or not news.year:
        return False
    if news.today:
        days = (news.today - period.since).days
        return days >= _YEARS or days >= _YEAR_LONG and _is_of_war(news.text, spot)
    return period.since.year <= news.year - 2


def _is_of_war(text: str, spot: Spot) -> bool:
    return _WHOLE_WAR.search(lowered(text[slice(*spot.sentence)])) is not None


def _is_past_undated(news: News, period: Period, until: date, measure: str) -> bool:
    """Whether a period is over in a text whose own day is not known."""
    if measure in TOLLS and period.since and (until - period.since).days >= _YEAR_LONG:
        return True
    if measure not in _REPORTED_LATE and _is_before(news, period, until):
        return True
    if period.since is not None and (until - period.since).days > _LONG_PERIOD:
        return news.is_over(until.year)
    return until.year < (news.year or 0) and measure not in _REPORTED_LATE


def _is_before(news: News, period: Period, until: date) -> bool:
    """Whether a text without a day speaks of a time before its own, which its title or its weekdays tell."""
    if news.month and until < news.month:
        return True
    return news.dated and _is_whole_month(period, until)


def _is_whole_month(period: Period, until: date) -> bool:
    """Whether a period is a month by its name, as nobody calls the one that goes on."""
    if period.since is None or period.since.day != 1:
        return False
    return (until + timedelta(1)).day == 1 and period.since.month == until.month


def _is_past(news: News, spot: Spot, period: Period, days: tuple[date, date], measure: str) -> bool:
    """Whether a period whose last day is the first of `days` is over on the second, the day of publication."""
    until, today = days
    if measure in TOLLS and period.since and (min(until, today) - period.since).days >= _YEAR_LONG:
        return True
    if until >= today:
        return False
    gap = (today - until).days
    length = None if period.since is None else (until - period.since).days
    if length is not None and length > _LONG_PERIOD and until.year < today.year:
        return measure != "assisted"
    if measure in _REPORTED_LATE or length is None:
        return gap > _LATE or gap > _LATE_LAST_YEAR and until.year < today.year
    if gap > _SHORT_EVENT and news.dated and introduces(news.text, *spot.sentence):
        return True
    return gap > _SEASON or gap > news.near and length < _SHORT_PERIOD
