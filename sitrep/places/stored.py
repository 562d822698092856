"""Where imports are kept: a folder with a file a country, read when that country is asked for."""

import csv
import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..errors import Problem, SitrepError
from .imported import read_file
from .place import Place

_HEADER = ("id", "level", "name", "admin1", "admin2", "lat", "lon", "keys", "pcode")


def default_folder() -> Path:
    """Where imports are kept: `SITREP_PLACES`, else `sitrep/places` in the user's data folder (XDG_DATA_HOME)."""
    if given := os.environ.get("SITREP_PLACES"):
        return Path(given)
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "sitrep" / "places"


def import_file(file: Path, folder: Path) -> tuple[int, tuple[Problem, ...]]:
    """Read a CSV and keep it in the folder (a later import of the same name replaces it): how many places, bad rows.

    Raises SitrepError if the file cannot be read, its header is of no known form, or no row is good.
    """
    places, problems = read_file(file)
    if not places:
        raise SitrepError(
            f"{file}: no row of it is a place; the first trouble is: {problems[0].what if problems else 'it is empty'}"
        )
    target = folder / file.stem
    target.mkdir(parents=True, exist_ok=True)
    by_country: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        by_country[place.country].append(place)
    for old in target.glob("*.tsv"):
        old.unlink()
    for country, found in sorted(by_country.items()):
        _write(target / f"{country}.tsv", found)
    return len(places), problems


def _write(file: Path, places: Sequence[Place]) -> None:
    with file.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, delimiter="\t", lineterminator="\n")
        writer.writerow(_HEADER)
        for p in places:
            points = ["" if p.lat is None else p.lat, "" if p.lon is None else p.lon]
            writer.writerow([p.id, p.level, p.name, p.admin1, p.admin2, *points, ";".join(p.keys), p.pcode or ""])


def _read(file: Path) -> tuple[Place, ...]:
    with file.open(encoding="utf-8", newline="") as handle:
        rows = csv.reader(handle, delimiter="\t")
        if tuple(next(rows, ())) != _HEADER:
            raise SitrepError(f"{file}: this is not a file that `sitrep places import` wrote; import its source again")
        return tuple(_stored(row, file) for row in rows)


def _stored(row: Sequence[str], file: Path) -> Place:
    id_, level, name, admin1, admin2, lat, lon, keys, pcode = row
    points = (float(lat) if lat else None, float(lon) if lon else None)
    return Place(
        id_, level, name, file.stem, admin1, admin2, *points, tuple(keys.split(";")), pcode or None, file.parent.name
    )


class Imported(Mapping[str, Sequence[Place]]):
    """A user's places by country; a country's file in the folder is read when that country is asked for."""

    def __init__(self, places: Mapping[str, Sequence[Place]], stored: Mapping[str, Sequence[Path]]) -> None:
        """`places` are read already, `stored` are the folder's files by country."""
        self._places = {code: list(found) for code, found in places.items()}
        self._stored = {code: tuple(files) for code, files in stored.items()}

    @classmethod
    def open(cls, files: Sequence[Path], folder: Path | None = None) -> "Imported":
        """The files in their order, then the folder's imports by name. Raises SitrepError for an unreadable file."""
        places: dict[str, list[Place]] = defaultdict(list)
        for file in files:
            for place in read_file(file)[0]:
                places[place.country].append(place)
        stored: dict[str, list[Path]] = defaultdict(list)
        for found in sorted(folder.glob("*/*.tsv")) if folder else ():
            stored[found.stem].append(found)
        return cls(places, stored)

    def __getitem__(self, country: str) -> Sequence[Place]:
        for file in self._stored.pop(country, ()):
            self._places.setdefault(country, []).extend(_read(file))
        return self._places[country]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted({*self._places, *self._stored}))

    def __len__(self) -> int:
        return len({*self._places, *self._stored})
