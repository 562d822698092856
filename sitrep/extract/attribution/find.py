"""The attributions of a sentence: each cue read by what it is, then who gives the number in the end."""

from ...languages.language import word_list
from .attribution import BY, Attribution
from .gaps import Gaps
from .names import is_carrier
from .spoken import Spoken
from .tokens import Token
from .unspoken import Unspoken

_SAY = word_list("attribution", "say")
_COUNT = word_list("attribution", "count")
_CITE = word_list("attribution", "cite")
_INGS = word_list("attribution", "ings")
_PAPERS = word_list("attribution", "papers")
_ACCORDING = word_list("attribution", "according")
_AGENTS = word_list("attribution", "agents")
_CONTINUING = word_list("attribution", "continuing")
_TOLD = word_list("attribution", "told")
_HEARD = word_list("attribution", "heard")
_PER = word_list("attribution", "per")
_BASED = word_list("attribution", "based")
_PUT_AT = word_list("attribution", "put_at")
_CUES = _SAY | _COUNT | _CITE | _INGS | _ACCORDING | _PAPERS | _AGENTS | _TOLD | _HEARD | _PER | _BASED
_SO_FAR = ("so far", "to date", "already", "officially", "jointly")
"""What stands between a participle and its agent."""
_FROM = ("according", "citing")
"""Of these the ones that lead to where a number comes from, past whoever only passes it on."""


def attributions(text: str, start: int, end: int, words: frozenset[str]) -> list[Attribution]:
    """All attributions of one sentence of a cleaned text, in the order of the text; `words` are its own."""
    if words.isdisjoint(_CUES) and not _closes(text, start, end):
        return []
    return _origin(_Finder(text, start, end).found())


def _closes(text: str, start: int, end: int) -> bool:
    """Whether there is a bracket, a colon or a dash, which can hold or part off a source without a verb."""
    if text.find(")", start, end) >= 0 or text.find(":", start, end) >= 0:
        return True
    return text[end - 1] != "." and (text.find(" - ", start, end) >= 0 or text.find(" – ", start, end) >= 0)


class _Finder(Spoken, Unspoken, Gaps):
    """One sentence, gone through once from cue to cue."""

    def found(self) -> list[Attribution]:
        found: list[Attribution] = []
        for i, token in enumerate(self.tokens):
            if token.low not in _CUES or found and token.low in _CONTINUING:
                continue
            if new := self._at(i, token):
                found = [a for a in found if a.end <= new.start or new.end <= a.start or _stays(a, new)]
                if not any(_encloses(a, new) for a in found):
                    found.append(new)
        if len(found) == 1:
            found += self._gapped(found[0]) if found[0].leads else self._put_too(found[0])
        return found or self._headed() or list(self._in_brackets()) or self._rumoured() or self._going_on()

    def _at(self, i: int, token: Token) -> Attribution | None:
        if token.low in _ACCORDING:
            return self._according(i)
        if token.low in _CITE and (cited := self._cited(i)):
            return cited
        if token.low in _BASED and (based := self._based(i)):
            return based
        if token.low in _INGS:
            return self._saying(i)
        if token.low in _PER:
            return self._per(i)
        if (token.low in _AGENTS or token.low in _TOLD) and (by := self._by(i)):
            agent = self.phrases.after(by + 1)
            gives = agent and (agent.titled or self._gives_numbers(agent))
            told = token.low in _TOLD
            return self._attributed(agent, i, told, "" if told else BY) if gives else None
        if token.low in _PUT_AT and self._low(i + 1) == "at" and (put := self._put_by(i)):
            return put
        if token.low in _SAY or token.low in _COUNT:
            said = self._inverted(i) or self._said(i)
            if said:
                return said
        if token.low in _HEARD and (heard := self._heard(i)):
            return heard
        return self._paper(i) or self._by_count(i) if token.low in _PAPERS else None

    def _by(self, i: int) -> int | None:
        """Where "by" stands behind a participle, or behind the number of it: "estimated at 14 by"."""
        if self._low(i - 1) in ("has", "have", "had"):
            return None  # "EOD has documented by name": a verb of its own subject.
        late = next((n for n in (1, 2) if " ".join(t.low for t in self.tokens[i + 1 : i + 1 + n]) in _SO_FAR), 0)
        if self._low(i + late + 1) == "by":
            return i + late + 1
        if self._low(i + 1) != "at":
            return None
        return next((k for k in range(i + 3, i + 7) if self._low(k) == "by"), None)


def _stays(earlier: Attribution, new: Attribution) -> bool:
    """Whether one attribution holds beside another that overlaps it: "UNICEF, quoting officials, said"."""
    return earlier.verb == "citing" or _encloses(earlier, new)


def _encloses(outer: Attribution, inner: Attribution) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and outer.verb in _FROM


def _origin(found: list[Attribution]) -> list[Attribution]:
    """Who gives the number in the end: "X said, according to Y" is Y; a news agency beside a body only carries it."""
    if cited := [a for a in found if a.verb == "citing"]:
        return cited
    according = [a for a in found if a.verb == "according"]
    if according and len(found) > 1:
        others = [a for a in found if a.verb != "according"]
        relayed = all(_relays(a) for a in others)
        return according if relayed else found
    bodies = [a for a in found if a.name and not is_carrier(a.name)]
    if any(not a.apart for a in bodies) and len(bodies) < len(found):
        return [a for a in found if a.name is None or a in bodies]
    return found


def _relays(said: Attribution) -> bool:
    """Whether it only passes on what another gives: a pronoun, an outlet, a spokesman, a paper without an author."""
    name = said.name
    return name is None or name.lower() in _PAPERS or is_carrier(name) or "pokes" in name
