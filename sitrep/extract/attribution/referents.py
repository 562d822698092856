"""Whom an attribution means: by the name, a pronoun, "the ministry", "the report" or a title."""

from collections.abc import Callable, Iterator

from ...languages.language import word_list
from .attribution import Attribution, is_single
from .find import attributions
from .introductions import Introductions
from .names import has_other_office, is_body
from .subjects import body, group, issuer, named_person, person_told_of

_TITLES = word_list("attribution", "titles")
_OFFICES = word_list("attribution", "offices")
_DOCUMENTS = word_list("attribution", "papers") | word_list("attribution", "notices")
_STANDING_FOR = word_list("attribution", "standing_for")
_RECENT = 4
MEMORY = 40
"""Sentences back to which a pronoun or a quotation can lead: beyond them nobody remembers who spoke."""


class Referents:
    """The attributions of a text, read on demand and kept, and whom each means."""

    def __init__(self, text: str, spans: list[tuple[int, int]], words: Callable[[int], frozenset[str]]) -> None:
        """`text` is cleaned, `spans` are its sentences, `words` gives the words of one of them in lower case."""
        self._text, self._spans, self._words = text, spans, words
        self._said: dict[int, list[Attribution]] = {}
        self.introductions = Introductions(text)

    def said(self, k: int) -> list[Attribution]:
        """The attributions of sentence `k`."""
        if k not in self._said:
            start, end = self._spans[k]
            self._said[k] = attributions(self._text, start, end, self._words(k))
        return self._said[k]

    def meant(self, k: int, said: Attribution) -> str | None:
        """The one whom an attribution of sentence `k` names, or means by a pronoun, "the ministry" or "the report"."""
        if said.name is None:
            k = self._first_called(k, said)
            return self._subject(k, said.head) or self._last_named(k, said)
        office = said.head or said.name.split()[-1].lower()
        if said.definite and office in _TITLES and (person := self.introductions.by_title(said.name, said.start)):
            return person
        if person := self._described(k, said):
            return person
        if said.definite and (holder := self.introductions.by_initials(said.name, said.start)):
            return holder
        if not said.definite or said.name.lower() != said.head:
            return self._full(said.name)
        if said.head in _DOCUMENTS and (author := self._author(k, said)):
            return author
        if said.name[0].isupper() and (full := self._full(said.name)) != said.name:
            return full
        if owner := self._owner(k, said):
            return self._full(owner)
        found = (self._called(j, earlier, said.head) for j, earlier in self.earlier(k, said))
        named = next((name for name in found if name is not None), None)
        return named or self.introductions.body_of(said.head, said.start) or self._full(said.name)

    def _described(self, k: int, said: Attribution) -> str | None:
        """The person who has just spoken, where only his trade is called: "the nun", "the lawmaker said"."""
        called = said.head in _TITLES - _OFFICES and said.definite and is_single(said)
        if not called or said.name is None:
            return None
        j, earlier = next(self.earlier(k, said), (k, said))
        new = "\n" in self._text[self._spans[j][1] : self._spans[k][0]]
        named = earlier is not said and is_single(earlier) and " " in self._full(earlier.name or "")
        return self.meant(j, earlier) if named and not new and said.name.split()[-1].islower() else None

    def _first_called(self, k: int, said: Attribution) -> int:
        """The first of the sentences up to `k` that only speak of the same "he": he is the one who opens before it."""
        for _ in range(MEMORY):
            before = self.said(k - 1) if k else []
            if said.head not in ("he", "she") or not before or any(a.name or a.head != said.head for a in before):
                return k
            k -= 1
        return k

    def _called(self, j: int, earlier: Attribution, head: str) -> str | None:
        """The earlier source of sentence `j`, where "the" with this word can mean it."""
        name = earlier.name or ""
        if head in _OFFICES and is_single(earlier) and not earlier.head and " " in name:
            full = self._full(name)
            if not has_other_office(self._text, full, head):
                return full
        if head in name.lower().split() and name.lower() != head:
            return self._full(name)
        if head in _STANDING_FOR and is_body(name) and not earlier.head.endswith("s") and earlier.head not in _TITLES:
            again = earlier.definite and earlier.head != head and name.lower() == earlier.head
            return self.meant(j, earlier) if again else self._full(name)
        return None

    def _full(self, name: str) -> str:
        return self.introductions.full(name)

    def _owner(self, k: int, said: Attribution) -> str | None:
        """The body that "the mission" or "the agency" is, where it acts but has not spoken yet."""
        if said.head not in _STANDING_FOR - _DOCUMENTS or len(self.said(k)) > 1:
            return None
        near = (j for j in (k, k - 1) if j == k or j >= 0 and not self.said(j))
        owners = (body(self._text, *self._spans[j]) for j in near)
        return next((owner for owner in owners if owner and not owner.startswith(said.name or "")), None)

    def _author(self, k: int, said: Attribution) -> str | None:
        """The body of whose paper an earlier sentence spoke: "the statement" is the government's statement."""
        for _, earlier in self.earlier(k, said):
            if earlier.paper == said.head:
                return self._full(earlier.name or "")
        return self._issuer(k, said.head)

    def _issuer(self, k: int, paper: str) -> str | None:
        """The body with which a sentence before opens that tells of its paper: "The ministry, in a bulletin, put"."""
        for j in range(k - 1, max(-1, k - 1 - _RECENT), -1):
            if name := issuer(self._text, *self._spans[j], paper):
                return self._full(name)
        return None

    def earlier(self, k: int, said: Attribution | None = None) -> Iterator[tuple[int, Attribution]]:
        """The named attributions before one, the nearest first, with their sentences."""
        if said is not None:
            yield from ((k, a) for a in reversed(self.said(k)) if a.name and a.end <= said.start)
        for j in range(k - 1, max(-1, k - 1 - MEMORY), -1):
            yield from ((j, a) for a in reversed(self.said(j)) if a.name)

    def _last_named(self, k: int, said: Attribution) -> str | None:
        """The last source that is named before sentence `k`: a person is meant by "he", a body by "it"."""
        nearest: str | None = None
        single = said.head in ("he", "she")
        for j, earlier in self.earlier(k, said):
            nearest = nearest or earlier.name
            if said.head == "it" and earlier.head.endswith("s"):
                continue
            if said.plural and said.head != "it" or is_single(earlier) == single:
                return self.meant(j, earlier)
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
