"""Matching: which found figure answers which annotated one, and what is right about it. Tiny pure comparisons."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Protocol

from ..model import Figure

ATTRIBUTES = ("qualifier", "unit", "population", "place", "source", "certainty", "scope", "part_of", "sector")

_PLAIN = {"certainty": "reported", "scope": "current", "qualifier": "exact", "unit": "people"}
_SMALL = ("of", "for", "the", "and")


class Spanned(Protocol):
    """Anything with offsets into its article."""

    @property
    def start(self) -> int:
        """The first code point."""
        ...

    @property
    def end(self) -> int:
        """One past the last code point."""
        ...


def overlap(one: Spanned, other: Spanned) -> int:
    """How many code points both share; zero or less if none."""
    return min(one.end, other.end) - max(one.start, other.start)


def number_right(gold: Figure, found: Figure) -> bool:
    """The same value, or for a range the same bounds."""
    if gold.qualifier == "range":
        return (gold.low, gold.high) == (found.low, found.high)
    if gold.value is None or found.value is None:
        return False
    return abs(gold.value - found.value) < 1e-6 * max(1, gold.value)


def match(gold: Sequence[Figure], found: Sequence[Figure]) -> list[tuple[int, int, bool]]:
    """Pairs (index in gold, index in found, number right), each figure in one pair at most.

    Right numbers are paired first, then larger overlaps, then what stands earlier.
    """
    candidates = [
        (number_right(g, f), overlap(g, f), -i, -j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if g.measure == f.measure and overlap(g, f) > 0
    ]
    pairs: list[tuple[int, int, bool]] = []
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    for right, _, i, j in sorted(candidates, reverse=True):
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            pairs.append((-i, -j, right))
    return pairs


def attribute_right(attribute: str, gold: Figure, found: Figure, partners: dict[str, str]) -> bool:
    """Whether one attribute is right; `partners` are the ids of gold figures by those of the found ones."""
    if attribute == "period":
        return (gold.since, gold.until) == (found.since, found.until)
    if attribute == "part_of":
        return partners.get(found.part_of) == gold.part_of if found.part_of else not gold.part_of
    expected, given = getattr(gold, attribute), getattr(found, attribute)
    if attribute in ("place", "source"):
        return same_name(expected, given)
    if attribute == "population":
        return set(expected) == set(given)
    return (expected or None) == (given or None)


def says_more(attribute: str, gold: Figure, found: Figure) -> bool:
    """Whether the attribute says more than the plain value in gold (or claims a whole where gold has none)."""
    if attribute == "period":
        return bool(gold.since or gold.until)
    if attribute == "part_of" and found.part_of:
        return True
    value = getattr(gold, attribute)
    return bool(value) and value != _PLAIN.get(attribute)


def same_name(expected: str | None, given: str | None) -> bool:
    """One contains the other as whole words, with at most four words more, or is its initials; both empty is right."""
    one, other = _words(expected), _words(given)
    if not one or not other:
        return one == other
    short, long = sorted((one, other), key=len)
    if len(short) == 1 and short[0] == "".join(word[0] for word in long if word not in _SMALL):
        return True
    inside = any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))
    return inside and len(long) <= len(short) + 4


def _words(name: str | None) -> list[str]:
    decomposed = unicodedata.normalize("NFKD", name or "")
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    words = re.findall(r"\w+", plain)
    return words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words
