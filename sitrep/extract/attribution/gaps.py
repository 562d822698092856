"""A second source whose verb is left out, and numbers of which only reports tell."""

from collections.abc import Iterator

from ...languages.language import word_list
from .attribution import Attribution
from .speakers import Speaker
from .walk import Walk

_SPEAKERS = word_list("attribution", "speakers")
_BY_VERBS = word_list("attribution", "put_at")
_RUMOURS = word_list("attribution", "rumours")
_THERE = word_list("attribution", "there_are")
_PARTING = frozenset([",", ";", "and", "while", "but"])
_ENDING = frozenset(["", ".", ",", ";", "and", "people", "dead", "deaths"])


class Gaps(Walk):
    """Who gives a number beside the verb of another: "police put it at 12, residents at 30"."""

    def _gapped(self, after: Attribution) -> Iterator[Attribution]:
        """Those who stand with their number alone behind what another said: "police say 12 died and residents 30"."""
        for i, token in enumerate(self.tokens):
            if token.start < after.end or token.low not in _PARTING:
                continue
            speaker = self.phrases.after(i + 1)
            if speaker is None or not self._speaks(speaker):
                continue
            k = speaker.last + 1
            k += at if (at := self._low(k) == "at" and after.verb in _BY_VERBS) else 0
            if self._low(k) and self._is_figure(k) and (at or self._low(k + 1) in _ENDING):
                yield Attribution(token.end, self.tokens[k].end, self._name(speaker), True, head=speaker.head)

    def _put_by(self, i: int) -> Attribution | None:
        """ "put at 12 by police and at 30 by residents": by whom the number is put that stands behind token `i`."""
        by = next((k for k in range(i + 2, i + 8) if self._low(k) == "by"), None)
        speaker = self.phrases.after(by + 1) if by and self._is_number(i + 1) else None
        return self._attributed(speaker, i, False) if speaker and self._speaks(speaker) else None

    def _put_too(self, first: Attribution) -> list[Attribution]:
        """Who puts the number at something else behind the first: "..., and at 30 by residents"."""
        if first.verb not in _BY_VERBS:
            return []
        behind = [i for i, t in enumerate(self.tokens) if t.start >= first.end and t.low == "at"]
        return [put for i in behind if (put := self._put_by(i))]

    def _speaks(self, speaker: Speaker) -> bool:
        return speaker.head in _SPEAKERS or not speaker.head and self._gives_numbers(speaker)

    def _rumoured(self) -> list[Attribution]:
        """ "There were reports of 15 deaths"; "he denied reports that 38 had died"."""
        for i, token in enumerate(self.tokens[:-2]):
            if token.low not in _RUMOURS:
                continue
            told = self._low(i + 1) == "that" or self._low(i + 1) == "of" and self._is_number(i + 2)
            if told and self._low(i - 1) in _THERE:
                return [Attribution(token.start, token.end, token.low, True, "reports", head=token.low)]
        return []
