"""What may stand between a speaker and his verb: days, "in a statement", appositions, relative clauses."""

from ...languages.language import word_list
from .persons import Persons

_DATES = word_list("attribution", "dates")
_DETERMINERS = word_list("attribution", "determiners")
_OWN = word_list("attribution", "own")
_BETWEEN = word_list("attribution", "between")
_NOTICES = word_list("attribution", "notices")
_MADE = word_list("attribution", "made")
_FINITE = word_list("attribution", "finite")
_SEEN = word_list("attribution", "seen")
RELATIVES = frozenset(["who", "which"])
_ASIDE = 24
"""Tokens in which an apposition closes."""


class Asides(Persons):
    """The noun phrases of one sentence, with what parts them from their verbs."""

    def _skip(self, j: int) -> int:
        """Back over adverbs, auxiliaries, days, and "in a statement"."""
        while j >= 0:
            low = self.tokens[j].low
            if low in _NOTICES and (opening := self._notice(j)) is not None:
                j = opening - 1
            elif low in _BETWEEN or j and low in _MADE and self.tokens[j - 1].low in _NOTICES:
                j -= 1
            elif j and f"{self.tokens[j - 1].low} {low}" in _BETWEEN:
                j -= 2
            elif (dated := self._dated(j)) < j:
                j = dated
            else:
                break
        return j

    def _dated(self, j: int) -> int:
        """Back over a date that belongs to a paper or a body: "the report of 31 January", "the IPC of May 2024"."""
        k = j
        while k > 0 and (self.tokens[k].text.isdigit() or self.tokens[k].low in _DATES):
            k -= 1
        return k - 1 if k < j and self.tokens[k].low in ("of", "on", "in", "from") else j

    def _notice(self, j: int) -> int | None:
        """Where "in a statement" begins that ends at `j`."""
        for k in range(j - 1, max(-1, j - 5), -1):
            if self.tokens[k].low in ("in", "at", "on", "via"):
                return k
            if not (self.tokens[k].low in _DETERMINERS or self.tokens[k].low in _OWN or self._modifies(k)):
                return None
        return None

    def _opening(self, j: int, mark: str) -> int:
        k = j - 1
        while k > 0 and self.tokens[k].text != mark and j - k < _ASIDE:
            k -= 1
        return k if self.tokens[k].text == mark else 0

    def _aside(self, j: int) -> int | None:
        """The comma that opens the apposition which the comma at `j` closes."""
        k = j - 1
        while k > max(-1, j - _ASIDE):
            token = self.tokens[k]
            if token.text == "," and not self._in_list(k + 1) and not self._in_number(k):
                return k if k < j - 1 and k > 0 else None
            if token.text in '";:()–!?' and not self._is_short(k):
                return None
            shared = token.low in _MADE and (self.tokens[k - 1].text == "," or self.tokens[k - 1].low in _NOTICES)
            if token.low in _FINITE and not shared and not self._relative_after_comma(k):
                return None
            k -= 3 if self._is_short(k) else 1
        return None

    def _in_number(self, k: int) -> bool:
        """Whether the comma at `k` stands within a number: "9,000"."""
        before, behind = self._at(k - 1), self._at(k + 1)
        if before is None or behind is None or not (before.text[-1].isdigit() and behind.text[0].isdigit()):
            return False
        return before.end == self.tokens[k].start and self.tokens[k].end == behind.start

    def _relative_after_comma(self, k: int) -> bool:
        """Whether the verb at `k` stands in a relative clause: ", who has led it since May,"."""
        while k > 0 and self.tokens[k].text != ",":
            k -= 1
        return self.tokens[k + 1].low in (*RELATIVES, "whose")

    def is_told_of(self, j: int) -> bool:
        """Whether the comma at `j` closes what is told of one who speaks: "a villager, who lost two sons, said"."""
        opening = self._aside(j) if j > 0 and self.tokens[j].text == "," else None
        return opening is not None and self.tokens[opening + 1].low in (*RELATIVES, "whose")

    def _past_reader(self, j: int) -> int:
        """Back over those who only read a paper: "a report seen by Example"."""
        if j < 0 or not self._is_name(j):
            return j
        k = self._run_left(j) - 1
        k -= self.tokens[k].low == "the"
        return k - 2 if k > 1 and self.tokens[k].low == "by" and self.tokens[k - 1].low in _SEEN else j
