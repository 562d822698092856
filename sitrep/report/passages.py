"""The passages of the articles that a report cites: each sentence with one before it and one after it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from ..model import Article, Report, Source
from ..model.reported import Piece, Sentence
from .context import used_sentences
from .privacy import Privacy

Spans = Sequence[tuple[int, int]]
Split = Callable[[str], Spans]
"""Where the sentences of a text begin and end, in their order."""

_LONGEST = 600
"""Code points above which a neighbour is no sentence that anybody reads for context, but a list or a table."""


def with_passages(report: Report, articles: Iterable[Article], privacy: Privacy, split: Split) -> Report:
    """The report with the passages of the sentences that it cites; what is withheld, is withheld around them too."""
    texts, used = {article.id: article.text for article in articles}, used_sentences(report)
    sources = (
        source.model_copy(update={"passages": tuple(_passages(source, texts[source.article], used, privacy, split))})
        if source.article in texts
        else source
        for source in report.sources
    )
    return report.model_copy(update={"sources": tuple(sources)})


def passages(source: Source, used: frozenset[str]) -> list[tuple[Piece, ...]]:
    """The passages to print of a source; a sentence that has none stands alone."""
    known = {piece.sentence for passage in source.passages for piece in passage}
    alone = (s for s in source.sentences if s.id in used and s.id not in known)
    return [*source.passages, *((Piece(text=sentence.text, sentence=sentence.id),) for sentence in alone)]


def _passages(
    source: Source, text: str, used: frozenset[str], privacy: Privacy, split: Split
) -> Iterator[tuple[Piece, ...]]:
    cited = sorted((s for s in source.sentences if s.id in used), key=lambda sentence: sentence.start)
    spans = split(text) if cited else ()
    group: list[Sentence] = []
    start = end = 0
    for sentence in cited:
        first, last = _with_neighbours(sentence, spans)
        if group and text[end:first].strip():
            yield _pieces(text, start, end, group, privacy)
            group = []
        start, end = (start if group else first), last
        group.append(sentence)
    if group:
        yield _pieces(text, start, end, group, privacy)


def _with_neighbours(sentence: Sentence, spans: Spans) -> tuple[int, int]:
    """Where the sentence before begins and the one after ends; the rest of its own, if it is only a clause of one."""
    i = bisect_right(spans, sentence.start, key=lambda span: span[1])
    j = bisect_left(spans, sentence.end, key=lambda span: span[0])
    own_start = min([sentence.start, *(span[0] for span in spans[i:j][:1])])
    own_end = max([sentence.end, *(span[1] for span in spans[i:j][-1:])])
    before = spans[i - 1][0] if i and _is_short(spans[i - 1]) else own_start
    after = spans[j][1] if j < len(spans) and _is_short(spans[j]) else own_end
    return before, after


def _is_short(span: tuple[int, int]) -> bool:
    return span[1] - span[0] <= _LONGEST


def _pieces(text: str, start: int, end: int, cited: Iterable[Sentence], privacy: Privacy) -> tuple[Piece, ...]:
    found: list[Piece] = []
    at = start
    for sentence in cited:
        found += _between(text[at : sentence.start], privacy, first=at == start)
        apart = bool(found) and "\n" in re.split(r"\S", text[at : sentence.start])[-1]
        found.append(Piece(text=sentence.text, sentence=sentence.id, apart=apart))
        at = sentence.end
    return (*found, *_between(text[at:end], privacy, first=False))


def _between(text: str, privacy: Privacy, *, first: bool) -> Iterator[Piece]:
    """What stands before, between and after the sentences, line by line."""
    begun = not first
    for n, line in enumerate(privacy.clean(text).split("\n")):
        words = re.sub(r"\s+", " ", line)
        apart = n > 0 and begun
        # Of what is empty only a space between two sentences of one line counts.
        if words.strip() or (words and n == 0):
            yield Piece(text=words.lstrip() if apart or not begun else words, apart=apart)
            begun = True
