"""Harm that a verb does by its object alone: "sustained fractures", "lost a leg", "were treated for cuts"."""

from itertools import pairwise

from ...languages.language import word_list
from ..items import HAVE, PREPOSITIONS, Item
from .candidate import Candidate
from .sentence import Number

_WOUNDS = word_list("counting", "wounds")
_TREATED = _WOUNDS | word_list("counting", "treated_wounds")
_WEAPONS = word_list("counting", "weapons")
_LIMBS = word_list("counting", "limbs")
_BROKEN = word_list("counting", "broken")
_LOSING = word_list("counting", "losing")
_SUFFER = ("suffer", "sustain", "nurs")
_DISEASES = word_list("counting", "diseases")
_REQUIRE = ("need", "requir")
_CURES = ("treat", "medical")
_SEEKING = ("seek", "sought")
_DEEP = word_list("counting", "deep")
_NEAR, _FAR = 5, 9


def hurts(row: list[Item], k: int) -> bool:
    """Whether the verb at `k` takes a wound or a limb as its object."""
    w = row[k].w
    if w == "with" or w in HAVE:
        return _described(row, k) or w != "with" and _has_broken(row, k)
    if w.startswith("receiv"):
        return any(item.w in _WOUNDS for item in row[k + 1 : k + 3])
    if w.startswith(_SUFFER):
        behind = [item.w for item in row[k + 1 : k + 1 + _NEAR]]
        hurt = (a in _BROKEN and b in _LIMBS or a in _DEEP and b == "cuts" for a, b in pairwise(behind))
        return not _WOUNDS.isdisjoint(behind) or any(hurt)
    if w.startswith(_REQUIRE):
        words = " ".join([item.w for item in row[k : k + 1 + _NEAR]]).split()
        return words[1:3] == ["treatment", "for"] and not _TREATED.isdisjoint(words)
    return w in _LOSING and any(item.w in _LIMBS for item in row[k + 1 : k + 4])


def _has_broken(row: list[Item], k: int) -> bool:
    """ "had their legs broken"."""
    return any(a.w in _LIMBS and b.w in _BROKEN for a, b in pairwise(row[k + 2 : k + 5]))


def _described(row: list[Item], k: int) -> bool:
    """ "with life-changing injuries": nothing but adjectives between."""
    for item in row[k + 1 : k + 1 + _NEAR]:
        if item.w in _WOUNDS or item.w == "cuts" and row[k + 1].w in _DEEP:
            return True
        if item.w in _WEAPONS:
            continue
        if item.sign and item.w != "-" or item.noun is not None or item.q is not None or item.w in PREPOSITIONS:
            return False
    return False


def cured_of(number: Number, candidate: Candidate) -> str | None:
    """The measure of people who are treated for wounds, or for a disease: "sought medical help for frostbite"."""
    row, at = number.row, candidate.at
    if not any(part in row[at].w for part in _CURES):
        return None
    after = " ".join([item.w for item in row[max(at + 1, number.phrase.end) :][:_FAR]]).split()
    what = after[after.index("for") :] if "for" in after else []
    if not _TREATED.isdisjoint(what):
        return "injured"
    return "cases" if not _DISEASES.isdisjoint(what) else None


def only_seek(number: Number, candidate: Candidate) -> bool:
    """Whether people are only said to look for a cure."""
    return number.row[candidate.at].w.startswith(_SEEKING)
