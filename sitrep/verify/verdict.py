"""Verdict: what was proved, and what was not, with where it stands."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Unproved:
    """One thing in a report that nothing proves: `where` is a line or a place in the report, `what` one sentence."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result: how many things of each kind were proved ("stated", "derived", "sentence", ...), what was not."""

    proved: dict[str, int]
    unproved: tuple[Unproved, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether everything was proved, and there was something to prove."""
        return not self.unproved and bool(self.proved)


@dataclass(slots=True)
class Protocol:
    """The minutes of one verification, written as it goes."""

    proved: Counter[str] = field(default_factory=Counter)
    unproved: list[Unproved] = field(default_factory=list)

    def check(self, holds: bool, kind: str, where: str, what: str) -> bool:
        """Note one thing as proved under its kind, or as unproved with the sentence that says why."""
        if holds:
            self.proved[kind] += 1
        elif Unproved(where, what) not in self.unproved:
            self.unproved.append(Unproved(where, what))
        return holds

    def verdict(self) -> Verdict:
        """The minutes, closed."""
        return Verdict(dict(sorted(self.proved.items())), tuple(self.unproved))
