"""Which of the times of a sentence is a figure's."""

from collections.abc import Sequence
from typing import NamedTuple

from .period import Period

_NEAR = 24
"""How far after a number the time can stand with which it is compared: "up from 238 deaths on Tuesday"."""


class Standing(NamedTuple):
    """Where a figure stands: its span, its clause, and where the other figures of the sentence begin."""

    start: int
    end: int
    clause: tuple[int, int]
    others: Sequence[int]


def own_times(times: Sequence[Period], figure: Standing) -> list[Period]:
    """The times of a sentence without those that belong to another number, with which the figure is compared."""
    told = [t for t in times if t.role != "after"]
    return [t for t in told if t.role not in ("earlier", "compared", "day_before") or _is_told(t, figure)]


def _is_told(time: Period, figure: Standing) -> bool:
    """Whether a time is told of a figure right after it, with no other number between."""
    if not 0 <= time.start - figure.end < _NEAR:
        return False
    return not any(figure.end <= other < time.start for other in figure.others)


def period_of(found: Sequence[Period], figure: Standing) -> Period | None:
    """The period of a figure: the nearest one, other figures and clauses between counting against it."""
    return min(found, key=lambda period: _cost(period, figure), default=None)


def _cost(period: Period, figure: Standing) -> float:
    if period.start >= figure.end:
        between = sum(figure.end <= other < period.start for other in figure.others)
        cost = (period.start - figure.end) / 30 + 2.0 * between
    else:
        between = sum(period.end <= other < figure.start for other in figure.others)
        cost = (figure.start - period.end) / 40 + 0.7 * between
    return cost if figure.clause[0] <= period.start < figure.clause[1] else cost + 2.0
