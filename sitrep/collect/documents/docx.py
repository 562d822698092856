"""Word documents (.docx), by python-docx: paragraphs and tables in their order."""

import io
import zipfile
from typing import TYPE_CHECKING

from ..decode import without_surrogates
from ..draft import MAX_BYTES, Draft, UnreadableError

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

_MOST_UNPACKED = 4 * MAX_BYTES
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


def read_docx(data: bytes) -> tuple[Draft, ...]:
    """The paragraphs, a line each, and the rows of tables with their cells parted by bars."""
    _check(data)
    document = _open(data)
    text = without_surrogates("\n".join(_blocks(document))).strip()
    if not text:
        raise UnreadableError("holds no text")
    return (Draft(text, title=_title(document)),)


def _check(data: bytes) -> None:
    if data.startswith(_OLD_OFFICE):
        raise UnreadableError("is an old or encrypted Word document: save it as .docx without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sizes = [(entry.file_size, entry.filename) for entry in archive.infolist()]
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise UnreadableError("is not a whole Word document (damaged or cut off): get it again") from error
    text_parts = sum(size for size, name in sizes if name.endswith((".xml", ".rels")))
    if sum(size for size, _ in sizes) > _MOST_UNPACKED or text_parts > MAX_BYTES:
        raise UnreadableError("unpacks to far more than a document holds (a zip bomb?), so it was not opened")


def _open(data: bytes) -> "Document":
    import docx

    try:
        return docx.Document(io.BytesIO(data))
    except Exception as error:  # python-docx lets errors of zipfile, lxml and its own pass
        raise UnreadableError("is not a Word document that can be read: save it again as .docx") from error


def _blocks(document: "Document") -> list[str]:
    from docx.table import Table

    return [
        row
        for block in document.iter_inner_content()
        for row in (_rows(block) if isinstance(block, Table) else (block.text,))
    ]


def _rows(table: "Table") -> list[str]:
    return [" | ".join(_cells(row)) for row in table.rows]


def _cells(row: object) -> list[str]:
    cells: list[str] = []
    seen: set[int] = set()
    for cell in row.cells:  # type: ignore[attr-defined]
        # A merged cell is given once per column that it spans.
        if id(cell._tc) not in seen:
            seen.add(id(cell._tc))
            cells.append(" ".join(cell.text.split()))
    return cells


def _title(document: "Document") -> str | None:
    named = (p.text.strip() for p in document.paragraphs[:10] if p.style is not None and p.style.name == "Title")
    return without_surrogates(next(named, "")) or None
