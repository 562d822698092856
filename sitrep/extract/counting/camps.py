"""Camps of the displaced: which words name them, and whom a sentence says to live in them."""

from ...languages.language import word_list
from ...languages.senses import Sense
from ..items import Item
from .candidate import Candidate
from .clause import INTO
from .sentence import Number

SETTLEMENTS = frozenset(["settlement", "settlements"])
_DWELLERS = word_list("counting", "dwellers")
_CROWD = word_list("counting", "crowd")
_OTHER_CAMPS = word_list("counting", "other_camps")
_KNOWN = word_list("counting", "refugee_camps")
_SWOLLEN = tuple(word_list("counting", "swollen"))
_FOLK = frozenset([None, "people", "persons", "residents", "inhabitants", "families", "households", "souls"])
_HAVING = frozenset(["has", "have", "had"])
_LEADS = frozenset(["to", "is", "at"])
_ENDS = frozenset([";", "."])
_KEPT, _FAR, _BEHIND = 12, 14, 5
_OWN_COST = 3.5
"""More than any verb beside the number: it tells where people live, not what befell them."""


def is_camp(item: Item) -> bool:
    """Whether an item names a place where people live in displacement."""
    return any(s.frame == "refuge" and s.measure == "idps" for s in item.senses)


def camp_follows(row: list[Item], k: int) -> bool:
    """ "163,000 displaced people | in Kalma camp"."""
    return k < len(row) and row[k].w in INTO and any(map(is_camp, row[k + 1 : k + _BEHIND]))


def in_camps(number: Number, candidate: Candidate) -> bool:
    """Whether it is camps of the displaced that keep them: "the camp shelters 560 people"."""
    row, spots = number.row, range(max(0, candidate.at - _KEPT), candidate.at)
    named = any((is_camp(row[j]) or row[j].w == "sites") and not (j and row[j - 1].w in _OTHER_CAMPS) for j in spots)
    return candidate.relation == "object" and named


def of_refugees(row: list[Item], end: int) -> bool:
    """Whether the last camp that is named up to `end` is one of refugees: "the refugee camp", "Dadaab"."""
    if any(item.cap and item.w in _KNOWN for item in row[max(0, end - _FAR) : end + _BEHIND]):
        return True
    camp = next((j for j in range(end - 1, max(0, end - _FAR), -1) if is_camp(row[j])), 0)
    return camp > 0 and row[camp - 1].w in ("refugee", "refugees")


def dwellers(number: Number) -> list[Candidate]:
    """The camp whose people are counted: "8,000 of the | 23,000 residents", "the camp's 6,700 dwellers"."""
    row, at, end = number.row, number.at, number.phrase.end
    if number.kind == "people" and end + 1 < len(row) and row[end].w in INTO and row[end + 1].w in _KNOWN:
        return [Candidate(end + 1, (Sense("refugees", "refuge", "-"),), "place", _OWN_COST, False, "people", [end + 1])]
    if number.phrase.word not in _DWELLERS and not _crowd(number) and not _had(number):
        return []
    start = max((j + 1 for j in range(at) if row[j].w in _ENDS), default=0)
    before = (j for j in range(at - 1, max(start, at - _FAR) - 1, -1) if is_camp(row[j]) or row[j].w in _KNOWN)
    behind = (j for j in range(end, min(len(row), end + _BEHIND)) if is_camp(row[j]))
    spot = next(before, None)
    if spot is None and end < len(row) and (row[end].w == "of" or row[end].w in INTO):
        spot = next(behind, None)
    if spot is None or spot and row[spot - 1].w in _OTHER_CAMPS:
        return []
    senses = tuple(s for s in row[spot].senses if s.frame == "refuge") or (Sense("refugees", "refuge", "-"),)
    return [Candidate(spot, senses, "place", _OWN_COST, False, "people", [spot])]


def _had(number: Number) -> bool:
    """ "The camp at Iridimi | now has 31,000 people"."""
    before, row, end = number.words_before(2), number.row, number.phrase.end
    having = not _HAVING.isdisjoint(before[-1:]) and number.phrase.word in _FOLK
    return having and (end >= len(row) or row[end].sign or row[end].w in ("from", "in", "and"))


def _crowd(number: Number) -> bool:
    """Whether it is a population that is counted: "the population of the camp has swollen to 75,000"."""
    before = number.words_before(_FAR)
    led = bool(before) and before[-1].rpartition(" ")[2] in _LEADS
    swollen = any(w.startswith(_SWOLLEN) for w in before[-3:])
    bare = number.phrase.head is None and not _CROWD.isdisjoint(before)
    return led and (bare or swollen and number.phrase.word in _FOLK)
