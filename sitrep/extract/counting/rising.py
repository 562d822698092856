"""Counts said to be their number, to stand at it, to rise or fall to it: "the toll reached 23", "the dead are 12"."""

from ...languages.language import word_list
from ..items import ADVERBS, BE, PREPOSITIONS
from .walk import Walk
from .words import opening

_GROWTH = word_list("counting", "growth")
_PUTS = word_list("counting", "puts")
_CONSIST = word_list("counting", "consist")
_TALLIES = word_list("counting", "tallies")
_RAISING = word_list("counting", "raising")
_FLOWS = frozenset(["displaced", "refugees", "returned"])
_PERSONS = ("people", "households")
_GROUPS = ("the", "those", "'s")
_SHORT = 4
_OPENING = 5
_DATE = 6
"""Items that "since" and a date have at most, and one more."""


def grown(walk: Walk) -> bool:
    """Whether the number is what something rose or fell to: its subject is a count, however far."""
    row, at = walk.row, walk.at
    first = opening(row)
    tolls = (s.frame == "toll" for item in row[first : first + _OPENING] for s in item.senses)
    if (row[at - 1].w in BE or row[at - 1].w in _GROWTH) and any(tolls):
        return True
    return row[at - 1].w in ("to", "at", "past") and any(item.w in _GROWTH for item in row[max(0, at - 4) : at - 1])


def grows(walk: Walk) -> bool:
    """Whether what stands at `k` rises, falls or comes to the number."""
    if walk.row[walk.k - 1].w in PREPOSITIONS and walk.k > 1:
        # "Casualties from air strikes | rose to 930" counts no strikes.
        return False
    behind = [item.w for item in walk.row[walk.k + 1 : walk.at]]
    if behind == ["to"] and any(item.w in _RAISING for item in walk.row[max(0, walk.k - 2) : walk.k]):
        return True
    return not _GROWTH.isdisjoint(behind) or behind[-1:] == ["at"] and not _PUTS.isdisjoint(behind)


def put_at(walk: Walk) -> bool:
    """ "puts civilian casualties at 8,000", "the evacuees, put at 900"."""
    row, at = walk.row, walk.at
    if row[at - 1].w != "at":
        return False
    near = row[max(0, walk.k - 12) : walk.k] if at - walk.k <= _SHORT or _is_dated(walk) else []
    return row[at - 2].w in _PUTS or any(item.w in _PUTS or item.w in _GROWTH for item in near)


def _is_dated(walk: Walk) -> bool:
    """Whether only a time stands between a count and its number: "the casualties | since 7 October 2023 at 18,000"."""
    between = walk.row[walk.k + 1 : walk.at - 1]
    return between[:1] != [] and between[0].w == "since" and len(between) < _DATE and not any(i.senses for i in between)


def identified(walk: Walk) -> bool:
    """Whether the sentence says who they are: "The dead are 12 soldiers", "The only fatality was a farmer"."""
    row, k = walk.row, walk.k
    first = opening(row)
    if row[first].w != "the" or not first < k <= first + 2:
        return False
    between = [item.w for item in row[k + 1 : walk.at]]
    return bool(between) and all(w in BE or w in _CONSIST or w in ADVERBS for w in between)


def as_group(walk: Walk) -> bool:
    """ "The country's displaced number 3,000", "families uprooted by the flood now total 900"."""
    before = walk.row[walk.k - 1] if walk.k > 0 else None
    noun = before.noun if before is not None else None
    named = before is not None and (before.w in _GROUPS or noun is not None and noun.kind in _PERSONS)
    if before is not None and any(s.frame == "noun" and s.measure == "cases" for s in before.senses):
        # "Cholera cases | in the camps total 200".
        return False
    return named and walk.passed == 0 and (grows(walk) or put_at(walk))


def told_of_group(walk: Walk) -> bool:
    """ "The country's displaced, estimated at 6.9 million, face another winter"."""
    row, k = walk.row, walk.k
    group = k > 0 and row[k].w.endswith("displaced") and row[k - 1].w in ("the", "'s", "its")
    closed = walk.end >= len(row) or row[walk.end].w == ","
    return group and k + 2 == walk.at and row[k + 1].w == "," and closed and walk.end == walk.at + 1


def toll_reaches(walk: Walk) -> bool:
    """Whether the subject of "reached" is itself a count: "the toll has reached", "infections have reached"."""
    row, k = walk.row, walk.k
    before = row[max(0, k - 12) : k]
    total = any(item.w in _TALLIES and not (n and before[n - 1].w == "in") for n, item in enumerate(before))
    if total or any(s.frame == "toll" for item in before for s in item.senses):
        return True
    if any(s.frame == "event" and s.measure in _FLOWS for item in before[-8:] for s in item.senses):
        return True
    return any(
        s.frame == "noun" and not s.measure.startswith("funding")
        for item, following in zip(before[-6:], row[k - len(before[-6:]) + 1 :], strict=False)
        if following.noun is None
        for s in item.senses
    )
