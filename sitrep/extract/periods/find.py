"""When: the days that a sentence settles for its figures, reckoned from the day of publication.

A period is (since, until), either of which may be open; None where the text settles nothing.
"""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ...languages.language import alternatives, word_list
from ..quantities import MONTHS
from .period import Period
from .roles import with_roles

_MONTH_NUMBER = {
    name.lower(): i for names in (calendar.month_name, calendar.month_abbr) for i, name in enumerate(names) if name
} | {"sept": 9}
_DAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
_DAY = "|".join(_DAYS)
_COUNT = {
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "few": 3,
    "couple of": 2,
    "several": 3,
    "twelve": 12,
}
_DATE = (
    rf"(?:(?:{_DAY}),? )?(?:(?:the )?(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m1>{MONTHS})\.?(?:,? "
    rf"(?P<y1>(?:19|20)\d\d))?"
    rf"|(?P<m2>{MONTHS})\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,? (?P<y2>(?:19|20)\d\d))?)"
)
_MONTH = (
    rf"(?:(?P<part>early|late|mid|the end of|the start of|the beginning of|the middle of)[ -])?(?P<m3>{MONTHS})\b(?:,? "
    rf"(?:of )?(?P<y3>(?:19|20)\d\d|last year|this year|next year))?(?! \d)"
)
_I = re.IGNORECASE
_BETWEEN = re.compile(
    (
        rf"\b(?:between|from) (?:the )?(?P<a>\d{{1,2}})(?: (?P<am>{MONTHS}))?(?: (?P<ay>(?:19|20)\d\d))? "
        rf"(?:and|to|until|till) (?:the )?(?P<b>\d{{1,2}}) (?P<bm>{MONTHS})(?: (?P<by>(?:19|20)\d\d))?"
    ),
    _I,
)
_MONTH_FIRST = re.compile(
    rf"\b(?:between|from) (?P<am>{MONTHS})\.? (?P<a>\d{{1,2}})(?:, (?P<ay>(?:19|20)\d\d))? (?:and|to|until|through) "
    rf"(?P<bm>{MONTHS})\.? (?P<b>\d{{1,2}})\b(?:, (?P<by>(?:19|20)\d\d))?",
    _I,
)
_NIGHTS = re.compile(
    rf"\b(?:between|from) (?:late |early )?(?P<a>{_DAY})(?: \w+)? (?:and|to|until) (?:late |early )?(?P<b>{_DAY})\b", _I
)
_HOURS = re.compile(r"\bin (?:just |only |the space of )?(?P<n>24|48|72|a|one) (?P<u>hours?|day)\b", _I)
_BOTH = re.compile(
    rf"(?:\bovernight )?\b(?P<a>\d{{1,2}})(?: (?P<am>{MONTHS}))? ?(?:and|to|-|–) ?"
    rf"(?P<b>\d{{1,2}}) (?P<bm>{MONTHS})(?: (?P<by>(?:19|20)\d\d))?\b",
    _I,
)
_WEEK_TO = re.compile(rf"\bweek (?:to|ending|up to) (?:on )?{_DATE}", _I)
_NIGHT_OF = re.compile(rf"\b(?:night of|overnight on) (?:the )?{_DATE}", _I)
_DECADE = re.compile(r"\b(?P<y>(?:19|20)\d0)'?s\b")
_EVENT_YEAR = re.compile(rf"\b(?P<y>(?:19|20)\d\d) (?:{alternatives('period', 'named_by_year')})\b", _I)
_MONTH_SAW = re.compile(rf"\b(?P<m3>{MONTHS})(?P<y3>)(?= (?:saw|brought|alone)\b)", _I)
_MID = re.compile(
    rf"\b(?:as (?:of|recently as)|by|in|until|at|since) mid-(?P<m3>{MONTHS})\b(?: (?P<y3>(?:19|20)\d\d))?", _I
)
_END_OF = re.compile(
    rf"\b(?:by|at|until|as of) the (?P<which>end|start|beginning) of (?:(?P<m3>{MONTHS})\b(?: (?P<y3>(?:19|20)\d\d))?"
    r"|(?P<last>last|this|the) (?P<unit>year|month))",
    _I,
)
_OVERNIGHT = re.compile(r"\b(?:overnight|last night)\b", _I)
_SINCE_START = re.compile(
    r"\bsince the (?:start|beginning) of (?:the )?(?P<y>(?:19|20)\d\d|year|this year|month|this month)\b", _I
)
_LAST_NAMED = re.compile(rf"\b(?:in |during )?last (?P<m>{MONTHS})\b", _I)
_YEAR_SPAN = re.compile(r"\b(?P<a>(?:19|20)\d\d)[-–/](?P<b>\d\d(?:\d\d)?)\b")
_SINCE_DATE = re.compile(rf"\bsince (?:the )?(?:morning of |night of |evening of |early )?{_DATE}", _I)
_SINCE_DAY = re.compile(rf"\bsince (?:last |early )?(?P<day>{_DAY})\b", _I)
_SINCE_MONTH = re.compile(rf"\bsince {_MONTH}", _I)
_SINCE_YEAR = re.compile(
    (
        r"\bsince (?:it began in |the (?:war|conflict|crisis) (?:began|started|erupted) in |early |"
        r"late |mid-?)?(?P<y>(?:19|20)\d\d)\b"
    ),
    _I,
)
_BY_DATE = re.compile(rf"\b(?:by|until|as of|up to|as at) (?:the (?:end|evening|morning) of )?{_DATE}", _I)
_BY_MONTH = re.compile(rf"\b(?:by|until|up to) (?:the end of )?{_MONTH}", _I)
_ON_DATE = re.compile(rf"\b(?:(?:on|of|was|night of|early|late) )?(?:the )?{_DATE}", _I)
_PAST = re.compile(
    (
        r"\b(?:over|in|within|during|for|of|after) (?:just |only |less than |about |the |these |some "
        r")*(?:past|last|previous|preceding)? ?(?P<n>a|one|two|three|four|five|six|seven|eight|nine|"
        r"ten|few|couple of|several|\d{1,3})?[ -](?P<u>hours?|days?|weeks?|months?|fortnight)\b"
    ),
    _I,
)
_PAST_FIRM = re.compile(
    (
        r"\b(?:over|in|within|during|for) (?:the )?(?:past|last) (?P<n>two|three|four|five|six|seven|"
        r"eight|nine|ten|few|couple of|several|\d{1,3})?[ -]?(?P<u>hours?|days?|weeks?|months?|"
        r"week|month|fortnight)\b"
    ),
    _I,
)
_JUST = re.compile(
    (
        r"\bwithin (?:just |only )?(?P<n>two|three|four|five|\d{1,3})[ -](?P<u>days?|weeks?)\b|\b(?P<n2>two|"
        r"three|four|five)-day\b"
    ),
    _I,
)
_ON_DAY = re.compile(
    (
        rf"\b(?:on |late |early |last |overnight |this )*(?P<day>{_DAY})(?:'s|\b)(?: (?:morning|night|"
        rf"evening|afternoon))?(?!\w)"
    ),
    _I,
)
_IN_MONTH = re.compile(rf"\b(?:in|during|of|throughout|for) (?:the (?:month of )?)?{_MONTH}(?: alone)?", _I)
_SPAN_MONTHS = re.compile(
    (
        rf"\b(?:from|between) (?P<a>{MONTHS})\b(?: (?P<ay>(?:19|20)\d\d))? (?:to|and|until|through) "
        rf"(?P<b>{MONTHS})\b(?: (?P<y>(?:19|20)\d\d|next year|last year))?"
    ),
    _I,
)
_YEARS = re.compile(r"\b(?:from|between) (?P<a>(?:19|20)\d\d) (?:to|and|until|through) (?P<b>(?:19|20)\d\d)\b", _I)
_IN_YEAR = re.compile(
    (
        r"\b(?:in|during|of|back to|throughout|for|in the|the|early|late|mid-?)[ -](?P<y>(?:19[0-9]\d|"
        r"20[0-4]\d))\b(?! (?:people|families|houses|homes))"
    ),
    _I,
)
_TODAY = re.compile(r"\b(?:today|this morning|tonight|this afternoon)\b", _I)
_YESTERDAY = re.compile(r"\byesterday(?:'s)?\b", _I)
_THIS_YEAR = re.compile(
    (
        r"\b(?:so far )?this year\b|\bthe year's total\b|\bthis calendar year\b|\bsince the (?:start|"
        r"beginning) of (?:the|this) year\b"
    ),
    _I,
)
_LAST_YEAR = re.compile(
    r"\blast year(?:'s)?\b|\bthe year before\b|\ba year (?:ago|earlier)\b|\bthe previous year\b", _I
)
_YEAR_BEFORE = re.compile(r"\bthe year before\b", _I)
_THIS_MONTH = re.compile(r"\b(?:earlier |so far |early )?this month\b", _I)
_LAST_MONTH = re.compile(r"\blast month\b", _I)
_LAST_WEEK = re.compile(r"\blast week(?!end)\b", _I)
_WEEKEND = re.compile(r"\b(?:over|at|during) the (?:last |past )?weekend\b|\blast weekend\b", _I)
_THIS_TIME = re.compile(r"\b(?:this time|this week|now)\b", _I)
_AGO = re.compile(
    (
        r"\b(?P<n>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twenty(?:-one)?|a few|several)(?: "
        r"and a half)? (?P<u>years|months|decades) ago\b"
    ),
    _I,
)


