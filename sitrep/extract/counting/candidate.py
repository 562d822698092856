"""A trigger that may tell what a number counts."""

from dataclasses import dataclass, field

from ...languages.senses import Sense


@dataclass(slots=True)
class Candidate:
    """One trigger for one quantity: the items of the trigger, its senses, the relation, and how far-fetched it is."""

    at: int
    senses: tuple[Sense, ...]
    relation: str
    cost: float
    relative: bool = False
    kind: str | None = None
    """What a count counts: "the number of flooded houses stands at 3,400"."""
    path: list[int] = field(default_factory=list)
    """The items between that bear on certainty: auxiliaries, modals, transparent verbs."""
