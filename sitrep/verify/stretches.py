"""Stretches: the pieces of a report within which a citation proves numbers: a paragraph, an item, a row, a box."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model import Report
from ..model.runs import (
    Block,
    Box,
    Boxes,
    Bullets,
    Cite,
    Name,
    Number,
    Paragraph,
    Picture,
    Run,
    Runs,
    Section,
    SourceList,
    Table,
    Text,
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Runs that belong together, with where they stand ("Highlights, item 2"); `rows` of the table they are in."""

    where: str
    runs: Runs
    rows: int = 0
    boxed: bool = False

    def text(self) -> str:
        """The stretch as printed, citations left out."""
        return "".join("" if isinstance(run, Cite) else run.text for run in self.runs)

    def cited_after(self, index: int) -> tuple[Cite, ...]:
        """The nearest group of citations after the run at `index`: citations with nothing but spaces between them."""
        group: list[Cite] = []
        for run in self.runs[index + 1 :]:
            if isinstance(run, Cite):
                group.append(run)
            elif group and not (isinstance(run, Text) and not run.text.strip()):
                break
        return tuple(group)


def stretches(report: Report) -> Iterator[Stretch]:
    """Every stretch of the printed half, in the order of reading."""
    yield Stretch("Masthead", report.edition)
    yield Stretch("As-of line", report.as_of_line)
    yield Stretch("Production line", report.production)
    drawn = {
        block.caption: tuple(tuple(run for cell in row for run in cell) for row in block.rows)
        for section in report.sections
        if section.key == "annex_charts"
        for block in section.blocks
        if isinstance(block, Table)
    }
    for section in report.sections:
        yield from _section(section, "", drawn)


def _section(section: Section, above: str, drawn: Mapping[str, tuple[Runs, ...]]) -> Iterator[Stretch]:
    title = f"{above}{section.title}"
    for number, block in enumerate(section.blocks, 1):
        where = title if len(section.blocks) == 1 else f"{title}, block {number}"
        if isinstance(block, Picture):
            yield from _picture(block, where, drawn)
        else:
            yield from _block(block, where)
    for part in section.sections:
        yield from _section(part, f"{title}: ", drawn)


def _picture(block: Picture, where: str, drawn: Mapping[str, tuple[Runs, ...]]) -> Iterator[Stretch]:
    """What is drawn stands on its rows in the table of the data, if there is one; else on the reading's citations."""
    where = f"{where}, picture “{block.title}”"
    shown = {i for run in block.numbers if isinstance(run, Number) for i in run.figures}
    rows = (
        row for row in drawn.get(block.title, ()) if any(isinstance(r, Number) and shown & {*r.figures} for r in row)
    )
    data = tuple(run for row in rows for run in row if isinstance(run, Cite))
    if not block.numbers or set(data) <= set(block.reading):
        yield Stretch(where, (*block.numbers, *block.reading))
    else:
        yield Stretch(f"{where}, drawing", (*block.numbers, *data))
        yield Stretch(where, block.reading)


def _block(block: Block, where: str) -> Iterator[Stretch]:
    if isinstance(block, Paragraph):
        yield Stretch(where, block.runs)
    elif isinstance(block, Bullets):
        yield from (Stretch(f"{where}, item {n}", item) for n, item in enumerate(block.items, 1))
    elif isinstance(block, Boxes):
        yield from (Stretch(f"{where}, box {n}", _boxed(box), boxed=True) for n, box in enumerate(block.boxes, 1))
    elif isinstance(block, Table):
        yield Stretch(f"{where}, caption", _words(block.caption))
        for n, row in enumerate(block.rows, 1):
            yield Stretch(f"{where}, row {n} of “{block.caption}”", _spaced(row), rows=len(block.rows))
        yield Stretch(f"{where}, note", block.note, rows=len(block.rows))
    elif isinstance(block, SourceList):
        yield Stretch(f"{where}, note", block.note)


def _boxed(box: Box) -> Runs:
    return _spaced(((box.number,), _words(box.unit), _words(box.label), box.detail, box.source, box.as_of))


def _spaced(cells: tuple[Runs, ...]) -> Runs:
    """The cells one after the other with a space between them: a row and a box are one stretch each."""
    runs: list[Run] = []
    for cell in cells:
        runs += [*cell, Text(text=" ")]
    return tuple(runs)


def _words(text: str) -> Runs:
    """Words that the model does not check: a digit in them is kept, so that it must be proved."""
    return (Name(text=text),) if text else ()


def numbers(stretch: Stretch) -> Iterator[tuple[int, Number]]:
    """The stretch's numbers with the places where they stand."""
    for index, run in enumerate(stretch.runs):
        if isinstance(run, Number):
            yield index, run
