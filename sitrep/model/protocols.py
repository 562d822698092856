"""What one stage needs of another, as Protocols that the pipeline hands in."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from .ledger import Ledger
from .store import Store

__all__ = ["Ledger", "PlaceResolver", "Renderer", "ResolvedPlace", "Store"]


class Renderer(Protocol):
    """Fills a template of the report's templates; see report.templates.render."""

    def __call__(self, name: str, context: dict[str, Any], folders: Sequence[Path] = ()) -> str:
        """The text of template `name`, the folders' own first; raises SitrepError that names file and line."""
        ...


class ResolvedPlace(Protocol):
    """What a gazetteer makes of a name: see places.Resolution, whose fields these are."""

    @property
    def resolved(self) -> bool:
        """Whether the name means one place."""
        ...

    @property
    def name(self) -> str | None:
        """The gazetteer's spelling."""
        ...

    @property
    def level(self) -> str | None:
        """country, region, admin1 to admin4, city, or area (a part of a place, or several places)."""
        ...

    @property
    def country(self) -> str | None:
        """Alpha-3 code."""
        ...

    @property
    def admin1(self) -> str | None:
        """The name of the first-level division in which it lies."""
        ...

    @property
    def part(self) -> str | None:
        """The part of the place that a phrase names ("northwest", "countryside")."""
        ...


class PlaceResolver(Protocol):
    """Names of places with a country (alpha-3) as context."""

    def resolve(self, name: str, country: str | None) -> ResolvedPlace:
        """What place a name is; never a guess by population size."""
        ...
