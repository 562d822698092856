"""The tables of findings: one row per finding, the printed figure to the right, the competing ones beside it."""

from collections.abc import Iterable, Sequence

from ..measures import MEASURES
from ..model import Finding, ReportedFigure
from ..model.runs import Block, Column, Name, Paragraph, Runs, Section, Table, Text
from .desk import Desk, in_order
from .phrases import Filler, between, joined, sentence
from .sentences import cluster, estimate, noun, period, where

MOST_ROWS = 40
"""Rows of a table before the annex; what is beyond stands in the annex and in the data."""


def no_data(desk: Desk) -> Paragraph:
    """What a section without data says."""
    return Paragraph(runs=desk.phrases("no_data"), style="none")


def section(desk: Desk, key: str, blocks: Sequence[Block], sections: tuple[Section, ...] = ()) -> Section:
    """A section under its title; "No data reported" if it has nothing."""
    title = desk.phrases.word("titles", key)
    return Section(
        key=key, title=title, blocks=tuple(blocks) or (() if sections else (no_data(desk),)), sections=sections
    )


def findings_table(desk: Desk, caption: str, findings: Iterable[Finding]) -> Table | None:
    """What, figure, where, when, said by, other figures; None without findings."""
    rows = [row for finding in in_order(findings) if (row := _row(desk, finding))]
    if not rows:
        return None
    rest = len(rows) - MOST_ROWS
    return Table(
        caption=desk.phrases.word("captions", caption),
        columns=_columns(desk),
        rows=tuple(rows[:MOST_ROWS]),
        note=desk.phrases("table_rest") if rest > 0 else (),
    )


def _columns(desk: Desk) -> tuple[Column, ...]:
    widths = {"what": 20, "reported": 13, "where": 16, "when": 17, "said_by": 18, "other": 16}
    return tuple(
        Column(title=desk.phrases.word("columns", key), numeric=key == "reported", width=width)
        for key, width in widths.items()
    )


def _row(desk: Desk, finding: Finding) -> tuple[Runs, ...] | None:
    figure = desk.recommended(finding) or _any_member(desk, finding)
    if figure is None:
        return None
    place = where(desk, figure, finding)
    cites = desk.cite(*desk.same_number(finding, figure))
    return (
        what(desk, figure, finding),
        number_cell(desk, figure),
        (Name(text=place),) if place else (),
        period(desk, figure, cell=True),
        joined((desk.said_by(figure, desk.origin_of(finding, figure)), certainty(desk, figure), " ", cites)),
        _others(desk, finding),
    )


def _any_member(desk: Desk, finding: Finding) -> ReportedFigure | None:
    """A finding of denials or forecasts only recommends nothing; its first figure is shown, marked as such."""
    shown = (desk.of(m.figure.id) for m in finding.members if m.role != "rejected" and m.figure.id in desk.figures)
    return next(shown, None)


def what(desk: Desk, figure: ReportedFigure, finding: Finding | None = None) -> Runs:
    """`Killed: civilians`, `Newly displaced: families`, `Facilities affected: hospitals (Health)`."""
    label = Text(text=MEASURES[figure.measure].label)
    sector = f" ({cluster(desk, figure.sector)})" if figure.sector and figure.sector != "multi" else ""
    if figure.unit not in {"people", "households", "structures", "facilities", "incidents"}:
        return (label,)
    counted = noun(desk, figure, finding, table=True)
    plain_people = counted == (Text(text=desk.phrases.word("people", "people")),) or figure.unit == "incidents"
    return joined((label, sector) if plain_people else (label, ": ", counted, sector))


def number_cell(desk: Desk, figure: ReportedFigure) -> Runs:
    """The number as stated, with the estimate in people below families."""
    return joined((desk.number(figure).model_copy(update={"strong": True}), estimate(desk, figure)))


def certainty(desk: Desk, figure: ReportedFigure) -> Runs:
    """` (claimed)`, for what is not simply reported."""
    return () if figure.certainty == "reported" else joined((f" ({desk.phrases.word('labels', figure.certainty)})",))


