"""What the sentences of an article tell of places: those they name, those they mean by other words, those they set."""

import re
from collections.abc import Callable, Sequence

from ...languages.language import alternatives
from ...late import late
from ...model.article import Article
from .dateline import written_in
from .fronts import heads
from .home import home_of
from .joined import held
from .layout import Layout
from .mention import Mention
from .mentions import mentions
from .name import is_country
from .names import Names
from .references import OWNER, Reference, fits, references
from .speakers import dwells, of_office
from .strength import AT

_GONE = frozenset(["displaced", "refugees", "idps"])
_TOWARDS = frozenset(["to", "into", "reached", "entered", "towards", "toward"])
# What was measured somewhere sets no place for what happened to people, unless it is told what it did there.
_MEASURED = late(rf"\b\d[\d.]* ?(?:{alternatives('place', 'units')})\b")
_RAVAGED = late(rf"\b(?:{alternatives('place', 'ravaged')})\b")
# What is said to be the worst part of an area is not where the next sentence goes on.
_WORST = late(rf"\b(?:{alternatives('place', 'worst')})\b")
# An earlier event is not where the next sentence goes on.
_EARLIER = late(rf"\b(?:{alternatives('place', 'earlier')})\b")
_WARDS = late(rf"\b(?:{alternatives('place', 'wards')})s? in (?:the )?(?:\w+ of )?$", re.IGNORECASE)
_WARD = 40
"""Code points before a place in which a hospital there is named."""
_SEVERAL = 2
"""Of how many places a sentence must count to leave none of them to the next one."""
_NEAR = 4.0
"""How weak a sign a place is at most that "there" can mean before all others."""
_OWN = frozenset(["state"])
"""What an article calls its own from beginning to end, wherever it turns aside."""
_BACK = 15
"""Sentences back in which "the city" can have been named."""
MEMORY = 60
"""Sentences back to which a place can carry."""

Span = tuple[int, int]


