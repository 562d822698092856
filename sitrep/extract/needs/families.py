"""Families of patterns of need, each behind its signs: words that stand wherever the family can match.

A sentence says by its words which families it can hold; the others are neither tried nor even compiled.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate

from ...languages.language import families, tables
from ...late import late

_KINDS = ("before", "near_before", "after", "appeals")


@dataclass(frozen=True)
class Family:
    """Patterns of one kind ("before", "near_before", "after", "appeals", or "states", which name their cluster).

    `signs` are one or more groups of beginnings of words: a sentence that holds a match has one of every group.
    """

    kind: str
    cluster: str
    signs: tuple[tuple[str, ...], ...]
    pattern: re.Pattern[str]


def told_by(words: frozenset[str]) -> tuple[Family, ...]:
    """The families of which a sentence of these words, in lower case, can hold a match, in the order of the lists."""
    told = 0
    for word in words:
        told |= _signed(word)
    openings = _openings()
    found, left = [], told & _all_openings()
    while left:
        first = left & -left
        family, groups = openings[first]
        if told & groups == groups:
            found.append(family)
        left ^= first
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def _signed(word: str) -> int:
    """The groups of signs of which one begins a word: bits of a number, which are joined faster than sets."""
    signs, found = _signs(), 0
    for end in range(2, len(word) + 1):
        found |= signs.get(word[:end], 0)
    return found


@cache
def _signs() -> dict[str, int]:
    """Sign -> the bits of its groups; those of all families follow each other."""
    found: dict[str, int] = {}
    for number, group in enumerate(group for family in all_families() for group in family.signs):
        for sign in group:
            found[sign] = found.get(sign, 0) | 1 << number
    return found


@cache
def _openings() -> dict[int, tuple[Family, int]]:
    """The bit of the first group of each family -> the family, and the bits of all its groups."""
    ends = accumulate(len(family.signs) for family in all_families())
    return {
        1 << end - len(family.signs): (family, (1 << end) - (1 << end - len(family.signs)))
        for family, end in zip(all_families(), ends, strict=True)
    }


@cache
def _all_openings() -> int:
    """The bits of the first groups of all families."""
    return sum(_openings())


@cache
def all_families() -> tuple[Family, ...]:
    """Every family of the language, in the order of the lists."""
    return (
        *(family for kind in _KINDS for family in _read("needs", kind, kind, "")),
        *(family for cluster in tables("need_states") for family in _read("need_states", cluster, "states", cluster)),
    )


def _read(reader: str, name: str, kind: str, cluster: str) -> Iterator[Family]:
    for signs, patterns in families(reader, name).items():
        groups = tuple(tuple(group.split()) for group in signs.split("+"))
        yield Family(kind, cluster, groups, late(rf"\b(?:{'|'.join(patterns)})(?!\w)"))
