"""The words of a language by which a sentence shows what it may state, before it is read."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from ..kept import kept
from ..languages.language import Language, all_triggers, load, sources, word_list, word_table
from ..languages.senses import Frame, Sense
from ..places.countries import COUNTRIES, TABLE
from .counting.persons import is_singular

_WORD = re.compile(r"[^\W\d_]+")
_SOFT = "\u00ad"
_PERSONAL = frozenset(["deaths", "injured", "missing", "detained"])
_NATION_ENDINGS = tuple(word_list("phrases", "nation_endings"))
Triggers = dict[str, tuple[Sense, ...]]
_FRAMES = frozenset(["verb", "subject", "state", "event"])


class Signs:
    """Words of which one, or sets of words of which all, stand in a sentence that has what they are signs of."""

    def __init__(self, surfaces: Iterable[str]) -> None:
        sets = [(surface, _words(surface)) for surface in surfaces]
        self._words = frozenset(words[0] for _, words in sets if len(words) == 1)
        rest = [(surface, words) for surface, words in sets if words and self._words.isdisjoint(words)]
        count = Counter(chain.from_iterable(words for _, words in rest))
        by_rarest: dict[str, list[str]] = {}
        for surface, words in rest:
            by_rarest.setdefault(min(words, key=count.__getitem__), []).append(surface)
        self._surfaces = {word: "\n".join(some) for word, some in by_rarest.items()}
        """The rarest word of a sign -> the signs with it, of which sets are made when a sentence has that word."""
        self._sets: dict[str, frozenset[frozenset[str]]] = {}

    def in_words(self, words: frozenset[str]) -> bool:
        """Whether a sentence of these words has the sign of anything."""
        if not words.isdisjoint(self._words):
            return True
        return any(some <= words for word in words & self._surfaces.keys() for some in self._sets_with(word))

    def _sets_with(self, rarest: str) -> frozenset[frozenset[str]]:
        if rarest not in self._sets:
            surfaces = self._surfaces[rarest].split("\n")
            self._sets[rarest] = frozenset(frozenset(_words(surface)) for surface in surfaces)
        return self._sets[rarest]


@dataclass(frozen=True)
class SignTable:
    """All that a language's sentences are looked through for."""

    numbers: frozenset[str]
    """Words of which one stands in every number in words."""
    counted: Signs
    """Signs of what can be counted, what people lack apart."""
    lacks: Signs
    """Signs of a lack, which is one only of what people want."""
    wants: Signs
    befalls: Signs
    """Signs of what befalls persons, of whom one is a figure."""
    befalls_first: frozenset[str]
    """The first words of what befalls persons."""
    persons: frozenset[str]
    """Words of which one stands in every noun for one person."""
    others: frozenset[str]
    """Nouns that are counted but never in a figure, and that can be nothing else: "days", "hectares"."""

    def counts(self, words: frozenset[str]) -> bool:
        """Whether a sentence of these words may speak of what can be counted."""
        return self.counted.in_words(words) or self.lacks.in_words(words) and self.wants.in_words(words)


def words_of(text: str, start: int, end: int) -> frozenset[str]:
    """The words of a sentence in lower case, parted at hyphens: what the readers look at before they read."""
    return frozenset(text[start:end].lower().translate(_BLANKS).split())


class _Blanks(dict[int, int | None]):
    """Letters as they are, a blank for all else, nothing for a soft hyphen; filled as characters are met."""

    def __missing__(self, code: int) -> int | None:
        letter = _WORD.fullmatch(chr(code)) is not None
        self[code] = code if letter else None if chr(code) == _SOFT else ord(" ")
        return self[code]


_BLANKS = _Blanks()


@cache
def signs(code: str) -> SignTable:
    """The signs of the language with this code."""
    here = Path(__file__)
    own = here, here.with_name("counting") / "persons.py", sources(code)[-1].with_name("grammar.toml"), TABLE
    return kept(f"{code}-signs", (*own, *sources(code)), lambda: _made(load(code), all_triggers(code)))


def _made(language: Language, triggers: Triggers) -> SignTable:
    # Forms of the two verbs that mean an injury by their object alone.
    hurt = word_list("prefilter", "hurt")
    lacks = frozenset(t for t in _of_frame(triggers, "lack") if all(s.frame == "lack" for s in triggers[t]))
    strokes = word_list("counting", "strokes")
    personal = [t for t, senses in triggers.items() for sense in senses if sense.measure in _PERSONAL]
    others = (w for w, noun in language.nouns.items() if noun.kind == "excluded" and w not in strokes)
    return SignTable(
        numbers=_numbers(language),
        counted=Signs((_counted(triggers) | hurt | _exiles()) - lacks),
        lacks=Signs(lacks),
        wants=Signs(word_list("counting", "wants")),
        befalls=Signs(hurt.union(personal)),
        befalls_first=_first_words(triggers) | word_list("prefilter", "befalls"),
        persons=frozenset(
            _WORD.findall(w)[-1] for w, noun in language.nouns.items() if noun.kind == "people" and is_singular(w)
        ),
        others=frozenset(w for w in others if w not in triggers and w not in language.phrases),
    )


def _numbers(language: Language) -> frozenset[str]:
    last = {w.split(" ")[-1] for w in (*language.units, *language.vague) if not w[0].isdigit()}
    return frozenset(
        _longest(w) for w in last | language.multipliers.keys() | {"hundred", "dozen", "score"} if len(w) > 1
    )


def _counted(triggers: Triggers) -> set[str]:
    """What can be counted; of a verb that is parted from its particle both."""
    found = set(triggers)
    for surface in _of_frame(triggers, "split"):
        if all(s.frame == "split" for s in triggers[surface]):
            found.remove(surface)
            found.update(f"{surface} {rest}" for s in triggers[surface] for rest in s.rest)
    return found


def _first_words(triggers: Triggers) -> frozenset[str]:
    first = (
        _longest(surface.split(" ")[0])
        for surface, senses in triggers.items()
        for sense in senses
        if sense.measure in _PERSONAL and sense.frame in _FRAMES
    )
    # Some are too common to say anything.
    return frozenset(first) - word_list("prefilter", "common")


def _exiles() -> set[str]:
    """What people are called who often flee their country, and the camps that are known to shelter such people."""
    fleeing = word_list("counting", "origins")
    names = {a.lower() for c in COUNTRIES if c.iso3.lower() in fleeing for a in c.adjectives}
    peoples = word_table("counting", "peoples").keys() | {name for name in names if name.endswith(_NATION_ENDINGS)}
    return peoples | {name + "s" for name in names | peoples} | word_list("counting", "refugee_camps")


def _of_frame(triggers: Triggers, frame: Frame) -> set[str]:
    return {surface for surface, senses in triggers.items() for sense in senses if sense.frame == frame}


def _words(surface: str) -> list[str]:
    return surface.split(" ") if surface.replace(" ", "").isalpha() else _WORD.findall(surface)


def _longest(surface: str) -> str:
    return max(_WORD.findall(surface), key=len, default=surface)
