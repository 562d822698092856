"""Which figures of a sentence are parts of another: by explicit words, or because they add up to it."""

from .counting import Decision
from .counting.words import opening
from .items import Item

_THESE = ("these", "those", "them", "the")
_KIN: dict[str, frozenset[str]] = {
    "casualties": frozenset(["deaths", "injured"]),
    "housing_damaged": frozenset(["housing_destroyed", "housing_damaged"]),
}


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


def of_these(row: list[Item], decision: Decision) -> bool:
    """Whether a number is a part of what an earlier sentence counted: "92 of these patients", "Of these, 221"."""
    if decision.of_earlier:
        return True
    after = [item.w for item in row[decision.at + 1 : decision.at + 4]]
    if len(after) > 2 and after[0] == "of" and after[1] in _THESE and row[decision.at + 2].q is None:
        return after[1] != "the" or decision.phrase.known
    first = opening(row)
    return row[first].w in ("of", "among") and first + 1 < len(row) and row[first + 1].w in _THESE


def _run(decisions: list[Decision], i: int, total: float) -> list[int]:
    """The figures behind the `i`th that make it up, or none."""
    whole, run, added, most = decisions[i], list[int](), 0.0, 1.05 if decisions[i].quantity.qualifier else 1.02
    for j in range(i + 1, len(decisions)):
        part = decisions[j]
        value = part.quantity.value
        if (
            value is None
            or part.at == whole.at
            or not _kin(whole.measure, part.measure)
            or whole.quantity.currency != part.quantity.currency
        ):
            break
        run.append(j)
        if part.kind != "households" or whole.kind == "households":
            added += value
        if added > total * most:
            break
        if len(run) >= 2 and added >= total * 0.98 and not _goes_on(decisions, j, added, total * most):
            return run
    return []


def _goes_on(decisions: list[Decision], j: int, added: float, most: float) -> bool:
    """Whether the next figure still fits under the total."""
    if j + 1 >= len(decisions) or decisions[j + 1].measure != decisions[j].measure:
        return False
    value = decisions[j + 1].quantity.value
    return value is not None and added + value <= most and added < most * 0.93


def _kin(whole: str, part: str) -> bool:
    return part == whole or part in _KIN.get(whole, ())
