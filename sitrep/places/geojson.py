"""Administrative layers as GeoJSON: each feature's country, level and rings, and what the file says of itself.

Known are OCHA's CODs of both namings (`ADM2_PCODE`, `admin2Name_en`; `adm2_pcode`, `adm2_name`), geoBoundaries
(`shapeType`), GADM (`GID_2`) and Natural Earth (`adm1_code`).
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import SitrepError
from .countries import iso3

Ring = tuple[tuple[float, float], ...]

_COUNTRY = (
    "iso3", "iso_3", "shapegroup", "gid_0", "adm0_iso3", "adm0_pcode", "admin0pcode", "adm0_a3", "adm0_name", "adm0_en",
    "admin0name_en", "iso2", "country",
)  # fmt: skip
_LEVEL = re.compile(r"adm(?:in)?_?(\d)_?(?:pcode|code|name(?:_?[a-z]{2}|\d)?|[a-z]{2})|gid_(\d)")
_SHAPE_TYPE = re.compile(r"adm(\d)", re.IGNORECASE)
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}(?!\d)")
_SAID = {
    "source": ("source", "attribution", "boundarysource", "boundarysource-1", "data_source"),
    "licence": ("licence", "license", "boundarylicense"),
    "date": ("valid_on", "validon", "date", "boundaryyear", "boundaryyearrepresented"),
}


@dataclass(frozen=True, slots=True)
class Area:
    """A feature: its country (alpha-3), its level (0 the country, 1 its first divisions), its rings in degrees."""

    country: str | None
    level: int | None
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """A file: its areas in their order, and its source, licence and date as far as it states them."""

    areas: tuple[Area, ...]
    said: Mapping[str, str]


def read_layer(file: Path) -> Layer:
    """The layer in a GeoJSON file. Raises SitrepError if the file is no feature collection."""
    try:
        read = json.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise SitrepError(f"{file}: this GeoJSON cannot be read ({error})") from error
    features = read.get("features") if isinstance(read, dict) else None
    if not isinstance(features, list):
        raise SitrepError(f"{file}: this is no GeoJSON feature collection")
    known = [f for f in features if isinstance(f, dict)]
    first = known[0].get("properties") if known else None
    return Layer(tuple(map(_area, known)), _said(read, read.get("metadata"), first))


def _area(feature: Mapping[str, Any]) -> Area:
    properties = _lower(feature.get("properties"))
    named = (iso3(str(properties[key])) for key in _COUNTRY if properties.get(key))
    return Area(next((code for code in named if code), None), _level(properties), tuple(_rings(feature)))


def _lower(properties: object) -> dict[str, Any]:
    return {str(k).strip().lower(): v for k, v in properties.items()} if isinstance(properties, dict) else {}


def _level(properties: Mapping[str, Any]) -> int | None:
    """The deepest level that the feature has a name or a code for."""
    if met := _SHAPE_TYPE.fullmatch(str(properties.get("shapetype", ""))):
        return int(met[1])
    found = (met for key, value in properties.items() if value not in (None, "") and (met := _LEVEL.fullmatch(key)))
    return max((int(met[1] or met[2]) for met in found), default=None)


def _said(*tables: object) -> dict[str, str]:
    """What the file says of itself: at its head, in its metadata, in its first feature."""
    said: dict[str, str] = {}
    for table in map(_lower, tables):
        for what, keys in _SAID.items():
            cells = (" ".join(str(table[key]).split()) for key in keys if isinstance(table.get(key), str | int))
            if found := next((cell for cell in cells if cell and (what != "date" or _DATE.match(cell))), ""):
                said.setdefault(what, found[:10] if what == "date" else found[:200])
    return said


def _rings(feature: Mapping[str, Any]) -> Iterator[Ring]:
    geometry = feature.get("geometry") or {}
    shapes = {"Polygon": [geometry.get("coordinates")], "MultiPolygon": geometry.get("coordinates")}
    for polygon in shapes.get(geometry.get("type", ""), []) or []:
        for line in polygon or []:
            ring = tuple(_rounded(line))
            if len(ring) >= 4:
                yield ring


def _rounded(line: Iterable[Any]) -> Iterator[tuple[float, float]]:
    """Points to a hundredth of a degree, those that became equal once; a point off the globe ends the ring."""
    last = None
    for pair in line:
        try:
            point = (round(float(pair[0]), 2), round(float(pair[1]), 2))
        except (TypeError, ValueError, IndexError):
            return
        if abs(point[0]) > 180 or abs(point[1]) > 90:
            return
        if point != last:
            yield point
        last = point
