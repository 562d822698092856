"""PDF by WeasyPrint: tagged (PDF/UA-1), or PDF/A-3a as the archive option; the report's JSON attached."""

import gc
import io
import logging
import re
from base64 import b64decode
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import Problem, SitrepError
from ..model import Report
from ..model.records import ReportFile
from .exporter import Rendering
from .fonts import check_fonts
from .markup import svg_uri
from .to_csv import to_csv
from .to_html import page
from .to_json import to_json

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""What stands for a character that no font has."""

_DRAWING = re.compile(r"data:image/svg\+xml;base64,([\w+/=]+)")
_MISSING = re.compile(r"\(U\+([0-9A-F]{4,6})\)")

if TYPE_CHECKING:
    from weasyprint import Attachment  # type: ignore[import-untyped]


def to_pdf(report: Report, *, templates: Sequence[Path] = ()) -> Rendering:
    """One `.pdf` file. Raises SitrepError where Pango or every font is missing."""
    check_fonts()
    name = f"{report.stem}.pdf"
    data, lines = _complete(page(report, templates), lambda html: _write(html, report))
    return Rendering((ReportFile(name, "application/pdf", data),), tuple(Problem(name, line) for line in lines))


def _complete(html: str, write: Callable[[str], tuple[bytes, list[str]]]) -> tuple[bytes, tuple[str, ...]]:
    """The PDF in which a visible character stands for each that no font has, and what is to be said of it."""
    data, lines = write(html)
    if missing := _without_glyph(lines):
        # A glyph that stands for nothing is not allowed in PDF/UA, so the second run prints a character that is.
        data, lines = write(_replaced(html, {ord(character): REPLACEMENT for character in missing}))
    said = (f"no font has U+{ord(c):04X} ({c}); {REPLACEMENT} is printed instead" for c in missing)
    return data, tuple(dict.fromkeys([*said, *lines]))


def _replaced(html: str, stand_ins: dict[int, str]) -> str:
    """The page with some characters replaced, those in its drawings too."""

    def drawing(found: re.Match[str]) -> str:
        return svg_uri(b64decode(found[1]).decode("utf-8").translate(stand_ins))

    return _DRAWING.sub(drawing, html.translate(stand_ins))


def _without_glyph(lines: Sequence[str]) -> list[str]:
    """The characters that WeasyPrint says no font has, in order."""
    named = (chr(int(code, 16)) for line in lines for code in _MISSING.findall(line))
    return [character for character in dict.fromkeys(named) if character != REPLACEMENT]


def write_pages(html: str) -> tuple[bytes, tuple[str, ...]]:
    """A plain PDF without tags, to be painted from, and what is to be said of it (a character that no font has).

    Raises SitrepError where Pango or every font is missing.
    """
    check_fonts()
    return _complete(html, _write_plain)


def _write_plain(html: str) -> tuple[bytes, list[str]]:
    with _logged() as lines:
        written = _html(html).write_pdf(custom_metadata=False, optimize_images=False)
    assert isinstance(written, bytes)
    return written, lines


def load_engine() -> Any:
    """WeasyPrint's page; SitrepError where Pango is missing. It takes most of a second the first time."""
    try:
        # Without Pango it prints a paragraph on standard output, where only the names of files belong.
        with redirect_stdout(io.StringIO()):
            from weasyprint import HTML
    except OSError as error:
        raise SitrepError(
            "PDF: the library Pango is missing; install it (Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
            "libharfbuzz-subset0; macOS: brew install pango) or leave out the format pdf."
        ) from error
    return HTML


def _html(html: str) -> Any:
    """The page for WeasyPrint, which fetches nothing."""
    return load_engine()(string=html, url_fetcher=_offline())


def _write(html: str, report: Report) -> tuple[bytes, list[str]]:
    """The PDF, and what WeasyPrint warned of."""
    page = _html(html)
    with _logged() as lines, _uncollected():
        written = page.write_pdf(
            pdf_variant="pdf/a-3a" if report.settings.archive else "pdf/ua-1",
            pdf_tags=True,
            attachments=[_attached(file, report) for file in _data(report)],
            custom_metadata=False,
            optimize_images=False,
            finisher=_with_scopes,
        )
    assert isinstance(written, bytes)
    return written, lines


def _with_scopes(_: Any, pdf: Any) -> None:
    """Say of each header cell whether it heads a column or a row, for readers that do not follow the cells' links."""
    elements: dict[Any, Any] = {one.reference: one for one in pdf.objects if _is_element(one)}
    for cell in elements.values():
        if cell.get("S") == "/TH" and (row := elements.get(cell["P"])):
            group = elements.get(row["P"])
            cell["A"]["Scope"] = "/Column" if group and group.get("S") == "/THead" else "/Row"


def _is_element(one: Any) -> bool:
    """Whether an object of a PDF is an element of its structure, which knows its kind and its parent."""
    return isinstance(one, dict) and "S" in one and "P" in one


def _data(report: Report) -> tuple[ReportFile, ...]:
    """What is attached: the report's JSON, and its CSV tables in an archive."""
    tables = to_csv(report).files[:3] if report.settings.archive else ()
    return (*to_json(report).files, *tables)


def _attached(file: ReportFile, report: Report) -> "Attachment":
    """A file with the report's own dates, so that the bytes stay the same."""
    from weasyprint import Attachment

    return Attachment(
        string=file.data,
        name=file.name,
        description="The data of this report",
        created=report.issued,
        modified=report.issued,
        relationship="Data",
    )


def _offline() -> Any:
    """A fetcher that gives nothing from the network or the disk: only what the page carries in itself."""
    from weasyprint.urls import URLFetcher  # type: ignore[import-untyped]

    class Offline(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            raise ValueError(f"the report may not load {url}")

    return Offline()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for cycles: the boxes of a page are many, and all of them live until the file is written."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@contextmanager
def _logged() -> Iterator[list[str]]:
    """What WeasyPrint warns of while it renders."""
    lines: list[str] = []

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(record.getMessage())

    logger, handler = logging.getLogger("weasyprint"), Collect(logging.WARNING)
    logger.addHandler(handler)
    propagate, logger.propagate = logger.propagate, False
    try:
        yield lines
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate
