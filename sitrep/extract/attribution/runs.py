"""Names in a sentence, as runs of capitals: where they begin and end, and the person in them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...languages.language import load, word_list
from .tokens import Token

_WITH_FIELDS = word_list("attribution", "with_fields")
_OF_FIELDS = word_list("attribution", "of_fields")
_JOINING = tuple(tuple(phrase.split()) for phrase in sorted(word_list("attribution", "joining")))
"""Phrases that join two parts of a name, word by word."""
_LANDS = word_list("attribution", "lands")
_CALLS = word_list("attribution", "calls")
_COUNTERS = word_list("attribution", "counters")
_SAYING = word_list("attribution", "inverted")
_TITLES = word_list("attribution", "titles")
_BODIES = word_list("attribution", "bodies")
_MODIFIERS = word_list("attribution", "modifiers")
_CONNECTORS = word_list("attribution", "connectors")
_OPENINGS = word_list("attribution", "openings")
_DATES = word_list("attribution", "dates")
NUMBERS = frozenset(w for w in (*load().units, *load().vague) if len(w) > 2)


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who speaks: his tokens [first, last], and the noun at the head of the phrase, "" for a proper name."""

    first: int
    last: int
    head: str = ""
    pronoun: bool = False
    titled: bool = False
    """Whether it is a person whose title stands with the name."""


