"""How two places lie to each other, by the divisions they are in; what cannot be known is said so."""

from collections.abc import Callable
from typing import Literal

from .place import Place, Resolution

Relation = Literal["same", "inside", "contains", "apart", "unknown"]
Inside = Callable[[Place, Place], bool]

_TURNED: dict[Relation, Relation] = {"inside": "contains", "contains": "inside"}
_OPPOSITE = {"north": "south", "east": "west"}


def relate(a: Resolution, b: Resolution, inside: Inside) -> Relation:
    """`same`, a `inside` b, a `contains` b, `apart` or `unknown` (one is not resolved, or they may overlap)."""
    if not a.resolved or not b.resolved:
        return "unknown"
    if a.parts or b.parts:
        return _lists(a, b, inside)
    if a.place is None or b.place is None:
        return "unknown"
    return _single(a, b, inside)


def _single(a: Resolution, b: Resolution, inside: Inside) -> Relation:
    assert a.place is not None and b.place is not None
    bases = _bases(a.place, b.place, inside)
    if bases == "apart":
        return "unknown" if _otherwise(a, b, inside) else "apart"
    if bases == "same":
        return _parts_of_one(a.part, b.part)
    if bases == "inside":
        return _in_part(a, b)
    return _TURNED.get(_in_part(b, a), _in_part(b, a)) if bases == "contains" else "unknown"


def _otherwise(a: Resolution, b: Resolution, inside: Inside) -> bool:
    """Whether "Idlib" read as the province and not the city would hold the other place, or lie in it."""
    ones, others = _readings(a), _readings(b)
    return any(_bases(x, y, inside) != "apart" for x in ones for y in others)


def _readings(a: Resolution) -> tuple[Place, ...]:
    assert a.place is not None
    if a.part or a.level != "city":
        return (a.place,)
    return (a.place, *(c for c in a.candidates if c.country == a.country and c.id in (a.place.admin1, a.place.admin2)))


def _bases(a: Place, b: Place, inside: Inside) -> Relation:
    if a.id == b.id:
        return "same"
    if inside(a, b):
        return "inside"
    if inside(b, a):
        return "contains"
    if a.country != b.country or (a.level == b.level and a.level != "region"):
        return "apart"
    deep, wide = (a, b) if a.level == "city" or b.level in ("region", "admin1") else (b, a)
    return _outside(deep, wide)


def _outside(deep: Place, wide: Place) -> Relation:
    """A place that is not known to be inside a division: apart only if its own division of that level is known."""
    if wide.level == "admin1":
        return "apart" if deep.admin1 or deep.level == "admin1" else "unknown"
    if wide.level == "region":
        return "apart" if deep.admin1 and deep.level != "region" and wide.members else "unknown"
    if deep.admin1 and wide.admin1 and deep.admin1 != wide.admin1:
        return "apart"
    return "apart" if wide.level == "admin2" and deep.admin2 else "unknown"


def _parts_of_one(a: str | None, b: str | None) -> Relation:
    """Two parts of one place: equal words are the same, a part is inside the whole, opposite sides are apart."""
    if a == b:
        return "same"
    if b is None:
        return "inside"
    if a is None:
        return "contains"
    first, second = a.split()[0], b.split()[0]
    opposed = any((x in first and y in second) or (y in first and x in second) for x, y in _OPPOSITE.items())
    return "apart" if opposed else "unknown"


def _in_part(inner: Resolution, outer: Resolution) -> Relation:
    """A place within another's base: inside the whole; of a part by the compass, where both have a point."""
    assert inner.place is not None and outer.place is not None
    if outer.part is None:
        return "inside"
    if (
        "countryside" in outer.part
        and inner.place.level == "city"
        and set(inner.place.keys[:1]) & set(outer.place.keys)
    ):
        return "apart"
    return "inside" if _on_side(inner, outer) else "unknown"


def _on_side(inner: Resolution, outer: Resolution) -> bool:
    """Whether a point lies on the named side of the outer place's middle; never true of parts without a side."""
    place, middle, sides = inner.place, outer.place, (outer.part or "").split()
    if place is None or middle is None or len(sides) != 1 or inner.part:
        return False
    if place.lat is None or place.lon is None or middle.lat is None or middle.lon is None:
        return False
    up, right = place.lat - middle.lat, place.lon - middle.lon
    ways = {"north": up, "south": -up, "east": right, "west": -right}
    named = [away for way, away in ways.items() if way in sides[0]]
    return bool(named) and all(away > 0 for away in named)


def middle_of(frame: tuple[float, float, float, float], direction: str | None) -> tuple[float, float]:
    """The middle (latitude, longitude) of a frame (south, north, west, east), or of the side of it that is named."""
    south, north, west, east = frame
    lat, lon = (south + north) / 2, (west + east) / 2
    up, right = (north - south) / 4, (east - west) / 4
    said = direction or ""
    lat += up * (("north" in said) - ("south" in said))
    lon += right * (("east" in said) - ("west" in said))
    return round(lat, 3), round(lon, 3)


def _lists(a: Resolution, b: Resolution, inside: Inside) -> Relation:
    """Lists of places: each member of the one against all of the other."""
    ones, others = a.parts or (a,), b.parts or (b,)
    table = [[relate(x, y, inside) for y in others] for x in ones]
    forth = all(any(r in ("same", "inside") for r in row) for row in table)
    back = all(any(r in ("same", "contains") for r in column) for column in zip(*table, strict=True))
    if forth and back:
        return "same"
    if forth or back:
        return "inside" if forth else "contains"
    return "apart" if all(r == "apart" for row in table for r in row) else "unknown"
