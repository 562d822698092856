"""What one name means: its readings tried in turn, lists taken apart, and one place chosen of those that bear it."""

from collections.abc import Mapping, Sequence

from . import phrase as phrases
from .atlas import Atlas, bears
from .choose import line_of, of_kind, only_town, without_cities
from .countries import demonym_country, named
from .countries import name as country_name
from .normal import fold
from .phrase import Phrase
from .place import Place, Resolution
from .regions import region_countries
from .relate import middle_of
from .world import countries_with

_MANY = 12
"""A name that more countries have than this is ambiguous without looking into each."""


class Resolver:
    """Names to places, each read and resolved once: the same question has the same answer."""

    def __init__(self, imported: Mapping[str, Sequence[Place]]) -> None:
        """`imported` are the user's own places, by alpha-3 code."""
        self._imported = imported
        self._atlases: dict[str, Atlas] = {}
        self._known: dict[tuple[str, str | None], Resolution] = {}

    def resolve(self, name: str, context: str | None) -> Resolution:
        """The place that a name means in a document about `context` (alpha-3 code)."""
        asked = (name, context)
        if asked not in self._known:
            self._known[asked] = self._resolve(name, context)
        return self._known[asked]

    def atlas(self, country: str) -> Atlas:
        """The places of a country (alpha-3 code)."""
        if country not in self._atlases:
            self._atlases[country] = Atlas(country, self._imported.get(country, ()))
        return self._atlases[country]

    def inside(self, place: Place, other: Place) -> bool:
        """Whether a place lies in another one of its country."""
        return place.country == other.country and self.atlas(place.country).inside(place, other)

    def _resolve(self, name: str, context: str | None) -> Resolution:
        whole = self._one(name, context)
        if whole.status != "unknown":
            return whole
        listed = phrases.split(name)
        if len(listed) < 2:
            return whole
        if len(listed) == 2 and "," in name and (inner := self._nested(name, listed, context)):
            return inner
        return self._several(name, listed, context)

    def _one(self, name: str, context: str | None) -> Resolution:
        """A name that is not a list: the first reading that is known."""
        if not fold(name):
            return Resolution(name, "unknown")
        first: Resolution | None = None
        for reading in phrases.readings(name):
            found = self._read(name, reading, context)
            if found.resolved:
                return found
            if first is None and found.status == "ambiguous":
                first = found
        return first or Resolution(name, "unknown")

    def _nested(self, name: str, listed: Sequence[str], context: str | None) -> Resolution | None:
        """Of "Ariha, Idlib" the first place, if it lies in the second one."""
        outer = self.resolve(listed[1], context)
        if outer.place is None or outer.part or outer.parts:
            return None
        for reading in phrases.readings(listed[0]):
            candidates = self._candidates(reading.base, outer.country)
            inside = tuple(p for p in candidates if self._within(p, outer.place))
            if inside:
                return self._choose(name, reading, inside)
        return None

    def _within(self, place: Place, outer: Place) -> bool:
        """Inside, or inside the division that a seat of the same name stands for."""
        if self.inside(place, outer):
            return True
        division = self.atlas(outer.country).division(outer.admin1) if outer.level == "city" else None
        return division is not None and outer.keys[0] in division.keys and self.inside(place, division)

    def _several(self, name: str, listed: Sequence[str], context: str | None) -> Resolution:
        """A list of places: resolved if every member is, each with the kind that stands at the list's end."""
        last = next((r.kind for r in reversed(phrases.readings(listed[-1])) if r.kind), None)
        parts = tuple(self._member(part, last, context) for part in listed)
        if not all(p.resolved for p in parts):
            status = "ambiguous" if any(p.status != "unknown" for p in parts) else "unknown"
            return Resolution(name, status, parts=parts, candidates=tuple(c for p in parts for c in p.candidates))  # type: ignore[arg-type]
        countries = {p.country for p in parts}
        shared = parts[0].country if len(countries) == 1 else None
        return Resolution(name, "resolved", name=name, level="area", country=shared, parts=parts)

    def _member(self, part: str, kind: str | None, context: str | None) -> Resolution:
        if kind:
            for reading in phrases.readings(part):
                found = self._read(part, reading._replace(kind=reading.kind or kind), context)
                if found.resolved:
                    return found
        return self._one(part, context)

    def _read(self, asked: str, reading: Phrase, context: str | None) -> Resolution:
        if not reading.base:
            return self._of_document(asked, reading, context)
        countries = self._countries(reading, context)
        if len(countries) > 1:
            return Resolution(asked, "ambiguous", candidates=tuple(_as_place(c) for c in countries))
        if countries:
            return self._whole_country(asked, reading, countries[0])
        candidates = self._candidates(reading.base, context)
        if reading.within:
            outer = self.resolve(reading.within, context)
            inside = tuple(p for p in candidates if outer.place and self._within(p, outer.place))
            candidates = inside or candidates
        if candidates:
            return self._choose(asked, reading, candidates)
        return self._abroad(asked, reading, context)

    def _of_document(self, asked: str, reading: Phrase, context: str | None) -> Resolution:
        """Of "the north" the north of the document's country."""
        if context is None or not reading.direction:
            return Resolution(asked, "unknown")
        return self._whole_country(asked, reading, context)

    def _countries(self, reading: Phrase, context: str | None) -> tuple[str, ...]:
        """The countries that a base names, none if a kind or a division of the document's country speaks against it."""
        codes = named(reading.base)
        if not codes and reading.area and (people := demonym_country(reading.base, context)):
            codes = (people,)
        if not codes or context in codes:
            return (context,) if codes and context else ()
        if reading.kind in ("admin1", "admin2", "city"):
            return ()
        rivals = self._candidates(reading.base, context)
        return () if any(p.level == "admin1" for p in rivals) else codes

    def _whole_country(self, asked: str, reading: Phrase, code: str) -> Resolution:
        """A country, or its part by the compass, which is put in the middle of that side."""
        place = _as_place(code)
        if reading.area is None:
            return Resolution(asked, "resolved", place.name, "country", code, place=place)
        frame = self.atlas(code).frame
        lat, lon = middle_of(frame, reading.direction) if frame else (None, None)
        mid = middle_of(frame, None) if frame else (None, None)
        place = place._replace(lat=mid[0], lon=mid[1])
        return Resolution(asked, "resolved", place.name, "area", code, lat=lat, lon=lon, part=reading.area, place=place)

    def _candidates(self, base: str, country: str | None) -> tuple[Place, ...]:
        return self.atlas(country).find(base) if country else ()

    def _choose(self, asked: str, reading: Phrase, candidates: Sequence[Place]) -> Resolution:
        """One place of those that have a name: by the kind that is stated, then by the divisions they stand for."""
        fitting = of_kind(candidates, reading.kind)
        fitting = [p for p in fitting if bears(p, fold(reading.base))] or fitting
        rivals = [c for c in named(reading.base) if reading.kind is None and c != fitting[0].country]
        if rivals:
            return Resolution(asked, "ambiguous", candidates=(*map(_as_place, rivals), *fitting))
        whole = reading.area is not None or reading.kind in ("admin1", "admin2")
        line = line_of(without_cities(fitting) if whole else fitting, self.inside)
        chain = line or ([] if whole else only_town(fitting, self.inside))
        if not chain:
            return Resolution(asked, "ambiguous", candidates=tuple(fitting))
        return self._settled(asked, reading, chain[0] if whole else chain[-1], candidates)

    def _settled(self, asked: str, reading: Phrase, place: Place, candidates: Sequence[Place]) -> Resolution:
        division = self.atlas(place.country).division
        admin1, admin2 = division(place.admin1), division(place.admin2)
        return Resolution(
            asked,
            "resolved",
            name=place.name,
            level="area" if reading.area else place.level,  # type: ignore[arg-type]
            country=place.country,
            admin1=admin1.name if admin1 else None,
            admin2=admin2.name if admin2 else None,
            pcode=place.pcode,
            admin1_pcode=admin1.pcode if admin1 else None,
            admin2_pcode=admin2.pcode if admin2 else None,
            lat=place.lat,
            lon=place.lon,
            part=reading.area,
            place=place,
            candidates=tuple(c for c in candidates if c.id != place.id),
        )

    def _abroad(self, asked: str, reading: Phrase, context: str | None) -> Resolution:
        """A name that the document's country lacks: one country's division or capital; a mere town stays open."""
        if demonym_country(reading.base):
            return Resolution(asked, "unknown")
        key = fold(reading.base)
        where = dict(countries_with(key)) | dict.fromkeys(region_countries(key), True)
        where.pop(context or "", None)
        if not where or len(where) > _MANY:
            return Resolution(asked, "ambiguous" if where else "unknown")
        found = [p for code in sorted(where) for p in self.atlas(code).find_exact(reading.base) if bears(p, key)]
        high = [p for p in found if p.capital or p.level in ("admin1", "region")]
        best = high or [p for p in found if p.level == "admin2"]
        lone = len({p.country for p in high or found}) == 1
        if not best or not lone:
            return Resolution(asked, "ambiguous" if found else "unknown", candidates=tuple(found))
        return self._choose(asked, reading, [p for p in found if p.country == best[0].country])


def _as_place(code: str) -> Place:
    return Place(code, "country", country_name(code), code, keys=(fold(country_name(code)),))
