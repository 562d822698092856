"""Atlas: all places of one country, the user's over the packaged ones, found by exact, normal or loose spelling."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from math import cos, hypot, radians
from pathlib import Path

from .normal import fold, normal, skeleton
from .place import DEPTH, Place

Table = dict[str, list[Place]]

_SAME_SPOT_KM = 15.0
_ALIKE = 0.88
"""How alike two spellings of one skeleton must be: enough for `daret izza` and `darat izza`."""


class Atlas:
    """The places of one country: a packaged place that the user names again is merged into the user's."""

    def __init__(self, country: str, packaged: Sequence[Place], imported: Sequence[Place] = ()) -> None:
        """`imported` places may name their divisions as `?Name`; they are looked up among all divisions."""
        self.country = country
        self._packaged = packaged
        self._imported = imported
        merged, self._aliases = _merge(packaged, imported)
        hidden = frozenset(self._aliases)
        self.own = tuple(self._settle(p, merged) for p in merged)
        rest = tuple(p for p in packaged if p.id not in hidden)
        self.rest = (
            tuple(p._replace(admin1=self._id(p.admin1), admin2=self._id(p.admin2)) for p in rest) if hidden else rest
        )
        self.regions = _regions(country, (*self.own, *self.rest))
        self._curated = {key: place for place in self.regions for key in place.keys}

    def _id(self, division: str) -> str:
        return self._aliases.get(division, division)

    def _settle(self, place: Place, own: Sequence[Place]) -> Place:
        """Division names of a user's own file become ids."""
        if not place.admin1.startswith("?") and not place.admin2.startswith("?") and not self._aliases:
            return place
        admin1 = self._named(place.admin1, "admin1", own)
        admin2 = self._named(place.admin2, "admin2", own)
        return place._replace(admin1=admin1, admin2=admin2)

    def _named(self, division: str, level: str, own: Sequence[Place]) -> str:
        if not division.startswith("?"):
            return self._id(division)
        key = normal(fold(division[1:]))
        for place in (*own, *self._packaged):
            if place.level == level and any(normal(k) == key for k in place.keys):
                return self._id(place.id)
        return ""

    @cached_property
    def by_id(self) -> dict[str, Place]:
        """Every place by its id."""
        return {p.id: p for p in (*self.regions, *self.rest, *self.own)}

    @cached_property
    def _exact(self) -> tuple[Table, Table]:
        return _table(self.own, _same), _table(self.rest, _same)

    @cached_property
    def _normal(self) -> tuple[Table, Table]:
        return _table(self.own, normal), _table(self.rest, normal)

    @cached_property
    def _loose(self) -> tuple[Table, Table]:
        return _by_bones(self.own), _by_bones(self.rest)

    def find(self, name: str) -> tuple[Place, ...]:
        """The places that a name may mean: by the strictest spelling that finds any, the user's own first."""
        return self.find_exact(name) or self._nearly(fold(name))

    def find_exact(self, name: str) -> tuple[Place, ...]:
        """As `find`, but without the loose spellings."""
        key = fold(name)
        if not key:
            return ()
        if key in self._curated and key not in self._exact[0]:
            return (self._curated[key],)
        return self._met(self._exact, key) or self._met(self._normal, normal(key))

    def _met(self, tables: tuple[Table, Table], form: str) -> tuple[Place, ...]:
        """What has that form: the user's own, else the packaged; of two of the user's files the first one's."""
        own, rest = tables
        return _of_first_source(own.get(form, ())) or _once(rest.get(form, ()))

    def _nearly(self, key: str) -> tuple[Place, ...]:
        bones = skeleton(key)
        for table in self._loose:
            if found := _once(p for p in table.get(bones, ()) if _alike(key, p)):
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


def _once(places: Iterable[Place]) -> tuple[Place, ...]:
    return tuple({p.id: p for p in places}.values())


def _of_first_source(places: Sequence[Place]) -> tuple[Place, ...]:
    """Of each level the places of the source that comes first: a list of divisions and one of towns go together."""
    first: dict[str, str] = {}
    for place in places:
        first.setdefault(place.level, place.source)
    return _once(p for p in places if p.source == first[p.level])


