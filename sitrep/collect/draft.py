"""Draft: what a reader of documents hands on before the text itself has been asked for what is missing."""

from dataclasses import dataclass

from ..errors import SitrepError
from ..model import Moment

MAX_BYTES = 50 * 1024 * 1024
"""The largest document that is read (50 MB): larger ones are archives or data, not articles."""


class UnreadableError(SitrepError):
    """A document cannot be read; the text is the predicate of a sentence whose subject is the document's name."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with the metadata that its container gave; None is what it did not give.

    `name` is a given id, `part` the name of the attachment that it was read from. Title, date, publisher and language
    that are None are looked for in the text. `notes` are sentences on metadata that was given but not understood.
    """

    text: str
    name: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: Moment | None = None
    url: str | None = None
    language: str | None = None
    country: str | None = None
    notes: tuple[str, ...] = ()
    part: str | None = None

    def part_of(self, name: str) -> str:
        """What the draft is called within the document `name`: with the part's name behind it, if it is one."""
        return f"{name}/{self.part}" if self.part else name


def reason_of(error: OSError) -> str:
    """The predicate of a sentence on why a file or folder cannot be read."""
    if isinstance(error, FileNotFoundError):
        return "does not exist"
    if isinstance(error, PermissionError):
        return "may not be read: give yourself permission"
    return f"cannot be read ({(error.strerror or str(error)).lower()})"
