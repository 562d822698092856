"""What differs from the last report, the annex of all figures, and what is out of scope."""

from collections.abc import Sequence

from ..measures import MEASURES
from ..model import Change, ReportedFigure
from ..model.runs import Block, Cite, Column, Name, Paragraph, Runs, Section, Table, Text
from .cells import number_cell, what
from .desk import Desk
from .numbers import count
from .phrases import joined
from .tables import MOST_LISTED, section
from .when import period
from .where import place_cell, where
from .widths import SMALL_LINE, fitted


def changes_section(desk: Desk, found: Sequence[Change], previous: str | None) -> Section:
    """What differs from the last report, both values cited."""
    phrases = desk.phrases
    if previous is None:
        return section(desk, "changes", [Paragraph(runs=phrases("changes_first"), style="none")])
    lead = Paragraph(runs=phrases("previous_by", previous=Name(text=previous)))
    if not found:
        return section(desk, "changes", [lead, Paragraph(runs=phrases("changes_none"), style="none")])
    widths = {"what": 28, "before": 20, "now": 20, "change": 32}
    columns = tuple(
        Column(title=phrases.word("columns", key), numeric=key in {"before", "now"}, width=width)
        for key, width in widths.items()
    )
    table = Table(
        caption=phrases.word("captions", "changes"),
        columns=columns,
        rows=tuple(_change(desk, change) for change in found),
    )
    return section(desk, "changes", [lead, table])


def _change(desk: Desk, change: Change) -> tuple[Runs, ...]:
    after = desk.figures.get(change.after) if change.after else None
    before = desk.figures.get(change.before.id) if change.before else None
    shown = after or before
    label: Runs = what(desk, shown) if shown else (Text(text=MEASURES[change.measure].label),)
    place = where(desk, shown) if shown else None
    words = Text(text=desk.phrases.word("changes", change.kind))
    why = (": ", Name(text=change.why.rstrip("."))) if change.why else ()
    return (
        joined((*label, *((", ", Name(text=place)) if place else ()))),
        joined((desk.number(before), " ", desk.cite(before))) if before else (),
        joined((desk.number(after), " ", desk.cite(after))) if after else (),
        joined((words, *why)),
    )


MOST_OUT_OF_SCOPE = 30
"""Rows of what is out of scope."""


def annex(desk: Desk, figures: Sequence[ReportedFigure], printed: frozenset[str]) -> Section:
    """The figures by measure, each leading to its sentence: all that the report prints, others while there is room."""
    others = [figure.id for figure in figures if figure.id not in printed]
    kept = {*printed, *others[: max(0, MOST_LISTED - len(printed))]}
    listed = [figure for figure in figures if figure.id in kept]
    return section(desk, "annex", _listed(desk, "annex", listed, len(figures) - len(listed)))


def out_of_scope(desk: Desk, figures: Sequence[ReportedFigure]) -> Section:
    """Figures of another country or event, so that a reader sees that they were seen."""
    if not figures:
        return section(desk, "out_of_scope", [Paragraph(runs=desk.phrases("out_none"), style="none")])
    lead = Paragraph(runs=desk.phrases("out_lead"))
    listed = figures[:MOST_OUT_OF_SCOPE]
    rest = len(figures) - len(listed)
    return section(desk, "out_of_scope", [lead, *_listed(desk, "out_of_scope", listed, rest)])


def _listed(desk: Desk, caption: str, listed: Sequence[ReportedFigure], rest: int) -> list[Block]:
    """The table of figures, and how many more the data have."""
    if not listed:
        return []
    blocks: list[Block] = [figure_table(desk, caption, listed)]
    if rest:
        numbers = {name: count(n, "figures", desk.phrases) for name, n in (("listed", len(listed)), ("rest", rest))}
        blocks.append(Paragraph(runs=desk.phrases("figures_capped", **numbers), style="note"))
    return blocks


def figure_table(desk: Desk, caption: str, figures: Sequence[ReportedFigure]) -> Table:
    """One row per figure as its article states it."""
    names = ("what", "reported", "where", "when", "said_by")
    columns = [Column(title=desk.phrases.word("columns", key), numeric=key == "reported") for key in names]
    rows = tuple(_figure_row(desk, figure) for figure in figures)
    return Table(
        caption=desk.phrases.word("captions", caption), columns=fitted(columns, rows, SMALL_LINE), rows=rows, small=True
    )


def _figure_row(desk: Desk, figure: ReportedFigure) -> tuple[Runs, ...]:
    marks = [desk.phrases.word("labels", figure.certainty)] if figure.certainty != "reported" else []
    marks += [desk.phrases.word("labels", "rejected").casefold()] if figure.id in desk.taken_out else []
    marks += [desk.phrases.word("labels", "background").casefold()] if figure.scope == "background" else []
    cite = Cite(source=figure.n, sentence=figure.sentence)
    return (
        what(desk, figure),
        number_cell(desk, figure, strong=False),
        place_cell(desk, figure),
        period(desk, figure, cell=True),
        joined((desk.said_by(figure), f" ({', '.join(marks)})" if marks else "", " ", cite)),
    )
