"""The phrases of a language, those of each first word packed apart: a text has few of thousands of first words."""

import pickle
from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast

from .senses import Noun, Sense


class Phrase(NamedTuple):
    """A noun or trigger of several words: its words joined by one space, and what it means."""

    surface: str
    senses: tuple[Sense, ...]
    noun: Noun | None


class Opened(NamedTuple):
    """The phrases that begin with a word."""

    lengths: dict[str, tuple[int, ...]]
    """Second word -> of how many words the phrases are that go on so, the longest first."""
    phrases: dict[str, Phrase]
    """Words joined by one space -> the phrase."""


class Phrases(Mapping[str, Opened]):
    """First word -> the phrases that begin with it. Pickled, each word's are packed apart, to be unpacked at need."""

    def __init__(self, nouns: Mapping[str, Noun], triggers: Mapping[str, tuple[Sense, ...]]) -> None:
        """All counted nouns and triggers of the language; those of one word are no phrases."""
        self._found: dict[str, list[Phrase]] = {}
        self._packed: dict[str, bytes] = {}
        for surface in {**nouns, **triggers}:
            first, space, _ = surface.partition(" ")
            if space:
                phrase = Phrase(surface, triggers.get(surface, ()), nouns.get(surface))
                self._found.setdefault(first, []).append(phrase)

    def __getitem__(self, first: str) -> Opened:
        return cast(Opened, pickle.loads(self._packed[first])) if self._packed else _opened(self._found[first])

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed or self._found)

    def __len__(self) -> int:
        return len(self._packed or self._found)

    def __getstate__(self) -> dict[str, bytes]:
        return {first: pickle.dumps(self[first], pickle.HIGHEST_PROTOCOL) for first in self}

    def __setstate__(self, packed: dict[str, bytes]) -> None:
        self._packed = packed


def _opened(phrases: list[Phrase]) -> Opened:
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        words = phrase.surface.split(" ")
        lengths.setdefault(words[1], set()).add(len(words))
    longest_first = {second: tuple(sorted(some, reverse=True)) for second, some in lengths.items()}
    return Opened(longest_first, {phrase.surface: phrase for phrase in phrases})
