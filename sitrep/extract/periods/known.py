"""The days that an article has given so far, by the sentences that give them."""

from collections import defaultdict
from collections.abc import Callable

from ...model import Figure
from .events import Entry

AHEAD = 6
"""Sentences ahead in which the event of a figure can still be dated."""
_BACK = 200
"""Sentences back to which the days of an event are carried."""


class Known:
    """The days that are known, of events and of figures."""

    def __init__(self) -> None:
        self._entries: dict[int, list[Entry]] = defaultdict(list)

    def remember(self, entry: Entry) -> None:
        """Keep what a sentence says of days, once: a list of many figures gives the same days for each."""
        if entry not in self._entries[entry.k]:
            self._entries[entry.k].append(entry)

    def near(self, k: int) -> list[Entry]:
        """What is known of the sentences around `k`, in their order; articles longer than that go on about much."""
        return [e for j in range(max(0, k - _BACK), k + AHEAD + 1) for e in self._entries.get(j, ())]

    def nearest(self, k: int, figure: Figure, fits: Callable[[Entry], bool]) -> Entry | None:
        """The nearest earlier days of the same place, else of any; else the first later ones."""
        fitting = [e for e in self.near(k) if fits(e)]
        earlier = sorted((e for e in fitting if e.k <= k), key=lambda e: (-e.k, e.event))
        later = sorted((e for e in fitting if k < e.k <= k + AHEAD), key=lambda e: e.k)
        for group in (earlier, later):
            if group:
                if group[0].event and not group[0].places:
                    return group[0]
                return next((e for e in group if figure.place in e.places), group[0])
        return None
