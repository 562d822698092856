"""When: the days that a sentence settles for its figures, reckoned from the day of publication.

A period is (since, until), either of which may be open; None where the text settles nothing.
"""

import re
from datetime import date

from ...languages.language import times
from .clock import Clock
from .period import Period
from .readings import Reading, readings
from .roles import with_roles

_DIGIT = re.compile(r"\d")
_YEAR = re.compile(times()["slots"]["YEAR"])
_MONTHS = frozenset(name[:3] for name in times()["months"])
_WEEKDAYS = frozenset(times()["weekdays"])


def periods(
    text: str, start: int, end: int, today: date | None, words: frozenset[str], year: int | None = None
) -> list[Period]:
    """All periods of one sentence. `today` is the day of publication; `words` its words in lower case.

    `year` is the one of which a text without a date speaks: days and months without a year are taken for its.
    """
    clock, found = Clock(today, year), list[Period]()
    for reading in readings(_clues(text, start, end, clock, words), words):
        _read(reading, text, start, end, clock, found)
    return with_roles(text, start, end, sorted(found, key=lambda p: p.start))


def _clues(text: str, start: int, end: int, clock: Clock, words: frozenset[str]) -> frozenset[str]:
    """What holds of the sentence, so that most patterns need not be tried."""
    digit = _DIGIT.search(text, start, end) is not None
    held = {
        "digit": digit,
        "year": digit and _YEAR.search(text, start, end) is not None,
        "month": not _MONTHS.isdisjoint([word[:3] for word in words]),
        "weekday": not words.isdisjoint(_WEEKDAYS),
        "today": clock.today is not None,
        "clock": clock.day is not None,
    }
    return frozenset(name for name, holds in held.items() if holds)


def _read(reading: Reading, text: str, start: int, end: int, clock: Clock, found: list[Period]) -> None:
    """Add the times that are named in one way, where none is that an earlier one took."""
    for match in reading.pattern.finditer(text, start, end):
        days = reading.days(match, clock)
        if days is not None and not any(p.start < match.end() and match.start() < p.end for p in found):
            found.append(Period(match.start(), match.end(), *days, reading.firm, reading.role or _role(*days)))


def _role(since: date | None, until: date | None) -> str:
    return "count" if since is None else "since" if until is None else "day" if since == until else "span"
