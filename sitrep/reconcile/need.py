"""People in need over several places: the highest per place over sectors, then the sum; never over sectors."""

from collections import defaultdict
from collections.abc import Sequence

from ..model import Figure, Finding, PeopleInNeed
from .area import CRISIS, Area
from .context import Context


def people_in_need(findings: Sequence[tuple[Finding, Area]], context: Context) -> PeopleInNeed | None:
    """The sum over places where no stated figure covers the whole crisis; None where one does, or with one place only.

    A place that lies in another one with a figure of its own adds nothing to it. The population is the ceiling.
    """
    highest: dict[str, tuple[float | int, Figure, Area]] = {}
    for finding, area in findings:
        figure = finding.recommended
        if finding.measure != "in_need" or finding.scope != "current" or figure is None or not _counts(figure):
            continue
        value = figure.value or 0
        if area.key not in highest or value > highest[area.key][0]:
            highest[area.key] = (value, figure, area)
    if CRISIS in highest or len(highest) < 2:
        return None
    chosen = _without_contained(highest)
    total = sum(value for value, _ in chosen)
    ceiling = context.population
    capped = ceiling is not None and total > ceiling
    why = "The highest figure of each place over all sectors, then their sum"
    return PeopleInNeed(
        value=ceiling if capped and ceiling is not None else total,
        operands=tuple(figure.id for _, figure in chosen),
        capped=capped,
        why=f"{why}, not above the population." if capped else f"{why}.",
    )


def _counts(figure: Figure) -> bool:
    return (
        figure.unit == "people"
        and bool(figure.value)
        and figure.certainty == "reported"
        and figure.qualifier != "vague"
    )


def _without_contained(highest: dict[str, tuple[float | int, Figure, Area]]) -> list[tuple[float | int, Figure]]:
    """Of a division and the places in it, the larger of its own figure and their sum."""
    inside: dict[str, list[str]] = defaultdict(list)
    for key, (_, _, area) in highest.items():
        if area.within and area.within != key and area.within in highest:
            inside[area.within].append(key)
    dropped: set[str] = set()
    for division, places in inside.items():
        own = highest[division][0]
        dropped.update([division] if sum(highest[p][0] for p in places) > own else places)
    return [(highest[k][0], highest[k][1]) for k in sorted(highest) if k not in dropped]
