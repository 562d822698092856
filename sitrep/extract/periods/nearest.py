"""Which of the times of a sentence is a figure's."""

from collections.abc import Sequence

from .period import Period


def period_of(found: Sequence[Period], at: int, end: int, others: list[int], clause: tuple[int, int]) -> Period | None:
    """The period of the figure at `at`: the nearest one, other figures and clauses between counting against it."""
    best: Period | None = None
    least = 1e9
    for period in found:
        if period.start >= end:
            cost = (period.start - end) / 30 + 2.0 * sum(end <= o < period.start for o in others)
        else:
            cost = (at - period.end) / 40 + 0.7 * sum(period.end <= o < at for o in others)
        if not clause[0] <= period.start < clause[1]:
            cost += 2.0
        if cost < least:
            best, least = period, cost
    return best
