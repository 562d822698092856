"""The Word document of a report, block by block."""

from collections.abc import Mapping
from itertools import count
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from ..model import Report
from ..model.runs import Block, Boxes, Column, Name, Section, SourceList, Table
from .context import title, used_sentences
from .docx_pictures import add_pictures, in_runs
from .docx_runs import bookmark, field, link, write_runs
from .docx_table import add_styles, add_table, keep_with_next
from .markup import anchor, safe_url
from .phrases import load_phrases, plain
from .quotation import bare
from .source_line import source_line
from .xml_text import printable

if TYPE_CHECKING:
    from docx.document import Document as Doc

ACCENT = RGBColor(0x17, 0x37, 0x5E)
_PAPER = {"A4": (Mm(210), Mm(297)), "letter": (Mm(215.9), Mm(279.4))}


def build(report: Report, drawings: Mapping[str, bytes]) -> "Doc":
    """The whole document, in memory; `drawings` are its pictures as PNG, by their names."""
    document = Document()
    _set_up(document, report)
    _masthead(document, report)
    for section in report.sections:
        _section(document, report, section, 1, drawings)
    return document


def _set_up(document: "Doc", report: Report) -> None:
    """Paper, fonts, properties, running head and foot."""
    page = document.sections[0]
    page.page_width, page.page_height = _PAPER[report.settings.paper]
    page.left_margin = page.right_margin = Mm(18)
    page.top_margin = page.bottom_margin = Mm(20)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Noto Sans", Pt(9.5)
    normal.paragraph_format.space_after = Pt(5)
    for name, size, before in (("Title", 20, 0), ("Heading 1", 13, 12), ("Heading 2", 10.5, 8)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Noto Sans", Pt(size), ACCENT
        style.font.bold = True
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(4)
        style.element.rPr.rFonts.set(qn("w:asciiTheme"), "")
        del style.element.rPr.rFonts.attrib[qn("w:asciiTheme")]
    add_styles(document, str(ACCENT))
    _properties(document, report)
    page.header.paragraphs[0].text = printable(f"{report.heading} · {plain(report.as_of_line)}")
    foot = page.footer.paragraphs[0]
    words = load_phrases(report.language)
    foot.add_run(f"{report.id} · {words.word('labels', 'page')} ")
    field(foot, "PAGE")
    foot.add_run(f" {words.word('labels', 'of')} ")
    field(foot, "NUMPAGES")


def _properties(document: "Doc", report: Report) -> None:
    core, issued = document.core_properties, report.issued.replace(tzinfo=None)
    core.title, core.author, core.language = printable(title(report))[:250], "sitrep", report.language
    core.created = core.modified = issued
    core.last_modified_by, core.revision, core.comments = "sitrep", 1, ""


def _masthead(document: "Doc", report: Report) -> None:
    document.add_paragraph(printable(report.heading), style="Title")
    line = document.add_paragraph()
    write_runs(line, report.edition)
    line.add_run(" · ")
    write_runs(line, report.as_of_line)
    for run in line.runs:
        run.bold = True
    if report.crisis.country_name:
        document.add_paragraph(printable(report.crisis.country_name))
    write_runs(document.add_paragraph(), report.production)


def _section(document: "Doc", report: Report, section: Section, level: int, drawings: Mapping[str, bytes]) -> None:
    document.add_heading(printable(section.title), level)
    for run in in_runs(section.blocks):
        if pictures := [block for block in run if block.type == "picture"]:
            add_pictures(document, pictures, drawings)
        for block in run:
            _block(document, report, block)
    for inner in section.sections:
        _section(document, report, inner, level + 1, drawings)


def _block(document: "Doc", report: Report, block: Block) -> None:
    if block.type == "paragraph":
        write_runs(document.add_paragraph(), block.runs, italic=block.style == "none")
    elif block.type == "bullets":
        for item in block.items:
            write_runs(document.add_paragraph(style="List Bullet"), item)
    elif block.type == "boxes":
        _boxes(document, report, block)
    elif block.type == "table":
        _table(document, block)
    elif block.type == "sources":
        _sources(document, report, block)


def _boxes(document: "Doc", report: Report, block: Boxes) -> None:
    """Key figures as a table: Word has no boxes that survive editing."""
    words = load_phrases(report.language)
    shares = {"reported": 20, "what": 24, "where": 16, "said_by": 22, "when": 18}
    columns = [
        Column(title=words.word("columns", key), numeric=key == "reported", width=width)
        for key, width in shares.items()
    ]
    rows = tuple(
        (
            (box.number.model_copy(update={"strong": True}), Name(text=f" {box.unit}")),
            (Name(text=box.label),),
            box.detail,
            box.source,
            box.as_of,
        )
        for box in block.boxes
    )
    add_table(document, columns, rows)


def _table(document: "Doc", block: Table) -> None:
    caption = document.add_paragraph()
    caption.add_run(printable(block.caption)).bold = True
    keep_with_next(caption)
    add_table(document, block.columns, block.rows)
    if block.note:
        write_runs(document.add_paragraph(), block.note, italic=True)


def _sources(document: "Doc", report: Report, block: SourceList) -> None:
    words, used, numbers = load_phrases(report.language), used_sentences(report), count()
    # A style looked up by its name costs a walk through all of them.
    continued = document.styles["List Continue"]
    for source in (source for source in report.sources if source.n in block.listed):
        entry = document.add_paragraph()
        bookmark(entry, anchor(source.n), f"[{source.n}] {source_line(source, words)}", next(numbers), bold=True)
        if source.url and (url := safe_url(source.url)):
            entry.add_run(" ")
            link(entry, url, url=url)
        for sentence in source.sentences:
            if sentence.id in used:
                line = document.add_paragraph(style=continued)
                words_of = f"{sentence.id} “{bare(sentence.text)}”"
                bookmark(line, anchor(source.n, sentence.id), words_of, next(numbers))
    if block.note:
        write_runs(document.add_paragraph(), block.note, italic=True)
