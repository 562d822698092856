"""One sentence as the finders of attributions walk over it: its tokens, its noun phrases, the names in them."""

from ...languages.language import word_list
from .attribution import Attribution
from .names import clean_name, is_body
from .runs import NUMBERS
from .speakers import Phrases, Speaker
from .tokens import tokens_of

PAPERS = word_list("attribution", "papers")
_COUNTERS = word_list("attribution", "counters")
_DOCUMENTS = PAPERS | word_list("attribution", "notices")
_DETERMINERS = word_list("attribution", "determiners")
_MODIFIERS = word_list("attribution", "modifiers")
_CONJUNCTIONS = word_list("attribution", "conjunctions")
_LINKS = word_list("attribution", "links")
_COLLEAGUES = word_list("attribution", "colleagues")
_FRESH = word_list("attribution", "fresh")
_PLURAL = word_list("attribution", "plural")
_QUALIFIED = 4
"""Tokens in which a number stands with what qualifies it: "more than 40"."""


class Walk:
    """The tokens and phrases of one sentence of a cleaned text."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.tokens = tokens_of(text, start, end)
        self.phrases = Phrases(self.tokens)

    def _low(self, i: int) -> str:
        return self.tokens[i].low if 0 <= i < len(self.tokens) else ""

    def _is_number(self, i: int) -> bool:
        """Whether a number begins at token `i`, or within the words that can stand in front of one."""
        near = self.tokens[max(0, i) : i + _QUALIFIED]
        return any(t.text[0].isdigit() or t.low in NUMBERS for t in near)

    def _is_figure(self, i: int) -> bool:
        """Whether the token at `i` is itself a number."""
        low = self._low(i)
        return low[:1].isdigit() or low in NUMBERS

    def _gives_numbers(self, speaker: Speaker) -> bool:
        return speaker.head in _COUNTERS if speaker.head else is_body(self._name(speaker))

    def _name(self, speaker: Speaker) -> str:
        return clean_name(self._span(*self._giver(speaker)))

    def _span(self, first: int, last: int) -> str:
        return self.text[self.tokens[first].start : self.tokens[last].end]

    def _giver(self, speaker: Speaker) -> tuple[int, int]:
        """The body that gives a paper, where the paper names it: "the analysis of the IPC", "INDECI's report"."""
        first, last = speaker.first, speaker.last
        if speaker.head not in PAPERS:
            return first, last
        if self._is_owner(speaker):
            return first, first
        at = next(k for k in range(first, last + 1) if self.tokens[k].low == speaker.head)
        if self._low(at + 1) in ("of", "by", "from") and at + 2 <= last:
            behind = at + 2 + (self._low(at + 2) in ("the", "a", "an"))
            return (behind, last) if behind <= last and is_body(clean_name(self._span(behind, last))) else (first, last)
        end = at - 1
        while end > first and not self._ends_name(end):
            end -= 1
        while first < end and self._low(first) in _FRESH:
            first += 1
        named = end >= first and self._ends_name(end) and is_body(clean_name(self._span(first, end)))
        return (first, end) if named and last == at else (first, last)

    def _is_owner(self, paper: Speaker) -> bool:
        """Whether a body of which the article has spoken owns a paper: "the department's latest report"."""
        first = self.tokens[paper.first]
        return first.low.endswith("'s") and not first.capital and first.base in _COUNTERS and paper.head in PAPERS

    def _ends_name(self, k: int) -> bool:
        return self.tokens[k].capital or self.tokens[k].text == ")"

    def _attributed(self, speaker: Speaker | None, i: int, leads: bool, verb: str = "") -> Attribution | None:
        if speaker is None:
            return None
        speaker = self._colleagues_of(speaker) or speaker
        first, last, cue = self.tokens[speaker.first], self.tokens[speaker.last], self.tokens[i]
        start, end = min(first.start, cue.start), max(last.end, cue.end)
        if first.low == "its" and (issuer := self._issuer(speaker)):
            name = self._name(issuer)
            return Attribution(start, end, name, leads, verb or cue.low, paper=self.tokens[speaker.last].low)
        if speaker.pronoun or first.low == "its":
            head = speaker.head if speaker.pronoun else "it"
            return Attribution(start, end, None, leads, cue.low, head in _PLURAL, head)
        name = self._name(speaker)
        definite = "the" in (first.low, self._low(speaker.first - 1))
        head = speaker.head or (first.low if speaker.first == speaker.last else "")
        head = first.base if self._is_owner(speaker) else head
        if len(name) < 2 or first.low == "our" and head not in _COLLEAGUES:
            return None
        paper = head if self._giver(speaker) != (speaker.first, speaker.last) else self._paper_of(speaker.first)
        apart = leads and self._is_apart(speaker.first)
        return Attribution(start, end, name, leads, verb or cue.low, False, head, definite, paper, apart)

    def _issuer(self, paper: Speaker) -> Speaker | None:
        """The body with which a sentence opens that speaks of "its report"."""
        given = paper.first > 1 and self.tokens[paper.last].low in _DOCUMENTS
        body = self.phrases.after(self.phrases.opening()) if given else None
        return body if body and body.last < paper.first and self._gives_numbers(body) else None

    def _colleagues_of(self, speaker: Speaker) -> Speaker | None:
        """The body of "our colleagues in UNICEF"."""
        for k in range(speaker.first + 1, speaker.last if self.tokens[speaker.first].low == "our" else 0):
            first = k + 1 + (self._low(k + 1) == "the")
            if self.tokens[k].low in _LINKS and first <= speaker.last and self.tokens[first].capital:
                return Speaker(first, speaker.last)
        return None

    def _paper_of(self, first: int) -> str:
        """The paper by which a body is named: "a statement of the county government"."""
        k = first - 1 - (self._low(first - 1) in ("the", "a", "an"))
        return self._low(k - 1) if self._low(k) in ("of", "by", "from") and self._low(k - 1) in _DOCUMENTS else ""

    def _is_apart(self, first: int) -> bool:
        k = first - 1
        while k > 0 and (self.tokens[k].low in _DETERMINERS or self.tokens[k].low in _MODIFIERS):
            k -= 1
        return k > 1 and self.tokens[k].low in _CONJUNCTIONS
