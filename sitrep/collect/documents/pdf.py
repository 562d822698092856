"""PDF documents with a text layer, by pypdfium2."""

from ..decode import without_surrogates
from ..draft import Draft, UnreadableError
from ..layout import unwrap

_MOST_PAGES = 1000
_FEWEST_CHARACTERS = 20


def read_pdf(data: bytes) -> tuple[Draft, ...]:
    """The text of all pages, lines joined into paragraphs and pages parted by a blank line.

    The date of creation in a PDF says when the file was made, not when the text was published, so it is not used.
    """
    pages, count = _pages(data)
    text = "\n\n".join(filter(None, (unwrap(page) for page in pages)))
    if len(text) < _FEWEST_CHARACTERS:
        raise UnreadableError("is a PDF without a text layer (a scan?): run character recognition on it first")
    notes = () if count <= _MOST_PAGES else (f"has {count} pages, of which the first {_MOST_PAGES} were read",)
    return (Draft(without_surrogates(text), notes=notes),)


def _pages(data: bytes) -> tuple[list[str], int]:
    import pypdfium2  # type: ignore[import-untyped]

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(_reason(str(error))) from error
    try:
        return [_text(document, number) for number in range(min(len(document), _MOST_PAGES))], len(document)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError("is a damaged PDF: open and save it again, or leave it out") from error
    finally:
        document.close()


def _text(document: object, number: int) -> str:
    page = document[number]  # type: ignore[index]
    layer = page.get_textpage()
    try:
        return str(layer.get_text_bounded())
    finally:
        layer.close()
        page.close()


def _reason(error: str) -> str:
    if "password" in error.lower():
        return "is a PDF that is locked with a password: save a copy without one"
    return "is not a whole PDF document (damaged or cut off): get it again"
