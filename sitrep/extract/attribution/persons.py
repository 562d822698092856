"""The person whom a description means: in apposition, behind an age, at a place."""

from dataclasses import replace

from ...languages.language import word_list
from .runs import Runs, Speaker

_TITLES = word_list("attribution", "titles")
_LINKS = word_list("attribution", "links")
_SPEAKERS = word_list("attribution", "speakers")
_DETERMINERS = word_list("attribution", "determiners")
_KNOWN_AS = word_list("attribution", "known_as")
_NAMED_AS = word_list("attribution", "named_as")
_PAPERS = word_list("attribution", "papers") | word_list("attribution", "notices")
_MADE = word_list("attribution", "made")
_RANKED = 3
"""Words of a rank and a name at least."""
_FEW = 5
"""Words of a trade in an aside, and one more."""


class Persons(Runs):
    """The noun phrases of one sentence, with the persons that stand beside descriptions of them."""

    def _person_at(self, first: int) -> Speaker | None:
        """The person of whom the phrase says only where he is: "Dr Ana Example at the hospital"."""
        k = first - 1 - (first > 0 and self.tokens[first - 1].low in _DETERMINERS)
        if k < 2 or self.tokens[k].low not in _LINKS or not self._is_name(k - 1):
            return None
        person = self._cut(self._run_left(k - 1), k - 1)
        return person if person.first < person.last and self._is_person(person.first, person.last) else None

    def _person_of(self, first: int) -> Speaker | None:
        """The person whom a description in apposition describes: "Sham Kumar, 54, a villager"."""
        k = first - 1
        if k < 2 or self.tokens[k].low not in ("a", "an", "the") or self.tokens[k - 1].text != ",":
            return None
        the, k = self.tokens[k].low == "the", k - 2
        aged = self.tokens[k].text.isdigit() and k > 1 and self.tokens[k - 1].text == ","
        k -= 2 * aged
        person = self._cut(self._run_left(k), k) if self._is_name(k) else None
        if person is None or person.first == person.last or not self._is_person(person.first, person.last):
            return None
        named = self.tokens[person.first - 2].low in _SPEAKERS  # "In a letter of her aide, Ana Example, the mayor"
        aside = the and self.tokens[person.first - 1].text == "," and not named
        return person if aged or aside or self._begins(person.first) else None

    def _named_aside(self, speaker: Speaker | None, aside: tuple[int, int] | None) -> Speaker | None:
        """Who is named in an apposition: "the deputy mayor, Ana Example, said"; "also known as" is of the name."""
        if aside is None:
            return speaker
        first, last = aside
        if speaker is None:
            return self._one_of_them(first, last)
        if ranked := self._titled_aside(first, last):
            return ranked
        if self.tokens[first].low in _KNOWN_AS or self.tokens[first].low == "known":
            return replace(speaker, last=last)
        if named := self._giving_name(first, last) or self._signed(speaker, first, last):
            return named
        name = last - 3 * self._is_short(last)
        if self._is_described(speaker) and self._is_name(first) and self._run_left(name) == first:
            return Speaker(first, last)
        titled = any(t.low in _TITLES for t in self.tokens[speaker.first : speaker.last + 1])
        if not titled or not self._is_name(first) or self._run_right(first) != last or last == first:
            return speaker
        person = self._cut(first, last)
        return replace(person, titled=True) if self._is_person(person.first, person.last) else speaker

    def _one_of_them(self, first: int, last: int) -> Speaker | None:
        """Who is only told by his trade: "one of them, a baker, said"."""
        told = self.tokens[first].low in ("a", "an") and self.tokens[last].low in _TITLES and last < first + _FEW
        of_them = first > 3 and [t.low for t in self.tokens[first - 4 : first - 1]] == ["one", "of", "them"]
        return Speaker(first + 1, last, self.tokens[last].low) if told and of_them else None

    def _titled_aside(self, first: int, last: int) -> Speaker | None:
        """The person with his rank behind his body: "spokesman of the task force, Example, Captain Ana Example,"."""
        words = self.tokens[first : last + 1]
        if len(words) < _RANKED or words[0].low not in _TITLES or not all(t.capital for t in words):
            return None
        person = self._cut(first, last)
        return replace(person, titled=True) if person.first > first and self._is_person(person.first, last) else None

    def _giving_name(self, first: int, last: int) -> Speaker | None:
        """The name that one gives of himself in a relative clause: ", who identified himself only as Example,"."""
        if self.tokens[first].low != "who" or self.tokens[first + 1].low not in _NAMED_AS or not self._is_name(last):
            return None
        name = self._run_left(last)
        return (
            Speaker(name, last, titled=True) if self.tokens[name - 1].low in ("as", "only", "simply", "just") else None
        )

    def _signed(self, paper: Speaker, first: int, last: int) -> Speaker | None:
        """Whose paper it is, where an aside says so: "the assessment, carried out by Example, found"."""
        if paper.head not in _PAPERS or self.tokens[first].low not in _MADE:
            return None
        by = next((k for k in range(first + 1, min(first + 5, last)) if self.tokens[k].low == "by"), None)
        if by is None:
            return None
        end = next((k for k in range(by + 1, last) if self.tokens[k].low in ("in", "on")), last + 1)
        return Speaker(by + 1, end - 1)

    def _by_office(self, speaker: Speaker | None) -> Speaker | None:
        """A person behind a description: "A prosecutor, Ana Example, who came from the capital, gave"."""
        if speaker is None or speaker.head or speaker.titled or speaker.pronoun or speaker.first < 2:
            return speaker
        comma, office = self.tokens[speaker.first - 1], self.tokens[speaker.first - 2]
        described = comma.text == "," and office.low in _SPEAKERS and not office.capital
        named = described and speaker.first < speaker.last and self._is_person(speaker.first, speaker.last)
        return replace(speaker, titled=True) if named else speaker
