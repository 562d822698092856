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
    told = frozenset[int]().union(*map(_signed, words))
    openings, families = _openings(), all_families()
    found = [openings[group] for group in sorted(told & openings.keys())]
    return tuple(families[k] for k, further in found if told.issuperset(further))


@lru_cache(maxsize=1 << 16)
def _signed(word: str) -> frozenset[int]:
    """The groups of signs, by their numbers, of which one begins a word."""
    signs = _signs()
    return frozenset(group for end in range(2, len(word) + 1) for group in signs.get(word[:end], ()))


@cache
def _signs() -> dict[str, list[int]]:
    """Sign -> the numbers of its groups, which are counted over all families."""
    found: dict[str, list[int]] = {}
    for number, group in enumerate(group for family in all_families() for group in family.signs):
        for sign in group:
            found.setdefault(sign, []).append(number)
    return found


@cache
def _openings() -> dict[int, tuple[int, range]]:
    """The number of the first group of each family -> the family's place in the lists, and its further groups."""
    ends = list(accumulate(len(family.signs) for family in all_families()))
    return {
        end - len(family.signs): (k, range(end - len(family.signs) + 1, end))
        for k, (family, end) in enumerate(zip(all_families(), ends, strict=True))
    }


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
