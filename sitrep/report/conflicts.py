"""Conflicting figures: all standing values side by side, and why one of them is recommended."""

from ..model import Finding, ReportedFigure
from ..model.runs import Block, Column, Name, Paragraph, Runs, Section, Table
from .cells import published_in, what
from .desk import Desk, in_order
from .phrases import joined, plain, sentence
from .shares import ends
from .tables import section
from .when import period
from .where import where
from .widths import HALF_LINE, fitted

COLUMNS = ("reported", "said_by", "when")


def conflicts(desk: Desk) -> Section:
    """Each conflict: all standing values side by side, and why one of them is printed elsewhere."""
    blocks: list[Block] = []
    most = desk.room.conflicts
    for finding in in_order(f for f in desk.findings if f.relation == "conflict" and f.scope == "current"):
        main = desk.recommended(finding)
        if len(blocks) <= most and main and desk.others(finding):
            blocks.append(_conflict(desk, finding, main))
    if len(blocks) > most:
        # The short products have no other tables.
        rest_of = "conflicts_rest" if desk.settings.product == "sitrep" else "conflicts_rest_data"
        rest = Paragraph(runs=desk.phrases(rest_of), style="note")
        return section(desk, "conflicts", [*blocks[:most], rest])
    return section(desk, "conflicts", blocks or [Paragraph(runs=desk.phrases("conflict_none"), style="none")])


def _conflict(desk: Desk, finding: Finding, main: ReportedFigure) -> Table:
    rivals = ends(desk.others(finding), desk.room.rivals)
    members = [(main, "recommended"), *((figure, member.role) for figure, member in rivals)]
    columns = [Column(title=desk.phrases.word("columns", key), numeric=key == "reported") for key in COLUMNS]
    rows = []
    for figure, role in members:
        chosen = role == "recommended"
        mark = f" ({desk.phrases.word('labels', role).casefold()})" if chosen else ""
        rows.append(
            (
                (desk.number(figure).model_copy(update={"strong": chosen}),),
                joined((desk.said_by(figure), published_in(desk, figure), " ", desk.cite(figure), mark)),
                period(desk, figure, cell=True),
            )
        )
    return Table(
        name=finding.id,
        caption=_title(desk, main, finding),
        columns=fitted(columns, rows, HALF_LINE),
        rows=tuple(rows),
        note=_reason(desk, finding, main),
    )


def _title(desk: Desk, figure: ReportedFigure, finding: Finding) -> str:
    place = where(desk, figure, finding)
    words = plain(what(desk, figure, finding))
    return f"{words}, {place}" if place else words


def _reason(desk: Desk, finding: Finding, main: ReportedFigure) -> Runs:
    number, cites = desk.number(main, prose=True), desk.cite(main)
    if not finding.why:
        return sentence(desk.phrases("conflict_plain", number=number, cites=cites))
    reason = Name(text=desk.privacy.clean(finding.why).rstrip("."))
    return sentence(desk.phrases("conflict_reason", number=number, cites=cites, why=reason))
