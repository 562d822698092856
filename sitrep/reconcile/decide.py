"""The declared table of grouping: which comparisons are made, what each weighs, which of them forbid."""

from collections.abc import Callable
from dataclasses import dataclass

from . import compare
from .mention import Mention


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison and its weight; `forbids` where -1 keeps two figures apart whatever else speaks for it."""

    name: str
    compare: Callable[[Mention, Mention], float]
    weight: float
    forbids: bool = False

    @property
    def sentence(self) -> str:
        """What a report prints of it: the first line of the comparison's docstring."""
        return (self.compare.__doc__ or "").strip().split("\n")[0]


TABLE: tuple[Row, ...] = (
    Row("subject", compare.subject, 1.0, forbids=True),
    Row("place", compare.place, 1.0, forbids=True),
    Row("period", compare.period, 1.0, forbids=True),
    Row("unit", compare.unit, 0.5, forbids=True),
    Row("owner", compare.owner, 1.0, forbids=True),
    Row("parts", compare.parts, 1.0, forbids=True),
    Row("contradiction", compare.contradiction, 1.0, forbids=True),
    Row("value", compare.value, 4.0),
    Row("article", compare.article, 2.0),
    Row("origin", compare.origin, 1.5),
)
"""Add a comparison: one function in compare.py and its row here."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The score of two figures, or what keeps them apart."""

    score: float
    apart: Row | None = None


def decide(a: Mention, b: Mention) -> Verdict:
    """Compare two figures by the table; the first comparison that forbids ends it."""
    score = 0.0
    for row in TABLE:
        result = row.compare(a, b)
        if row.forbids and result <= -1.0:
            return Verdict(float("-inf"), row)
        score += row.weight * result
    return Verdict(score)