_DIGIT = re.compile(r"\d")
_MONTHLY = word_list("period", "monthly")
_NOWS = word_list("period", "nows")
# One of these stands in every period that is reckoned from the day of publication.
_TIMES = frozenset(_DAYS) | frozenset(
    [
        "past",
        "last",
        "within",
        "day",
        "today",
        "tonight",
        "morning",
        "afternoon",
        "yesterday",
        "year",
        "month",
        "weekend",
        "week",
        "ago",
        "overnight",
        "hours",
        "night",
    ]
)


def _monthly(word: str) -> bool:
    return word[:3] in _MONTHLY


def periods(
    text: str, start: int, end: int, today: date | None, words: frozenset[str], year: int | None = None
) -> list[Period]:
    """All periods of one sentence. `today` is the day of publication; `words` its words in lower case.

    `year` is the one of which a text without a date speaks: days and months without a year are taken for its.
    """
    found: list[Period] = []
    day0 = today or (date(year, 12, 31) if year else None)

    def add(match: re.Match[str], since: date | None, until: date | None, firm: bool = True, role: str = "") -> None:
        if not any(p.start < match.end() and match.start() < p.end for p in found):
            role = role or (
                "count" if since is None else "since" if until is None else "day" if since == until else "span"
            )
            found.append(Period(match.start(), match.end(), since, until, firm, role))

    digit = _DIGIT.search(text, start, end) is not None
    month = any(map(_monthly, words))
    if digit and month:
        for match in _BETWEEN.finditer(text, start, end):
            add(match, *_between(match, day0))
        for match in _MONTH_FIRST.finditer(text, start, end):
            add(match, *_between(match, day0))
        for match in _BOTH.finditer(text, start, end):
            add(match, *_between(match, day0))
        for match in _WEEK_TO.finditer(text, start, end):
            if day := _day(match, day0):
                add(match, day - timedelta(6), day)
        for match in _NIGHT_OF.finditer(text, start, end):
            if day := _day(match, day0):
                add(match, day, day + timedelta(1))
    if digit:
        for match in _YEARS.finditer(text, start, end):
            add(match, date(int(match["a"]), 1, 1), date(int(match["b"]), 12, 31))
    if month:
        for match in _SPAN_MONTHS.finditer(text, start, end):
            add(match, *_months(match, day0))
    if digit:
        for match in _YEAR_SPAN.finditer(text, start, end):
            last = int(match["b"]) if len(match["b"]) == 4 else int(match["a"][:2] + match["b"])
            if int(match["a"]) < last:
                add(match, date(int(match["a"]), 1, 1), date(last, 12, 31))
        for match in _DECADE.finditer(text, start, end):
            add(match, date(int(match["y"]), 1, 1), date(int(match["y"]) + 9, 12, 31))
    if "end" in words or "start" in words or "beginning" in words:
        for match in _END_OF.finditer(text, start, end):
            if day := _edge(match, day0):
                add(match, None, day)
    if month and "mid" in words:
        for match in _MID.finditer(text, start, end):
            if span := _month(match, day0):
                middle = span[0].replace(day=15)
                since = match.group().lower().startswith("since")
                add(match, middle if since else None, None if since else middle)
    if month and not words.isdisjoint(("saw", "brought", "alone")):
        for match in _MONTH_SAW.finditer(text, start, end):
            if span := _month(match, day0):
                add(match, *span)
    if "since" in words:
        for match in _SINCE_START.finditer(text, start, end):
            if first := _start_of(match["y"].lower(), day0):
                add(match, first, None)
        for match in _SINCE_DATE.finditer(text, start, end):
            if day := _day(match, day0):
                add(match, day, None)
        for match in _SINCE_YEAR.finditer(text, start, end):
            add(match, date(int(match["y"]), 1, 1), None)
        for match in _SINCE_MONTH.finditer(text, start, end):
            if span := _month(match, day0):
                add(match, _part_start(match, span), None)
    if digit and month:
        for match in _BY_DATE.finditer(text, start, end):
            if day := _day(match, day0):
                add(match, None, day)
    if month:
        for match in _BY_MONTH.finditer(text, start, end):
            if span := _month(match, day0, forward=True):
                add(match, None, span[1])
    if digit and month:
        for match in _ON_DATE.finditer(text, start, end):
            if day := _day(match, day0):
                add(match, day, day)
    if month:
        for match in _IN_MONTH.finditer(text, start, end):
            if span := _month(match, day0):
                add(match, *span)
    if digit:
        for match in _IN_YEAR.finditer(text, start, end):
            add(match, date(int(match["y"]), 1, 1), date(int(match["y"]), 12, 31))
    if digit:
        for match in _EVENT_YEAR.finditer(text, start, end):
            add(match, date(int(match["y"]), 1, 1), date(int(match["y"]), 12, 31))
    if not words.isdisjoint(_NOWS):
        for match in _THIS_TIME.finditer(text, start, end):
            add(match, None, None, False)
    if today is None and year is not None and "year" in words:
        for match in _THIS_YEAR.finditer(text, start, end):
            add(match, date(year, 1, 1), None)
        for match in _LAST_YEAR.finditer(text, start, end):
            add(match, date(year - 1, 1, 1), date(year - 1, 12, 31))
    if today is not None and not words.isdisjoint(_TIMES):
        _relative(text, start, end, today, add)
    return with_roles(text, start, end, sorted(found, key=lambda p: p.start))


