"""Drawings of the Word document: those that follow each other two by two in a table without lines; a map is larger."""

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.shared import Emu, Inches, Length, Mm, Pt

from ..model.runs import Block, Name, Picture
from .docx_runs import write_runs
from .raster import INCHES
from .xml_text import printable

if TYPE_CHECKING:
    from docx.document import Document as Doc
    from docx.text.paragraph import Paragraph

_GAP = Mm(6)
_ACROSS = 2


def in_runs(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """The blocks in their order, drawings that follow each other together."""
    for pictures, run in groupby(blocks, key=lambda block: block.type == "picture"):
        if pictures:
            yield tuple(run)
        else:
            yield from ((block,) for block in run)


def add_pictures(document: "Doc", pictures: Sequence[Picture], drawings: Mapping[str, bytes]) -> None:
    """Drawings that follow each other; where there are no PNGs, what they say below each other."""
    if len(pictures) == 1 or not drawings:
        for picture in pictures:
            wide = Inches(INCHES) if picture.name.startswith("map") else Emu(_half(document) - _GAP)
            told = document.add_paragraph()
            told.paragraph_format.space_before = Pt(6)
            _add(told, picture, drawings, wide, document.add_paragraph)
        return
    for n in range(0, len(pictures), _ACROSS):
        _side_by_side(document, pictures[n : n + _ACROSS], drawings)


def _half(document: "Doc") -> int:
    page = document.sections[0]
    return ((page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0)) // _ACROSS


def _side_by_side(document: "Doc", pictures: Sequence[Picture], drawings: Mapping[str, bytes]) -> None:
    """A row of a table that is there for its places only: no lines, no head, and it stays on one page."""
    half = _half(document)
    table = document.add_table(rows=1, cols=_ACROSS)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell in table.rows[0].cells:
        cell.width = Emu(half)
    for cell, picture in zip(table.rows[0].cells, pictures, strict=False):
        _add(cell.paragraphs[0], picture, drawings, Emu(half - _GAP), cell.add_paragraph)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _add(
    told: "Paragraph",
    picture: Picture,
    drawings: Mapping[str, bytes],
    wide: Length,
    below: Callable[[], "Paragraph"],
) -> None:
    """Title and reading, and below them the drawing with its alternative text."""
    write_runs(told, (Name(text=f"{picture.title}. ", strong=True), *picture.reading))
    drawing = drawings.get(picture.name)
    if drawing is None:
        return
    told.paragraph_format.keep_with_next = True
    shape = below().add_run().add_picture(io.BytesIO(drawing), width=wide)
    shape._inline.docPr.set("descr", printable(picture.alt))
    shape._inline.docPr.set("title", printable(picture.title))
