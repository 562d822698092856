"""What reconciliation must know of the crisis and of the analyst, beside the articles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from types import MappingProxyType
from typing import Literal, Protocol

from ..model.protocols import PlaceResolver
from .words import pattern


class Override(Protocol):
    """An analyst's ruling: `figure` is the id of a figure or of a finding."""

    @property
    def figure(self) -> str:
        """The id that the ruling is about."""
        ...

    @property
    def action(self) -> Literal["reject", "pin"]:
        """Take it out, or make it the recommended one."""
        ...

    @property
    def role(self) -> str:
        """Who ruled: a role, never a name."""
        ...

    @property
    def reason(self) -> str:
        """Why, in a few words that the report prints."""
        ...


@dataclass(frozen=True, slots=True)
class HouseholdSize:
    """People in a household, and who says so."""

    size: float
    source: str


@dataclass(frozen=True)
class Context:
    """One crisis: `country` alpha-3 or None, `crisis` its name, `as_of` the cut-off (None: no article is left out).

    `reliability` grades origins A-F by name or key; `household_sizes` are by alpha-3 code and win over the built-in
    table; `population` is the ceiling for people in need where it is known. `event_start` is the first day of the
    crisis where it is known.
    """

    country: str | None = None
    crisis: str = ""
    as_of: datetime | None = None
    overrides: Sequence[Override] = ()
    reliability: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    household_sizes: Mapping[str, HouseholdSize] = field(default_factory=lambda: MappingProxyType({}))
    places: PlaceResolver | None = None
    population: int | None = None
    event_start: date | None = None

    @cached_property
    def conflict(self) -> bool:
        """Whether the crisis' name says that people fight: there, an army is a party to the conflict."""
        return bool(pattern("conflict", "words").search(self.crisis.lower()))
