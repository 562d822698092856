"""Boundaries that a user imports as GeoJSON (an OCHA COD-AB layer, say), kept by country and level for the map."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import Problem, SitrepError
from .borders import Line, borders
from .countries import name as country_name
from .geojson import Area, Ring, read_layer

FOLDER = "boundaries"
LEVELS = {1: "first", 2: "second"}


@dataclass(frozen=True, slots=True)
class Boundaries:
    """The lines between a country's divisions of one level as (longitude, latitude), and where they are from.

    `source` is what the file or the user says of it, else the file's name; `licence` and `date` are empty where
    nothing says them.
    """

    country: str
    level: int
    areas: int
    file: str
    source: str
    licence: str = ""
    date: str = ""
    lines: tuple[Line, ...] = ()

    @property
    def origin(self) -> str:
        """Source, licence and date in one line."""
        return ", ".join(part for part in (self.source, self.licence, self.date) if part)

    def __str__(self) -> str:
        """What was imported, in a line."""
        areas = "one area" if self.areas == 1 else f"{self.areas} areas"
        return f"{country_name(self.country)}: {LEVELS[self.level]} level, {areas}; {self.origin}"


def import_boundaries(
    file: Path, folder: Path, *, country: str | None = None, level: int | None = None, source: str | None = None
) -> tuple[tuple[Boundaries, ...], tuple[Problem, ...]]:
    """Keep the boundaries of a GeoJSON file of first- or second-level divisions: what was kept, and the bad features.

    `country` (alpha-3) and `level` are used where a feature does not name its own, `source` goes before the file's. A
    later import of a country's level replaces the earlier one. Raises SitrepError if the file is no GeoJSON or no
    feature of it can be used.
    """
    layer = read_layer(file)
    said = {**layer.said, **({"source": source} if source else {})}
    problems: list[Problem] = []
    found: dict[tuple[str, int], list[tuple[Ring, ...]]] = defaultdict(list)
    for number, area in enumerate(layer.areas, 1):
        key = (area.country or country, level if area.level is None else area.level)
        if trouble := _trouble(area, *key):
            problems.append(Problem(f"{file.name}, feature {number}", trouble))
        else:
            found[key].append(area.rings)  # type: ignore[index]
    if not found:
        raise SitrepError(f"{file}: no feature of it is a boundary; {problems[0].what if problems else 'it is empty'}")
    kept = tuple(_kept(key, areas, file.name, said) for key, areas in sorted(found.items()))
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    for one in kept:
        _write(folder / FOLDER / f"{one.country}-{one.level}.txt", one)
    return kept, tuple(problems)


def _trouble(area: Area, country: str | None, level: int | None) -> str | None:
    """Why a feature cannot be used."""
    if not area.rings:
        return "it needs a polygon in degrees"
    if country is None:
        return "it does not name its country; name it with --country"
    if level is None:
        return (
            "it does not say its level (a field such as adm1_pcode or adm2_pcode); say it with --level 1 or --level 2"
        )
    if level not in LEVELS:
        return f"it is of level {level}; boundaries are of the first or the second level"
    return None


def _kept(key: tuple[str, int], areas: Sequence[tuple[Ring, ...]], name: str, said: Mapping[str, str]) -> Boundaries:
    licence, date = said.get("licence", ""), said.get("date", "")
    return Boundaries(*key, len(areas), name, said.get("source", name), licence, date, borders(areas))


def boundaries(folder: Path, country: str) -> tuple[Boundaries, ...]:
    """The imported boundaries of a country (alpha-3 code), the first level first; empty without an import."""
    files = (folder / FOLDER / f"{country}-{level}.txt" for level in LEVELS)
    return tuple(_read(file) for file in files if file.is_file())


def imported_boundaries(folder: Path) -> tuple[Boundaries, ...]:
    """All that is imported, by country and level."""
    return tuple(_read(file) for file in sorted((folder / FOLDER).glob("*-*.txt")))


def _write(file: Path, kept: Boundaries) -> None:
    head = json.dumps({"areas": kept.areas, "file": kept.file, **_said(kept)}, ensure_ascii=False)
    lines = [" ".join(f"{x:g},{y:g}" for x, y in line) for line in kept.lines]
    file.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")


def _said(kept: Boundaries) -> dict[str, str]:
    return {"source": kept.source, "licence": kept.licence, "date": kept.date}


def _read(file: Path) -> Boundaries:
    country, level = file.stem.rsplit("-", 1)
    head, *lines = file.read_text(encoding="utf-8").splitlines()
    return Boundaries(country, int(level), **json.loads(head), lines=tuple(_parsed(line) for line in lines if line))


def _parsed(line: str) -> Line:
    points = (pair.split(",") for pair in line.split())
    return tuple((float(x), float(y)) for x, y in points)
