"""Finding: the figures of many articles that speak of the same thing, with one recommended."""

from datetime import date
from typing import Literal

from .figure import Figure, Scope, StockFlow
from .frozen import Frozen

WITHHELD_PERSON = "person:withheld"
"""How the key of an origin begins, in a report, that is a person whose name it withholds."""

Relation = Literal["agreement", "update", "conflict", "single"]
Role = Literal["recommended", "triangulation", "superseded", "rejected"]


class Origin(Frozen):
    """Who gives a number in the end: its name, its kind (see organisations.KINDS) and reliability A-F."""

    key: str
    name: str
    kind: str
    reliability: str
    party: bool = False


class Member(Frozen):
    """One figure in its finding: its role, its origin (a key of the finding's origins), and why it has that role."""

    figure: Figure
    role: Role
    origin: str
    standing: bool = True
    credibility: int = 6
    why: str = ""


class Estimate(Frozen):
    """People worked out from households: half-up(households x size), with the size's source. It outranks nothing."""

    figure: str
    households: float | int
    size: float | int
    people: int
    source: str


class PeopleInNeed(Frozen):
    """People in need over several places: of each place its highest figure over sectors, then their sum.

    `operands` are the ids of the figures that went in; `capped` says that the population is the lower number.
    """

    value: float | int
    operands: tuple[str, ...]
    capped: bool = False
    why: str = ""


class FindingHead(Frozen):
    """What a finding counts, of whom, where and when, and how its figures relate: alike in a report and before it."""

    id: str
    measure: str
    population: tuple[str, ...] = ()
    group: str | None = None
    place: str | None = None
    crisis_wide: bool = False
    stock_flow: StockFlow = "flow"
    scope: Scope = "current"
    since: date | None = None
    until: date | None = None
    relation: Relation = "single"


class Finding(FindingHead):
    """Figures of one measure, population, place, period, and stock or flow; nothing in it is summed or averaged.

    `low`, `high` bound what still stands (None for forecasts only). `flags` are machine words: `claimed`,
    `revised_down`, `parts_agree`, `parts_exceed`, `overridden`, ... `why` is the reason in one sentence.
    """

    members: tuple[Member, ...] = ()
    origins: tuple[Origin, ...] = ()
    articles: int = 0
    low: float | int | None = None
    high: float | int | None = None
    flags: tuple[str, ...] = ()
    grouped_by: tuple[str, ...] = ()
    why: str = ""
    estimate: Estimate | None = None

    @property
    def recommended(self) -> Figure | None:
        """The figure that the report prints, if any may be."""
        return next((m.figure for m in self.members if m.role == "recommended"), None)


class PartOf(Frozen):
    """A figure that is a part of another, by explicit words or by arithmetic (ids of figures)."""

    part: str
    whole: str
    why: str = ""


class Reconciliation(Frozen):
    """All findings of one crisis: current and background, the parts, the duplicate articles, what is out of scope.

    `sums` are whole and parts that agree by arithmetic: (whole figure id, part figure ids). `people_in_need` is there
    only where no figure covers the whole crisis. `warnings` are sentences, such as on a ruling whose figure is gone.
    """

    findings: tuple[Finding, ...] = ()
    parts: tuple[PartOf, ...] = ()
    sums: tuple[tuple[str, tuple[str, ...]], ...] = ()
    duplicates: tuple[tuple[str, ...], ...] = ()
    out_of_scope: tuple[Figure, ...] = ()
    people_in_need: PeopleInNeed | None = None
    warnings: tuple[str, ...] = ()
