"""Kinds of documents: bytes in, drafts out. One small file a kind and its line in the table below."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ..draft import Draft
from .docx import read_docx
from .html import read_html
from .mail import read_mail
from .pdf import read_pdf
from .text import read_text

Reader = Callable[[bytes], tuple[Draft, ...]]
"""Reads the bytes of one document; raises UnreadableError. Most hold one text, a mail may hold more."""

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".txt": read_text,
        ".text": read_text,
        ".md": read_text,
        ".markdown": read_text,
        ".html": read_html,
        ".htm": read_html,
        ".xhtml": read_html,
        ".pdf": read_pdf,
        ".docx": read_docx,
        ".eml": read_mail,
    }
)
"""What reads a file, by its ending in lower case."""

MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "text/plain",
        ".text": "text/plain",
        ".md": "text/markdown",
        ".markdown": "text/markdown",
        ".html": "text/html",
        ".htm": "text/html",
        ".xhtml": "application/xhtml+xml",
        ".pdf": "application/pdf",
        ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".eml": "message/rfc822",
    }
)
"""The media type of what each ending holds."""
