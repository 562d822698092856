"""Which of the places that a sentence names is that of one of its figures."""

from collections.abc import Callable, Sequence

from ...model.figure import PlaceBasis
from .cost import cost_of
from .mention import Mention
from .shares import is_parted

_FAR = 6.5
"""What a place may cost at most to be preferred to the one that carries over."""
_OUTSIDE = 2.5
"""What a place costs more that stands in another clause."""
_ABROAD = 3.0
"""What a "neighbouring" place costs more there: the sentence goes on at home."""
_STRONG = 4.0
"""How weak a sign may be at most to rank with the others: a dateline or a speaker's town comes after them."""
_SURE = 4.0
"""What the strongest signs may cost more."""


def place_of(
    found: Sequence[Mention],
    text: str,
    at: int,
    end: int,
    others: Sequence[int],
    clause: tuple[int, int],
    carried: Callable[[bool], str | None],
    measure: str = "",
) -> tuple[str | None, PlaceBasis | None]:
    """The place of the figure at `at`: (name as written, on what basis). `others` are the spots of other figures."""
    best: Mention | None = None
    least = 1e9
    own = any(clause[0] <= mention.start < clause[1] for mention in found)
    for mention in found:
        framing = mention.start - clause[0] == len(mention.prep) + 1
        cost = cost_of(mention, text, at, end, others if not framing else (), measure)
        if cost is None:
            continue
        if not clause[0] <= mention.start < clause[1]:
            cost += _OUTSIDE if own or mention.start > end else _OUTSIDE - 1.5
            cost += _ABROAD * mention.abroad
        if mention.country:
            cost += 1.0
        if best is None or (mention.weight > _STRONG, cost) < (best.weight > _STRONG, least):
            best, least = mention, cost
    if best is None or least >= _FAR + _SURE * (best.weight <= 0.0):
        name = carried(is_parted(found, text, end))
        if name or best is None:
            return (name, "carried") if name else (None, None)
    if best.refers:
        return best.name, "carried"
    return best.name, "clause" if clause[0] <= best.start < clause[1] else "sentence"
