"""Dates of publication as outlets print them: "03:09 PM, Nov 28, 2024", "28 November 2024", ISO 8601, RFC 2822.

Only whole dates count: a date without a year, or 03/04/2024, which is two days, is not read at all.
"""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import lru_cache

from ..model import Moment
from .words import months, phrases

_WORDS = frozenset(["de", "at", "on", "a", "p", "m", "am", "pm", "utc", "gmt", "z", "h", "hrs"])
_ZONE = re.compile("[A-Z]{2,4}T")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?\s?(?:Z|[+-]\d\d(?::?\d\d)?)?)?", re.I)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(T\d{6}Z?)?")


@lru_cache(maxsize=1)
def date_pattern() -> str:
    """A regular expression (for re.I) of one date, with a time and zone before or after it if there is one."""
    # Any word stands for a month or weekday here: which it is is looked up, since lists of names compile slowly.
    month = day = r"[^\W\d_]{2,12}"
    zone = r"(?:\s?(?:utc|gmt|z)\b(?:\s?[+-]\d{1,2}(?::?\d\d)?)?|\s?[+-]\d\d:?\d\d|\s?(?-i:[A-Z]{2,4}T)\b)"
    clock = rf"\d{{1,2}}[:.h]\d\d(?::\d\d)?\s?(?:[ap]\.?\s?m\b\.?)?{zone}?(?:\s?hrs)?"
    month_first = rf"{month}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    day_first = rf"\d{{1,2}}(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+)?{month}\.?,?\s+(?:de\s+)?\d{{4}}"
    numeric = r"(?:\d{1,2}[/.]\d{1,2}[/.]\d{4})"
    bare = rf"(?:{_ISO.pattern}|{month_first}|{day_first}|{numeric})"
    return rf"(?:{clock}[\s,|–—-]+(?:on\s+)?)?(?:{day}\.?,?\s+)?{bare}(?:(?:\s*[,|–—-]|\s+at)?\s*{clock})?(?!\w)"


@lru_cache(maxsize=1)
def _exact() -> re.Pattern[str]:
    return re.compile(date_pattern(), re.I)


def parse_published(text: str) -> Moment | None:
    """The day or moment that all of `text` states, with its zone where stated; None if it is no plain date."""
    text = " ".join(text.split())
    try:
        return _iso(text) or (_worded(text) if _exact().fullmatch(text) else None) or _mail(text)
    except ValueError:
        return None


def _iso(text: str) -> Moment | None:
    if match := _COMPACT.fullmatch(text):
        year, month, day, clock = match.groups()
        text = f"{year}-{month}-{day}{clock or ''}"
    if not _ISO.fullmatch(text):
        return None
    if len(text) == 10:
        return _plausible(date.fromisoformat(text))
    return _plausible(datetime.fromisoformat(text.upper().replace(" ", "T", 1).replace(" ", "")))


def _mail(text: str) -> Moment | None:
    if not re.search(r"\d{4} \d\d?:\d\d", text):
        return None
    moment = parsedate_to_datetime(text)
    # RFC 2822: "-0000" says that the zone is not known.
    return _plausible(moment)


def _worded(text: str) -> Moment | None:
    day = _day(text) if _knows(text) else None
    if day is None:
        return None
    clock = _clock(text)
    return _plausible(datetime.combine(day, clock) if clock else day)


def _knows(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", re.sub(r"(?<=\d)(?:st|nd|rd|th|er|º|[TZ])", " ", text))
    return all(_ZONE.fullmatch(word) or word.lower() in _known_words() for word in words)


@lru_cache(maxsize=1)
def _known_words() -> frozenset[str]:
    return _WORDS | months().keys() | frozenset(phrases("weekdays"))


def _day(text: str) -> date | None:
    if match := re.search(r"\d{4}-\d\d-\d\d", text):
        return date.fromisoformat(match[0])
    if match := re.search(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})", text):
        return _numeric(*(int(g) for g in match.groups()))
    year = int(re.findall(r"(?<!\d)\d{4}(?!\d)", text)[0])
    word = next((w for w in re.findall(r"[^\W\d_]+", text.lower()) if w in months()), None)
    if word is None:
        return None
    without_clock = re.sub(r"\d{1,2}[:.h]\d\d(?::\d\d)?|[+-]\d\d:?\d\d", " ", text)
    number = next(int(n) for n in re.findall(r"(?<!\d)\d{1,2}(?!\d)", without_clock))
    return date(year, months()[word], number)


def _numeric(first: int, second: int, year: int) -> date | None:
    if first == second or first > 12 >= second:
        return date(year, second, first)
    return date(year, first, second) if second > 12 >= first else None


def _clock(text: str) -> time | None:
    match = re.search(r"(\d{1,2})[:h](\d\d)(?::(\d\d))?\s?([ap])?", text, re.I)
    # A zone that may be several (EST, IST) leaves only the day.
    if match is None or re.match(r"\.?[Mm]?\.?\s?(?!GMT)[A-Z]{2,4}T\b", text[match.end() :]):
        return None
    hour, minute, second, half = int(match[1]), int(match[2]), int(match[3] or 0), (match[4] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute, second, tzinfo=_zone(text[match.end() :]))


def _zone(text: str) -> timezone | None:
    named = re.match(r"\.?\s?m?\.?\s?(utc|gmt|z)?\s?([+-])?(\d{1,2})?:?(\d\d)?", text, re.I)
    if named is None or not (named[1] or (named[2] and named[3])):
        return None
    if not (named[2] and named[3]):
        return UTC
    offset = timedelta(hours=int(named[3]), minutes=int(named[4] or 0))
    return timezone(-offset if named[2] == "-" else offset)


def _plausible(moment: Moment) -> Moment | None:
    return moment if 1900 <= moment.year <= 2100 else None
