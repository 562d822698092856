"""Kinds of documents: bytes in, drafts out. One small file a kind and its line in the table below."""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import NamedTuple, cast

from ..draft import Draft

Reader = Callable[[bytes], tuple[Draft, ...]]
"""Reads the bytes of one document; raises UnreadableError. Most hold one text, a mail may hold more."""


class Kind(NamedTuple):
    """A kind of document: the reader (imported only where it is used) and the media type."""

    reader: str
    media_type: str


_TEXT = Kind("text.read_text", "text/plain")
_MARKDOWN = Kind("text.read_text", "text/markdown")
_HTML = Kind("html.read_html", "text/html")

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        ".txt": _TEXT,
        ".text": _TEXT,
        ".md": _MARKDOWN,
        ".markdown": _MARKDOWN,
        ".html": _HTML,
        ".htm": _HTML,
        ".xhtml": Kind("html.read_html", "application/xhtml+xml"),
        ".pdf": Kind("pdf.read_pdf", "application/pdf"),
        ".docx": Kind("docx.read_docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ".eml": Kind("mail.read_mail", "message/rfc822"),
    }
)
"""The kinds by the ending of a file's name, in lower case."""


def reader_of(ending: str) -> Reader:
    """What reads files with this ending of KINDS."""
    module, function = KINDS[ending].reader.split(".")
    return cast(Reader, getattr(import_module(f".{module}", __name__), function))
