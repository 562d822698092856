"""Atlas: all places of one country, the user's over the packaged ones, found by exact, normal or loose spelling."""

from collections.abc import Sequence
from functools import cached_property

from .merge import merge
from .normal import fold, normal, skeleton
from .place import DEPTH, Place
from .regions import regions
from .spellings import Table, alike, by_bones, of_first_source, once, same, table
from .world import place_of, places_named, places_of


class Atlas:
    """The places of one country. What a question does not need is not read: most names are met as they are written."""

    def __init__(self, country: str, imported: Sequence[Place] = ()) -> None:
        """`imported` are the user's own places, in the order in which they count."""
        self.country = country
        self._imported = imported

    @cached_property
    def _merged(self) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
        packaged = places_of(self.country)
        return merge(packaged, self._imported) if self._imported else ((), packaged)

    @property
    def own(self) -> tuple[Place, ...]:
        """The user's places, joined with the packaged ones that they name again."""
        return self._merged[0] if self._imported else ()

    @property
    def rest(self) -> tuple[Place, ...]:
        """The packaged places that the user does not name."""
        return self._merged[1]

    @cached_property
    def regions(self) -> tuple[Place, ...]:
        """What the press calls places of the country, regions and other names of a division."""
        return regions(self.country, self._first_level)

    def _first_level(self, key: str) -> Place | None:
        """The first-level division of this folded name, of several the last one: the packaged ones come last."""
        return next((p for p in reversed(self._exactly(key)) if p.level == "admin1"), None)

    def _exactly(self, key: str) -> tuple[Place, ...]:
        """The user's and the packaged places of this folded name."""
        if not self._imported:
            return places_named(self.country, key)
        own, rest = self._exact
        return (*own.get(key, ()), *rest.get(key, ()))

    @cached_property
    def _curated(self) -> dict[str, Place]:
        return {key: place for place in self.regions for key in place.keys}

    def division(self, id_: str) -> Place | None:
        """The place with this id."""
        if not self._imported:
            return place_of(self.country, id_) or next((p for p in self.regions if p.id == id_), None)
        return self._by_id.get(id_)

    @cached_property
    def _by_id(self) -> dict[str, Place]:
        return {p.id: p for p in (*self.regions, *self.rest, *self.own)}

    @cached_property
    def _exact(self) -> tuple[Table, Table]:
        return table(self.own, same), table(self.rest, same)

    @cached_property
    def _normal(self) -> tuple[Table, Table]:
        return table(self.own, normal), table(self.rest, normal)

    @cached_property
    def _loose(self) -> tuple[Table, Table]:
        return by_bones(self.own), by_bones(self.rest)

    def find(self, name: str) -> tuple[Place, ...]:
        """The places that a name may mean: by the strictest spelling that finds any, the user's own first."""
        return self.find_exact(name) or self._nearly(fold(name))

    def find_exact(self, name: str) -> tuple[Place, ...]:
        """As `find`, but without the loose spellings."""
        key = fold(name)
        if not key:
            return ()
        if key in self._curated and not (self._imported and key in self._exact[0]):
            return (self._curated[key],)
        found = self._met(self._exact, key) if self._imported else once(places_named(self.country, key))
        return found or self._met(self._normal, normal(key))

    def _met(self, tables: tuple[Table, Table], form: str) -> tuple[Place, ...]:
        """What has that form: the user's own, else the packaged; of two of the user's files the first one's."""
        own, rest = tables
        return of_first_source(own.get(form, ())) or once(rest.get(form, ()))

    def _nearly(self, key: str) -> tuple[Place, ...]:
        bones = skeleton(key)
        for places in self._loose:
            if found := once(p for p in places.get(bones, ()) if alike(key, p)):
                return found
        return ()

    @cached_property
    def frame(self) -> tuple[float, float, float, float] | None:
        """South, north, west and east of the country's towns, None without any."""
        points = [(p.lat, p.lon) for p in (*self.own, *self.rest) if p.lat is not None and p.lon is not None]
        if not points:
            return None
        lats, lons = [a for a, _ in points], [b for _, b in points]
        return min(lats), max(lats), min(lons), max(lons)

    def inside(self, place: Place, other: Place) -> bool:
        """Whether a place is a part of another, by the divisions that it lies in."""
        if other.level == "country":
            return place.country == other.country and place.level != "country"
        if other.level == "region":
            return place.admin1 in other.members or place.id in other.members
        if other.id in (place.admin1, place.admin2) and place.id != other.id:
            return True
        return other.level == "admin2" and place.level == "city" and not place.admin2 and _is_seat(place, other)


def _is_seat(place: Place, division: Place) -> bool:
    if place.admin1 != division.admin1 or not place.keys:
        return False
    bones = skeleton(place.keys[0])
    return place.keys[0] in division.keys or (bones != "" and bones in map(skeleton, division.keys[:2]))


def bears(place: Place, key: str) -> bool:
    """Whether a folded name is the place's own, and not only one of its other names."""
    own = place.keys[:1] if place.level == "city" else place.keys[:2]
    return normal(key) in map(normal, own) or (skeleton(key) != "" and skeleton(key) in map(skeleton, own))


def depth(place: Place) -> int:
    """How deep a place lies: a country 0, a settlement 6."""
    return DEPTH[place.level]
