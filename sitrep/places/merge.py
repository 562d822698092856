"""A user's places of a country over the packaged ones: a packaged place that the user names again is joined to it."""

from collections.abc import Sequence

from .normal import fold, normal, skeleton
from .place import Place
from .spellings import Table, alike, kilometres, table

_SAME_SPOT_KM = 15.0


def merge(packaged: Sequence[Place], imported: Sequence[Place]) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """The user's places, with the spellings and points of their packaged twins, and the packaged ones without twin.

    Imported places may name their divisions as `?Name`; they are looked up among all divisions.
    """
    joined, aliases = _join(packaged, imported)
    settle = _Divisions((*joined, *packaged), aliases).settle
    rest = (p for p in packaged if p.id not in aliases)
    return tuple(map(settle, joined)), tuple(map(settle, rest))


class _Divisions:
    """What the names and the packaged ids of divisions have become."""

    def __init__(self, places: Sequence[Place], aliases: dict[str, str]) -> None:
        self._places = places
        self._aliases = aliases

    def settle(self, place: Place) -> Place:
        """A place whose divisions are ids that stand in the atlas."""
        admin1, admin2 = self._id(place.admin1, "admin1"), self._id(place.admin2, "admin2")
        if (admin1, admin2) == (place.admin1, place.admin2):
            return place
        return place._replace(admin1=admin1, admin2=admin2)

    def _id(self, division: str, level: str) -> str:
        if not division.startswith("?"):
            return self._aliases.get(division, division)
        key = normal(fold(division[1:]))
        for place in self._places:
            if place.level == level and any(normal(k) == key for k in place.keys):
                return self._aliases.get(place.id, place.id)
        return ""


def _join(packaged: Sequence[Place], imported: Sequence[Place]) -> tuple[list[Place], dict[str, str]]:
    """The imported places with the spellings and points of packaged ones of that name, and what these became."""
    known = table(packaged, normal)
    loose = table((p for p in packaged if p.level.startswith("admin")), skeleton)
    aliases: dict[str, str] = {}
    merged = []
    levels = {p.level for p in packaged}
    for place in imported:
        twin = _twin(place, known, loose) if place.level in levels else None
        if twin is not None and twin.id not in aliases:
            aliases[twin.id] = place.id
            place = _joined(place, twin)
        merged.append(place)
    return merged, aliases


def _twin(place: Place, known: Table, loose: Table) -> Place | None:
    for key in place.keys:
        found = [p for p in known.get(normal(key), ()) if p.level == place.level]
        found = found or [p for p in loose.get(skeleton(key), ()) if p.level == place.level and alike(key, p)]
        near = [
            p for p in found if (away := kilometres(place, p)) is None or away <= _SAME_SPOT_KM or p.level != "city"
        ]
        if len(near) == 1:
            return near[0]
    return None


def _joined(place: Place, twin: Place) -> Place:
    lat, lon = (twin.lat, twin.lon) if place.lat is None else (place.lat, place.lon)
    keys = tuple(dict.fromkeys((*place.keys, *twin.keys)))
    admin1 = place.id if place.level == "admin1" else place.admin1 or twin.admin1
    admin2 = place.id if place.level == "admin2" else place.admin2 or twin.admin2
    return place._replace(lat=lat, lon=lon, keys=keys, admin1=admin1, admin2="" if place.level == "admin1" else admin2)
