"""The parts among the figures of one sentence, each with the id of its whole."""

from collections.abc import Sequence

from ...model import Figure
from ..counting import Decision
from ..items import Item
from .kin import counts_within
from .sums import broken_down, sums
from .words import (
    accounts,
    is_listed,
    is_other,
    is_with,
    later_whole,
    names_all,
    opening_whole,
    opens_with,
    points_back,
)


class Parts:
    """Of which figure each decision of a sentence is a part; `ids` and `units` are those of their figures.

    `recent` are the figures of the sentences before.
    """

    def __init__(
        self, row: list[Item], decisions: list[Decision], ids: list[str], units: list[str], recent: Sequence[Figure]
    ) -> None:
        self._row, self._decisions, self._ids, self._units, self._recent = row, decisions, ids, units, recent
        self._adding = sums(decisions)
        self._later = {n: later_whole(row, d) for n, d in enumerate(decisions)}
        self._pointing: set[int] = set()
        """The parts that words tell, and those that go on after them."""
        self.wholes: dict[int, str] = {}
        """Index of a part -> id of its whole."""
        for n in range(len(decisions)):
            whole = self._whole(n)
            if whole is not None and whole != ids[n]:
                self.wholes[n] = whole
        # What makes up the last total is of it, whatever earlier one its words could mean.
        rest = [n for n in range(len(decisions)) if self.wholes.get(n) not in ids]
        others = any(is_other(row, decisions[n]) for n in rest if n not in self.wholes)
        self.wholes |= broken_down(decisions, rest, recent, others)

    def _whole(self, n: int) -> str | None:
        decision = self._decisions[n]
        if decision.whole is not None and decision.at not in self._later.values():
            return self._at(decision.whole, decision.measure) if self._fits(decision) else None
        if n in self._adding:
            return self._ids[self._adding[n]]
        if (later := self._later[n]) is not None:
            return self._at(later, decision.measure) or self._stated(later, n)
        if is_with(self._row, decision):
            self._pointing.add(n)
            return self._nearest(n)
        if (first := opening_whole(self._row, decision)) is not None:
            return self._at(first, decision.measure)
        if accounts(self._row, decision):
            self._pointing.add(n)
            return self._nearest(n) or self._earlier(n)
        if points_back(self._row, decision):
            self._pointing.add(n)
            return self._meant(n) or self._earlier(n) or self._nearest(n)
        return self._sibling(n)

    def _fits(self, part: Decision) -> bool:
        """Whether what a part is said to be of is not smaller than it."""
        whole = self._row[part.whole].q if part.whole is not None else None
        value, total = part.quantity.value, whole.value if whole is not None else None
        return value is None or total is None or value <= total

    def _at(self, item: int, measure: str) -> str | None:
        """The figure of the number at an item: the one in which this measure is counted, else the first."""
        there = [n for n, d in enumerate(self._decisions) if d.at == item]
        kin = [n for n in there if counts_within(self._decisions[n].measure, measure)]
        return self._ids[(kin or there)[0]] if there else None

    def _stated(self, item: int, n: int) -> str | None:
        """The earlier figure that a number repeats: "8,000 of the 23,000"."""
        quantity = self._row[item].q
        value = quantity.value if quantity is not None else None
        same = (f.id for f in reversed(self._recent) if f.value == value and f.unit == self._units[n])
        return next(same, None) if value is not None else None

    def _nearest(self, n: int) -> str | None:
        """The nearest larger figure before it in the sentence in whose measure it is counted."""
        return next((self._ids[j] for j in range(n - 1, -1, -1) if self._larger(j, n)), None)

    def _meant(self, n: int) -> str | None:
        """The nearest larger figure before "of them" in the sentence, whatever it counts them for."""
        at = self._decisions[n].at
        if [item.w for item in self._row[at + 1 : at + 3]] != ["of", "them"]:
            return None
        value = self._decisions[n].quantity.value
        for j in range(n - 1, -1, -1):
            total = self._decisions[j].quantity.value
            if self._decisions[j].at < at and self._units[j] == self._units[n] and value and total and value < total:
                return self._ids[j]
        return None

    def _larger(self, j: int, n: int) -> bool:
        whole, part = self._decisions[j], self._decisions[n]
        value, total = part.quantity.value, whole.quantity.value
        kin = counts_within(whole.measure, part.measure) and whole.quantity.currency == part.quantity.currency
        return kin and value is not None and total is not None and value < total

    def _earlier(self, n: int) -> str | None:
        """The larger figure of an earlier sentence that a number points back to, itself no part.

        "Of them" means the nearest sentence that has one, "of the deaths" the largest count of deaths.
        """
        least = self._opening_most(n)
        larger = [f for f in reversed(self._recent) if self._takes(f, n, least)]
        kin = [f for f in larger if counts_within(f.measure, self._decisions[n].measure)]
        if kin and names_all(self._row, self._decisions[n]):
            same = [f for f in kin if f.measure == self._decisions[n].measure]
            return max(same or kin, key=lambda f: f.value or 0).id
        near = [f for f in larger if f.quote_start == larger[0].quote_start]
        return next((f.id for f in (*(f for f in near if f in kin), *near)), None)

    def _opening_most(self, n: int) -> float:
        """What the whole exceeds: the number, or all numbers of a sentence that says of whom it counts them."""
        one = self._decisions[n]
        following = [item.w for item in self._row[one.at + 1 : one.at + 2]]
        together = opens_with(self._row, one.at) and following != ["of"]
        alike = [
            j for j, d in enumerate(self._decisions) if d.measure == one.measure and self._units[j] == self._units[n]
        ]
        return max(self._decisions[j].quantity.value or 0 for j in (alike if together else [n]))

    def _takes(self, whole: Figure, n: int, least: float) -> bool:
        larger = self._decisions[n].quantity.value is not None and whole.value is not None and whole.value > least
        return larger and whole.unit == self._units[n] and self._stands_alone(whole)

    def _stands_alone(self, figure: Figure) -> bool:
        """Whether a figure is no part, or is all of its kind within a count of others: the dead among casualties."""
        of = next((f for f in self._recent if f.id == figure.part_of), None)
        return figure.part_of is None or of is not None and of.measure != figure.measure

    def _sibling(self, n: int) -> str | None:
        """The whole of the part before it in a list: "three of the dead in the north and another two in the south"."""
        before, decision = self._decisions[n - 1], self._decisions[n]
        if is_other(self._row, decision):
            return self.wholes.get(n - 1)
        if n - 1 not in self._pointing or n - 1 not in self.wholes or not is_listed(self._row, decision):
            return None
        whole = self.wholes[n - 1]
        inside = whole in self._ids and self._larger(self._ids.index(whole), n)
        if not inside and decision.measure != before.measure:
            return None
        self._pointing.add(n)
        return whole
