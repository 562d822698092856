"""Who stands in front of a verb of saying: a name, a body, "residents of the town", a pronoun."""

from dataclasses import replace

from ...languages.language import word_list
from .asides import RELATIVES, Asides
from .names import is_body, is_known
from .runs import Speaker

_SPEAKERS = word_list("attribution", "speakers")
_TITLES = word_list("attribution", "titles")
_BODIES = word_list("attribution", "bodies")
_LINKS = word_list("attribution", "links")
_AT_PLACES = word_list("attribution", "at_places")
_DETERMINERS = word_list("attribution", "determiners")
_OWN = word_list("attribution", "own")
_PRONOUNS = word_list("attribution", "pronoun")
_PASSIVE = word_list("attribution", "passive")
_WITH_FIELDS = word_list("attribution", "with_fields")
_LYING = word_list("attribution", "lying")
_FINITE = word_list("attribution", "finite")
_FAR, _FRONT = 10, 6
"""Tokens in which a relative clause stands, and a speaker's modifiers."""


class Leading(Asides):
    """The noun phrases of one sentence, read towards the left of a spot."""

    def before(self, i: int) -> Speaker | None:
        """The subject of the verb at token `i`."""
        j, aside = self._past_reader(self._skip(i - 1)), None
        for _ in range(4):
            if j < 0:
                return None
            mark = self.tokens[j].text
            if self.tokens[j].text in RELATIVES:
                j -= 1 + (j > 0 and self.tokens[j - 1].text == ",")
            elif mark == ")" and not self._is_short(j):
                j = self._opening(j, "(") - 1
            elif mark == ",":
                opening = self._aside(j)
                if opening is None:
                    return None
                if self.tokens[opening - 1].low == "name" and self._is_name(opening + 1):
                    return Speaker(opening + 1, j - 1, titled=True)  # ", who gave only his first name, Example,"
                aside, j = (opening + 1, j - 1), opening - 1
                if self.tokens[j].text.isdigit() and self.tokens[j - 1].text == ",":
                    j -= 2
            else:
                break
        speaker = self._by_office(self._named_aside(self._subject(j), aside)) if j >= 0 else None
        return self._joined(speaker) if speaker and speaker.head and aside is None else speaker

    def _joined(self, speaker: Speaker) -> Speaker:
        """With whom a described speaker speaks, from the start of a clause on: "a teacher and two elders said"."""
        k = speaker.first - 1
        k -= k > 0 and self.tokens[k].low in _DETERMINERS
        if k < 1 or self.tokens[k].low != "and" or self.tokens[k - 1].base not in _SPEAKERS:
            return speaker
        front = self._front(k - 1)
        front -= front > 0 and self.tokens[front - 1].low in _DETERMINERS
        opens = front == 0 or self._begins(front) or self.tokens[front - 1].text == ","
        return replace(speaker, first=front) if opens else speaker

    def described(self, i: int) -> Speaker | None:
        """Whoever speaks at the verb `i` under a description of a few words: ", the camp's emergency room said"."""
        last = self._skip(i - 1)
        if last < 1 or self.tokens[last].low in _LINKS:
            return None
        for k in range(last, max(-1, last - _FRONT), -1):
            token = self.tokens[k]
            if token.low in ("the", "a", "an"):
                opens = self._begins(k) or self.tokens[k - 1].text == ","
                return Speaker(k + 1, last, self.tokens[last].base) if opens and k < last else None
            if not token.text[0].isalpha() or token.low in _FINITE:
                return None
        return None

    def related(self, i: int) -> Speaker | None:
        """The subject of a verb behind a relative clause without commas: "an official who knows the case said"."""
        for k in range(i - 2, max(0, i - _FAR), -1):
            if self.tokens[k].text in ",;:":
                return None
            if self.tokens[k].text in RELATIVES or self.tokens[k].text == "that" and self._leads_out(k - 1):
                return self._subject(k - 1)
        return None

    def _leads_out(self, j: int) -> bool:
        """Whether a sentence opens with the noun at `j`, of which a clause with "that" tells: "a mission that"."""
        return self.tokens[j].low in _SPEAKERS and self._begins(self._front(j) - 1)

    def run_at(self, i: int) -> Speaker | None:
        """The name that begins at token `i`."""
        return self._cut(i, self._run_right(i)) if self._is_name(i) else None

    def body_before(self, i: int) -> Speaker | None:
        """The body that stands directly before token `i`, without any verb between: "the Ministry's own figure"."""
        return self._subject(i - 1) if i > 0 else None

    def _subject(self, j: int) -> Speaker | None:
        if self._is_short(j):
            whole = self._subject(j - 3)
            return replace(whole, last=j) if whole and whole.last == j - 3 else self._cut(j - 1, j - 1)
        token = self.tokens[j]
        if token.low in _PRONOUNS and (token.text == token.low or token.text.istitle() and j < 2 or self._begins(j)):
            return Speaker(j, j, token.low, True)
        if token.low in _PASSIVE:
            return None
        if self._is_name(j) and not (token.base in _SPEAKERS and self._begins(j)):
            return self._proper(j)
        if token.base in _SPEAKERS:
            return self._common(j, token.base)
        return self._linked_back(j)

    def _proper(self, j: int) -> Speaker:
        first = self._run_left(j)
        if office := self._office_at(first, j):
            return office
        if first > 0 and self.tokens[first - 1].low in _TITLES and not self.tokens[first - 1].capital:
            return self._cut(first, j, True)
        head = self._link_head(first)
        titled = head is not None and j - first > 1 and self.tokens[head].low in _TITLES and self._is_person(j - 1, j)
        if titled and not is_known(self._words(first, j)):
            return Speaker(j - 1, j, titled=True)
        if head is not None:
            return self._common(head, self.tokens[head].low, j)
        linked = first > 1 and self.tokens[first - 1].low in _LINKS
        if linked and (office := self._office(first)):
            return office
        far = self._linked_back(first) if linked else None
        return replace(far, last=j) if far else self._cut(first, j)

    def _office(self, first: int) -> Speaker | None:
        """The body that is named with the place of its office, which begins at `first`: "UNICEF in Example"."""
        if self.tokens[first - 1].low not in _AT_PLACES:
            return None
        if self._is_short(first - 2):
            return self._subject(first - 2)
        body = self._cut(self._run_left(first - 2), first - 2) if self._is_name(first - 2) else None
        return body if body and is_body(self._words(body.first, body.last)) else None

    def _office_at(self, first: int, last: int) -> Speaker | None:
        """The office that has its place behind a comma: "the District Police Office, Example said"."""
        if first < 3 or self.tokens[first - 1].text != "," or self.tokens[first - 2].low not in _WITH_FIELDS:
            return None
        front = self._run_left(first - 2) if self._is_name(first - 2) else first
        opens = front > 0 and self.tokens[front - 1].low in ("the", "of")
        return Speaker(front, last) if front < first - 2 and opens else None

    def _common(self, head: int, noun: str, last: int | None = None) -> Speaker:
        """A speaker's noun with what stands in front of it, and those whom it speaks for."""
        last = head if last is None else last
        first = self._front(head)
        while (above := self._link_head(first)) is not None:
            noun, first = self.tokens[above].low, self._front(above)
        k = first - 1 - (first > 0 and self.tokens[first - 1].low in _DETERMINERS)
        if last == head and k > 1 and self._is_short(k - 1) and (office := self._office(k + 1)):
            return office
        return self._person_of(first) or self._person_at(first) or Speaker(self._determined_front(first), last, noun)

    def _determined_front(self, first: int) -> int:
        """Where the phrase begins if only unknown words part it from "the": "the emergency response centre"."""
        for k in range(first - 1, max(-1, first - _FRONT), -1):
            token = self.tokens[k]
            if token.low in ("the", "a", "an"):
                return k + 1 if self._begins(k) or self.tokens[k - 1].text == "," else first
            if not token.text[0].isalpha() or token.low in _FINITE or token.low in _LINKS or token.low.endswith("ly"):
                return first
        return first

    def _front(self, head: int) -> int:
        k = head
        while k > 0 and head - k < _FRONT:
            if self.tokens[k - 1].low in _OWN:
                return k - 1
            if self._modifies(k - 1):
                k -= 1
            elif k > 1 and (self._joins(k) or self._owned(k)):
                k -= 2
            elif self._is_short(k - 1):
                k -= 3
            else:
                break
        return k

    def _joins(self, k: int) -> bool:
        """Whether "and" joins two parts of a name in front of `k`: "Relief and Rescue Organization"."""
        return self.tokens[k - 1].low == "and" and self._is_name(k) and self._is_name(k - 2)

    def _owned(self, k: int) -> bool:
        """Whether a word with its owner stands in front of `k`: "the camp's flood committee"."""
        return self.tokens[k - 2].low.endswith("'s") and self.tokens[k - 1].text.isalpha()

    def _link_head(self, first: int) -> int | None:
        """The speaker's noun to which a phrase from `first` on is joined: "officials in", "a spokesman for the"."""
        k = first - 1
        while k > 0 and self.tokens[k].low in _LYING:
            k -= 1
        if k >= 0 and self.tokens[k].low in _DETERMINERS:
            k -= 1
        if k < 1 or self.tokens[k].low not in _LINKS:
            return None
        above = self.tokens[k - 1].low
        return k - 1 if above in _SPEAKERS or self.tokens[k - 1].capital and above in _BODIES else None

    def _linked_back(self, j: int) -> Speaker | None:
        """A speaker's noun some words back, with what it is joined to: "residents of the flooded town"."""
        for k in range(j - 1, max(0, j - 7), -1):
            token = self.tokens[k]
            if not (token.text[0].isalnum()) or token.low in _FINITE:
                return None
            if token.low in _LINKS and k and self.tokens[k - 1].low in _SPEAKERS:
                return self._common(k - 1, self.tokens[k - 1].low, j)
        return None
