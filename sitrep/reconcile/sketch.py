"""Sketches of texts: hashed word shingles, sampled so that 100,000 of them can be indexed."""

import re
import zlib
from dataclasses import dataclass
from heapq import nsmallest

from ..places.normal import fold

SHINGLE = 5
"""Words in a shingle."""

SAMPLE = 8
"""One in so many hashes is kept of every text."""

_LEAST = 24
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_DATE_LIKE = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text: the hash of all its words, the number of its shingles, a sample of their hashes."""

    words: int
    digest: int
    features: tuple[int, ...]


def words_of(text: str) -> list[str]:
    """The words that shingles are made of: folded, no punctuation."""
    return fold(text).split()


def shingles(text: str) -> frozenset[int]:
    """The hashes of all five-word shingles; of a shorter text its words as one."""
    return _shingles(words_of(text))


def _shingles(words: list[str]) -> frozenset[int]:
    # Tuples of integers hash alike in every run; strings would not.
    hashed = [zlib.crc32(word.encode()) for word in words]
    if len(hashed) < SHINGLE:
        return frozenset({hash(tuple(hashed))} if hashed else ())
    return frozenset(map(hash, zip(*(hashed[i:] for i in range(SHINGLE)), strict=False)))


def sketch(text: str) -> Sketch:
    """Every eighth shingle by hash value, the same ones in every text (so containment can be counted); of short texts
    the smallest hashes as well."""
    words = words_of(text)
    hashed = _shingles(words)
    sampled = {h for h in hashed if h % SAMPLE == 0}
    sampled.update(nsmallest(_LEAST, hashed))
    return Sketch(len(hashed), zlib.crc32(" ".join(words).encode()), tuple(sorted(sampled)))


def numbers(text: str) -> list[str]:
    """The numbers of a text in order, without group separators; years are left out."""
    found = (n.replace(",", "") for n in _NUMBER.findall(text))
    return [n for n in found if not _DATE_LIKE.fullmatch(n)]
