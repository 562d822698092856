"""The tables of findings: one row per finding, the printed figure to the right, the competing ones beside it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from ..measures import MEASURES
from ..model import Finding, ReportedFigure
from ..model.runs import Block, Column, Name, Paragraph, Quote, Runs, Section, Table, Text
from .desk import Desk, in_order
from .nouns import noun, part_noun
from .numbers import count, is_description
from .phrases import Filler, between, joined, plain, sentence, short_again
from .sentences import cluster, estimate, period, place_cell, where
from .shares import shares
from .speakers import site
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
    told = [(f, figure, whole) for f, whole in ordered if (figure := desk.recommended(f) or _any_member(desk, f))]
    if not told:
        return None
    shown = [_row(desk, *row, one_measure, seen) for row in _most(told, rows_of(desk)[caption])]
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
            if wholes[part] == main and _tells(desk, found, part, main)
        ]
    return list(dict.fromkeys(ordered))


def _tells(desk: Desk, finding: Finding, part: str, whole: str) -> bool:
    """Whether a row says which part it is: by another measure, a group, a place of its own, or a person."""
    a, b = desk.of(part), desk.of(whole)
    place = where(desk, a, finding)
    apart = a.measure != b.measure or is_description(a) or bool(place and place != where(desk, b))
    return apart or bool(part_noun(desk, a, b, table=True))


def _most(told: Sequence[tuple[Finding, ReportedFigure, str]], rows: int) -> list[tuple[Finding, ReportedFigure, str]]:
    """So many rows: the first ones of each measure, so that no measure takes the room of another."""
    ranks: list[tuple[int, int]] = []
    heard: Counter[str] = Counter()
    for place, (finding, _, _) in enumerate(told):
        ranks.append((heard[finding.measure], place))
        heard[finding.measure] += 1
    return [told[place] for _, place in sorted(sorted(ranks)[:rows], key=lambda rank: rank[1])]


def _row(
    desk: Desk, finding: Finding, figure: ReportedFigure, whole: str, one_measure: bool, seen: set[str]
) -> tuple[Runs, ...]:
    cites = desk.cite(*desk.same_number(finding, figure))
    said = short_again(desk.said_by(figure), seen)
    return (
        what(desk, figure, finding, one_measure=one_measure, whole=whole),
        number_cell(desk, figure),
        place_cell(desk, figure, finding),
        period(desk, figure, cell=True),
        joined((said, certainty(desk, figure), published_in(desk, figure), " ", cites, _support(desk, finding))),
        short_again(_others(desk, finding), seen),
    )


def published_in(desk: Desk, figure: ReportedFigure) -> Runs:
    """`, in Coast Radio`: who says it is one thing, who published it another."""
    publisher = site(desk.sources[figure.n - 1].publisher)
    return desk.phrases("published_in", publisher=Name(text=publisher)) if figure.source and publisher else ()


def _support(desk: Desk, finding: Finding) -> Runs:
    """` (two articles, one independent origin)`, where more than one article or origin stands behind a finding."""
    if finding.articles < 2 and len(finding.origins) < 2:
        return ()
    articles = count(finding.articles, "articles", desk.phrases, finding.id)
    origins = count(len(finding.origins), "origins", desk.phrases, finding.id)
    return joined((" (", articles, ", ", origins, ")"))


def _any_member(desk: Desk, finding: Finding) -> ReportedFigure | None:
    """A finding of denials or forecasts only recommends nothing; its first figure is shown, marked as such."""
    shown = (desk.of(m.figure.id) for m in finding.members if m.role != "rejected" and m.figure.id in desk.figures)
    return next(shown, None)


def what(
    desk: Desk,
    figure: ReportedFigure,
    finding: Finding | None = None,
    *,
    one_measure: bool = False,
    whole: str = "",
) -> Runs:
    """`Killed: civilians`, `Facilities affected: hospitals (Health)`; a part of a `whole` is `of whom: children`.

    Where the figure is a particular person, the words that describe him or her follow as a quotation.
    """
    label = Text(text=MEASURES[figure.measure].label)
    sector = f" ({cluster(desk, figure.sector)})" if figure.sector and figure.sector != "multi" else ""
    if figure.unit not in {"people", "households", "structures", "facilities", "incidents"}:
        return (label,)
    counted = noun(desk, figure, finding, table=True)
    said = plain(counted).casefold()
    plain_people = figure.unit == "incidents" or said == desk.phrases.word("people", "people")
    plain_people |= said in label.text.casefold().split() or said in desk.phrases.words("nouns", figure.unit)
    number = desk.number(figure)
    person = joined((", ", number)) if isinstance(number, Quote) else ()
    if whole:
        # A part of another measure ("affected, of whom in need") names its own.
        if whole == figure.measure:
            named: Runs = part_noun(desk, figure, table=True) or counted
        else:
            inside = label.model_copy(update={"text": label.text[0].lower() + label.text[1:]})
            named = (inside,) if plain_people else joined((inside, ": ", counted))
        lead = "of_whom" if figure.unit in {"people", "households"} else "of_which"
        return joined((desk.phrases.word("labels", lead), " ", named, sector, person))
    if one_measure:
        return sentence(joined((counted, sector, person)), stop=False)
    return joined((label, sector, person) if plain_people else (label, ": ", counted, sector, person))


def number_cell(desk: Desk, figure: ReportedFigure, *, strong: bool = True) -> Runs:
    """The number as stated, with the estimate in people below families."""
    number = desk.number(figure)
    if isinstance(number, Quote):
        return (Text(text=desk.phrases.word("labels", "person")),)
    return joined((number.model_copy(update={"strong": strong}), estimate(desk, figure)))


def certainty(desk: Desk, figure: ReportedFigure) -> Runs:
    """` (claimed)`, for what is not simply reported."""
    return () if figure.certainty == "reported" else joined((f" ({desk.phrases.word('labels', figure.certainty)})",))


def _others(desk: Desk, finding: Finding) -> Runs:
    """The competing numbers, then the earlier ones that an update has replaced."""
    items: list[Filler] = [_other(desk, finding, figure) for figure, _ in desk.others(finding)[: desk.room.others]]
    earlier = desk.phrases.word("labels", "earlier")
    items += [joined((earlier, " ", _other(desk, finding, figure))) for figure in desk.earlier(finding)[:1]]
    return between("; ", items)


def _other(desk: Desk, finding: Finding, figure: ReportedFigure) -> Runs:
    said = desk.said_by(figure)
    unit = _unit(desk, figure, finding)
    return joined((desk.number(figure), *unit, " (", said, certainty(desk, figure), ") ", desk.cite(figure)))


def _unit(desk: Desk, figure: ReportedFigure, finding: Finding) -> Runs:
    main = finding.recommended
    return () if main and main.unit == figure.unit else joined((" ", noun(desk, figure, finding)))


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
