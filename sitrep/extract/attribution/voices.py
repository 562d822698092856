"""Who speaks, sentence after sentence: open quotations, "he added", lists and reports that go on."""

from collections.abc import Callable

from ...languages.language import alternatives
from ...late import late
from ..clean import UPPER
from .attribution import Attribution, is_single
from .lists import list_head
from .names import without_title
from .quotations import Quotations
from .reach import source_of
from .referents import MEMORY, Referents

_THE_BODY = late(rf"The (?:{alternatives('attribution', 'own_bodies')})(?:'s)?\b(?! of| for)")
_SAID_THIS = late(
    rf"[^.]*?(?P<name>[{UPPER}][\w'-]+(?: [{UPPER}][\w'-]+)*) (?:{alternatives('attribution', 'said_this')}) this\b"
)
# What the article tells of a speaker: "..., said Ana Example, who lost two sons".
_OF_SPEAKER = late(rf"\bwho(?:se)?\b(?!.*, (?:{alternatives('attribution', 'resuming')})\b)")
_WHO = late(r", who(?:se)? ")
_GOES_ON = late(rf"(?:{alternatives('attribution', 'goes_on')})\b")
_NOTED = 7
"""How many sentences a note in brackets behind them can close at most."""


class Voices:
    """The sources of a text, read on demand and kept."""

    def __init__(self, text: str, spans: list[tuple[int, int]], words: Callable[[int], frozenset[str]]) -> None:
        """`text` is cleaned, `spans` are its sentences, `words` gives the words of one of them in lower case."""
        self._text, self._spans = text, spans
        self._referents = Referents(text, spans, words)
        self._quotations = Quotations(text)
        self._going: dict[int, str | None] = {}

    def names(self, k: int) -> list[tuple[int, int]]:
        """Where the names of a sentence's sources stand."""
        return [(a.start, a.end) for a in self._referents.said(k) if a.name]

    def source(self, k: int, at: int, clause: tuple[int, int]) -> str | None:
        """Who gives the number at `at` of sentence `k`, by the fullest name; None for the article's own voice."""
        said = [a for a in self._referents.said(k) if not self._is_note(k, a)]
        if not said:
            return self._goes_on(k)
        found = source_of(said, at, clause)
        if found is None or self._is_of_speaker(found, at):
            return None
        return self._referents.meant(k, found)

    def office(self, source: str) -> str:
        """By what words the text introduces a person who is a source; "" for a body."""
        return self._referents.introductions.office(source)

    def _is_of_speaker(self, said: Attribution, at: int) -> bool:
        """Whether the number at `at` is told of one who speaks: "said Ana Example, who lost two sons"."""
        if said.start <= at < said.end:
            return said.leads and _WHO.search(self._text, said.start, at) is not None
        return not said.leads and said.end <= at and _OF_SPEAKER.search(self._text, said.end, at) is not None

    def _goes_on(self, k: int, depth: int = MEMORY) -> str | None:
        """Who speaks in a sentence without a source of its own: an open quotation, or "he added"."""
        if k not in self._going:
            self._going[k] = self._quotation(k, depth) or self._continued(k, depth) if depth else None
        return self._going[k]

    def _quotation(self, k: int, depth: int) -> str | None:
        start = self._spans[k][0]
        inside, opens = self._quotations.open(start, start), self._text[start] == self._quotations.mark
        if not inside and not opens:
            return None
        before = self._quoted(k - 1, depth - 1)
        closed = opens and not self._quotations.open(start, self._spans[k][1])
        whole = closed and "\n" not in self._text[self._spans[k - 1][1] : start]
        return (before if inside or whole else None) or self._later_speaker(k) or before

    def _continued(self, k: int, depth: int) -> str | None:
        start = self._spans[k][0]
        if noted := self._noted(k):
            return noted
        if (head := list_head(self._text, self._spans, k)) is not None:
            return self._spoke(head, depth - 1)
        before = self._spoke(k - 1, depth - 1)
        if before and _GOES_ON.match(self._text, start):
            return before
        if _THE_BODY.match(self._text, start):
            return next((self._referents.meant(j, a) for j, a in self._referents.earlier(k) if not is_single(a)), None)
        if k + 1 < len(self._spans) and (this := _SAID_THIS.match(self._text, *self._spans[k + 1])):
            return without_title(this.group("name"))
        return None

    def _noted(self, k: int) -> str | None:
        """The source in the note that closes the paragraph or the part of it in which sentence `k` stands."""
        for j in range(k + 1, min(k + _NOTED, len(self._spans) - 1) + 1):
            if "\n" in self._text[self._spans[j - 1][1] : self._spans[j][0]]:
                return None
            if said := self._referents.said(j):
                return self._referents.meant(j, said[0]) if self._is_note(j, said[0]) else None
        return None

    def _is_note(self, k: int, said: Attribution) -> bool:
        """Whether a bracket with which sentence `k` opens names a source: that of the sentence before."""
        return said.start == self._spans[k][0] and self._text[said.start] == "("

    def _spoke(self, k: int, depth: int) -> str | None:
        """Who spoke last in sentence `k`."""
        if k < 0 or depth <= 0:
            return None
        said = self._referents.said(k)
        return self._referents.meant(k, said[-1]) if said else self._goes_on(k, depth)

    def _quoted(self, k: int, depth: int) -> str | None:
        """Whose quotation is open, or has just been closed, at the end of sentence `k`."""
        if k < 0 or depth <= 0:
            return None
        start, end = self._spans[k]
        said = self._referents.said(k)
        if self._quotations.mark in (self._text[start], self._text[end - 1]) or self._quotations.open(start, end):
            if said:
                return self._referents.meant(k, said[-1])
            return self._goes_on(k, depth) or self._quoted(k - 1, depth - 1)
        return self._goes_on(k, depth) if not said and self._quotations.open(start, start) else None

    def _later_speaker(self, k: int) -> str | None:
        """The source named where the quotation that begins here ends."""
        for j in range(k + 1, min(k + 4, len(self._spans))):
            if later := self._referents.said(j):
                return self._referents.meant(j, later[0])
            if self._quotations.mark in self._text[self._spans[j][0] : self._spans[j][1]]:
                break
        return None
