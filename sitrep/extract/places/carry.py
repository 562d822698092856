"""The place that an article has set where a sentence names none: the nearest earlier one, or the article's own."""

import re
from collections.abc import Callable, Sequence

from ...languages.language import word_list
from ...model.article import Article
from ...model.figure import PlaceBasis
from .home import home_of
from .mentions import Mention, mentions, place_of

_SETS = word_list("place", "sets")
_BULLETS = ("- ", "* ", "**", "• ", "*F", "*W")
# An area named by who holds it is a place of its own, without a name: nothing is carried into it.
_HELD = re.compile(
    r"\b(?:in|on|across|over|inside|throughout) (?:the )?[\w-]+-(?:held|controlled|run) "
    r"(?:areas?|territor\w+|parts|regions?|zones?)\b"
)
_NATIONAL = re.compile(
    (
        r"\b(?:nationwide|countrywide|across the country|in the country|the whole country|nationally|"
        r"national (?:toll|total|figure)|inside the country|the country's|this country)\b"
    ),
    re.IGNORECASE,
)
_COUNTRY_WIDE = frozenset(["funding_required", "funding_received"])
_MEMORY = 60
"""Sentences back to which a place can carry."""

Span = tuple[int, int]


class Setting:
    """Where an article is, sentence by sentence: sentences are read for places only when a figure asks."""

    def __init__(
        self, article: Article, text: str, spans: Sequence[Span], names: Callable[[int], Sequence[Span]]
    ) -> None:
        """`text` is cleaned, `spans` are its sentences, `names` gives the spans of the sources of one of them."""
        self._text, self._spans, self._names = text, spans, names
        self._home, self._people = home_of(article, text)
        self._mentions: dict[int, list[Mention]] = {}
        self._own: dict[int, list[str]] = {}
        self._main: str | None = None
        self._read_for_main = 0

    def mentions(self, k: int) -> list[Mention]:
        """The places named in sentence `k`, without those in the names of its sources."""
        if k not in self._mentions:
            found, names = mentions(self._text, *self._spans[k]), self._names(k)
            self._mentions[k] = [m for m in found if not any(a <= m.start < b for a, b in names)]
        return self._mentions[k]

    def note(self, k: int, own: list[str | None]) -> None:
        """Remember the places that the figures of sentence `k` found in it."""
        self._own[k] = [name for name in own if name]

    def place(
        self, k: int, spot: Span, others: list[int], clause: Span, measure: str, title: bool
    ) -> tuple[str | None, PlaceBasis | None]:
        """The place of the figure at `spot` of sentence `k`: its name as written, and on what basis.

        `others` are the spots of the other figures of the sentence.
        """

        def carried() -> str | None:
            return None if title else self._carried(k, measure)

        return place_of(self.mentions(k), self._text, *spot, others, clause, carried, measure)

    def _carried(self, k: int, measure: str) -> str | None:
        """The place of a figure whose sentence names none."""
        sentence = self._text[slice(*self._spans[k])]
        if _HELD.search(sentence):
            return None
        if _NATIONAL.search(sentence) or measure in _COUNTRY_WIDE or self._counts_people(sentence, measure):
            return self._home or self._first(k)
        return self._here(k) or self._wide(k)

    def _counts_people(self, sentence: str, measure: str) -> bool:
        """Whether a sentence counts the country's people by their name ("Haitians")."""
        return measure != "refugees" and any(people in sentence for people in self._people)

    def _wide(self, k: int) -> str | None:
        """The article's own place: its country where title or lead name it or it is a list, else its first place."""
        lead = self._text[: self._spans[min(1, len(self._spans) - 1)][1]]
        if self._home and (self._home in lead or any(map(self._bullet, range(max(0, k - _MEMORY), k + 1)))):
            return self._home
        return self._first(k)

    def _here(self, k: int) -> str | None:
        """The place that the nearest earlier sentence has set."""
        if self._opens(k):
            return None
        for j in range(k - 1, max(-1, k - _MEMORY), -1):
            name = self._last(j)
            if name:
                return name
            if self._opens(j):
                break
        return None

    def _last(self, k: int) -> str | None:
        """The place that sentence `k` leaves to the next one."""
        if k in self._own:
            return self._own[k][-1] if self._own[k] else None
        return self._sets(k)

    def _sets(self, k: int) -> str | None:
        """The place that a sentence without figures sets for the following ones."""
        found = self.mentions(k)
        setting = [
            m for m in found if m.weight <= 0.6 and m.prep in _SETS or m.weight <= 1.0 and not m.prep and not m.country
        ]
        return setting[0].name if setting and len(found) <= 4 else None

    def _first(self, k: int) -> str | None:
        """The first place that the article has set up to sentence `k`: its title's, else its lead's."""
        while self._main is None and self._read_for_main < k:
            at = self._read_for_main
            strong = [m for m in self.mentions(at) if m.weight <= 2.0]
            if self._own.get(at) or strong:
                self._main = self._own[at][0] if self._own.get(at) else min(strong, key=_strength).name
            self._read_for_main += 1
        return self._main

    def _opens(self, k: int) -> bool:
        """Whether a sentence opens a paragraph or a point."""
        start = self._spans[k][0]
        return self._bullet(k) or start > 0 and self._text[start - 1] == "\n"

    def _bullet(self, k: int) -> bool:
        """Whether a sentence opens a point: a list speaks of the whole crisis unless a point names a place."""
        start = self._spans[k][0]
        return self._text[start : start + 2] in _BULLETS


def _strength(mention: Mention) -> tuple[float, int]:
    return mention.weight, mention.start
