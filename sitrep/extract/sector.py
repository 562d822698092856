"""Which cluster a count of people in need, or helped, belongs to, from the words around it."""

from ..languages.language import alternatives, tables, word_list
from ..late import late
from .counting import Decision
from .items import Item
from .prefilter import lowered

# Camps, roads and telephones are mostly where people are or how one hears of them.
_PATTERNS = tuple(
    (key, late(alternatives("sectors", key)))
    for key in tables("sectors")
    if key not in ("cccm", "logistics", "telecommunications")
)
_GENERAL = late(r"\b(?:humanitarian|aid|assistance|relief|support)\b")
_RESCUING, _BROUGHT = (tuple(word_list("counting", name)) for name in ("rescuing", "brought_out"))
_TREATED = frozenset(["nutrition", "health", "education"])
"""The clusters whose words say more than "aid" beside them."""
_NEAR, _FAR, _MANY = 110, 1e9, 3
_BEHIND_COSTS, _BEHIND = 1.5, 10
"""What is said behind a number weighs more than what stands before it."""


def sector_of(text: str, row: list[Item], decision: Decision, decisions: list[Decision], start: int) -> str | None:
    """The cluster of an `in_need` or `assisted` figure of a sentence that begins at `start` of the text `text`.

    The nearest word decides, between what tells of the figures before and behind; None where no word does.
    """
    if decision.measure == "assisted" and _rescued(row, decision):
        return "protection"
    at = decision.quantity.start
    low, high = _bounds(row, decision, decisions, start)
    return _nearest(lowered(text[low:high]), at - low)


def _nearest(text: str, at: int) -> str | None:
    best, least = None, _FAR
    found = set()
    for key, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            found.add(key)
            behind = match.start() >= at
            distance = match.start() - at if behind else (at - match.end()) * _BEHIND_COSTS + _BEHIND
            if distance < least:
                best, least = key, distance
    general = _GENERAL.search(text) is not None
    if best is None or least > _NEAR:
        return "multi" if general else best if len(found) == 1 else None
    if len(found) >= _MANY or general and len(found) != 1 and best not in _TREATED:
        return "multi"
    return best


def _rescued(row: list[Item], decision: Decision) -> bool:
    """Whether what tells of the people is that they were brought out of danger."""
    if decision.candidate is None:
        return False
    item = row[decision.candidate.at]
    if item.w.startswith(_RESCUING):
        return True
    return item.w.startswith(_BROUGHT) and any(s.frame == "split" and s.measure == "assisted" for s in item.senses)


def _bounds(row: list[Item], decision: Decision, decisions: list[Decision], start: int) -> tuple[int, int]:
    """Where what is said of the figures before ends, and of those behind begins: offsets in the text."""
    first, last = _extent(decision)
    others = [_extent(d) for d in decisions if d.kind != "money"]
    ends = [row[b].e for _, b in others if b < first]
    begins = [row[a].s for a, _ in others if a > last]
    return max(ends, default=start), min(begins, default=row[-1].e)


def _extent(decision: Decision) -> tuple[int, int]:
    """The items between a number and what tells of it."""
    at = decision.candidate.at if decision.candidate is not None else decision.at
    return min(at, decision.at), max(at, decision.at)
