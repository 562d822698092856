"""More people in flight, of whom no more is said than that they came somewhere: "another 300 came through Ishasha"."""

from ..items import Item
from .candidate import Candidate
from .clause import haven_follows
from .nations import own_countries
from .sentence import Number

_LATELY, _NEAR = 2, 3
_FOLK = frozenset([None, "people", "persons", "individuals", "families", "households", "villagers", "residents"])
_COMING = ("reach", "make it to", "made it to", "get to", "got to", "walk", "trek")
"""What people are said to do who have come to where they find safety; others "show up" or "come to" a place."""
_FLOWS = frozenset(["displaced", "refugees"])
_HAVENS = frozenset(["town", "district", "village", "camp", "site", "centre", "center", "shelter", "shelters"])


def more_of_them(number: Number, candidate: Candidate) -> str | None:
    """The flow that was counted last, or that the article is about: for people of whom no more is said.

    It must be said to come to a place that is named, or to where people find shelter.
    """
    if number.phrase.word not in _FOLK or number.quantity.article or candidate.relation != "subject":
        return None
    row, k, memory = number.row, candidate.at + 1, number.sentence.memory
    abroad = number.phrase.head is None and memory.exile() and memory.flight in (None, "refugees")
    if abroad and row[candidate.at].w.endswith(" over"):
        return "refugees"
    if not _somewhere(row[k : k + _NEAR]):
        return None
    if (flow := goes_on(number)) is not None:
        return flow
    if abroad:
        return "refugees"
    comes = number.phrase.head is None or row[candidate.at].w.startswith(_COMING)
    inside = comes and memory.flight in (None, "displaced") and not memory.exile() and memory.fleeing()
    return "displaced" if inside and not own_countries(number) else None


def goes_on(number: Number) -> str | None:
    """The flow that the sentence, or one of the two before it, has counted last, for a number without a noun."""
    if number.phrase.head is not None or number.quantity.article:
        return None
    here = [d.measure for made in number.sentence.made.values() for d in made if d.measure in _FLOWS]
    memory = number.sentence.memory
    if here:
        return here[-1]
    return memory.measure if memory.measure in _FLOWS and memory.age <= _LATELY else None


def fled_here(number: Number) -> bool:
    """Whether people who are registered have fled: "partners had registered | 14,870 families in two sites"."""
    memory = number.sentence.memory
    if number.phrase.word not in _FOLK or memory.exile():
        return False
    return memory.flight == "displaced" or memory.fleeing() and haven_follows(number.row, number.phrase.end)


def _somewhere(items: list[Item]) -> bool:
    return any(item.cap or item.w in _HAVENS for item in items)
