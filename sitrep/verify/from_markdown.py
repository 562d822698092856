"""A report's Markdown as a page: the forms that `model.report` promises, and nothing guessed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from .page import Cell, Citation, Entry, Line, Page, Used

_ENTRY = re.compile(r'^[-*] <a id="source-(\d+)"></a>(.*)$')
_SENTENCE = re.compile(r'^\s+[-*] `(\d+\.\d+)` (?:<a id="source-(\d+-\d+)"></a>)?“(.*)”\s*$')
_HEADING = re.compile(r"^(#{1,6}) (.*)$")
_CITATION = re.compile(r"(?<!\\)\[\[(\d+(?:\.\d+)?)\]\]")
_ADDRESS = re.compile(r"^\[(\d+(?:\.\d+)?)\]: #source-(\d+(?:-\d+)?)$", re.M)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_EMPHASIS = re.compile(r"(?<!\\)(?:\*\*|(?<!\w)_(?=\S)|(?<=\S)(?<!\\)_(?!\w)|`)")
_LINK = re.compile(r"(?<!\\)<(https?://[^\s<>]+)>", re.I)
_RULE = re.compile(r"^\|[\s:|-]+\|$")


def read_markdown(text: str, stem: str = "") -> Page:
    """The page that a Markdown text prints."""
    addresses = {found[1]: found[2].replace("-", ".") for found in _ADDRESS.finditer(text)}
    text = _ADDRESS.sub("", _CITATION.sub(partial(_followed, addresses), text))
    reader = _Reader()
    for number, raw in enumerate(text.splitlines(), 1):
        reader.take(f"line {number}", raw)
    return Page(tuple(reader.lines), tuple(reader.entries), stem)


class _Reader:
    """Takes the lines of a report one by one, with the section and the table in which each stands."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.entries: list[Entry] = []
        self._section = self._caption = ""
        self._columns: tuple[str, ...] = ()

    def take(self, where: str, raw: str) -> None:
        """Take a line as what its form says it is."""
        if not raw.startswith("|"):
            self._columns = ()
        if entry := _ENTRY.match(raw):
            self.entries.append(Entry(where, int(entry[1]), plain(entry[2]).removeprefix(f"{int(entry[1])}. ")))
        elif self.entries and (sentence := _SENTENCE.match(raw)):
            self._sentence(where, sentence)
        elif heading := _HEADING.match(raw):
            self._section = plain(heading[2])
            self.lines.append(Line(where, self._section, self._section, heading=len(heading[1])))
        elif raw.startswith("|"):
            if not _RULE.match(raw.strip()):
                self._cells(where, tuple(re.split(r"(?<!\\)\|", raw.strip())[1:-1]))
        elif raw.strip():
            self.lines.append(_line(where, self._section, raw))

    def _sentence(self, where: str, sentence: re.Match[str]) -> None:
        """A sentence belongs to the source listed last; its anchor must be its id."""
        anchored = sentence[2] == sentence[1].replace(".", "-")
        used = Used(where, sentence[1] if anchored else "", plain(sentence[3]))
        last = self.entries[-1]
        self.entries[-1] = replace(last, sentences=(*last.sentences, used))

    def _cells(self, where: str, row: tuple[str, ...]) -> None:
        """The first row of a table names its columns, the words above it are its caption."""
        if self._columns:
            self.lines.append(_row(where, self._section, row, self._columns, self._caption))
            return
        self._columns = tuple(plain(cell) for cell in row)
        self._caption = self.lines[-1].text if self.lines and not self.lines[-1].heading else ""
        self.lines.append(_line(where, self._section, " | ".join(row)))


def plain(text: str) -> str:
    """Markdown as the words that it shows; a link in angle brackets shows its address as it stands."""
    pieces = _LINK.split(text)
    return "".join(piece if i % 2 else _unmarked(piece) for i, piece in enumerate(pieces)).strip()


def _line(where: str, section: str, raw: str) -> Line:
    item = raw.lstrip().startswith(("- ", "* "))
    text, citations = _read(raw.lstrip()[2:] if item else raw.strip(), 0)
    return Line(where, section, text, tuple(citations), item=item)


def _row(where: str, section: str, row: tuple[str, ...], columns: tuple[str, ...], caption: str) -> Line:
    text, citations, cells = "", [], []
    for column, raw in zip(columns, row, strict=False):
        words, found = _read(raw.strip(), len(text))
        cells.append(Cell(column, len(text), len(text) + len(words)))
        citations += found
        text += words + " | "
    return Line(where, section, text, tuple(citations), tuple(cells), caption=caption)


def _read(raw: str, offset: int) -> tuple[str, list[Citation]]:
    """The words of a piece of Markdown and its citations, placed from `offset` on."""
    text, citations = "", []
    for piece in _pieces(raw):
        if isinstance(piece, str):
            text += _unmarked(piece)
        else:
            citations.append(replace(piece, at=offset + len(text)))
    return text, citations


def _pieces(raw: str) -> Iterator[str | Citation]:
    """Words and citations in turn."""
    at = 0
    for found in _CITATION.finditer(raw):
        yield raw[at : found.start()]
        yield Citation(0, int(found[1].partition(".")[0]), found[1] if "." in found[1] else "")
        at = found.end()
    yield raw[at:]


def _followed(addresses: Mapping[str, str], found: re.Match[str]) -> str:
    """The citation, if its address is what it says; else one of source 0, which no report has."""
    return found[0] if addresses.get(found[1]) == found[1] else "[[0]]"


def _unmarked(text: str) -> str:
    return _ESCAPED.sub(r"\1", _EMPHASIS.sub("", text)).replace("&amp;", "&")
