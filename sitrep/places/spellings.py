"""Places looked up by a form of their names: as folded, without articles, or by the sounds of the consonants."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from math import cos, hypot, radians

from .normal import normal, skeleton
from .place import Place

Table = dict[str, list[Place]]

_ALIKE = 0.88
"""How alike two spellings of one skeleton must be: enough for `daret izza` and `darat izza`."""


def table(places: Iterable[Place], form: Callable[[str], str]) -> Table:
    """The places by that form of each of their names."""
    found: Table = defaultdict(list)
    for place in places:
        forms = {form(place.keys[0]): None} if len(place.keys) == 1 else dict.fromkeys(map(form, place.keys))
        for key in forms:
            if key:
                found[key].append(place)
    return dict(found)


def same(key: str) -> str:
    """The form of a name that is already folded."""
    return key


def by_bones(places: Iterable[Place]) -> Table:
    """By the skeleton of the first name only: the others are there to be met exactly."""
    found: Table = defaultdict(list)
    for place in places:
        found[skeleton(place.keys[0])].append(place)
    found.pop("", None)
    return dict(found)


def alike(key: str, place: Place) -> bool:
    """Whether a folded name is nearly one of a place's."""
    mine, bones = normal(key), skeleton(key)
    return any(SequenceMatcher(None, mine, normal(k)).ratio() >= _ALIKE for k in place.keys if skeleton(k) == bones)


def once(places: Iterable[Place]) -> tuple[Place, ...]:
    """Each place once."""
    return tuple({p.id: p for p in places}.values())


def of_first_source(places: Sequence[Place]) -> tuple[Place, ...]:
    """Of each level the places of the source that comes first: a list of divisions and one of towns go together."""
    first: dict[str, str] = {}
    for place in places:
        first.setdefault(place.level, place.source)
    return once(p for p in places if p.source == first[p.level])


def kilometres(a: Place, b: Place) -> float | None:
    """The distance of two places near each other, None where either has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    return 111.2 * hypot(a.lat - b.lat, (a.lon - b.lon) * cos(radians(a.lat)))