class Told:
    """The places of an article, sentence by sentence: sentences are read for places only when a figure asks."""

    def __init__(
        self, article: Article, text: str, spans: Sequence[Span], names: Callable[[int], Sequence[Span]]
    ) -> None:
        """`text` is cleaned, `spans` are its sentences, `names` gives the spans of the sources of one of them."""
        self._text, self._spans, self._names = text, spans, names
        self.layout = Layout(text, spans)
        self._all = Names(text, article.country)
        self.home, self.people = home_of(article, text)
        """The country that the article is about, and what its people are called."""
        self._country = article.country
        self._mentions: dict[int, list[Mention]] = {}
        self._meant: dict[int, list[Mention]] = {}
        self.own: dict[int, list[str]] = {}
        """The places that the figures of sentences found in them."""
        self.ends: dict[int, set[str]] = {}
        """Where people went who are counted in a sentence: nothing happened to them there."""
        self.wholes: dict[int, str | None] = {}
        """The countries of which sentences speak as a whole, without naming them."""
        self._main: str | None = None
        self._read_for_main = 0

    def mentions(self, k: int) -> list[Mention]:
        """The places named in sentence `k`, without those in the names of its sources."""
        if k not in self._mentions:
            found = mentions(self._text, *self._spans[k], self._all)
            names = self._names(k) if found else ()
            read = [of_office(self._text, m) if any(a <= m.start < b for a, b in names) else m for m in found]
            self._mentions[k] = [m for m in read if m]
        return self._mentions[k]

    def note(self, k: int, own: list[tuple[str | None, str]]) -> None:
        """Remember the places that the figures of sentence `k` found in it, with what these count."""
        self.own[k] = [name for name, _ in own if name]
        gone = {name for name, measure in own if measure in _GONE} - {n for n, m in own if m not in _GONE}
        self.ends[k] = {m.name for m in self.mentions(k) if m.name in gone and m.prep in _TOWARDS} if gone else set()

    def references(self, k: int) -> list[Mention]:
        """What the words for places in sentence `k` mean, where the text has named it."""
        if k not in self._meant:
            found = references(self._text, *self._spans[k])
            meant = [
                Mention(r.start, r.end, name, r.weight, False, r.prep, refers=True)
                for r in found
                if (name := self._meaning(k, r))
            ]
            self._meant[k] = held(self._text, meant, self.mentions(k))
        return self._meant[k]

    def _meaning(self, k: int, word: Reference) -> str | None:
        """The place that "the city" means: the last one that can be called so."""
        if word.this and word.kind != "country" and (written := written_in(self._text, word.kind)):
            return written
        if word.kind == "country":
            return self.section(k) or self.home
        if word.kind == OWNER:
            named = self._all.runs(self._spans[k][0], word.start)
            return next((n.text for n in reversed(list(named)) if is_country(n.text)), None)
        before = [m for m in self.mentions(k) if m.end <= word.start]
        if not word.kind:
            strong = [m for m in before if m.weight < _NEAR]
            return (strong or before)[-1].name if before else self.last(k - 1) if k else None
        unsure = None
        near = range(k, max(-1, k - 2), -1)
        first = range(min(k - 1, (self.layout.lead or 0) + 1)) if word.kind in _OWN else ()
        for j in (*near, *first, *range(k - 2, max(-1, k - _BACK), -1)):
            last = self.last(j) if j < k else None
            for mention in reversed(before if j == k else self.mentions(j)):
                if mention.abroad and j < k - 1:
                    continue
                called = fits(mention, word.kind, self._country)
                if called:
                    return mention.name
                if called is None and mention.name == last:
                    unsure = unsure or mention.name
        return unsure

    def last(self, k: int) -> str | None:
        """The place that sentence `k` leaves to the next one."""
        if k in self.own:
            sites = {m.name for m in self.mentions(k) if m.site}
            own = [name for name in self.own[k] if name.count(", ") < 3 and name not in sites]
            if own:
                return own[-1] if len(set(own)) < _SEVERAL else self._front(k)
            if k in self.wholes:
                return self.wholes[k]
            meant = (m.name for m in reversed(self.references(k)) if m.weight <= 1.0)
            return next(meant, None) or self._of_dweller(k)
        if _MEASURED.search(self._text, *self._spans[k]) and not _RAVAGED.search(self._text, *self._spans[k]):
            return None
        if _EARLIER.search(self._text, *self._spans[k]):
            return None
        found = self.mentions(k)
        worst = _WORST.search(self._text, *self._spans[k]) is not None
        setting = (m for m in found if m.sets and not (worst and m.dwelt_on) and not self._treats(m))
        return next((m.name for m in setting), None) or self._of_dweller(k) if len(found) <= 4 else None

    def _front(self, k: int) -> str | None:
        """The place at the head of a sentence within which it counts at several places."""
        first = next(iter(self.mentions(k)), None)
        if first is None or first.country or first.prep not in AT or not heads(self._text, self._spans[k][0], first):
            return None
        return first.name if self._text.startswith(",", first.end) else None

    def _of_dweller(self, k: int) -> str | None:
        """Where somebody lives who speaks in a sentence: "a resident of Bindin said"."""
        return next((m.name for m in self.mentions(k) if dwells(self._text, m)), None)

    def _treats(self, mention: Mention) -> bool:
        """Whether a place is told of for its hospitals: people are brought there from where it happened."""
        return _WARDS.search(self._text, max(0, mention.start - _WARD), mention.start) is not None

    def section(self, k: int) -> str | None:
        """The place that the heading of the sentence's section names."""
        for j in range(k - 1, max(0, k - MEMORY), -1):
            if self.layout.heads(j):
                return next((m.name for m in self.mentions(j)), None)
        return None

    def country_named(self, k: int) -> str | None:
        """The country that the article names first, up to sentence `k`."""
        names = (name.text for j in range(min(k + 1, _BACK)) for name in self._all.runs(*self._spans[j]))
        return next((name for name in names if is_country(name)), None)

    def mountain(self, k: int) -> str | None:
        """The mountain that the article has named last before sentence `k`: an eruption is its."""
        return self._all.mountain(self._spans[max(0, k - MEMORY)][0], self._spans[k][0])

    def first(self, k: int) -> str | None:
        """The first place that the article has set up to sentence `k`."""
        while self._main is None and self._read_for_main < k:
            at = self._read_for_main
            strong = [m for m in self.mentions(at) if m.weight <= 2.0]
            if self.own.get(at) or strong:
                self._main = self.own[at][0] if self.own.get(at) else min(strong, key=strength).name
            self._read_for_main += 1
        return self._main

    def faintest(self, k: int) -> str | None:
        """The nearest place named before sentence `k`, however weak a sign it is: better than none."""
        for j in range(k - 1, max(-1, k - MEMORY), -1):
            start = self._spans[j][0]
            named = (m for m in self.mentions(j) if m.prep or m.official or m.start == start)
            if found := min(named, key=strength, default=None):
                return found.name
        return None


def strength(mention: Mention) -> tuple[float, int]:
    """A key that sorts the strongest sign first, of equal ones the earliest."""
    return mention.weight, mention.start
