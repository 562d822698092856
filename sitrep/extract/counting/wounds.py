"""Harm that a verb does by its object alone: "sustained fractures", "lost a leg", "were treated for cuts"."""

from ...languages.language import word_list
from ..items import Item
from .candidate import Candidate
from .sentence import Number

_WOUNDS = word_list("counting", "wounds")
_TREATED = _WOUNDS | word_list("counting", "treated_wounds")
_LIMBS = word_list("counting", "limbs")
_LOSING = word_list("counting", "losing")
_SUFFER = ("suffer", "sustain")
_NEAR, _FAR = 5, 9


def hurts(row: list[Item], k: int) -> bool:
    """Whether the verb at `k` takes a wound or a limb as its object."""
    w = row[k].w
    if w.startswith(_SUFFER):
        return any(item.w in _WOUNDS for item in row[k + 1 : k + 1 + _NEAR])
    return w in _LOSING and any(item.w in _LIMBS for item in row[k + 1 : k + 4])


def treated_wounds(number: Number, candidate: Candidate) -> bool:
    """Whether people are treated, and for wounds: the number serves the injured and the assisted."""
    row, at = number.row, candidate.at
    if "treat" not in row[at].w:
        return False
    after = [item.w for item in row[max(at + 1, number.phrase.end) :][:_FAR]]
    return "for" in after and not _TREATED.isdisjoint(after[after.index("for") :])
