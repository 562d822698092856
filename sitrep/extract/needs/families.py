"""Families of patterns of need, each behind its signs: words that stand wherever the family can match.

A sentence says by its words which families it can hold; the others are neither tried nor even compiled.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

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
    told = frozenset[tuple[int, int]]().union(*map(_signed, words))
    families = all_families()
    first = sorted(k for k, group in told if group == 0)
    return tuple(families[k] for k in first if all((k, group) in told for group in range(1, len(families[k].signs))))


@lru_cache(maxsize=1 << 16)
def _signed(word: str) -> frozenset[tuple[int, int]]:
    """The groups of signs, each by its family and its place there, of which one begins a word."""
    signs = _signs()
    return frozenset(at for end in range(2, len(word) + 1) for at in signs.get(word[:end], ()))


@cache
def _signs() -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for k, family in enumerate(all_families()):
        for group, signs in enumerate(family.signs):
            for sign in signs:
                found.setdefault(sign, []).append((k, group))
    return found


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
