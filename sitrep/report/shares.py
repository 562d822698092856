"""How the room before the annex is shared out, so that many articles give no more pages than a few."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Room:
    """How much each part may take.

    `rows` are those of all tables before the annex together, `rows_of` those of one table where it may not have all;
    `others` the competing figures in a row, the largest first; `sentences` those of each theme of the overview and
    `claims` the claims and denials of each; `conflicts` those laid out, with so many `rivals` of the printed figure;
    `quotes` the quotations of all clusters, at most `quotes_of_one` of each and `letters` code points long.
    """

    rows: int
    rows_of: Mapping[str, int]
    others: int
    sentences: Mapping[str, int]
    claims: int
    conflicts: int
    rivals: int
    quotes: int
    quotes_of_one: int
    letters: int


_USUAL = Room(
    rows=25,
    rows_of={"casualties": 15, "displaced": 8, "infrastructure": 7, "needs": 5, "funding": 4, "background": 4},
    others=3,
    sentences={"displacement": 4, "casualties": 8, "infrastructure": 4, "needs": 3, "funding": 2},
    claims=3,
    conflicts=3,
    rivals=5,
    quotes=12,
    quotes_of_one=3,
    letters=320,
)
_CROWDED = Room(
    rows=16,
    rows_of={
        "displaced": 4,
        "idps": 2,
        "returned": 1,
        "refugees": 1,
        "casualties": 7,
        "infrastructure": 3,
        "needs": 2,
        "funding": 2,
        "background": 1,
    },
    others=2,
    sentences={"displacement": 3, "casualties": 4, "infrastructure": 2, "needs": 2, "funding": 1},
    claims=2,
    conflicts=3,
    rivals=3,
    quotes=12,
    quotes_of_one=1,
    letters=130,
)
_CROWD = 60
"""With more current findings than this each part keeps to the weightiest."""


def is_crowded(findings: int) -> bool:
    """Whether so many findings are at hand that a reader is given a selection."""
    return findings > _CROWD


def room_for(findings: int) -> Room:
    """The room of each part, where so many current findings are at hand."""
    return _CROWDED if is_crowded(findings) else _USUAL


def shares(wanted: Mapping[str, int], most: int) -> dict[str, int]:
    """What each gets of `most`: one in turn, in the order given, until it has what it wanted or nothing is left."""
    given = dict.fromkeys(wanted, 0)
    while most > 0 and (open_ones := [key for key, count in wanted.items() if given[key] < count]):
        for key in open_ones[:most]:
            given[key] += 1
        most -= len(open_ones)
    return given


def ends(ordered: Sequence[T], most: int) -> Sequence[T]:
    """So many of them: the first ones and the last, so that the range is seen."""
    return ordered if len(ordered) <= most else (*ordered[: most - 1], ordered[-1])
