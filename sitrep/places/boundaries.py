"""First-level boundaries that a user imports as GeoJSON (an OCHA COD-AB layer, say), kept by country for the map."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ..errors import Problem, SitrepError
from .countries import iso3

Ring = tuple[tuple[float, float], ...]

FOLDER = "boundaries"
_COUNTRY_KEYS = (
    "iso3", "iso_3", "shapegroup", "adm0_iso3", "adm0_pcode", "admin0pcode", "adm0_a3", "adm0_name", "adm0_en",
    "admin0name_en", "country",
)  # fmt: skip


def import_boundaries(file: Path, folder: Path, country: str | None = None) -> tuple[int, tuple[Problem, ...]]:
    """Keep the polygons of a GeoJSON file of first-level divisions: how many divisions, and the bad features.

    `country` (alpha-3) is used where a feature does not name its own. A later import of a country replaces the earlier
    one. Raises SitrepError if the file is no GeoJSON or no feature of it is a division with a country.
    """
    problems: list[Problem] = []
    rings: dict[str, list[Ring]] = defaultdict(list)
    count = 0
    for number, feature in enumerate(_features(file), 1):
        code, found = _country(feature, country), tuple(_rings(feature))
        if code is None or not found:
            problems.append(Problem(f"{file.name}, feature {number}", "it needs a country and a polygon in degrees"))
            continue
        rings[code] += found
        count += 1
    if not rings:
        raise SitrepError(f"{file}: no feature of it is a polygon with a country; name the country with --country")
    target = folder / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    for code, kept in sorted(rings.items()):
        lines = [" ".join(f"{x:g},{y:g}" for x, y in ring) for ring in kept]
        (target / f"{code}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return count, tuple(problems)


def boundaries(folder: Path, country: str) -> tuple[Ring, ...]:
    """The imported rings of a country's first-level divisions as (longitude, latitude); empty without an import."""
    file = folder / FOLDER / f"{country}.txt"
    if not file.is_file():
        return ()
    return tuple(_parsed(line) for line in file.read_text(encoding="utf-8").splitlines() if line)


def _parsed(line: str) -> Ring:
    points = (pair.split(",") for pair in line.split())
    return tuple((float(x), float(y)) for x, y in points)


def _features(file: Path) -> list[dict[str, Any]]:
    try:
        read = json.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise SitrepError(f"{file}: this GeoJSON cannot be read ({error})") from error
    features = read.get("features") if isinstance(read, dict) else None
    if not isinstance(features, list):
        raise SitrepError(f"{file}: this is no GeoJSON feature collection")
    return [f for f in features if isinstance(f, dict)]


def _country(feature: dict[str, Any], given: str | None) -> str | None:
    properties = {str(k).lower(): v for k, v in (feature.get("properties") or {}).items()}
    named = (iso3(str(properties[key])) for key in _COUNTRY_KEYS if properties.get(key))
    return next((code for code in named if code), given)


def _rings(feature: dict[str, Any]) -> Iterator[Ring]:
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
