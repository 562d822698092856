"""Who speaks, sentence after sentence: open quotations, "he added", lists and reports that go on."""

from bisect import bisect_right
from collections.abc import Callable, Iterator

from ...languages.language import alternatives, word_list
from ...late import late
from ..clean import UPPER
from .attribution import Attribution, is_single
from .find import attributions
from .lists import list_head
from .names import full_name, has_other_office, is_body, office_of, titled, without_title
from .quotations import Quotations
from .reach import source_of
from .subjects import body, group, issuer, named_person, person_told_of

_THE_BODY = late(rf"The (?:{alternatives('attribution', 'own_bodies')})(?:'s)?\b(?! of| for)")
_SAID_THIS = late(
    rf"[^.]*?(?P<name>[{UPPER}][\w'-]+(?: [{UPPER}][\w'-]+)*) (?:{alternatives('attribution', 'said_this')}) this\b"
)
# What the article tells of a speaker: "..., said Ana Example, who lost two sons".
_OF_SPEAKER = late(rf"\bwho(?:se)?\b(?!.*, (?:{alternatives('attribution', 'resuming')})\b)")
_GOES_ON = late(rf"(?:{alternatives('attribution', 'goes_on')})\b")
_TITLES = word_list("attribution", "titles")
_OFFICES = word_list("attribution", "offices")
_DOCUMENTS = word_list("attribution", "papers") | word_list("attribution", "notices")
_STANDING_FOR = word_list("attribution", "standing_for")
_RECENT = 4
_NOTED = 7
"""How many sentences a note in brackets behind them can close at most."""
_MEMORY = 40
"""Sentences back to which a pronoun or a quotation can lead: beyond them nobody remembers who spoke."""


