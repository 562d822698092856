"""A report's HTML as a page."""

import re
from dataclasses import replace
from html.parser import HTMLParser

from .page import Cell, Citation, Entry, Line, Page, Used

_SOURCE = re.compile(r"source-(\d+)(?:-(\d+))?$")
_BLOCKS = frozenset({"p", "li", "caption", "figcaption", "h1", "h2", "h3", "tr"})
_TEXT = re.compile(r"text-(\d+)$")
_TEXT_BLOCKS = frozenset({"p", "h3"})
_BESIDE = frozenset({"ref", "whole", "back"})
"""Classes of what stands beside the words of an article: the id of a sentence, links to the full text and back."""


def read_html(text: str, stem: str = "") -> Page:
    """The page that an HTML text prints."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return Page(tuple(reader.lines), tuple(reader.entries), stem)


class _Reader(HTMLParser):
    """Collects the text between block tags; a box is one block, a row one block with cells."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self.entries: list[Entry] = []
        self._text = ""
        self._citations: list[Citation] = []
        self._cells: list[Cell] = []
        self._columns: list[str] = []
        self._section = self._caption = ""
        self._cite: Citation | None = None
        self._beside: str | None = None
        self._mark: str | None = None
        self._quoting = False
        self._in_sources = self._silent = self._box = 0
        self._cell_start = 0
        self._article: int | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what the tag begins."""
        given = dict(attrs)
        classes = (given.get("class") or "").split()
        if tag in ("style", "script", "title"):
            self._silent += 1
        elif (tag in ("span", "a")) and _BESIDE & {*classes}:
            self._beside = tag
        elif tag == "blockquote" or tag == "br" and self._quoting:
            self._flush("")
            self._quoting = True
        elif tag == "mark" and self._quoting:
            self._flush("")
            found = _SOURCE.search(given.get("id") or "")
            self._mark = _cited(found).sentence
        elif tag == "ol" and "sources" in classes:
            self._flush("")
            self._in_sources = 1
        elif tag == "div" and "box" in classes:
            self._flush("")
            self._box = 1
        elif tag == "a" and "cite" in classes:
            found = _SOURCE.search(given.get("href") or "")
            self._cite = _cited(found)
        elif tag == "q":
            self._text += "“"
        elif tag == "article" and (found := _TEXT.match(given.get("id") or "")):
            self._article = int(found[1])
        elif tag in ("td", "th"):
            self._cell_start = len(self._text)
        elif tag == "table":
            self._columns, self._caption = [], ""
        elif tag in _BLOCKS or tag == "span" and "as-of" in classes:
            self._begin()

    def _begin(self) -> None:
        if self._box:
            self._text += " "
            return
        self._flush("p")

    def handle_endtag(self, tag: str) -> None:
        """End what the tag ends."""
        if tag == self._beside:
            self._beside = None
        elif tag in ("mark", "blockquote") and self._quoting:
            self._flush("")
            self._mark, self._quoting = None, tag == "mark"
        elif tag in ("style", "script", "title"):
            self._silent -= 1
        elif tag == "article":
            self._article = None
        elif tag == "div" and self._box:
            self._box = 0
            self._flush("p")
        elif tag == "a" and self._cite is not None:
            self._cite = None
        elif tag == "q":
            self._text += "”"
        elif tag in ("td", "th"):
            column = self._columns[len(self._cells)] if len(self._cells) < len(self._columns) else ""
            self._cells.append(Cell(column, self._cell_start, len(self._text)))
            self._text += " | "
        elif tag == "ol" and self._in_sources:
            self._flush("p")
            self._in_sources = 0
        elif tag in _BLOCKS and not self._box:
            self._flush(tag)

    def handle_data(self, data: str) -> None:
        """Words; those of a citation are its place and its number."""
        if self._silent or self._beside:
            return
        if self._cite is not None:
            right = data.strip("[] ") in (str(self._cite.n), self._cite.sentence)
            self._citations.append(replace(self._cite if right else _cited(None), at=len(self._text)))
        else:
            self._text += re.sub(r"\s+", " ", data)

    def _flush(self, tag: str) -> None:
        """Close the block that was collected, if it has any words."""
        text, citations, cells = self._text, tuple(self._citations), tuple(self._cells)
        self._text, self._citations, self._cells = "", [], []
        if not text.strip():
            return
        where = f"line {self.getpos()[0]}"
        if self._in_sources:
            self._enter(where, text.strip())
        elif self._article is not None and tag in _TEXT_BLOCKS:
            self._add_whole(where, text.strip(), self._article)
        elif tag == "tr" and not self._columns:
            self._columns = [text[cell.start : cell.end].strip() for cell in cells]
            self.lines.append(Line(where, self._section, text, citations))
        elif tag == "tr":
            self.lines.append(Line(where, self._section, text, citations, cells, caption=self._caption))
        else:
            self._line(tag, where, text, citations)

    def _line(self, tag: str, where: str, text: str, citations: tuple[Citation, ...]) -> None:
        lead = len(text) - len(text.lstrip())
        placed = tuple(replace(one, at=max(0, one.at - lead)) for one in citations)
        heading = int(tag[1]) if re.fullmatch(r"h\d", tag) else 0
        if heading:
            self._section = text.strip()
        if tag == "caption":
            self._caption = text.strip()
        self.lines.append(Line(where, self._section, text.strip(), placed, heading=heading, item=tag == "li"))

    def _add_whole(self, where: str, text: str, n: int) -> None:
        """A paragraph of a source's full text; of a source that is not listed it is a line like any other."""
        place = next((i for i, entry in enumerate(self.entries) if entry.n == n), None)
        if place is None:
            self.lines.append(Line(where, self._section, text))
            return
        entry = self.entries[place]
        self.entries[place] = replace(entry, whole=(*entry.whole, Used(where, f"{n}.text", text)))

    def _enter(self, where: str, text: str) -> None:
        last = self.entries[-1] if self.entries else None
        if last and self._mark is not None:
            used = Used(where, self._mark, text)
            self.entries[-1] = replace(last, sentences=(*last.sentences, used))
        elif last and self._quoting:
            self._add_whole(where, text, last.n)
        elif found := re.match(r"\[(\d+)\]\s*", text):
            self.entries.append(Entry(where, int(found[1]), text[found.end() :]))


def _cited(address: re.Match[str] | None) -> Citation:
    """What a link leads to; one that leads to no source cites source 0, which no report has."""
    if address is None:
        return Citation(0, 0)
    return Citation(0, int(address[1]), f"{address[1]}.{address[2]}" if address[2] else "")