def _others(desk: Desk, finding: Finding) -> Runs:
    items: list[Filler] = []
    for figure, _ in desk.others(finding)[:4]:
        said = desk.said_by(figure, desk.origin_of(finding, figure))
        unit = () if figure.unit == "people" or finding.recommended is None else _unit(desk, figure, finding)
        items.append(joined((desk.number(figure), *unit, " (", said, certainty(desk, figure), ") ", desk.cite(figure))))
    return between("; ", items)


def _unit(desk: Desk, figure: ReportedFigure, finding: Finding) -> Runs:
    main = finding.recommended
    return () if main and main.unit == figure.unit else joined((" ", noun(desk, figure, finding)))


def current(desk: Desk, *measures: str) -> list[Finding]:
    """The current findings of these measures."""
    return [f for f in desk.findings if f.measure in measures and f.scope == "current"]


def by_section(desk: Desk, key: str) -> list[Finding]:
    """The current findings of a section of the report."""
    return current(desk, *(measure.key for measure in MEASURES.values() if measure.section == key))


def displacement(desk: Desk) -> Section:
    """Flow and stock in separate tables, then returns and refugees."""
    tables = (findings_table(desk, key, current(desk, key)) for key in ("displaced", "idps", "returned", "refugees"))
    return section(desk, "displacement", [table for table in tables if table])


def one_table(desk: Desk, key: str) -> Section:
    """A section that consists of the table of its measures."""
    table = findings_table(desk, key, by_section(desk, key))
    return section(desk, key, [table] if table else [])


def background(desk: Desk) -> Section | None:
    """Earlier periods, for context; None where the articles give none."""
    table = findings_table(desk, "background", [f for f in desk.findings if f.scope == "background"])
    return section(desk, "background", [table]) if table else None


def conflicts(desk: Desk) -> Section:
    """Each conflict: all standing values side by side, and why one of them is printed elsewhere."""
    blocks: list[Block] = []
    for finding in in_order(f for f in desk.findings if f.relation == "conflict" and f.scope == "current"):
        main = desk.recommended(finding)
        if main and desk.others(finding):
            blocks.append(_conflict(desk, finding, main))
    plain = Paragraph(runs=desk.phrases("conflict_none"), style="none")
    return section(desk, "conflicts", blocks or [plain])


def _conflict(desk: Desk, finding: Finding, main: ReportedFigure) -> Table:
    members = [(main, "recommended"), *((figure, member.role) for figure, member in desk.others(finding))]
    columns = {"reported": 16, "said_by": 30, "when": 26, "published": 14, "role": 14}
    rows = []
    for figure, role in members:
        published = desk.sources[figure.n - 1].publisher
        rows.append(
            (
                (desk.number(figure).model_copy(update={"strong": role == "recommended"}),),
                desk.said_by(figure, desk.origin_of(finding, figure)),
                period(desk, figure, cell=True),
                joined((Name(text=published), " ", desk.cite(figure)) if published else (desk.cite(figure),)),
                (Text(text=desk.phrases.word("labels", role)),),
            )
        )
    return Table(
        caption=_title(desk, main, finding),
        columns=tuple(
            Column(title=desk.phrases.word("columns", key), numeric=key == "reported", width=width)
            for key, width in columns.items()
        ),
        rows=tuple(rows),
        note=_reason(desk, finding, main),
    )


def _title(desk: Desk, figure: ReportedFigure, finding: Finding) -> str:
    place = where(desk, figure, finding)
    words = "".join(run.text for run in what(desk, figure, finding) if hasattr(run, "text"))
    return f"{words}, {place}" if place else words


def _reason(desk: Desk, finding: Finding, main: ReportedFigure) -> Runs:
    number, cites = desk.number(main, prose=True), desk.cite(main)
    if not finding.why:
        return sentence(desk.phrases("conflict_plain", number=number, cites=cites))
    reason = Name(text=desk.privacy.clean(finding.why).rstrip("."))
    return sentence(desk.phrases("conflict_reason", number=number, cites=cites, why=reason))
