"""Place and Resolution: one place of a gazetteer, and what a name as stated turned out to be."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Level = Literal["country", "region", "admin1", "admin2", "admin3", "admin4", "city", "area"]
"""`region` is an informal one (Darfur), `city` any settlement, `area` a part of a place or several places."""

Status = Literal["resolved", "ambiguous", "unknown"]

DEPTH = {"country": 0, "region": 1, "admin1": 2, "admin2": 3, "admin3": 4, "admin4": 5, "city": 6}


class Place(NamedTuple):
    """One place. `admin1`, `admin2` are ids of the divisions it lies in; `members` ids that make up a region.

    `id` is stable within one set of gazetteers: a GeoNames number, a division's code, or a P-code. `pcode` is the
    official one where the user imported it. `lat`, `lon` are degrees (WGS 84), a division's are its towns' middle.
    """

    id: str
    level: str
    name: str
    country: str
    admin1: str = ""
    admin2: str = ""
    lat: float | None = None
    lon: float | None = None
    keys: tuple[str, ...] = ()
    pcode: str | None = None
    source: str = "world"
    capital: bool = False
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a name is, in the context of a country.

    `name` is the gazetteer's spelling of the base place and `level` its level; for a phrase (`part` "northwest",
    "countryside", or several places in `parts`) the level is `area`. `candidates` are the places that the name could
    mean where it stays ambiguous. `admin1`, `admin2` are names, `country` an alpha-3 code.
    """

    asked: str
    status: Status
    name: str | None = None
    level: Level | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    pcode: str | None = None
    admin1_pcode: str | None = None
    admin2_pcode: str | None = None
    lat: float | None = None
    lon: float | None = None
    part: str | None = None
    place: Place | None = None
    parts: tuple["Resolution", ...] = ()
    candidates: tuple[Place, ...] = ()

    @property
    def resolved(self) -> bool:
        """Whether the name means one place (or one list of places)."""
        return self.status == "resolved"
