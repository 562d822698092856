"""Gazetteer: what place a name means, with the country of the document as context and never by population size."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from . import phrase as phrases
from .boundaries import Boundaries, boundaries
from .countries import iso3, named
from .normal import fold
from .place import Place, Resolution
from .regions import region_countries
from .relate import Relation, relate
from .resolver import Resolver
from .world import countries_with


class Gazetteer:
    """Names to places: the packaged world under the places that a user imported (`imported`, by alpha-3 code).

    A gazetteer holds no state but what it has read and resolved already: the same question has the same answer.
    """

    def __init__(self, imported: Mapping[str, Sequence[Place]] | None = None, folder: Path | None = None) -> None:
        """Without `imported` the packaged world alone; `folder` is where imported boundaries are."""
        self._folder = folder
        self._resolver = Resolver(imported or {})

    @classmethod
    def load(cls, files: Iterable[Path] = (), folder: Path | None = None) -> "Gazetteer":
        """A gazetteer with a user's own files (CSV, in any form that `places import` takes) and a folder of imports.

        The first file wins over the later ones, all of them over the folder. Raises SitrepError for a file that
        cannot be read at all; rows that cannot are left out (`places import` names them).
        """
        from .stored import Imported

        return cls(Imported.open(tuple(files), folder), folder)

    def resolve(self, name: str, country: str | None = None) -> Resolution:
        """The place that a name as stated means in a document about `country` (alpha-3 code or any of its names)."""
        return self._resolver.resolve(name, iso3(country) if country else None)

    def is_place(self, name: str, country: str | None = None) -> bool:
        """Whether a name is that of a country, a region, a first-level division or a town.

        Without `country` only towns of some size count; with it every place there does, the imported ones too. A bare
        word or first name that a place somewhere happens to bear ("Police", "David") is none.
        """
        key = fold(name)
        if key in phrases.words()["word"] or (len(key) < 3 and not named(name)):
            return False
        if named(name) or region_countries(key) or any(major for _, major in countries_with(key)):
            return True
        code = iso3(country) if country else None
        return code is not None and bool(self._resolver.atlas(code).find_exact(name))

    def relation(self, a: str, b: str, country: str | None = None) -> Relation:
        """How two names lie to each other in a document about `country`: see `relate`."""
        return self.relate(self.resolve(a, country), self.resolve(b, country))

    def relate(self, a: Resolution, b: Resolution) -> Relation:
        """How two resolutions lie to each other: the same, a inside b, a contains b, apart, or unknown."""
        return relate(a, b, self._resolver.inside)

    def contains(self, a: str, b: str, country: str | None = None) -> bool:
        """Whether b is certainly a part of a."""
        return self.relation(a, b, country) == "contains"

    def places(self, country: str) -> tuple[Place, ...]:
        """All places known of a country (alpha-3 code), the user's first."""
        atlas = self._resolver.atlas(country)
        return (*atlas.own, *atlas.rest, *atlas.regions)

    def boundaries(self, country: str) -> tuple[Boundaries, ...]:
        """The imported boundaries of a country (alpha-3 code), the first level first; empty without an import."""
        return boundaries(self._folder, country) if self._folder else ()
