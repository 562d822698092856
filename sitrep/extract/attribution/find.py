"""The attributions of a sentence, found from their verbs: first the words of saying, then who stands around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...languages.language import word_list
from ..signs import words_of
from .names import clean_name, is_body, is_carrier, is_known
from .speakers import Phrases, Speaker
from .tokens import Token, tokens_of

_SAY = word_list("attribution", "say")
_COUNT = word_list("attribution", "count")
_COUNTERS = word_list("attribution", "counters")
_IT_COUNTS = word_list("attribution", "it_counts")
_INVERTED = word_list("attribution", "inverted")
_CITE = word_list("attribution", "cite")
_INGS = word_list("attribution", "ings")
_PAPERS = word_list("attribution", "papers")
_FRESH = word_list("attribution", "fresh")
_PAPER_VERBS = word_list("attribution", "paper_verbs")
_BASE = word_list("attribution", "base")
_PLURAL = word_list("attribution", "plural")
_ALL_PLURAL = word_list("attribution", "all_plural")
_NOT_TOLD = word_list("attribution", "not_told")
_LIVES = word_list("attribution", "lives")
_PASSIVE = word_list("attribution", "passive")
_BETWEEN = word_list("attribution", "between")
_OWN = word_list("attribution", "own")
_ACCORDING = word_list("attribution", "according")
_AGENTS = word_list("attribution", "agents")
_CUES = _SAY | _COUNT | _CITE | _INGS | _ACCORDING | _PAPERS | _AGENTS
_TITLES = word_list("attribution", "titles")
_BODY_NOUNS = word_list("attribution", "bodies")
_PARTICLES = word_list("attribution", "particles")
_WITH_PARTICLE = word_list("attribution", "with_particle")
_RETELLING = word_list("attribution", "retelling")
_COUNTS = word_list("attribution", "counts")
_BEHIND = word_list("attribution", "behind_inverted")
_RELATIVE_VERBS = word_list("attribution", "relative_verbs")
_DONATIONS = word_list("attribution", "donations")
_OFFICES = word_list("attribution", "offices")
_MONEY = re.compile(r"[$€£]|\b[A-Z]{3} \d|\b(?:US|A|NZ|C)\$|\d (?:million|billion) (?!people)|\d(?:m|bn)\b")
_ENDS = frozenset(".,;")
_GIFT = 40
"""Code points behind "announced" in which the sum of a gift stands."""
_NEAR = 45
"""Code points from the start of a sentence in which its subject says all of it."""


@dataclass(slots=True)
class Attribution:
    """One source that a sentence names: its name as written (None for a pronoun), and where its words stand."""

    start: int
    end: int
    name: str | None
    leads: bool
    """Whether what it says comes after it ("X said that ..."), else before ("..., X said")."""
    verb: str = ""
    plural: bool = False
    head: str = ""
    """The noun of one who is only described ("the group", "a spokesman"); for a pronoun, the pronoun."""
    definite: bool = False
    """Whether "the" stands before it: one of whom the article has spoken."""


def is_single(said: Attribution) -> bool:
    """Whether it is a person who speaks, not a body or a group."""
    if said.head in _TITLES or said.head in _BODY_NOUNS:
        return said.head in _TITLES and said.head not in _BODY_NOUNS
    return not is_body(said.name or "") and not (said.head and said.head in _COUNTERS)


def attributions(text: str, start: int, end: int) -> list[Attribution]:
    """All attributions of one sentence of a cleaned text, in the order of the text."""
    if words_of(text, start, end).isdisjoint(_CUES) and not _closes(text, start, end):
        return []
    return _origin(_Finder(text, start, end).found())


def _closes(text: str, start: int, end: int) -> bool:
    """Whether there is a bracket or a colon, which can hold or part off a source without a verb."""
    return text.find(")", start, end) >= 0 or text.find(":", start, end) >= 0


class _Finder:
    """One sentence, gone through once from cue to cue."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.tokens = tokens_of(text, start, end)
        self.phrases = Phrases(self.tokens)

    def found(self) -> list[Attribution]:
        found: list[Attribution] = []
        for i, token in enumerate(self.tokens):
            if token.low in _CUES and (new := self._at(i, token)):
                found = [a for a in found if a.end <= new.start or new.end <= a.start or _encloses(a, new)]
                if not any(_encloses(a, new) for a in found):
                    found.append(new)
        return found or self._headed() or list(self._in_brackets()) or self._going_on()

    def _headed(self) -> list[Attribution]:
        """The body in front of or behind the colon of a headline: "UN: 40,000 flee", "40,000 flee: UN"."""
        for i, token in enumerate(self.tokens):
            if token.text != ":":
                continue
            for first, leads in ((0, True), (i + 1, False)):
                body = self.phrases.run_at(first)
                ends = body is not None and body.last + 1 == (i if leads else len(self.tokens))
                if body and ends and is_known(self._name(body)) and is_body(self._name(body)):
                    said = self._attributed(body, i, leads)
                    return [said] if said else []
        return []

    def _at(self, i: int, token: Token) -> Attribution | None:
        if token.low in _ACCORDING:
            return self._according(i)
        if token.low in _CITE and (cited := self._cited(i)):
            return cited
        if token.low in _INGS:
            return self._saying(i)
        if token.low in _AGENTS and self._low(i + 1) == "by":
            agent = self.phrases.after(i + 2)
            return self._attributed(agent, i, False) if agent and self._gives_numbers(agent) else None
        if token.low in _SAY or token.low in _COUNT:
            said = self._inverted(i) or self._said(i)
            if said:
                return said
        return self._paper(i) if token.low in _PAPERS else None

    def _low(self, i: int) -> str:
        return self.tokens[i].low if 0 <= i < len(self.tokens) else ""

    def _saying(self, i: int) -> Attribution | None:
        """ "The ministry is reporting that ..."; "officials confirming ..."."""
        subject = self.phrases.before(i - (self._low(i - 1) in _PASSIVE)) if self._low(i - 1) != "," else None
        return self._attributed(subject, i, True)

    def _according(self, i: int) -> Attribution | None:
        k = i + 1
        to = k < len(self.tokens) and self.tokens[k].low == "to"
        if not to and not (k < len(self.tokens) and self.tokens[k].capital):
            return None
        return self._attributed(self.phrases.after(k + to, anything=to), i, i < 2, "according")

    def _cited(self, i: int) -> Attribution | None:
        if i + 1 < len(self.tokens) and self.tokens[i + 1].low in ("by", "in", "as"):
            subject = i > 1 and self.tokens[i - 1].low in _PASSIVE and self.tokens[i + 1].low == "as"
            return self._attributed(self.phrases.before(i - 1), i, True) if subject else None
        return self._attributed(self.phrases.after(i + 1), i, i < 2, "according")

    def _inverted(self, i: int) -> Attribution | None:
        """ "..., said the mayor"."""
        token = self.tokens[i]
        if token.low not in _INVERTED or i and self.tokens[i - 1].text not in ",\"'–?!;":
            return None
        speaker = self.phrases.after(i + 1)
        if speaker is None or i == 0 and self.text[self.start - 2 : self.start].strip() not in ('"', "'", ""):
            return None
        behind = self._low(speaker.last + 1)
        if behind.isalpha() and behind not in _BEHIND and (i == 0 or self.tokens[i - 1].text == ","):
            return None
        return self._attributed(speaker, i, False)

    def _said(self, i: int) -> Attribution | None:
        verb = self.tokens[i].low
        if self._low(i - 1) in _PASSIVE or self._is_no_saying(i, verb):
            return None
        speaker = self.phrases.before(i) or (self.phrases.described(i) if verb in _SAY else None)
        if speaker is None or verb in _COUNT and not self._counts(speaker, i):
            return None
        if verb in _BASE and not self._is_plural(speaker) and self._low(i + 1) != "that":
            return None
        if speaker.pronoun and self._low(speaker.first - 1) in ("by", "to", "in", "of"):
            return None
        return self._attributed(speaker, i, self._leads(i, speaker))

    def _is_no_saying(self, i: int, verb: str) -> bool:
        """Reported missing, told to leave, claimed lives, announced a gift of one's own."""
        after = [t.low for t in self.tokens[i + 1 : i + 8]]
        if verb.startswith("claim") and _LIVES & set(after):
            return True
        if verb in _WITH_PARTICLE and not (after and after[0] in _PARTICLES):
            return True
        if verb in _RETELLING and not _COUNTS & set(after):
            return True
        if i and self.tokens[i - 1].text == "who" and verb not in _RELATIVE_VERBS:
            return True
        if verb in _DONATIONS and _MONEY.search(self.text, self.tokens[i].end, self.tokens[i].end + _GIFT):
            return True
        return bool(after) and after[0] in _NOT_TOLD and (verb in _COUNT or verb in ("told", "claimed"))

    def _counts(self, speaker: Speaker, i: int) -> bool:
        """Whether one who "reported" or "put" gave a number: a body, or anybody by what follows the verb."""
        verb = self.tokens[i].low
        after = [t.low for t in self.tokens[i + 1 : i + 9]]
        if after[:1] == ["that"] or verb.startswith("put") and "at" in after:
            return True
        if speaker.pronoun:
            return verb in _IT_COUNTS or speaker.head in ("he", "she")
        return speaker.titled or speaker.head in _OFFICES or self._gives_numbers(speaker)

    def _gives_numbers(self, speaker: Speaker) -> bool:
        return speaker.head in _COUNTERS if speaker.head else is_body(self._name(speaker))

    def _is_plural(self, speaker: Speaker) -> bool:
        last = speaker.head or self.tokens[speaker.last].low
        joint = any(t.low == "and" for t in self.tokens[speaker.first : speaker.last])
        return last.endswith("s") or last in _ALL_PLURAL or joint or speaker.head in _PLURAL

    def _leads(self, i: int, speaker: Speaker) -> bool:
        """Whether what is said comes after the verb."""
        k = i + 1
        while k < len(self.tokens) and (self.tokens[k].low in _BETWEEN and self.tokens[k].low != "on"):
            k += 1
        after = self.tokens[k].text if k < len(self.tokens) else "."
        behind = self.tokens[k + 1].text if k + 1 < len(self.tokens) else ""
        if after in (",", ":") and behind in ('"', "'") or after in ('"', ":", "that"):
            return True
        if after in _ENDS:
            return False
        if self.tokens[speaker.first].start - self.start < _NEAR:
            return True
        if self.tokens[i].low == "told":
            return False
        tail = [t.low for t in self.tokens[k : k + 12]]
        if after in ("in", "on", "at", "late", "early", "by", "to") or after in ("AFP", "Reuters", "AP"):
            return "that" in tail
        return True

    def _paper(self, i: int) -> Attribution | None:
        """The numbers that a body gives in a paper of its own: "the ministry's own figure", "IDMC estimate of"."""
        k = i
        while k > 0 and self.tokens[k - 1].low in _FRESH:
            k -= 1
        after = self.tokens[i + 1].low if i + 1 < len(self.tokens) else ""
        body = self.phrases.body_before(k)
        if body is None or body.pronoun or after not in _PAPER_VERBS or body.last != k - 1:
            return None
        return self._attributed(body, i, True) if self._gives_numbers(body) else None

    def _in_brackets(self) -> Iterator[Attribution]:
        """ "... 4,000 families (OCHA, 12 May)": the body in brackets behind what it counts."""
        for i, token in enumerate(self.tokens):
            speaker = self.phrases.run_at(i + 1) if token.text == "(" and i else None
            if (
                speaker is None
                or self._low(speaker.last + 2) in ("-", "–")
                or self._low(speaker.last + 1) not in (")", ",", ";")
            ):
                continue
            name = self._name(speaker)
            short = speaker.first == speaker.last and self.tokens[i - 1].capital
            if not short and is_body(name) and not is_carrier(name) and (" " in name or is_known(name)):
                yield Attribution(token.start, self.tokens[speaker.last].end, name, False)

    def _going_on(self) -> list[Attribution]:
        """ "The Red Cross opened a camp, adding that ...": the subject of a sentence that only goes on to say."""
        for i in range(1, len(self.tokens) - 1):
            token = self.tokens[i]
            if (
                token.low in _INGS
                and self.tokens[i + 1].low == "that"
                and self.tokens[i - 1].low in (",", "and", "also")
            ):
                subject = self.phrases.run_at(0)
                said = self._attributed(subject, i, True) if subject and subject.last > subject.first else None
                return [said] if said else []
        return []

    def _name(self, speaker: Speaker) -> str:
        return clean_name(self._span(*self._giver(speaker)))

    def _span(self, first: int, last: int) -> str:
        return self.text[self.tokens[first].start : self.tokens[last].end]

    def _giver(self, speaker: Speaker) -> tuple[int, int]:
        """The body that gives a paper, where the paper names it: "the analysis of the IPC", "INDECI's report"."""
        first, last = speaker.first, speaker.last
        if speaker.head not in _PAPERS:
            return first, last
        at = next(k for k in range(first, last + 1) if self.tokens[k].low == speaker.head)
        if self._low(at + 1) in ("of", "by", "from") and at + 2 <= last:
            behind = at + 2 + (self._low(at + 2) in ("the", "a", "an"))
            return (behind, last) if behind <= last and is_body(clean_name(self._span(behind, last))) else (first, last)
        end = at - 1
        while end > first and not self.tokens[end].capital:
            end -= 1
        named = end >= first and self.tokens[end].capital and is_body(clean_name(self._span(first, end)))
        return (first, end) if named and last == at else (first, last)

    def _attributed(self, speaker: Speaker | None, i: int, leads: bool, verb: str = "") -> Attribution | None:
        if speaker is None:
            return None
        first, last, cue = self.tokens[speaker.first], self.tokens[speaker.last], self.tokens[i]
        start, end = min(first.start, cue.start), max(last.end, cue.end)
        if speaker.pronoun or first.low == "its":
            head = speaker.head if speaker.pronoun else "it"
            return Attribution(start, end, None, leads, cue.low, head in _PLURAL, head)
        name = self._name(speaker)
        definite = "the" in (first.low, self._low(speaker.first - 1))
        head = speaker.head or (first.low if speaker.first == speaker.last else "")
        return Attribution(start, end, name, leads, verb or cue.low, False, head, definite) if len(name) > 1 else None


def _encloses(outer: Attribution, inner: Attribution) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and outer.verb == "according"


def _origin(found: list[Attribution]) -> list[Attribution]:
    """Who gives the number in the end: "X said, according to Y" is Y; a news agency beside a body only carries it."""
    according = [a for a in found if a.verb == "according"]
    if according and len(found) > 1:
        others = [a for a in found if a.verb != "according"]
        relayed = all(a.name is None or is_carrier(a.name) or "pokes" in a.name for a in others)
        return according if relayed else found
    bodies = [a for a in found if a.name and not is_carrier(a.name)]
    if bodies and len(bodies) < len(found):
        return [a for a in found if a.name is None or a in bodies]
    return found
