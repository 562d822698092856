"""Organisation and its kinds: what is known of one who gives numbers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of origin: what a report calls it and the reliability (A-F) it has unless the configuration says other."""

    key: str
    label: str
    reliability: str
    named: bool = True


KINDS: dict[str, Kind] = {
    k.key: k
    for k in (
        Kind("un", "United Nations", "A"),
        Kind("red_cross", "Red Cross and Red Crescent Movement", "A"),
        Kind("government", "government", "B"),
        Kind("monitor", "monitor", "B"),
        Kind("ngo", "non-governmental organization", "B"),
        Kind("research", "research", "B"),
        Kind("medical", "medical or rescue staff", "C", named=False),
        Kind("officials", "officials, unnamed", "C", named=False),
        Kind("media", "media", "C"),
        Kind("person", "person", "D"),
        Kind("witness", "witness", "D", named=False),
        Kind("party", "party to the conflict", "E"),
        Kind("unnamed", "unnamed", "F", named=False),
    )
}
"""Every kind of origin by key, better-graded first."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """One who gives numbers: a stable key, the name to print, the kind (of KINDS), reliability A-F.

    `named` is False for the anonymous ("officials", "witnesses"); `country` (alpha-3) is set where the name says it.
    """

    key: str
    name: str
    kind: str
    reliability: str
    named: bool = True
    country: str | None = None

    @property
    def party(self) -> bool:
        """Whether it fights: what it says of itself or its enemy is a claim."""
        return self.kind == "party"
