"""PDF documents with a text layer, by pypdfium2."""

import unicodedata
from typing import Any

from ..decode import without_surrogates
from ..draft import Draft, UnreadableError
from .pdf_layout import Line, paragraphs

_MOST_PAGES = 1000
_FEWEST_CHARACTERS = 20


def read_pdf(data: bytes) -> tuple[Draft, ...]:
    """The text of all pages, a line for each paragraph, heading or row of a table, without running heads.

    The date of creation in a PDF says when the file was made, not when the text was published, so it is not used.
    """
    pages, count = _pages(data)
    text = "\n".join(paragraphs(pages))
    if len(text) < _FEWEST_CHARACTERS:
        raise UnreadableError("is a PDF without a text layer (a scan?): run character recognition on it first")
    notes = () if count <= _MOST_PAGES else (f"has {count} pages, of which the first {_MOST_PAGES} were read",)
    return (Draft(without_surrogates(text), notes=notes),)


def _pages(data: bytes) -> tuple[list[tuple[list[Line], float]], int]:
    import pypdfium2  # type: ignore[import-untyped]

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(_reason(str(error))) from error
    try:
        return [_page(document[n]) for n in range(min(len(document), _MOST_PAGES))], len(document)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError("is a damaged PDF: open and save it again, or leave it out") from error
    finally:
        document.close()


def _page(page: Any) -> tuple[list[Line], float]:
    layer = page.get_textpage()
    try:
        return [line for start, text in _stretches(layer) if (line := _line(layer, start, text))], page.get_height()
    finally:
        layer.close()
        page.close()


def _stretches(layer: Any) -> list[tuple[int, str]]:
    """Each line's first index and its characters, one for one with the indices of the layer."""
    from pypdfium2.raw import FPDFText_GetUnicode  # type: ignore[import-untyped]

    characters = "".join(chr(FPDFText_GetUnicode(layer.raw, n)) for n in range(layer.count_chars()))
    out, start = [], 0
    for text in characters.replace("\r", "\n").split("\n"):
        out.append((start, text))
        start += len(text) + 1
    return out


def _line(layer: Any, start: int, text: str) -> Line | None:
    from pypdfium2.raw import FPDFText_GetFontSize

    visible = [n for n, character in enumerate(text) if not character.isspace() and character != "\x00"]
    if not visible:
        return None
    first, last = (layer.get_charbox(start + n, loose=True) for n in (visible[0], visible[-1]))
    left, right = min(first[0], last[0]), max(first[2], last[2])
    if unicodedata.bidirectional(text[visible[0]]) in ("R", "AL"):
        # Mirrored, so that a line ends where its text does.
        left, right = -right, -left
    size = abs(float(FPDFText_GetFontSize(layer.raw, start + visible[0]))) or 1.0
    # A font may be scaled by the page: the box tells how tall it is in fact.
    return Line(_clean(text), left, right, first[1], max(size, 0.5 * (first[3] - first[1])))


def _clean(text: str) -> str:
    pairs = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return " ".join(pairs.replace("\x00", "").split())


def _reason(error: str) -> str:
    if "password" in error.lower():
        return "is a PDF that is locked with a password: save a copy without one"
    return "is not a whole PDF document (damaged or cut off): get it again"
