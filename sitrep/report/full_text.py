"""The full text of the articles, without what is private: only for readers who may have it, never by default."""

import re
from collections.abc import Iterable, Iterator, Sequence

from ..model import Article, Extraction, Report
from ..model.reported import Piece, Sentence
from .context import used_sentences
from .markup import clean
from .phrases import load_phrases
from .privacy import Privacy

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
"""What nothing private is withheld from stays as it is, to the last line break: its checksum is the source's."""


def with_full_texts(report: Report, articles: Sequence[Article], extractions: Iterable[Extraction]) -> Report:
    """The report with the text of each source whose article is at hand, and where in it the cited sentences stand.

    Nothing that names or locates a private person stands in it, as in a quotation.
    """
    privacy = Privacy.of(extractions, articles, load_phrases())
    given, used = {article.id: article.text for article in articles}, used_sentences(report)
    texts: list[tuple[int, str]] = []
    marks: list[tuple[str, int, int]] = []
    for source in report.sources:
        if source.article in given:
            cited = [sentence for sentence in source.sentences if sentence.id in used]
            text, found = _cleaned(given[source.article], cited, privacy)
            texts.append((source.n, text))
            marks += found
    return report.model_copy(update={"texts": tuple(texts), "marks": tuple(marks)})


def _cleaned(text: str, cited: Iterable[Sentence], privacy: Privacy) -> tuple[str, list[tuple[str, int, int]]]:
    """The text without what is private, and where the sentences stand in it."""
    told, at = "", 0
    marks: list[tuple[str, int, int]] = []
    for sentence in sorted(cited, key=lambda sentence: sentence.start):
        told += _scrubbed(text[at : sentence.start], privacy)
        start = len(told)
        told += _scrubbed(text[sentence.start : sentence.end], privacy)
        marks.append((sentence.id, start, len(told)))
        at = sentence.end
    return told + _scrubbed(text[at:], privacy), marks


def _scrubbed(text: str, privacy: Privacy) -> str:
    return "".join(map(privacy.clean, _LINE.findall(text)))


def paragraphs(report: Report, n: int) -> list[list[Piece]]:
    """The full text of source n, paragraph by paragraph, each in pieces: what is cited, and what stands between."""
    text = next(text for number, text in report.texts if number == n)
    marks = [mark for mark in report.marks if mark[0].startswith(f"{n}.")]
    found: list[list[Piece]] = [[]]
    for piece in _parted(text, marks):
        first, *more = piece.text.split("\n")
        found[-1].append(piece.model_copy(update={"text": first}))
        # A sentence goes on over a line break only where a number and its label stand apart.
        found += [[Piece(text=line)] for line in more]
    pieces = ([piece.model_copy(update={"text": clean(piece.text)}) for piece in line] for line in found)
    return [line for line in pieces if any(piece.text.strip() for piece in line)]


def _parted(text: str, marks: Iterable[tuple[str, int, int]]) -> Iterator[Piece]:
    at = 0
    for sentence, start, end in marks:
        yield Piece(text=text[at:start])
        yield Piece(text=text[start:end], sentence=sentence)
        at = end
    yield Piece(text=text[at:])
