"""Which figures of a sentence are parts of another: by explicit words, or because they add up to it."""

from .decide import Decision

_KIN: dict[str, frozenset[str]] = {
    "casualties": frozenset(["deaths", "injured"]),
    "housing_damaged": frozenset(["housing_destroyed", "housing_damaged"]),
}


def sums(decisions: list[Decision]) -> dict[int, int]:
    """Index of a part -> index of its whole, where consecutive figures behind a total add up to it."""
    found: dict[int, int] = {}
    for i, whole in enumerate(decisions):
        total = whole.quantity.value
        if not total or whole.whole is not None or i in found:
            continue
        run: list[int] = []
        added = 0.0
        for j in range(i + 1, len(decisions)):
            part = decisions[j]
            value = part.quantity.value
            if value is None or part.at == whole.at or not _kin(whole.measure, part.measure) or whole.quantity.currency != part.quantity.currency:
                break
            run.append(j)
            added += value
            if len(run) >= 2 and abs(added - total) <= 0.005 * total:
                found.update(dict.fromkeys(run, i))
                break
            if added > total * 1.05:
                break
    return found


def _kin(whole: str, part: str) -> bool:
    return part == whole or part in _KIN.get(whole, ())
