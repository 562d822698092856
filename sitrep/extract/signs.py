"""The words of a language by which a sentence shows what it may state, before it is read."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from ..languages.language import load, word_list
from .counting.persons import is_singular

_WORD = re.compile(r"[^\W\d_]+")
_WANTS = word_list("counting", "wants")
_PERSONAL = frozenset(["deaths", "injured", "missing", "detained"])
_FRAMES = frozenset(["verb", "subject", "state", "event"])
# First words of personal triggers that are too common to say anything.
_COMMON = word_list("prefilter", "common")
# Forms of the two verbs that mean an injury by their object alone.
_HURT = word_list("prefilter", "hurt")


@dataclass(frozen=True, slots=True)
class Signs:
    """Words of which one, or sets of words of which all, stand in a sentence that has what they are signs of."""

    words: frozenset[str]
    sets: dict[str, tuple[frozenset[str], ...]]
    """Of each set its longest word -> the sets."""

    def in_words(self, words: frozenset[str]) -> bool:
        """Whether a sentence of these words has the sign of anything."""
        if not words.isdisjoint(self.words):
            return True
        return any(some <= words for word in words & self.sets.keys() for some in self.sets[word])


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
    found = set(_HURT)
    for surface, senses in load(code).triggers.items():
        frames = {s.frame for s in senses}
        if frames == {"split"}:
            found.update(f"{surface} {rest}" for s in senses for rest in s.rest)
        elif frames != {"lack"}:
            found.add(surface)
    return _signs(found)


@cache
def _lacks(code: str) -> Signs:
    """Signs of a lack, which is one only of what people want."""
    return _signs({t for t, senses in load(code).triggers.items() if all(s.frame == "lack" for s in senses)})


@cache
def _wants() -> Signs:
    return _signs(_WANTS)


@cache
def personal(code: str) -> Signs:
    """Signs of what befalls persons, of whom one is a figure."""
    found = {t for t, senses in load(code).triggers.items() for sense in senses if sense.measure in _PERSONAL}
    return _signs(found | _HURT)


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


def _signs(surfaces: Collection[str]) -> Signs:
    single = frozenset(filter(str.isalpha, surfaces))
    sets = {_words(surface) for surface in surfaces if single.isdisjoint(surface.split(" "))}
    table: dict[str, list[frozenset[str]]] = {}
    for some in sets:
        if len(some) > 1:
            table.setdefault(max(some, key=len), []).append(some)
    single |= frozenset(word for some in sets if len(some) == 1 for word in some)
    return Signs(single, {word: tuple(found) for word, found in table.items()})


def _words(surface: str) -> frozenset[str]:
    """The same as by the pattern, which few surfaces need."""
    words = surface.split(" ")
    return frozenset(words if all(map(str.isalpha, words)) else _WORD.findall(surface))


def _longest(surface: str) -> str:
    return max(_WORD.findall(surface), key=len, default=surface)
