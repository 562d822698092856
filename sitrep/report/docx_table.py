"""Tables of the Word document: one style for all of them, widths by what stands in them, rows that stay whole."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Emu, Pt
from docx.text.paragraph import Paragraph

from ..model.runs import Column, Name, Runs
from .docx_runs import write_runs

if TYPE_CHECKING:
    from docx.document import Document as Doc

GRID, TEXT, NUMERALS = "Report Table", "Table Text", "Table Numerals"

_SMALL = 8
"""A table of so many rows stays on one page."""

_LOOK = (
    """<w:tblPr %(ns)s><w:tblBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="%(line)s"/>
    <w:insideH w:val="single" w:sz="4" w:space="0" w:color="%(line)s"/></w:tblBorders>
    <w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>
    <w:bottom w:w="20" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>""",
    """<w:tblStylePr %(ns)s w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr>
    <w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="%(head)s"/></w:tcPr></w:tblStylePr>""",
)


def add_styles(document: "Doc", head: str) -> None:
    """The type of tables and their look, as styles, so that an office changes it in one place."""
    for name, base, alignment in (
        (TEXT, "Normal", WD_ALIGN_PARAGRAPH.LEFT),
        (NUMERALS, TEXT, WD_ALIGN_PARAGRAPH.RIGHT),
    ):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.font.size = document.styles[base], Pt(8)
        style.paragraph_format.alignment = alignment
        style.paragraph_format.space_after = Pt(0)
    look = document.styles.add_style(GRID, WD_STYLE_TYPE.TABLE).element
    for part in _LOOK:
        look.append(parse_xml(part % {"ns": nsdecls("w"), "line": "B5BCC4", "head": head}))


def add_table(document: "Doc", columns: Sequence[Column], rows: Sequence[Sequence[Runs]]) -> None:
    """A table whose head is a head: repeated on each page and known to screen readers."""
    table = document.add_table(rows=1 + len(rows), cols=len(columns), style=GRID)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    table._tbl.tr_lst[0].get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    head = tuple((Name(text=column.title, strong=True),) for column in columns)
    styles = [document.styles[NUMERALS if column.numeric else TEXT].style_id for column in columns]
    widths = _widths(document, columns)
    for grid, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
        grid.w = width
    # A table's own rows and cells are looked for anew at each access, which takes as long as the table is large.
    for n, (tr, row) in enumerate(zip(table._tbl.tr_lst, (head, *rows), strict=True)):
        tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))
        for cell, runs, style, width in zip(tr.tc_lst, row, styles, widths, strict=True):
            cell.width, cell.p_lst[0].style = width, style
            told = Paragraph(cell.p_lst[0], document.part)
            write_runs(told, runs)
            if n < len(rows) <= _SMALL:
                told.paragraph_format.keep_with_next = True


def _widths(document: "Doc", columns: Sequence[Column]) -> list[Emu]:
    """The columns' shares of the line between the margins; a column without a share has as much as the others."""
    page = document.sections[0]
    line = (page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0)
    shares = [column.width or 100 // len(columns) for column in columns]
    return [Emu(line * share // sum(shares)) for share in shares]


def keep_with_next(paragraph: Paragraph) -> None:
    """A caption stays with its table."""
    paragraph.paragraph_format.keep_with_next = True
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(6), Pt(2)
