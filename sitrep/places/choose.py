"""Which of the places of one name is meant: by the kind that is stated, then by rank. Never by population size."""

from collections.abc import Callable, Mapping, Sequence

from . import phrase as phrases
from .atlas import depth
from .place import DEPTH, Place

Inside = Callable[[Place, Place], bool]

_KINDS: Mapping[str, tuple[str, ...]] = {
    "admin1": ("admin1", "region", "admin2", "admin3", "city"),
    "admin2": ("admin2", "admin3", "admin4", "admin1", "city"),
    "city": ("city", "admin4", "admin3"),
}


def of_kind(candidates: Sequence[Place], kind: str | None) -> Sequence[Place]:
    """The candidates of the first level that the kind of place allows, all of them if none does."""
    for level in _KINDS.get(kind or "", ()):
        if found := [p for p in candidates if p.level == level]:
            return found
    return candidates


def line_of(candidates: Sequence[Place], inside: Inside) -> list[Place]:
    """The candidates as one line from a division down to its seat, empty if there is more than one such line.

    A division and its seat of the same name outrank other places of the name: that is rank, not size.
    """
    ordered = sorted(candidates, key=lambda p: (depth(p), p.id))
    top = [p for p in ordered if depth(p) == depth(ordered[0])]
    if len(top) > 1 or (len(ordered) > 1 and depth(top[0]) > DEPTH["admin2"]):
        return []
    line = top
    for level in sorted({depth(p) for p in ordered[1:]}):
        within = [p for p in ordered[1:] if depth(p) == level and inside(p, line[0])]
        if len(within) > 1:
            break
        line += within
    return line


def only_town(candidates: Sequence[Place], inside: Inside) -> list[Place]:
    """The one town of the name, if all else of that name are divisions and it is the seat of one: Kyiv."""
    towns = [p for p in candidates if p.level == "city"]
    seat = len(towns) == 1 and any(inside(towns[0], p) for p in candidates)
    return towns if seat else []


def without_cities(candidates: Sequence[Place]) -> Sequence[Place]:
    """A division that calls itself a city stands back where another has the name: Kyiv Oblast, not Kyiv City."""
    kinds = phrases.words()["kind"]
    proper = [p for p in candidates if p.level == "city" or kinds.get(p.keys[0].split()[-1]) != "city"]
    return proper if any(p.level != "city" for p in proper) else candidates