class Runs:
    """The tokens of one sentence, with what of them is a name."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens

    def _at(self, i: int) -> Token | None:
        return self.tokens[i] if 0 <= i < len(self.tokens) else None

    def _words(self, first: int, last: int) -> str:
        return " ".join(token.text for token in self.tokens[first : last + 1])

    def _is_name(self, i: int) -> bool:
        token = self._at(i)
        if token is None or not token.capital or token.low in _DATES and not token.text.isupper():
            return False
        if token.text.isupper() and len(token.text) > 1:
            return True
        return (token.low not in _OPENINGS or self._is_surname(i)) and token.low.split("-")[0] not in NUMBERS

    def _is_surname(self, i: int) -> bool:
        """Whether a small word with a capital ends a name: "Peter Lam Both said", not "Over 12 Killed In Lagos"."""
        before, behind = self._at(i - 1), self._at(i + 1)
        if before is None or behind is None or not before.capital or before.low in _OPENINGS:
            return False
        return behind.low in _SAYING

    def _begins(self, i: int) -> bool:
        return i == 0 or self.tokens[i - 1].text in '":–('

    def _modifies(self, i: int) -> bool:
        """Whether the word at `i` can stand in front of a speaker's noun."""
        token = self._at(i)
        if token is None or not token.text[0].isalnum() or token.text[0].isdigit():
            return False
        if token.capital:
            return self._is_name(i)
        return token.low in _MODIFIERS or "-" in token.low or token.low.endswith(("'s", "s'"))

    def _run_left(self, j: int) -> int:
        """Where the name begins that ends at token `j`."""
        k = j
        while k > 0:
            if self._is_name(k - 1):
                k -= 1
            elif self.tokens[k - 1].text == "." and self._is_name(k - 2) and len(self.tokens[k - 2].text) < 5:
                k -= 2
            elif (step := self._connected(k - 1, -1)) and not self.tokens[k - 1 - step].text.endswith("'s"):
                k -= step + 1
            elif self._in_list(k):
                k -= 2
            else:
                break
        return k

    def _in_list(self, k: int) -> bool:
        """Whether the comma before `k` parts the fields of one body: "Ministry of Water, Energy and Irrigation"."""
        if k < 2 or self.tokens[k - 1].text != "," or not self._is_name(k - 2):
            return False
        if self.tokens[k].text.isupper() or not self._is_name(k):
            return False  # "the National Institute of Relief, EXINST, counts": its short form.
        before = self.tokens[max(0, k - 8) : k - 1]
        head = next((n for n, t in enumerate(before) if t.capital and t.low in _WITH_FIELDS), len(before))
        return any(t.low in _OF_FIELDS for t in before[head:])

    def _run_right(self, i: int) -> int:
        """Where the name ends that begins at token `i`."""
        k = i
        while k + 1 < len(self.tokens):
            if self.tokens[k].text.endswith("'s"):
                break
            if self._is_name(k + 1):
                k += 1
            elif self.tokens[k + 1].text == "." and self._is_name(k + 2) and self.tokens[k].low in _TITLES:
                k += 2
            elif step := self._connected(k + 1, 1):
                k += step + 1
            else:
                break
        return k

    def _connected(self, k: int, way: int) -> int:
        """How many small words from `k` on join two parts of a name; 0 where they do not."""
        for phrase in _JOINING:
            n = len(phrase)
            first = k if way > 0 else k - n + 1
            if first >= 0 and tuple(t.low for t in self.tokens[first : first + n]) == phrase:
                return n if self._is_name(k + n * way) else 0
        if 0 < k < len(self.tokens) - 1 and self.tokens[k].low == "the" and self.tokens[k - 1].text in _CALLS:
            # "Save the Children", "Free the Slaves".
            return 1 if self._is_name(k + 1) else 0
        for step in (1, 2):
            token = self._at(k + (step - 1) * way)
            if token is None or token.low not in _CONNECTORS:
                return 0
            if self._is_name(k + step * way):
                return step if (token if way < 0 else self.tokens[k]).low != "the" else 0
        return 0

    def _cut(self, first: int, last: int, titled: bool = False) -> Speaker:
        """A name without the titles in front of it, and without the body that its bearer works for."""
        for k in range(last, first, -1):
            before = self.tokens[k - 1]
            dotted = before.text == "." and k - 2 >= first and self.tokens[k - 2].low in _TITLES
            if before.low in _TITLES - _BODIES or dotted:
                person = self._without_body(k, last)
                return replace(person, titled=True) if self._is_person(k, person.last) else self._bearer(first, last)
        return replace(self._without_body(first, last), titled=titled)

    def _bearer(self, first: int, last: int) -> Speaker:
        """The person behind a long title: "Deputy Director of the DMC Ana Example"."""
        if person := self._behind_place(first, last):
            return person
        before = self.tokens[last - 2] if last - 2 > first else None
        office = before and (before.text.isupper() or before.low in _BODIES or before.low.endswith("s"))
        if office and self._is_person(last - 1, last) and not self.tokens[last].text.isupper():
            return Speaker(last - 1, last, titled=True)
        return Speaker(first, last)

    def _behind_place(self, first: int, last: int) -> Speaker | None:
        """The person behind an office and its place: "Chief Officer of Example Ana Bako"."""
        of = next((k for k in range(last - 3, first, -1) if self.tokens[k].low == "of"), None)
        office = of is not None and self.tokens[of - 1].low in _TITLES - _BODIES
        named = office and all(t.capital for t in self.tokens[(of or 0) + 1 : last + 1])
        return Speaker(last - 1, last, titled=True) if named and self._is_person(last - 1, last) else None

    def _without_body(self, first: int, last: int) -> Speaker:
        """ "Ana Example of the Norwegian Refugee Council" is Ana Example."""
        for k in range(first + 2, last):
            if self.tokens[k].low in ("of", "from", "at") and self._is_person(first, k - 1):
                return Speaker(first, k - 1)
        return Speaker(first, last)

    def _is_person(self, first: int, last: int) -> bool:
        named = all(t.capital and t.low not in _BODIES for t in self.tokens[first : last + 1])
        return named and self.tokens[last].low not in _LANDS

    def _is_described(self, speaker: Speaker) -> bool:
        """Whether it is a body that a few words describe, without a name: "the country's disaster agency"."""
        words = self.tokens[speaker.first : speaker.last + 1]
        named = words[0].text.isupper() or any(t.capital for t in words[1:])
        return speaker.head in _COUNTERS and words[-1].low == speaker.head and not named

    def _is_short(self, j: int) -> bool:
        """Whether the bracket that closes at `j` holds the short form of the name before it: "(OCHA)"."""
        if j < 3 or j >= len(self.tokens) or self.tokens[j].text != ")" or self.tokens[j - 2].text != "(":
            return False
        return sum(c.isupper() for c in self.tokens[j - 1].text) > 1 and self._modifies(j - 1)
