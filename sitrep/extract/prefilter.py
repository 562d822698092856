"""Which sentences can state a figure at all: most cannot, and cost no more than a look at their words."""

import re
from dataclasses import dataclass
from functools import cache

from ..languages.language import load, word_list
from .items import CHANGE
from .quantities import Quantity, quantities

_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_PERSONAL = frozenset(["deaths", "injured", "missing", "detained"])
_FRAMES = frozenset(["verb", "subject", "state", "event"])
COUNTS = word_list("prefilter", "counts")
# First words of personal triggers that are too common to say anything.
_COMMON = word_list("prefilter", "common")
# Forms of the two verbs that mean an injury by their object alone.
_HURT = word_list("prefilter", "hurt")


@dataclass(frozen=True, slots=True)
class Signs:
    """Words of which one, or sets of words of which all, stand in a sentence that has what they are signs of."""

    words: frozenset[str]
    sets: dict[str, tuple[frozenset[str], ...]]
    """Of each set its rarest word -> the sets."""

    def in_words(self, words: frozenset[str]) -> bool:
        """Whether a sentence of these words has the sign of anything."""
        if not words.isdisjoint(self.words):
            return True
        return any(some <= words for word in words & self.sets.keys() for some in self.sets[word])


def words_of(text: str, start: int, end: int) -> frozenset[str]:
    """The words of a sentence in lower case, parted at hyphens: what the readers look at before they read."""
    return frozenset(_WORD.findall(text[start:end].lower().replace("\u00ad", "")))


def counted(
    words: frozenset[str], text: str, start: int, end: int, recalls: bool, code: str = "en"
) -> list[Quantity] | None:
    """The numbers of a sentence that can state a figure, None for one that cannot.

    It takes a number and a trigger, or a trigger that makes one person a figure. `recalls` says that there is an
    earlier count which the sentence may speak of ("the figure has fallen to 15,475").
    """
    personal = not words.isdisjoint(_openings(code)) and _personal(code).in_words(words)
    spelled = not words.isdisjoint(_numbers(code))
    if not spelled and not _DIGIT.search(text, start, end):
        return [] if personal else None
    recalled = recalls and not words.isdisjoint(COUNTS) and not words.isdisjoint(CHANGE)
    if not recalled and not personal and not _triggers(code).in_words(words):
        return None
    numbers = quantities(text, start, end, spelled, code)
    return numbers if numbers or personal else None


@cache
def _numbers(code: str) -> frozenset[str]:
    language = load(code)
    spelled = {w.split(" ")[-1] for w in (*language.units, *language.vague)} | set(language.multipliers)
    return frozenset(_longest(w) for w in spelled | {"hundred", "dozen"} if len(w) > 1)


@cache
def _openings(code: str) -> frozenset[str]:
    """The first words of what befalls persons."""
    return (
        frozenset(
            _longest(surface.split(" ")[0])
            for surface, senses in load(code).triggers.items()
            if any(s.measure in _PERSONAL and s.frame in _FRAMES for s in senses)
        )
        - _COMMON
    )


@cache
def _triggers(code: str) -> Signs:
    return _signs(tuple(load(code).triggers))


@cache
def _personal(code: str) -> Signs:
    triggers = load(code).triggers
    return _signs(tuple(t for t, senses in triggers.items() if any(s.measure in _PERSONAL for s in senses)))


def _signs(surfaces: tuple[str, ...]) -> Signs:
    sets = {frozenset(_WORD.findall(surface)) for surface in surfaces}
    single = frozenset(word for some in sets if len(some) == 1 for word in some) | _HURT
    left = sorted((some for some in sets if len(some) > 1 and some.isdisjoint(single)), key=sorted)
    often: dict[str, int] = {}
    for some in left:
        for word in some:
            often[word] = often.get(word, 0) + 1
    table: dict[str, list[frozenset[str]]] = {}
    for some in left:
        table.setdefault(min(some, key=lambda w: (-len(w), often[w], w)), []).append(some)
    return Signs(single, {word: tuple(found) for word, found in table.items()})


def _longest(surface: str) -> str:
    return max(_WORD.findall(surface), key=len, default=surface)
