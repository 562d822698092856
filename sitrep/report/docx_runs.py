"""Runs in a Word paragraph: citations as links to a bookmark at the sentence, fields for page numbers."""

from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from ..model.runs import Cite, Number, Quote, Runs
from .citations import labelled
from .markup import anchor, clean, unbroken
from .xml_text import printable

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph


def write_runs(paragraph: "Paragraph", runs: Runs, *, italic: bool = False) -> None:
    """The runs at the end of the paragraph."""
    for run, label in labelled(runs):
        if isinstance(run, Cite):
            link(paragraph, f"[{label}]", to=anchor(run.source, run.sentence))
            continue
        text = printable(clean(run.text))
        text = unbroken(run, text) if isinstance(run, Number) else text
        written = paragraph._p.add_r()
        written.text = f"“{text}”" if isinstance(run, Quote) else text
        if run.strong or italic:
            properties = written.get_or_add_rPr()
            properties._set_bool_val("b", run.strong or None)
            properties._set_bool_val("i", italic or None)


def link(paragraph: "Paragraph", text: str, *, to: str | None = None, url: str | None = None) -> None:
    """A link to a bookmark of the document or to a web address."""
    element = OxmlElement("w:hyperlink")
    if url:
        element.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    else:
        element.set(qn("w:anchor"), _name(to or ""))
    run = paragraph._p.add_r()
    run.text = printable(text)
    element.append(run)
    paragraph._p.append(element)


def bookmark(paragraph: "Paragraph", name: str, text: str, number: int, *, bold: bool = False) -> None:
    """The text with a bookmark around it; `number` is its own among those of the document."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:id"), str(number))
    start.set(qn("w:name"), _name(name))
    end.set(qn("w:id"), str(number))
    paragraph._p.append(start)
    paragraph.add_run(printable(clean(text))).bold = bold or None
    paragraph._p.append(end)


def field(paragraph: "Paragraph", code: str) -> None:
    """A field that Word works out: PAGE, NUMPAGES."""
    element = OxmlElement("w:fldSimple")
    element.set(qn("w:instr"), code)
    run = paragraph.add_run("1")
    element.append(run._r)
    paragraph._p.append(element)


def _name(anchor: str) -> str:
    """Word's bookmarks allow letters, digits and underscores."""
    return anchor.replace("-", "_")
