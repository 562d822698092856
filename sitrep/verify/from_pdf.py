"""A report's PDF: the data attached to it, and that its pages print no number that the data does not."""

import re
from collections import Counter
from html import unescape
from pathlib import Path

from ..errors import SitrepError
from ..model import Report
from ..model.runs import Cite
from ..report.context import pictures
from ..report.to_html import page
from .from_json import verify_text
from .library import Library
from .verdict import Protocol, Verdict

_NUMERAL = re.compile(r"\d(?:[\d,.]*\d)?")


def verify_pdf(path: Path, library: Library) -> Verdict:
    """The verdict on a PDF file. Raises SitrepError where no report's data is attached to it."""
    data, pages = _read(path)
    verdict = verify_text(data, library)
    if verdict.holds:
        protocol = Protocol(Counter(verdict.proved), list(verdict.unproved))
        _check_pages(Report.model_validate_json(data), pages, protocol)
        return protocol.verdict()
    return verdict


def attached(path: Path) -> str:
    """The JSON of the report that is attached to a PDF file. Raises SitrepError where there is none."""
    return _read(path)[0]


def _read(path: Path) -> tuple[str, list[str]]:
    import pypdfium2  # type: ignore[import-untyped]

    try:
        document = pypdfium2.PdfDocument(path)
    except (pypdfium2.PdfiumError, FileNotFoundError) as error:
        raise SitrepError(f"{path}: the PDF cannot be read ({error}).") from error
    with document:
        attached = (document.get_attachment(i) for i in range(document.count_attachments()))
        data = next((bytes(one.get_data()) for one in attached if one.get_name().endswith(".json")), None)
        pages = [one.get_textpage().get_text_bounded() for one in document]
    if data is None:
        raise SitrepError(f"{path}: no report's data is attached to it, so only its Markdown or JSON can be verified.")
    return data.decode("utf-8"), pages


def _check_pages(report: Report, pages: list[str], protocol: Protocol) -> None:
    """Each numeral as often on the pages as in the report; the margins and repeated heads of tables come on top.

    Numerals and not numbers: a narrow column may put "over 4" and "million" on two lines with other cells between.
    """
    drawn = "".join(picture.svg for picture in pictures(report))
    body = re.sub(r"<(style|title|desc|head)\b.*?</\1>|<[^>]+>", " ", page(report) + drawn, flags=re.DOTALL)
    expected = Counter(_NUMERAL.findall(unescape(body)))
    found = Counter(numeral for text in pages for numeral in _NUMERAL.findall(text))
    margin = {str(n) for n in range(1, len(pages) + 1)} | set(_NUMERAL.findall(_masthead(report)))
    for numeral in sorted(expected.keys() | found.keys()):
        times = f"{found[numeral]} times on the pages, {expected[numeral]} times in the attached data"
        right = found[numeral] == expected[numeral] or (found[numeral] > expected[numeral] and numeral in margin)
        protocol.check(right, "page", "Pages", f"the number {numeral} stands {times}")


def _masthead(report: Report) -> str:
    words = "".join(run.text for run in (*report.edition, *report.as_of_line) if not isinstance(run, Cite))
    return f"{words} {report.heading} {report.id}"