def _edge(match: re.Match[str], today: date | None) -> date | None:
    """The first or last day of the month or year that a text names by its edge: "at the end of last year"."""
    last = match["which"].lower() == "end"
    if match["m3"]:
        span = _month(match, today)
        return span[last] if span else None
    if today is None:
        return None
    if match["unit"].lower() == "year":
        year = today.year - (match["last"].lower() == "last")
        return date(year, 12, 31) if last else date(year, 1, 1)
    first = today.replace(day=1) - relativedelta(months=int(match["last"].lower() == "last"))
    return first + relativedelta(months=1, days=-1) if last else first


def _start_of(stretch: str, today: date | None) -> date | None:
    if stretch.isdigit():
        return date(int(stretch), 1, 1)
    if today is None:
        return None
    return today.replace(day=1) if stretch.endswith("month") else date(today.year, 1, 1)


def _relative(text: str, start: int, end: int, today: date, put: Callable[..., None]) -> None:
    for match in _SINCE_DAY.finditer(text, start, end):
        put(match, _weekday(match["day"], today), None)
    for match in _PAST_FIRM.finditer(text, start, end):
        put(match, _back(match["n"], match["u"], today), today, role="window")
    for match in _NIGHTS.finditer(text, start, end):
        last = _weekday(match["b"], today)
        put(match, _weekday(match["a"], last), last)
    for match in _HOURS.finditer(text, start, end):
        put(match, _back(match["n"], match["u"], today), today, role="window")
    for match in _JUST.finditer(text, start, end):
        first = _back(match["n"] or match["n2"], match["u"] or "days", today) + timedelta(1)
        put(match, first, today, False, role="within")
    for match in _ON_DAY.finditer(text, start, end):
        day = _weekday(match["day"], today)
        put(match, day, day)
    for match in _TODAY.finditer(text, start, end):
        put(match, today, today, False)
    for match in _OVERNIGHT.finditer(text, start, end):
        put(match, today - timedelta(1), today)
    for match in _LAST_NAMED.finditer(text, start, end):
        month = _MONTH_NUMBER[match["m"].lower()]
        year = today.year - (month >= today.month)
        put(match, date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
    for match in _YESTERDAY.finditer(text, start, end):
        put(match, today - timedelta(1), today - timedelta(1))
    for match in _THIS_YEAR.finditer(text, start, end):
        put(match, date(today.year, 1, 1), today)
    for match in _YEAR_BEFORE.finditer(text, start, end):
        put(match, date(today.year - 2, 1, 1), date(today.year - 2, 12, 31), False)
    for match in _LAST_YEAR.finditer(text, start, end):
        put(match, date(today.year - 1, 1, 1), date(today.year - 1, 12, 31))
    for match in _THIS_MONTH.finditer(text, start, end):
        put(match, today.replace(day=1), today)
    for match in _LAST_MONTH.finditer(text, start, end):
        first = today.replace(day=1) - relativedelta(months=1)
        put(match, first, today.replace(day=1) - timedelta(1))
    for match in _LAST_WEEK.finditer(text, start, end):
        monday = today - timedelta(today.weekday() + 7)
        put(match, monday, monday + timedelta(6), False)
    for match in _WEEKEND.finditer(text, start, end):
        saturday = _weekday("saturday", today - timedelta(1))
        put(match, saturday, saturday + timedelta(1))
    for match in _AGO.finditer(text, start, end):
        if match["u"].lower() in ("years", "decades"):
            number = min(_number(match["n"]) * (10 if match["u"].lower() == "decades" else 1), today.year - 1)
            put(match, date(today.year - number, 1, 1), date(today.year - number, 12, 31))


def _number(word: str | None) -> int:
    word = (word or "a").lower()
    if word.isdigit():
        return int(word)
    return 21 if word == "twenty-one" else 20 if word == "twenty" else _COUNT.get(word.removeprefix("a "), 1)


def _back(count: str | None, unit: str, today: date) -> date:
    number, unit = _number(count), unit.lower().rstrip("s")
    if unit == "hour":
        return today - timedelta(max(1, round(number / 24)))
    if unit == "month":
        return today - relativedelta(months=number)
    return today - timedelta(number * {"day": 1, "week": 7, "fortnight": 14}[unit])


def _weekday(name: str, today: date) -> date:
    """The last such day, today included: news calls today by its name."""
    return today - timedelta((today.weekday() - _DAYS[name.lower()]) % 7)


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day(match: re.Match[str], today: date | None) -> date | None:
    day = match["d1"] or match["d2"]
    month = _MONTH_NUMBER[(match["m1"] or match["m2"]).lower()]
    year = match["y1"] or match["y2"]
    if year:
        return _safe(int(year), month, int(day))
    if today is None:
        return None
    found = _safe(today.year, month, int(day))
    if found and found > today + timedelta(45):
        found = _safe(today.year - 1, month, int(day))
    return found


def _month(match: re.Match[str], today: date | None, forward: bool = False) -> tuple[date, date] | None:
    month, given = _MONTH_NUMBER[match["m3"].lower()], match["y3"]
    if match["m3"] in ("may", "march", "mar", "dec"):
        return None
    if given and given.isdigit():
        year = int(given)
    elif today is None:
        return None
    elif given:
        year = today.year + {"last year": -1, "this year": 0, "next year": 1}[given.lower()]
    else:
        year = today.year
        if forward and month < today.month and (today.month - month) > 6:
            year += 1
        elif month > today.month and not forward:
            year -= 1
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _part_start(match: re.Match[str], span: tuple[date, date]) -> date:
    part = (match["part"] or "").lower()
    return (
        span[0].replace(day=15)
        if part.startswith(("mid", "the mid"))
        else span[0].replace(day=20)
        if part in ("late", "the end of")
        else span[0]
    )


def _months(match: re.Match[str], today: date | None) -> tuple[date | None, date | None]:
    given = match["y"]
    if given and given.isdigit():
        year = int(given)
    elif today is None:
        return None, None
    else:
        year = today.year + {"next year": 1, "last year": -1}.get((given or "").lower(), 0)
    first, second = _MONTH_NUMBER[match["a"].lower()], _MONTH_NUMBER[match["b"].lower()]
    start_year = int(match["ay"]) if match["ay"] else year - (first > second)
    if first > second and not given and not match["ay"] and today and today.month >= first:
        start_year, year = today.year, today.year + 1
    return date(start_year, first, 1), date(year, second, calendar.monthrange(year, second)[1])


def _between(match: re.Match[str], today: date | None) -> tuple[date | None, date | None]:
    month_b = _MONTH_NUMBER[match["bm"].lower()]
    month_a = _MONTH_NUMBER[match["am"].lower()] if match["am"] else month_b
    if match["by"]:
        year = int(match["by"])
    elif today is None:
        return None, None
    else:
        year = today.year - (month_b > today.month + 1)
    first = int(match["ay"]) if "ay" in match.groupdict() and match["ay"] else year - (month_a > month_b)
    return _safe(first, month_a, int(match["a"])), _safe(year, month_b, int(match["b"]))


def period_of(found: list[Period], at: int, end: int, others: list[int], clause: tuple[int, int]) -> Period | None:
    """The period of the figure at `at`: the nearest one, other figures and clauses between counting against it."""
    best: Period | None = None
    least = 1e9
    for period in found:
        if period.start >= end:
            cost = (period.start - end) / 30 + 2.0 * sum(end <= o < period.start for o in others)
        else:
            cost = (at - period.end) / 40 + 0.7 * sum(period.end <= o < at for o in others)
        if not clause[0] <= period.start < clause[1]:
            cost += 2.0
        if cost < least:
            best, least = period, cost
    return best
