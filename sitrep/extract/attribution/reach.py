"""What an attribution covers: which of a sentence's sources gives the number at a spot."""

from .attribution import BY, Attribution

_BEFORE, _AFTER = 500, 300
_OTHER_CLAUSE = 400
_TOO_FAR = 650
_FARTHEST = 240
"""Code points beyond which being farther away says no more."""


def source_of(found: list[Attribution], at: int, clause: tuple[int, int]) -> Attribution | None:
    """The attribution that covers the spot `at` of a sentence: the nearest one that speaks towards it."""
    alone = len(found) == 1
    best = min(found, key=lambda a: _cost(a, at, clause, alone), default=None)
    return best if best is not None and _cost(best, at, clause, alone) < _TOO_FAR else None


def _cost(attribution: Attribution, at: int, clause: tuple[int, int], alone: bool) -> int:
    """How badly an attribution covers a spot; the only one of a sentence speaks for all clauses behind it."""
    if attribution.apart and at < attribution.start:
        return _TOO_FAR
    onward = alone and not (attribution.leads and at < attribution.start or attribution.verb == BY)
    other = 0 if onward or clause[0] <= attribution.start < clause[1] else _OTHER_CLAUSE
    if attribution.start <= at < attribution.end:
        return other
    before = attribution.end <= at
    distance = at - attribution.end if before else attribution.start - at
    return other + min(distance, _FARTHEST) + (0 if before == attribution.leads else _AFTER if before else _BEFORE)
