"""The table of what names a time: each pattern of the language with the function that reckons its days."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from re import Match
from typing import Any

from ...languages.language import alternatives, tables, times
from ...late import late
from . import named, parts, ranges, relative
from .clock import Clock
from .named import Stretch

_SLOT = re.compile(r"[A-Z]{3,}(?:_[A-Z]+)*")
_BREAK = re.compile(r"\\\n\s*")


def _leaning(_: Match[str], __: Clock) -> Stretch:
    """Words that lean on today and give no day."""
    return None, None


_NAMED: dict[str, Callable[[Match[str], Clock], Stretch | None]] = {
    "as_of_month": named.as_of_month,
    "before_month": named.before_month,
    "by_day": named.by_day,
    "by_edge": named.by_edge,
    "by_last_year": named.by_last_year,
    "by_mid_month": named.by_mid_month,
    "by_month": named.by_month,
    "by_year": named.by_year,
    "day": named.day,
    "decade": named.decade,
    "feast": named.feast,
    "from_day_to_day": ranges.from_day_to_day,
    "from_month_to_day": ranges.from_month_to_day,
    "from_month_to_month": ranges.from_month_to_month,
    "from_start_to_day": ranges.from_start_to_day,
    "from_year_to_year": ranges.from_year_to_year,
    "last_year": named.last_year,
    "leaning": _leaning,
    "month": named.month,
    "night_of_day": ranges.night_of_day,
    "part_of_month": parts.part_of_month,
    "part_of_year": parts.part_of_year,
    "since_day": named.since_day,
    "since_mid_month": named.since_mid_month,
    "since_month": named.since_month,
    "since_start": named.since_start,
    "since_year": named.since_year,
    "this_year": named.this_year,
    "week_to_day": ranges.week_to_day,
    "year": named.year,
}
_RELATIVE: dict[str, Callable[[Match[str], date], Stretch | None]] = {
    "day_of_this_month": relative.day_of_this_month,
    "days_ago": relative.days_ago,
    "last_days": relative.last_days,
    "last_month": relative.last_month,
    "last_named_month": relative.last_named_month,
    "last_night": relative.last_night,
    "last_week": relative.last_week,
    "night_to_weekday": relative.night_to_weekday,
    "nights": relative.nights,
    "since_weekday": relative.since_weekday,
    "till_today": relative.till_today,
    "this_month": relative.this_month,
    "to_weekday": relative.to_weekday,
    "today": relative.this_day,
    "weekday": relative.one_weekday,
    "weekday_last_week": relative.weekday_last_week,
    "weekend": relative.weekend,
    "within_days": relative.within_days,
    "year_before_last": relative.year_before_last,
    "years_ago": relative.years_ago,
    "yesterday": relative.yesterday,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to name a time. It is tried where all `clues` hold of the sentence and one of `words` stands in it."""

    pattern: re.Pattern[str]
    days: Callable[[Match[str], Clock], Stretch | None]
    clues: frozenset[str]
    words: frozenset[str]
    role: str
    """What it is to a figure, where the days do not tell."""
    firm: bool


def readings(clues: frozenset[str], words: frozenset[str]) -> list[Reading]:
    """The ways of the language for a sentence of these words of which these clues hold, in the order to try them."""
    always, by_word = _by_word(clues)
    told = always.union(*[by_word[word] for word in words if word in by_word])
    return [_readings()[k] for k in sorted(told)]


@cache
def _by_word(clues: frozenset[str]) -> tuple[frozenset[int], dict[str, list[int]]]:
    """Which ways these clues admit in any sentence, and which where one of their words stands in it."""
    always, by_word = set[int](), dict[str, list[int]]()
    for k, reading in enumerate(_readings()):
        if not reading.clues <= clues:
            continue
        if not reading.words:
            always.add(k)
        for word in reading.words:
            by_word.setdefault(word, []).append(k)
    return frozenset(always), by_word


@cache
def _readings() -> tuple[Reading, ...]:
    return tuple(_reading(row) for row in times()["times"])


def _reading(row: dict[str, Any]) -> Reading:
    return Reading(
        late(filled(row["pattern"]), re.IGNORECASE),
        _days(row["reading"]),
        frozenset(row.get("clues", ())),
        frozenset(row.get("words", ())),
        row.get("role", ""),
        row.get("firm", True),
    )


def _days(name: str) -> Callable[[Match[str], Clock], Stretch | None]:
    if name in _NAMED:
        return _NAMED[name]
    reckon = _RELATIVE[name]
    return lambda match, clock: reckon(match, clock.today) if clock.today else None


def filled(pattern: str) -> str:
    """A pattern of the language with its slots filled, which may have slots of their own."""
    return _SLOT.sub(lambda slot: filled(_slots()[slot.group()]), _BREAK.sub("", pattern))


@cache
def _slots() -> dict[str, str]:
    """The slots of the file, the lists of the reader of periods under their names in capitals, and a few of others."""
    lists = {name.upper(): alternatives("period", name) for name in tables("period")}
    others = {
        "AGAINST": alternatives("scope", "against"),
        "MONTH": alternatives("quantities", "months"),
        "NUMBER": "|".join(times()["counts"]),
        "WEEKDAY": "|".join(times()["weekdays"]),
    }
    return {**lists, **times()["slots"], **others}
