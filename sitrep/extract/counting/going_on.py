"""More people in flight, of whom no more is said than that they came somewhere: "another 300 came through Ishasha"."""

from ..items import Item
from .candidate import Candidate
from .sentence import Number

_LATELY, _NEAR = 2, 3
_FLOWS = frozenset(["displaced", "refugees"])
_HAVENS = frozenset(["town", "district", "village", "camp", "site", "centre", "center", "shelter", "shelters"])


def more_of_them(number: Number, candidate: Candidate) -> str | None:
    """The flow that was counted last, or, in an article about a border, flight across it, for a number without a noun.

    It must be said to come to a place that is named, or to where people find shelter.
    """
    if number.phrase.head is not None or number.quantity.article or candidate.relation != "subject":
        return None
    row, k = number.row, candidate.at + 1
    if not _somewhere(row[k : k + _NEAR]):
        return None
    if (flow := goes_on(number)) is not None:
        return flow
    memory = number.sentence.memory
    return "refugees" if memory.exile() and memory.flight in (None, "refugees") else None


def goes_on(number: Number) -> str | None:
    """The flow that the sentence, or one of the two before it, has counted last, for a number without a noun."""
    if number.phrase.head is not None or number.quantity.article:
        return None
    here = [d.measure for made in number.sentence.made.values() for d in made if d.measure in _FLOWS]
    memory = number.sentence.memory
    if here:
        return here[-1]
    return memory.measure if memory.measure in _FLOWS and memory.age <= _LATELY else None


def _somewhere(items: list[Item]) -> bool:
    return any(item.cap or item.w in _HAVENS for item in items)
