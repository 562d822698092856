"""How badly houses are damaged, where an adverb alone says it: "160,000 houses damaged - 13,600 totally"."""

from ...languages.language import word_list
from ...languages.senses import Sense
from ..items import BE, Item
from .sentence import Decision, Number

_WHOLLY = word_list("counting", "wholly")
_PARTLY = word_list("counting", "partly")
_EITHER = frozenset(["or", "/"])
_HOUSING = frozenset(["housing_destroyed", "housing_damaged"])


def by_degree(number: Number, decisions: list[Decision]) -> list[Decision]:
    """The decisions of one number, its houses destroyed or damaged as the adverb behind it has it."""
    measure = _degree(number)
    for decision in decisions:
        if measure is not None and decision.measure in _HOUSING:
            decision.measure = measure
    return decisions


def graded(label: list[Item], senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """The senses of a label, its houses destroyed where it says so: "Houses damaged (fully)"."""
    if all(item.w not in _WHOLLY for item in label):
        return senses
    return tuple(s._replace(measure="housing_destroyed") if s.measure == "housing_damaged" else s for s in senses)


def _degree(number: Number) -> str | None:
    row, at = number.row, number.phrase.end
    if number.before() in (":", "at") and number.at > 1:
        # "fully damaged at 318 and | partially at 2,904"
        at = number.at - 2
    elif at < len(row) and row[at].w in BE:
        # "318 were | fully and 2,904 partially damaged"
        at += 1
    if at >= len(row) or at + 1 < len(row) and (row[at + 1].senses or row[at + 1].w in _EITHER):
        return None
    if row[at].w in _WHOLLY:
        return "housing_destroyed"
    return "housing_damaged" if row[at].w in _PARTLY else None
