"""What the press calls places of a country: regions of several divisions, and other names of a single one."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from .normal import fold
from .place import Place

_FILE = Path(__file__).with_name("regions.tsv")


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[str, str, str], ...]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()[1:]
    return tuple((c, n, m) for c, n, m in (line.split("\t") for line in lines))


@lru_cache(maxsize=1)
def _countries() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for country, names, _ in _rows():
        for key in map(fold, names.split(";")):
            table[key] = (*table.get(key, ()), country)
    return table


def region_countries(key: str) -> tuple[str, ...]:
    """The countries that have a region of this folded name."""
    return _countries().get(key, ())


def regions(country: str, division: Callable[[str], Place | None]) -> tuple[Place, ...]:
    """The regions of a country, whose first-level divisions are asked for by their folded names."""
    found = []
    for iso3, names, members in _rows():
        if iso3 == country:
            parts = [part for m in members.split(";") if (part := division(fold(m))) is not None]
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
