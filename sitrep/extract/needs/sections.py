"""Sections: the cluster that the heading over a sentence names, in a report that goes through the clusters."""

import re
from bisect import bisect
from collections.abc import Iterator
from functools import cache, lru_cache

from ...languages.language import alternatives, tables
from ...late import late
from .listed import BULLET, MARKS, lists_needs

_ANSWERS = late(rf"(?:{alternatives('needs', 'responses')})")
_END = tuple('.,;!?"”’')
_LONGEST = 70
"""Code points beyond which a line is no heading."""

_LABEL = re.compile(r"[^\n:–—]{3,40}?(?=:| [–—-] )")
"""What a line opens with, as "Food: " does."""


def cluster_over(text: str, start: int) -> str | None:
    """The cluster that the line in which `start` lies, else the heading over it, names; none where answers stand."""
    line = text.rfind("\n", 0, start) + 1
    bullet = BULLET.match(text, line)
    label = _LABEL.match(text, bullet.end() if bullet else line)
    cluster = _named(label.group()) if label else None
    if cluster:
        return cluster
    offsets, clusters = _headings(text)
    return clusters[bisect(offsets, start) - 1] if offsets and offsets[0] <= start else None


@lru_cache(maxsize=4)
def _headings(text: str) -> tuple[tuple[int, ...], tuple[str | None, ...]]:
    """Where the headings of a text begin, and the cluster that holds from each on."""
    found = tuple(_read(text))
    return tuple(at for at, _ in found), tuple(cluster for _, cluster in found)


def _read(text: str) -> Iterator[tuple[int, str | None]]:
    section = None
    for match in re.finditer(r"[^\n]+", text):
        line = match.group()
        if len(line) > _LONGEST or BULLET.match(line) or line.rstrip().endswith(_END) or not line.strip(MARKS):
            continue
        if not lists_needs(line):
            answered = _ANSWERS.fullmatch(line.strip(MARKS).lower()) is not None
            section = section if answered else _named(line)
            yield match.start(), None if answered else section
        else:
            yield match.start(), section


def _named(heading: str) -> str | None:
    line = heading.strip(MARKS).lower()
    return next((cluster for cluster in tables("sections") if _pattern(cluster).fullmatch(line)), None)


@cache
def _pattern(cluster: str) -> re.Pattern[str]:
    return late(rf"(?:{alternatives('sections', cluster)})(?: (?:cluster|sector))?(?: (?:needs|gaps|needs and gaps))?")
