"""Parts that add up to their whole: "56 dead: 31 in Punjab and 25 in Sindh"."""

from collections.abc import Sequence

from ...model import Figure
from ..counting import Decision
from .kin import counts_within

_SLACK, _QUALIFIED = 1.02, 1.05
"""By how much a sum may exceed its total, and one that is not exact."""
_NEARLY = 0.98
_FULL = 0.93
"""The share of a total from which on it takes no further part that does not make it up exactly."""


def sums(decisions: list[Decision]) -> dict[int, int]:
    """Index of a part -> index of its whole, where consecutive figures behind a total add up to it.

    Households between them ("749 families (5,992 people)") are parts too, but only people are added.
    """
    found: dict[int, int] = {}
    for i, whole in enumerate(decisions):
        total = whole.quantity.value
        if total and whole.whole is None and i not in found:
            found.update(dict.fromkeys(_run(decisions, i, total), i))
    return found


def _run(decisions: list[Decision], i: int, total: float) -> list[int]:
    """The figures behind the `i`th that make it up, or none."""
    whole, run, added = decisions[i], list[int](), 0.0
    most = total * (_QUALIFIED if whole.quantity.qualifier else _SLACK)
    for j in range(i + 1, len(decisions)):
        part = decisions[j]
        value = part.quantity.value
        if bool(part.quantity.currency) != bool(whole.quantity.currency):
            continue
        if value is None or part.at == whole.at or not _counts_in(whole, part):
            break
        run.append(j)
        if part.kind != "households" or whole.kind == "households":
            added += value
        if added > most:
            break
        if len(run) > 1 and added >= total * _NEARLY and not _goes_on(decisions, j, added, total, most):
            return run
    return []


def _counts_in(whole: Decision, part: Decision) -> bool:
    return counts_within(whole.measure, part.measure) and whole.quantity.currency == part.quantity.currency


def _goes_on(decisions: list[Decision], j: int, added: float, total: float, most: float) -> bool:
    """Whether the next figure still fits under the total."""
    if j + 1 >= len(decisions) or decisions[j + 1].measure != decisions[j].measure:
        return False
    value = decisions[j + 1].quantity.value
    return value is not None and (added + value <= most and added < most * _FULL or added + value == total)


def broken_down(decisions: list[Decision], rest: list[int], recent: Sequence[Figure], others: bool) -> dict[int, str]:
    """Index of a part -> id of a figure of the sentence before that the figures of this sentence make up.

    `rest` are those that are no parts of anything yet; two or more of one measure must give the total exactly, of any
    where the sentence speaks of `others` ("one died, the other two are missing").
    """
    found: dict[int, str] = {}
    nearest = [f for f in recent if f.quote_start == recent[-1].quote_start and f.part_of is None]
    for measure in {decisions[n].measure for n in rest}:
        run = [n for n in rest if others or decisions[n].measure == measure]
        added = sum(decisions[n].quantity.value or 0 for n in run)
        whole = next((f for f in nearest if (others or f.measure == measure) and f.value == added), None)
        if len(run) > 1 and whole is not None:
            found |= dict.fromkeys(run, whole.id)
    return found
