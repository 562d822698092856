"""A page: the printed form of a report as a reader sees it, whatever the file format it was read from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """`[n]` at a place of the line's text: it proves what stands before it.

    `sentence` is the id of the sentence that it leads to, "" where it leads to the source as a whole.
    """

    at: int
    n: int
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row: its column's title and where it is in the line's text."""

    column: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, list item, caption or table row: its text without markup, and the citations in it.

    `where` is what a reader looks for ("line 12"); `section` the nearest heading above ("" before the first);
    `caption` the words above the table that a row is in.
    """

    where: str
    section: str
    text: str
    citations: tuple[Citation, ...] = ()
    cells: tuple[Cell, ...] = ()
    heading: int = 0
    item: bool = False
    caption: str = ""

    def group_after(self, at: int) -> tuple[Citation, ...]:
        """The nearest group of citations behind a place: citations with only spaces between them."""
        group: list[Citation] = []
        for citation in self.citations:
            if citation.at < at:
                continue
            if group and self.text[group[-1].at : citation.at].strip():
                break
            group.append(citation)
        return tuple(group)

    def cell(self, column: str) -> str | None:
        """The words in a column of the row, None if it has no such column."""
        found = next((cell for cell in self.cells if cell.column == column), None)
        return self.text[found.start : found.end].strip() if found else None

    def cell_at(self, at: int) -> Cell | None:
        """The cell in which a place of the text is."""
        return next((cell for cell in self.cells if cell.start <= at < cell.end), None)


@dataclass(frozen=True, slots=True)
class Used:
    """A sentence listed under its source: its id "n.k" and its words."""

    where: str
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A source's entry in the list of sources, with the sentences used; `whole` is what else is printed of it.

    `text` is without the source's own number. That proves nothing: the sentences used prove a number.
    """

    where: str
    n: int
    text: str
    sentences: tuple[Used, ...] = ()
    whole: tuple[Used, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """All lines in the order of reading, and the entries of the list of sources."""

    lines: tuple[Line, ...]
    entries: tuple[Entry, ...]
    stem: str = ""
