"""Who speaks, sentence after sentence: open quotations, "he added", lists and reports that go on."""

import re
from bisect import bisect_left

from ..clean import UPPER
from ..prefilter import words_of
from .find import Attribution, attributions, source_of, subject_of, trim
from .names import full_name

_THE_BODY = re.compile(
    r"The (?:report|statement|[Mm]inistry|agency|bulletin|survey|study|assessment)(?:'s)?\b(?! of| for)"
)
_SAID_THIS = re.compile(
    rf"[^.]*?(?P<name>[{UPPER}][\w'-]+(?: [{UPPER}][\w'-]+)*) (?:stated|said|disclosed|revealed|"
    rf"confirmed|announced|made) this\b"
)
_GOES_ON = re.compile(
    r"(?:These|Those|Of these|Of those|Of the|Its|Such|The report|The statement|The ministry|The "
    r"agency|Another|Among (?:the|them|these)|(?:He|She) (?:is|has|had|also|called|asked|demanded|"
    r"urged|appealed|put|confirmed|identified|expects|hopes))\b"
)
_MEMORY = 40
"""Sentences back to which a pronoun or a quotation can lead: beyond them nobody remembers who spoke."""


class Voices:
    """The sources of a text, read on demand and kept."""

    def __init__(self, text: str, spans: list[tuple[int, int]]) -> None:
        """`text` is cleaned, `spans` are its sentences."""
        self._text, self._spans = text, spans
        self._quotes, self._breaks = _spots(text, '"'), _spots(text, "\n")
        self._said: dict[int, list[Attribution]] = {}
        self._going: dict[int, str | None] = {}
        self._names: dict[str, str] = {}

    def said(self, k: int) -> list[Attribution]:
        """The attributions of sentence `k`."""
        if k not in self._said:
            start, end = self._spans[k]
            self._said[k] = attributions(self._text, start, end, words_of(self._text, start, end))
        return self._said[k]

    def names(self, k: int) -> list[tuple[int, int]]:
        """Where the names of a sentence's sources stand."""
        return [(a.start, a.end) for a in self.said(k) if a.name]

    def source(self, k: int, at: int, clause: tuple[int, int]) -> str | None:
        """Who gives the number at `at` of sentence `k`, by the fullest name; None for the article's own voice."""
        said = self.said(k)
        if not said:
            return self._goes_on(k)
        found = source_of(said, at, clause if len(said) > 1 else self._spans[k])
        if found is None:
            return None
        if found.name is None:
            return (self._subject(k) if found.plural else None) or self._last_named(k)
        return self._full(found.name)

    def _last_named(self, k: int) -> str | None:
        """The last source that is named before sentence `k`: whom "he added" means."""
        for j in range(k - 1, max(-1, k - 1 - _MEMORY), -1):
            named = [a.name for a in self.said(j) if a.name]
            if named:
                return self._full(named[-1])
        return None

    def _subject(self, k: int) -> str | None:
        """Those with whom the sentence before opens: "they" means them."""
        start, end = self._spans[max(0, k - 1)]
        return subject_of(self._text, start, end) if k and self._text[start].isupper() else None

    def _goes_on(self, k: int, depth: int = _MEMORY) -> str | None:
        """Who speaks in a sentence without a source of its own: an open quotation, or "he added"."""
        if k not in self._going:
            self._going[k] = self._quotation(k, depth) or self._continued(k, depth) if depth else None
        return self._going[k]

    def _quotation(self, k: int, depth: int) -> str | None:
        start = self._spans[k][0]
        inside, opens = self._open(start, start), self._text[start] == '"'
        if not inside and not opens:
            return None
        before = self._quoted(k - 1, depth - 1)
        return (before if inside else None) or self._later_speaker(k) or (before if opens else None)

    def _continued(self, k: int, depth: int) -> str | None:
        start = self._spans[k][0]
        before = self._spoke(k - 1, depth - 1)
        if before and _GOES_ON.match(self._text, start):
            return before
        if _THE_BODY.match(self._text, start):
            return self._last_named(k)
        if k + 1 < len(self._spans) and (this := _SAID_THIS.match(self._text, *self._spans[k + 1])):
            return trim(this.group("name"))
        return None

    def _spoke(self, k: int, depth: int) -> str | None:
        """Who spoke last in sentence `k`."""
        if k < 0 or depth <= 0:
            return None
        return self._last_named(k + 1) if self.said(k) else self._goes_on(k, depth)

    def _quoted(self, k: int, depth: int) -> str | None:
        """Whose quotation is open, or has just been closed, at the end of sentence `k`."""
        if k < 0 or depth <= 0:
            return None
        start, end = self._spans[k]
        said = self.said(k)
        if self._open(start, end) or self._text[start] == '"' or self._text[end - 1] == '"':
            if said:
                return said[-1].name or self._last_named(k + 1)
            return self._goes_on(k, depth) or self._quoted(k - 1, depth - 1)
        return self._goes_on(k, depth) if not said and self._open(start, start) else None

    def _later_speaker(self, k: int) -> str | None:
        """The source named where the quotation that begins here ends."""
        for j in range(k + 1, min(k + 4, len(self._spans))):
            if later := self.said(j):
                return later[0].name or self._last_named(k)
            if '"' in self._text[self._spans[j][0] : self._spans[j][1]]:
                break
        return None

    def _open(self, start: int, end: int) -> bool:
        """Whether a quotation that began in the paragraph of `start` is still open at `end`."""
        n = bisect_left(self._breaks, start)
        begin = self._breaks[n - 1] + 1 if n else 0
        return (bisect_left(self._quotes, end) - bisect_left(self._quotes, begin)) % 2 == 1

    def _full(self, name: str) -> str:
        if name not in self._names:
            self._names[name] = full_name(self._text, name)
        return self._names[name]


def _spots(text: str, mark: str) -> list[int]:
    return [match.start() for match in re.finditer(mark, text)] if mark in text else []
