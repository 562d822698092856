"""The words of a language by which a sentence shows what it may state, before it is read."""

import re
from collections.abc import Iterable
from functools import cache

from ..languages.language import Frame, load, word_list
from .counting.persons import is_singular

_WORD = re.compile(r"[^\W\d_]+")
_WANTS = word_list("counting", "wants")
_PERSONAL = frozenset(["deaths", "injured", "missing", "detained"])
_FRAMES = frozenset(["verb", "subject", "state", "event"])
# First words of personal triggers that are too common to say anything.
_COMMON = word_list("prefilter", "common")
# Forms of the two verbs that mean an injury by their object alone.
_HURT = word_list("prefilter", "hurt")


class Signs:
    """Words of which one, or sets of words of which all, stand in a sentence that has what they are signs of."""

    def __init__(self, surfaces: Iterable[str]) -> None:
        self._words = frozenset(surface for surface in surfaces if surface.isalpha())
        self._sets: dict[str, tuple[frozenset[str], ...]] = {}
        self._surfaces: dict[str, list[str]] = {}
        """The last word of a sign of several -> those signs, whose sets are made when a sentence has that word."""
        for surface in surfaces:
            last = surface.rpartition(" ")[2]
            if last not in self._words:
                self._surfaces.setdefault(last if last.isalpha() else _last(surface), []).append(surface)

    def in_words(self, words: frozenset[str]) -> bool:
        """Whether a sentence of these words has the sign of anything."""
        if not words.isdisjoint(self._words):
            return True
        return any(some <= words for word in words & self._surfaces.keys() for some in self._sets_with(word))

    def _sets_with(self, last: str) -> tuple[frozenset[str], ...]:
        if last not in self._sets:
            found = {frozenset(_WORD.findall(surface)) for surface in self._surfaces[last]}
            self._sets[last] = tuple(some for some in found if some.isdisjoint(self._words))
        return self._sets[last]


def words_of(text: str, start: int, end: int) -> frozenset[str]:
    """The words of a sentence in lower case, parted at hyphens: what the readers look at before they read."""
    return frozenset(_WORD.findall(text[start:end].lower().replace("\u00ad", "")))


@cache
def number_words(code: str) -> frozenset[str]:
    """Words of which one stands in every number in words."""
    language = load(code)
    spelled = {w.split(" ")[-1] for w in (*language.units, *language.vague) if not w[0].isdigit()} | set(
        language.multipliers
    )
    return frozenset(_longest(w) for w in spelled | {"hundred", "dozen"} if len(w) > 1)


def counts(words: frozenset[str], code: str) -> bool:
    """Whether a sentence of these words may speak of what can be counted."""
    return _triggers(code).in_words(words) or _lacks(code).in_words(words) and _wants().in_words(words)


@cache
def _triggers(code: str) -> Signs:
    """Signs of what can be counted, what people lack apart."""
    triggers = load(code).triggers
    found = {*triggers, *_HURT}
    for surface in _of_frame("split", code):
        if all(s.frame == "split" for s in triggers[surface]):
            found.remove(surface)
            found.update(f"{surface} {rest}" for s in triggers[surface] for rest in s.rest)
    return Signs(found - _lacking(code))


@cache
def _lacks(code: str) -> Signs:
    """Signs of a lack, which is one only of what people want."""
    return Signs(_lacking(code))


@cache
def _lacking(code: str) -> frozenset[str]:
    triggers = load(code).triggers
    return frozenset(t for t in _of_frame("lack", code) if all(s.frame == "lack" for s in triggers[t]))


def _of_frame(frame: Frame, code: str) -> set[str]:
    return {surface for surface, senses in load(code).triggers.items() for sense in senses if sense.frame == frame}


@cache
def _wants() -> Signs:
    return Signs(_WANTS)


@cache
def personal(code: str) -> Signs:
    """Signs of what befalls persons, of whom one is a figure."""
    found = {t for t, senses in load(code).triggers.items() for sense in senses if sense.measure in _PERSONAL}
    return Signs(found | _HURT)


@cache
def personal_openings(code: str) -> frozenset[str]:
    """The first words of what befalls persons."""
    return (
        frozenset(
            _longest(surface.split(" ")[0])
            for surface, senses in load(code).triggers.items()
            for sense in senses
            if sense.measure in _PERSONAL and sense.frame in _FRAMES
        )
        - _COMMON
    )


@cache
def person_words(code: str) -> frozenset[str]:
    """Words of which one stands in every noun for one person."""
    people = [w for w, noun in load(code).nouns.items() if noun.kind == "people" and is_singular(w)]
    return frozenset(_WORD.findall(w)[-1] for w in people)


@cache
def other_things(code: str) -> frozenset[str]:
    """Nouns that are counted but never in a figure, and that can be nothing else: "days", "hectares"."""
    language = load(code)
    return frozenset(
        w
        for w, noun in language.nouns.items()
        if noun.kind == "excluded" and w not in language.triggers and w not in language.phrases
    )


def _last(surface: str) -> str:
    words: list[str] = _WORD.findall(surface)
    return words[-1] if words else surface


def _longest(surface: str) -> str:
    return max(_WORD.findall(surface), key=len, default=surface)
