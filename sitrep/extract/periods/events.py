"""The days on which what an article tells of happened, by the sentences that say so, with or without a figure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from ...languages.language import times as wordings
from ...languages.language import word_list
from ...late import late
from .period import Period
from .readings import filled

_HAPPENS = word_list("period", "happens")
_STARTS = word_list("period", "starts")
_LINGERING = word_list("period", "lingering")
_MOMENTARY = word_list("period", "momentary")
_CAPTION = late(filled(wordings()["caption"]["pattern"]))
_ROLES = frozenset(["day", "since", "span", "window", "after"])
_LEAD = 3
"""Sentences that reckon from the day of writing: "Three days after a quake" is later reckoned from the quake on."""
RECENT = timedelta(100)
"""How far back the event of a piece of news can lie."""
_LONG_AGO = timedelta(200)
"""How far back what is over is no longer the news."""
_HEADING, _STOPS = 70, ".!?"
"""How long a heading can be, and what it does not end with."""
_FIRST = 12
"""Code points in which a line that opens with a number has it."""
_BRIEF = timedelta(12)
"""How long a stretch can be to be that of an event."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Days that a sentence has settled, and for which places."""

    k: int
    since: date | None
    until: date | None
    places: tuple[str, ...]
    scope: str
    event: bool
    """Whether they are those of an event, not of a figure."""
    money: bool = False
    """Whether they are those of a sum of money, which shares no days with what happened."""
    aid: bool = False
    """Whether they are the day by which aid was given, which says nothing of the event."""
    given: bool = False
    """Whether they are those of aid."""
    starts: bool = False
    """Whether it began then and went on."""
    goes_on: bool = False
    """Whether it does harm for days, so that its toll is that of the day of writing: a cyclone."""
    heads: bool = False
    """Whether a heading gives them to what stands below it."""
    sudden: bool = False
    """Whether the event was one of a moment: a quake, a raid."""


class Sentences(Protocol):
    """What is asked of an article's sentences."""

    today: date | None

    def line(self, k: int) -> str:
        """The text of sentence `k` in lower case."""

    def words(self, k: int) -> frozenset[str]:
        """The words of sentence `k` in lower case."""

    def times(self, k: int) -> list[Period]:
        """The times that it names."""

    def places(self, k: int) -> tuple[str, ...]:
        """The names of the places that it names."""

    def parted(self, j: int, k: int) -> bool:
        """Whether another paragraph begins between two sentences."""

    def is_title(self, k: int) -> bool:
        """Whether it is the article's title."""


def events(sentences: Sentences, stop: int) -> Iterator[Entry]:
    """The events that the sentences before `stop` date, of each sentence the first."""
    for k in range(stop):
        title = sentences.is_title(k)
        heads = not title and _is_heading(sentences, k)
        if not title and not heads and _HAPPENS.isdisjoint(sentences.words(k)):
            continue
        if _CAPTION.search(sentences.line(k)):
            continue
        times = [t for t in sentences.times(k) if _is_event(t, sentences.today) and not (title and t.role == "day")]
        times = [t for t in times if t.role != "after" or k < _LEAD]
        past = [] if times else [t for t in sentences.times(k) if _is_past(t, sentences.today)]
        if times or past:
            first = min(times or past, key=lambda t: t.since or date.max)
            starts = first.role in ("day", "since") and not _STARTS.isdisjoint(sentences.words(k))
            until = None if starts and times else first.until
            scope = "current" if times else "background"
            sudden = not _MOMENTARY.isdisjoint(sentences.words(k))
            goes_on = not _LINGERING.isdisjoint(sentences.words(k))
            said = {"starts": starts, "sudden": sudden, "goes_on": goes_on, "heads": heads}
            yield Entry(k, first.since, until, sentences.places(k), scope, True, **said)


def _stands_above(sentences: Sentences, k: int) -> bool:
    """Whether another paragraph follows a sentence."""
    return sentences.line(k + 1) != "" and sentences.parted(k, k + 1)


def _is_heading(sentences: Sentences, k: int) -> bool:
    """Whether a line says since when what stands below it is counted: "Cumulative losses since 26 June"."""
    line = sentences.line(k).strip()
    if not line or len(line) > _HEADING or line[-1] in _STOPS or not _stands_above(sentences, k):
        return False
    return any(t.role == "since" for t in sentences.times(k)) and not any(c.isdigit() for c in line[:_FIRST])


def is_over(sentences: Sentences, k: int) -> bool:
    """Whether a sentence tells of nothing but what happened long before the news."""
    times = [t for t in sentences.times(k) if t.since or t.until]
    if sentences.is_title(k) or not times or not all(_is_past(t, sentences.today) for t in times):
        return False
    return not _HAPPENS.isdisjoint(sentences.words(k))


def _is_past(time: Period, today: date | None) -> bool:
    """Whether a time is that of another event, long over: "in 2008"."""
    return today is not None and time.role in _ROLES and time.until is not None and today - time.until > _LONG_AGO


def _is_event(time: Period, today: date | None) -> bool:
    if time.role not in _ROLES or time.since is None or not time.firm:
        return False
    if time.until and time.until - time.since > _BRIEF:
        return False
    return today is None or timedelta() <= today - time.since <= RECENT