class Voices:
    """The sources of a text, read on demand and kept."""

    def __init__(self, text: str, spans: list[tuple[int, int]], words: Callable[[int], frozenset[str]]) -> None:
        """`text` is cleaned, `spans` are its sentences, `words` gives the words of one of them in lower case."""
        self._text, self._spans, self._words = text, spans, words
        self._quotations = Quotations(text)
        self._said: dict[int, list[Attribution]] = {}
        self._going: dict[int, str | None] = {}
        self._names: dict[str, str] = {}
        self._offices: dict[str, str] = {}
        self._titled: dict[str, list[tuple[int, str]]] = {}

    def said(self, k: int) -> list[Attribution]:
        """The attributions of sentence `k`."""
        if k not in self._said:
            start, end = self._spans[k]
            self._said[k] = attributions(self._text, start, end, self._words(k))
        return self._said[k]

    def names(self, k: int) -> list[tuple[int, int]]:
        """Where the names of a sentence's sources stand."""
        return [(a.start, a.end) for a in self.said(k) if a.name]

    def source(self, k: int, at: int, clause: tuple[int, int]) -> str | None:
        """Who gives the number at `at` of sentence `k`, by the fullest name; None for the article's own voice."""
        said = [a for a in self.said(k) if not self._is_note(k, a)]
        if not said:
            return self._goes_on(k)
        found = source_of(said, at, clause)
        if found is None or not found.leads and found.end <= at and _OF_SPEAKER.search(self._text, found.end, at):
            return None
        return self._meant(k, found)

    def office(self, source: str) -> str:
        """By what words the text introduces a person who is a source; "" for a body."""
        if source not in self._offices:
            self._offices[source] = "" if is_body(source) else office_of(self._text, source)
        return self._offices[source]

    def _introduced(self, title: str, before: int) -> str | None:
        """The last person whom the text introduces with a title before an offset, else the only one behind it."""
        if title not in self._titled:
            self._titled[title] = titled(self._text, title)
        persons = self._titled[title]
        at = bisect_right(persons, before, key=lambda person: person[0])
        if at:
            return persons[at - 1][1]
        return persons[0][1] if len({name for _, name in persons}) == 1 else None

    def _meant(self, k: int, said: Attribution) -> str | None:
        """The one whom an attribution names, or means by a pronoun, "the ministry" or "the report"."""
        if said.name is None:
            return self._subject(k, said.head) or self._last_named(k, said)
        office = said.head or said.name.split()[-1].lower()
        if said.definite and office in _TITLES and (person := self._introduced(said.name, said.start)):
            return person
        if not said.definite or said.name.lower() != said.head:
            return self._full(said.name)
        if said.head in _DOCUMENTS and (author := self._author(k, said)):
            return author
        if said.name[0].isupper() and (full := self._full(said.name)) != said.name:
            return full
        if owner := self._owner(k, said):
            return self._full(owner)
        for j, earlier in self._earlier(k, said):
            name = earlier.name or ""
            if said.head in _OFFICES and is_single(earlier) and not earlier.head and " " in name:
                full = self._full(name)
                if not has_other_office(self._text, full, said.head):
                    return full
            if said.head in name.lower().split() and name.lower() != said.head:
                return self._full(name)
            if said.head in _STANDING_FOR and is_body(name) and not earlier.head.endswith("s"):
                again = earlier.definite and earlier.head != said.head and name.lower() == earlier.head
                return self._meant(j, earlier) if again else self._full(name)
        return self._full(said.name)

    def _owner(self, k: int, said: Attribution) -> str | None:
        """The body that "the mission" or "the agency" is, where it acts but has not spoken yet."""
        if said.head not in _STANDING_FOR - _DOCUMENTS or len(self.said(k)) > 1:
            return None
        near = (j for j in (k, k - 1) if j == k or j >= 0 and not self.said(j))
        owners = (body(self._text, *self._spans[j]) for j in near)
        return next((owner for owner in owners if owner and owner != said.name), None)

    def _author(self, k: int, said: Attribution) -> str | None:
        """The body of whose paper an earlier sentence spoke: "the statement" is the government's statement."""
        for _, earlier in self._earlier(k, said):
            if earlier.paper == said.head:
                return self._full(earlier.name or "")
        return self._issuer(k, said.head)

    def _issuer(self, k: int, paper: str) -> str | None:
        """The body with which a sentence before opens that tells of its paper: "The ministry, in a bulletin, put"."""
        for j in range(k - 1, max(-1, k - 1 - _RECENT), -1):
            if name := issuer(self._text, *self._spans[j], paper):
                return self._full(name)
        return None

    def _earlier(self, k: int, said: Attribution | None = None) -> Iterator[tuple[int, Attribution]]:
        """The named attributions before one, the nearest first, with their sentences."""
        if said is not None:
            yield from ((k, a) for a in reversed(self.said(k)) if a.name and a.end <= said.start)
        for j in range(k - 1, max(-1, k - 1 - _MEMORY), -1):
            yield from ((j, a) for a in reversed(self.said(j)) if a.name)

    def _last_named(self, k: int, said: Attribution | None = None) -> str | None:
        """The last source that is named before sentence `k`: a person is meant by "he", a body by "it"."""
        nearest: str | None = None
        single = said is not None and said.head in ("he", "she")
        for j, earlier in self._earlier(k, said):
            nearest = nearest or earlier.name
            many = said is not None and said.head == "it" and earlier.head.endswith("s")
            if many:
                continue
            if said is None or said.plural and said.head != "it" or is_single(earlier) == single:
                return self._meant(j, earlier)
        person = self._last_person(k) if single else None
        return person or (self._full(nearest) if nearest else None)

    def _last_person(self, k: int) -> str | None:
        """The person whom one of the last sentences is about, where nobody has spoken yet."""
        for j in range(k - 1, max(-1, k - 1 - _RECENT), -1):
            if person := person_told_of(self._text, *self._spans[j]):
                return person
        return None

    def _subject(self, k: int, pronoun: str) -> str | None:
        """With whom the sentence before opens: "they" means them, "it" the body that has not spoken yet."""
        if k == 0 or pronoun in ("it", "he", "she") and self.said(k - 1):
            return None
        read = named_person if pronoun in ("he", "she") else body if pronoun == "it" else group
        return read(self._text, *self._spans[k - 1])

    def _goes_on(self, k: int, depth: int = _MEMORY) -> str | None:
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
            return next((self._meant(j, a) for j, a in self._earlier(k) if not is_single(a)), None)
        if k + 1 < len(self._spans) and (this := _SAID_THIS.match(self._text, *self._spans[k + 1])):
            return without_title(this.group("name"))
        return None

    def _noted(self, k: int) -> str | None:
        """The source in the note that closes the paragraph or the part of it in which sentence `k` stands."""
        for j in range(k + 1, min(k + _NOTED, len(self._spans) - 1) + 1):
            if "\n" in self._text[self._spans[j - 1][1] : self._spans[j][0]]:
                return None
            if said := self.said(j):
                return self._meant(j, said[0]) if self._is_note(j, said[0]) else None
        return None

    def _is_note(self, k: int, said: Attribution) -> bool:
        """Whether a bracket with which sentence `k` opens names a source: that of the sentence before."""
        return said.start == self._spans[k][0] and self._text[said.start] == "("

    def _spoke(self, k: int, depth: int) -> str | None:
        """Who spoke last in sentence `k`."""
        if k < 0 or depth <= 0:
            return None
        said = self.said(k)
        return self._meant(k, said[-1]) if said else self._goes_on(k, depth)

    def _quoted(self, k: int, depth: int) -> str | None:
        """Whose quotation is open, or has just been closed, at the end of sentence `k`."""
        if k < 0 or depth <= 0:
            return None
        start, end = self._spans[k]
        said = self.said(k)
        if self._quotations.mark in (self._text[start], self._text[end - 1]) or self._quotations.open(start, end):
            if said:
                return self._meant(k, said[-1])
            return self._goes_on(k, depth) or self._quoted(k - 1, depth - 1)
        return self._goes_on(k, depth) if not said and self._quotations.open(start, start) else None

    def _later_speaker(self, k: int) -> str | None:
        """The source named where the quotation that begins here ends."""
        for j in range(k + 1, min(k + 4, len(self._spans))):
            if later := self.said(j):
                return self._meant(j, later[0])
            if self._quotations.mark in self._text[self._spans[j][0] : self._spans[j][1]]:
                break
        return None

    def _full(self, name: str) -> str:
        if name not in self._names:
            self._names[name] = full_name(self._text, name)
        return self._names[name]
