"""What a corrected edition changes, at its top: the old number and the new one, each with its sentence, and why."""

from collections.abc import Sequence

from ..measures import MEASURES
from ..model import Change, ReportedFigure
from ..model.runs import Block, Bullets, Name, Paragraph, Runs, Section, Text
from .cells import what
from .desk import Desk
from .phrases import joined
from .tables import section
from .where import where

MOST_CHANGES = {"sitrep": 8, "flash": 4, "brief": 4}
"""Changes that are told; what an analyst took out comes first."""


def correction(desk: Desk, found: Sequence[Change]) -> Section:
    """The section of a corrected edition that says what differs from the one before it."""
    lead = Paragraph(runs=desk.phrases("correction_lead"))
    if not found:
        return section(desk, "correction", [lead, Paragraph(runs=desk.phrases("correction_none"))])
    most = MOST_CHANGES[desk.settings.product]
    blocks: list[Block] = [lead, Bullets(items=tuple(_item(desk, change) for change in found[:most]))]
    if len(found) > most:
        blocks.append(Paragraph(runs=desk.phrases("correction_rest"), style="note"))
    return section(desk, "correction", blocks)


def _item(desk: Desk, change: Change) -> Runs:
    before = desk.figures.get(change.before.id) if change.before else None
    after = desk.figures.get(change.after) if change.after else None
    slots: dict[str, Runs | str] = {"what": _what(desk, after or before, change)}
    if before:
        slots |= {"before": (desk.number(before),), "cites_before": desk.cite(before)}
    if after:
        slots |= {"after": (desk.number(after),), "cites_after": desk.cite(after)}
    state = desk.phrases.word("changes", change.kind)
    told = desk.phrases(f"correction_{_phrase(desk, change, before, after)}", state=state, **slots)
    return joined((told, *_reason(desk, change)))


def _phrase(desk: Desk, change: Change, before: ReportedFigure | None, after: ReportedFigure | None) -> str:
    """Which phrase tells it."""
    if _is_taken_out(desk, change):
        return "replaced" if after else "taken_out"
    if before is None or after is None:
        return "added" if after else "dropped"
    return "state" if change.kind in ("conflict", "settled") and before.value == after.value else "changed"


def _what(desk: Desk, figure: ReportedFigure | None, change: Change) -> Runs:
    if figure is None:
        return (Text(text=MEASURES[change.measure].label),)
    place = where(desk, figure)
    return joined((*what(desk, figure), *((", ", Name(text=place)) if place else ())))


def _reason(desk: Desk, change: Change) -> tuple[Runs, ...]:
    """The reason as a sentence of its own; an analyst's own words keep the numbers that they have."""
    if not change.why:
        return ()
    why = change.why.rstrip(".")
    words = why.partition(": ")[2] if _is_taken_out(desk, change) else why
    return (desk.phrases("correction_reason", reason=Name(text=words)),) if words else ()


def _is_taken_out(desk: Desk, change: Change) -> bool:
    return change.before is not None and change.before.id in desk.taken_out