def _same(key: str) -> str:
    return key


def _table(places: Iterable[Place], form: Callable[[str], str]) -> dict[str, list[Place]]:
    table: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        forms = {form(place.keys[0]): None} if len(place.keys) == 1 else dict.fromkeys(map(form, place.keys))
        for key in forms:
            if key:
                table[key].append(place)
    return dict(table)


def _by_bones(places: Iterable[Place]) -> dict[str, list[Place]]:
    """By the skeleton of the first name only: the others are there to be met exactly."""
    table: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        table[skeleton(place.keys[0])].append(place)
    table.pop("", None)
    return dict(table)


def _alike(key: str, place: Place) -> bool:
    mine, bones = normal(key), skeleton(key)
    return any(SequenceMatcher(None, mine, normal(k)).ratio() >= _ALIKE for k in place.keys if skeleton(k) == bones)


def _is_seat(place: Place, division: Place) -> bool:
    if place.admin1 != division.admin1 or not place.keys:
        return False
    bones = skeleton(place.keys[0])
    return place.keys[0] in division.keys or (bones != "" and bones in map(skeleton, division.keys[:2]))


def bears(place: Place, key: str) -> bool:
    """Whether a folded name is the place's own, and not only one of its other names."""
    own = place.keys[:1] if place.level == "city" else place.keys[:2]
    return normal(key) in map(normal, own) or (skeleton(key) != "" and skeleton(key) in map(skeleton, own))


def kilometres(a: Place, b: Place) -> float | None:
    """The distance of two places near each other, None where either has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    return 111.2 * hypot(a.lat - b.lat, (a.lon - b.lon) * cos(radians(a.lat)))


def _merge(packaged: Sequence[Place], imported: Sequence[Place]) -> tuple[list[Place], dict[str, str]]:
    """The imported places with the spellings and points of packaged ones of that name, and what these became."""
    known = _table(packaged, normal) if imported else {}
    loose = _table((p for p in packaged if p.level.startswith("admin")), skeleton) if imported else {}
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


def _twin(place: Place, known: dict[str, list[Place]], loose: dict[str, list[Place]]) -> Place | None:
    for key in place.keys:
        found = [p for p in known.get(normal(key), ()) if p.level == place.level]
        found = found or [p for p in loose.get(skeleton(key), ()) if p.level == place.level and _alike(key, p)]
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


@lru_cache(maxsize=1)
def _region_keys() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for country, names, _ in _region_rows():
        for key in map(fold, names.split(";")):
            table[key] = (*table.get(key, ()), country)
    return table


@lru_cache(maxsize=1)
def _region_rows() -> tuple[tuple[str, str, str], ...]:
    lines = Path(__file__).with_name("regions.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return tuple((c, n, m) for c, n, m in (line.split("\t") for line in lines))


def region_countries(key: str) -> tuple[str, ...]:
    """The countries that have a region of this folded name."""
    return _region_keys().get(key, ())


def _regions(country: str, places: Sequence[Place]) -> tuple[Place, ...]:
    """What the press calls places of a country: regions of several divisions, and other names of a single one."""
    divisions = {key: p for p in places if p.level == "admin1" for key in p.keys}
    found = []
    for iso3, names, members in _region_rows():
        if iso3 != country:
            continue
        parts = [divisions[fold(m)] for m in members.split(";") if fold(m) in divisions]
        found.append(_region(country, tuple(names.split(";")), parts))
    return tuple(found)


def _region(country: str, names: tuple[str, ...], parts: Sequence[Place]) -> Place:
    keys = tuple(fold(n) for n in names)
    if len(parts) == 1:
        return parts[0]._replace(keys=keys)
    points = [(p.lat, p.lon) for p in parts if p.lat is not None and p.lon is not None]
    lat = round(sum(a for a, _ in points) / len(points), 3) if points else None
    lon = round(sum(b for _, b in points) / len(points), 3) if points else None
    ids = tuple(p.id for p in parts)
    return Place(f"{country}:{keys[0]}", "region", names[0], country, lat=lat, lon=lon, keys=keys, members=ids)


def depth(place: Place) -> int:
    """How deep a place lies: a country 0, a settlement 6."""
    return DEPTH[place.level]
