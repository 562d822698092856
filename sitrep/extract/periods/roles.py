"""What a stated time is to a figure: the days it covers, the day since which, or the day on which it was counted."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from ...languages.language import alternatives, times
from ...late import late
from .clock import day_of, number_of
from .period import Period
from .readings import filled

_I = re.IGNORECASE


def _pattern(name: str) -> re.Pattern[str]:
    return late(filled(times()["roles"][name]), _I)


_SAID_BEFORE, _SAID_FIRST, _SAID_NEXT = _pattern("said_before"), _pattern("said_first"), _pattern("said_next")
_SAID_IN, _FOUND, _AS_OF = _pattern("said_in"), _pattern("found"), _pattern("as_of")
_SAID_WHERE, _PRINTED = _pattern("said_where"), _pattern("printed")
_COUNTED_BEFORE, _COUNTED_AFTER = _pattern("counted_before"), _pattern("counted_after")
_SUM = late(rf"\b(?:{alternatives('period', 'sums')}|{alternatives('period', 'tolls')})\b[^.;\d]{{0,90}}\d", _I)
"""A toll that is told with its number."""
_TOLL, _STATE, _FROM, _COMPARED = (_pattern(n) for n in ("toll", "state", "changed_from", "compared"))
_FOREMOST, _RANKED, _PASSIVE = _pattern("foremost"), _pattern("ranked"), _pattern("passive")
_SINCE, _BEGAN, _BEGAN_IN = _pattern("since"), _pattern("began"), _pattern("began_in")
_BEGAN_ON, _GOES_ON = _pattern("began_on"), _pattern("goes_on")
_POSSESSIVE, _SAME_YEAR = _pattern("possessive"), _pattern("same_year")
_ENDS, _ENDED, _THAN = _pattern("ends"), _pattern("ended"), _pattern("than")
_RISEN, _FLED = _pattern("risen"), _pattern("fled")
_DAY_OF_MONTH = late(filled(r"^(?!.*YEAR).*\b(?:MONTH)\b"), _I)
_LATEST, _DAYS_LATER = _pattern("latest"), late(r"(?P<n>\w+) days? later", _I)
_VISITED, _LASTING, _ASSESSED = _pattern("visited"), _pattern("lasting"), _pattern("assessed")
_AGENCY = late(r"\.?,? \([^)\d]{2,40}\) ?(?:–|--|-) ")
_LONGEST = 46
"""Code points of the towns and the country in front of the date."""
_DASH = late(r"[^.\w]{0,3}(?:\([^)]{2,40}\))? ?(?:–|--|-)(?: |$)|[^.\w]{0,2}\d{4} ?(?:\([^)]{2,40}\))? ?(?:–|--|-) ")


def with_roles(text: str, start: int, end: int, found: Sequence[Period]) -> list[Period]:
    """The periods of the sentence text[start:end] with their roles; the date of a dateline is none."""
    kept = [p for p in found if not _in_dateline(text, start, end, p) and not _is_ranking(text, start, p)]
    if len(kept) > 1:
        kept = [p for p in kept if not _is_of_study(text, p) and not _ENDED.search(text[start : p.start][-70:])] or kept
    kept = [replace(p, flight=_FLED.search(text[start : p.start][-60:]) is not None) for p in kept]
    return [_since(text, start, _counted(text, start, end, p)) for p in _reckoned(text, kept)]


def _next(text: str, period: Period, before: Sequence[Period]) -> list[Period]:
    """A day after the last one that the sentence has named; none where it has named none."""
    last = next((p.until for p in reversed(before) if p.until and p.since == p.until), None)
    if last is None:
        return []
    later = _DAYS_LATER.match(text, period.start, period.end)
    day = last + timedelta(number_of(later["n"]) if later else 1)
    return [replace(period, since=day, until=day, firm=True, role="day")]


def _reckoned(text: str, found: Sequence[Period]) -> list[Period]:
    """A year is reckoned from the one that the sentence names before: "8 in 2024 and 9 the year before"."""
    kept: list[Period] = []
    for period in found:
        if period.role == "next":
            kept += _next(text, period, kept)
            continue
        year = next((p.until.year for p in reversed(kept) if p.until and (p.until.month, p.until.day) == (12, 31)), 0)
        if year and (named := _SAME_YEAR.match(text, period.start, period.end)):
            year -= named["before"] is not None
            period = replace(period, since=date(year, 1, 1), until=date(year, 12, 31), role="span")
        elif year and _is_of_year(text, period):
            period = _in_year(period, year)
        kept.append(period)
    return kept


def _is_of_year(text: str, period: Period) -> bool:
    """Whether a day is named by its month without a year: "In 2018, the dam burst on 9 May"."""
    named = text[period.start : period.end]
    return period.role == "day" and _DAY_OF_MONTH.search(named) is not None


def _in_year(period: Period, year: int) -> Period:
    """The same day of another year."""
    day = day_of(year, period.since.month, period.since.day) if period.since else None
    return replace(period, since=day, until=day) if day else period


def _in_dateline(text: str, start: int, end: int, period: Period) -> bool:
    """Whether a date only says when the article was written: "NAIROBI, 3 May 2024 –"."""
    if _AGENCY.match(text, period.end, end) or _PRINTED.match(text, period.start, end):
        return True
    head = text[start : period.start]
    if len(head) >= _LONGEST or head and not head[:2].isupper():
        return False
    return _DASH.match(text, period.end, end) is not None or head != "" and text[period.end : period.end + 2] == ": "


def _is_ranking(text: str, start: int, period: Period) -> bool:
    """Whether a time only tells among what something is the worst: "the deadliest raid this year"."""
    ranked = _RANKED.match(text, period.start, period.end)
    return ranked is not None and _FOREMOST.search(text[start : period.start][-60:]) is not None


def _counted(text: str, start: int, end: int, period: Period) -> Period:
    """A day on which somebody counted or spoke is the end of what the count covers."""
    before = text[start : period.start]
    if period.role == "span" and _is_of_count(text, before, period):
        return replace(period, role="count", since=None)
    if period.role in ("span", "day") and _THAN.search(before[-60:]):
        return replace(period, role="compared")
    if period.role in ("span", "count") and _COMPARED.search(before[-60:]):
        return replace(period, role="compared" if period.since else "earlier")
    if period.role == "since" and _FOREMOST.search(before[-60:]):
        return replace(period, role="earlier")
    if period.role != "day" or period.until is None or _POSSESSIVE.search(text[period.start : period.end]):
        return period
    if _LATEST.search(before[-70:]) and _SUM.search(text, start, end):
        return replace(period, role="latest")
    return _counted_on(before, text[period.end : end], period)


def _is_of_count(text: str, before: str, period: Period) -> bool:
    """Whether a month or a year is that in which somebody spoke, assessed or found it."""
    if _SAID_IN.search(before[-40:]) and not _ENDS.match(text, period.start):
        return True
    return _ASSESSED.search(before[-60:]) is not None or _is_of_study(text, period)


def _counted_on(before: str, after: str, day: Period) -> Period:
    """A day by what stands before and behind it: the one to which a count rose, from which it rose, or of the count."""
    if _RISEN.match(after[:40]):
        return replace(day, role="rising")
    if _FROM.search(before[-60:]):
        return replace(day, role="earlier", since=None)
    said = _SAID_BEFORE.search(before[-60:]) or _SAID_WHERE.search(before[-90:]) or _spoken(before, after)
    counted = _COUNTED_BEFORE.search(before[-40:]) or _COUNTED_AFTER.match(after[:40]) or _toll(before)
    stands = _AS_OF.search(before[-50:]) or _STATE.search(before[-40:]) or _LASTING.match(after[:40])
    if said or counted or stands or _VISITED.search(before[-80:]):
        return replace(day, role="count", since=None, spoken=bool(said))
    return day


def _is_of_study(text: str, period: Period) -> bool:
    """Whether a year or a month is that of a finding: "a survey in 2005 found that"."""
    return _FOUND.match(text, period.end) is not None


def _spoken(before: str, after: str) -> bool:
    """Whether the day opens what somebody says: "On Saturday the ministry said that", "The ministry on Friday said"."""
    if _SAID_NEXT.match(after[:40]):
        return True
    found = _SAID_FIRST.match(after[:90]) if len(before) < 4 else None
    return found is not None and not re.search(r"\d", found.group())


def _toll(before: str) -> bool:
    """Whether the day follows the number of a toll: "stood at 131 on Tuesday", "up from 238 on Monday"."""
    found = _TOLL.search(before[-70:])
    return found is not None and bool(re.search(r"\d", found["rest"])) and len(found["rest"].split()) < 9


def _since(text: str, start: int, period: Period) -> Period:
    """A day named after "since" begins the period: "since the rains began on 26 June"."""
    words = _SINCE.search(text[max(start, period.start - 80) : period.start])
    if words and period.role == "count" and _PASSIVE.search(words.group()):
        return replace(period, role="since", since=period.until, until=None)
    if words and (period.role == "day" or period.role == "span" and _BEGAN.search(words.group())):
        return replace(period, role="since", until=None)
    goes_on = period.role == "day" and _GOES_ON.match(text[period.end : period.end + 20])
    if goes_on and _BEGAN_ON.search(text[max(start, period.start - 60) : period.start]):
        return replace(period, role="since", until=None)
    before = text[max(start, period.start - 40) : period.start]
    if period.role == "span" and (
        _BEGAN_IN.search(before) or before.lower().endswith("since ") and not _FOREMOST.search(before)
    ):
        return replace(period, role="since", until=None)
    return period


def shifted(period: Period, today: date | None, counted: date | None) -> Period:
    """A stretch reckoned from today ("in the last 24 hours") is reckoned from an older day of the count."""
    if period.role != "window" or today is None or counted is None or counted >= today or period.since is None:
        return period
    back: timedelta = today - counted
    return replace(period, since=period.since - back, until=counted)
