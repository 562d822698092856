"""The tables of findings: one row per finding, the printed figure to the right, the competing ones beside it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from ..measures import MEASURES
from ..model import Finding, ReportedFigure
from ..model.runs import Block, Column, Paragraph, Runs, Section, Table
from .cells import any_member, row_cells, tells
from .desk import Desk, in_order
from .shares import shares
from .widths import fitted

_DISPLACEMENT = ("displaced", "idps", "returned", "refugees")

MOST_LISTED = 100
"""Rows of the annex, if the report does not print more: tagged tables cost time and memory."""

COLUMNS = ("what", "reported", "where", "when", "said_by", "other")
"""The columns of a table of findings, by their names in the catalogue."""


def no_data(desk: Desk) -> Paragraph:
    """What a section without data says."""
    return Paragraph(runs=desk.phrases("no_data"), style="none")


def section(desk: Desk, key: str, blocks: Sequence[Block], sections: tuple[Section, ...] = ()) -> Section:
    """A section under its title; "No data reported" if it has nothing."""
    title = desk.phrases.word("titles", key)
    return Section(
        key=key, title=title, blocks=tuple(blocks) or (() if sections else (no_data(desk),)), sections=sections
    )


def findings_table(desk: Desk, caption: str, findings: Iterable[Finding], *, one_measure: bool = False) -> Table | None:
    """What, figure, where, when, said by, other figures; None without findings.

    A part stands below its whole ("of whom: children"). With `one_measure` the caption names the measure, not each row.
    """
    seen: set[str] = set()
    ordered = _with_parts(desk, in_order(findings))
    told = [(f, figure, whole) for f, whole in ordered if (figure := desk.recommended(f) or any_member(desk, f))]
    if not told:
        return None
    shown = [row_cells(desk, *row, one_measure, seen) for row in _most(told, rows_of(desk)[caption])]
    # A column that has nothing to say takes no room; what is printed of each finding at least stays.
    kept = [i for i, key in enumerate(COLUMNS) if key not in {"where", "other"} or any(row[i] for row in shown)]
    columns = [Column(title=desk.phrases.word("columns", COLUMNS[i]), numeric=COLUMNS[i] == "reported") for i in kept]
    cells = [tuple(row[i] for i in kept) for row in shown]
    return Table(
        caption=desk.phrases.word("captions", caption),
        columns=fitted(columns, cells),
        rows=tuple(cells),
        note=_rest(desk) if len(told) > len(shown) else (),
    )


def _rest(desk: Desk) -> Runs:
    """Where the rows are that are not shown; an annex of many figures has not all of them. Where all tables are
    selections, the overview says it once."""
    if desk.crowded:
        return ()
    return desk.phrases("table_rest" if len(desk.figures) <= MOST_LISTED else "table_rest_data")


def _with_parts(desk: Desk, findings: Sequence[Finding]) -> list[tuple[Finding, str]]:
    """The findings with each part right after its whole; beside a part stands the measure of its whole."""
    printed = {finding.recommended.id: finding for finding in findings if finding.recommended}
    wholes = {part.part: part.whole for part in desk.reconciliation.parts if part.whole in printed}
    parts = {part: printed[part] for part in wholes if part in printed and printed[part].id != printed[wholes[part]].id}
    ordered: list[tuple[Finding, str]] = []
    for finding in findings:
        main = finding.recommended.id if finding.recommended else None
        if main in parts and wholes[main] not in parts:
            continue
        ordered.append((finding, ""))
        ordered += [
            (found, finding.measure)
            for part, found in parts.items()
            if wholes[part] == main and tells(desk, found, part, main)
        ]
    return list(dict.fromkeys(ordered))


def _most(told: Sequence[tuple[Finding, ReportedFigure, str]], rows: int) -> list[tuple[Finding, ReportedFigure, str]]:
    """So many rows: the first ones of each measure, so that no measure takes the room of another."""
    ranks: list[tuple[int, int]] = []
    heard: Counter[str] = Counter()
    for place, (finding, _, _) in enumerate(told):
        ranks.append((heard[finding.measure], place))
        heard[finding.measure] += 1
    return [told[place] for _, place in sorted(sorted(ranks)[:rows], key=lambda rank: rank[1])]


def current(desk: Desk, *measures: str) -> list[Finding]:
    """The current findings of these measures."""
    return [f for f in desk.findings if f.measure in measures and f.scope == "current"]


def by_section(desk: Desk, key: str) -> list[Finding]:
    """The current findings of a section of the report."""
    return current(desk, *(measure.key for measure in MEASURES.values() if measure.section == key))


def groups(desk: Desk) -> dict[str, list[Finding]]:
    """The findings of each table before the annex, by its caption, those first that get their rows first."""
    sections = {key: by_section(desk, key) for key in ("casualties", "infrastructure", "needs", "funding")}
    flows = {key: current(desk, key) for key in _DISPLACEMENT}
    return flows | sections | {"background": [f for f in desk.findings if f.scope == "background"]}


def rows_of(desk: Desk) -> dict[str, int]:
    """How many rows each table has."""
    wanted = {caption: len(findings) for caption, findings in groups(desk).items()}
    most = desk.room.rows_of
    return shares({caption: min(n, most.get(caption, n)) for caption, n in wanted.items()}, desk.room.rows)


def displacement(desk: Desk) -> Section:
    """Flow and stock in separate tables, then returns and refugees."""
    found = groups(desk)
    tables = (findings_table(desk, key, found[key], one_measure=True) for key in _DISPLACEMENT)
    return section(desk, "displacement", [table for table in tables if table])


def one_table(desk: Desk, key: str) -> Section:
    """A section that consists of the table of its measures."""
    table = findings_table(desk, key, groups(desk)[key])
    return section(desk, key, [table] if table else [])


def background(desk: Desk) -> Section | None:
    """Earlier periods, for context; None where the articles give none."""
    table = findings_table(desk, "background", groups(desk)["background"])
    return section(desk, "background", [table]) if table else None
