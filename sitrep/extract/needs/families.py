"""Families of patterns of need, each behind its signs: words of which one stands wherever the family can match.

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
    """Patterns of one kind ("before", "near_before", "after", "appeals", or "states", which name their cluster)."""

    kind: str
    cluster: str
    signs: tuple[str, ...]
    pattern: re.Pattern[str]


def told_by(words: frozenset[str]) -> tuple[Family, ...]:
    """The families of which a sentence of these words, in lower case, can hold a match, in the order of the lists."""
    told = frozenset[int]().union(*map(_signed, words))
    return tuple(all_families()[k] for k in sorted(told))


@lru_cache(maxsize=1 << 16)
def _signed(word: str) -> frozenset[int]:
    """The families of which a word begins with a sign."""
    signs = _signs()
    return frozenset(k for end in range(2, len(word) + 1) for k in signs.get(word[:end], ()))


@cache
def _signs() -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for k, family in enumerate(all_families()):
        found |= {sign: (*found.get(sign, ()), k) for sign in family.signs}
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
        yield Family(kind, cluster, tuple(signs.split()), late(rf"\b(?:{'|'.join(patterns)})(?!\w)"))
