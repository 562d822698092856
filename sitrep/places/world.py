"""The packaged gazetteer `world.zip`: read a country at a time, so that starting costs nothing.

Data: a selection of GeoNames (geonames.org), Creative Commons Attribution 4.0; `script/places-make-gazetteer.py`
makes the file and `LICENCE.txt` inside it says what was changed.
"""

import zipfile
from functools import lru_cache
from pathlib import Path

from .countries import COUNTRIES
from .place import Place

_FILE = Path(__file__).with_name("world.zip")


@lru_cache(maxsize=1)
def _index() -> bytes:
    with zipfile.ZipFile(_FILE) as packed:
        return packed.read("index.tsv")


@lru_cache(maxsize=65536)
def countries_with(key: str) -> tuple[tuple[str, bool], ...]:
    """The alpha-3 codes of the countries that have a place of this folded name, each with whether it is a major one.

    Major is a first-level division, a capital or a town of 15,000 people: a hint for `is_place`, never for resolving.
    """
    data, wanted = _index(), b"\n" + key.encode() + b"\t"
    low, high = 0, len(data) - 1
    while low < high:
        middle = data.rfind(b"\n", 0, (low + high) // 2 + 1)
        end = data.find(b"\n", middle + 1)
        if data[middle : data.find(b"\t", middle) + 1] < wanted:
            low = end
        else:
            high = max(middle, 0)
    if not data.startswith(wanted, low):
        return ()
    found = data[low + len(wanted) : data.find(b"\n", low + 1)].decode().split()
    return tuple((code.rstrip("*"), code.endswith("*")) for code in found)


@lru_cache(maxsize=64)
def _lines(iso3: str) -> bytes:
    """The file of a country, each line between two line ends; empty for none."""
    with zipfile.ZipFile(_FILE) as packed:
        return b"\n" + packed.read(f"{iso3}.tsv") if f"{iso3}.tsv" in packed.namelist() else b""


@lru_cache(maxsize=64)
def places_of(iso3: str) -> tuple[Place, ...]:
    """All packaged places of a country below the country itself, in the order of the file; empty for none."""
    return tuple(_place(line, iso3) for line in _lines(iso3).decode().splitlines() if line)


@lru_cache(maxsize=65536)
def places_named(iso3: str, key: str) -> tuple[Place, ...]:
    """The packaged places of a country that have this folded name, in the order of the file."""
    data, found = _lines(iso3), {}
    # Plain searches: a regular expression takes twenty times as long over the file of a large country.
    for wanted in (f"\t{key}".encode(), f";{key}".encode()):
        at = data.find(wanted)
        while at >= 0:
            behind = at + len(wanted)
            if data[behind : behind + 1] in (b";", b"\n", b""):
                start = data.rfind(b"\n", 0, at) + 1
                found[start] = data[start : _line_end(data, at)].decode()
            at = data.find(wanted, behind)
    lines = (line for _, line in sorted(found.items()))
    return tuple(_place(line, iso3) for line in lines if key in line.rpartition("\t")[2].split(";"))


@lru_cache(maxsize=65536)
def place_of(iso3: str, id_: str) -> Place | None:
    """The packaged place of a country with this id."""
    data = _lines(iso3)
    at = data.find(f"\n{id_}\t".encode()) if id_ else -1
    return _place(data[at + 1 : _line_end(data, at + 1)].decode(), iso3) if at >= 0 else None


def _line_end(data: bytes, at: int) -> int:
    end = data.find(b"\n", at)
    return end if end >= 0 else len(data)


def _place(line: str, iso3: str) -> Place:
    id_, level, name, admin1, admin2, lat, lon, keys = line.split("\t")
    iso2 = _short(iso3)
    return Place(
        id_,
        "city" if level == "capital" else level,
        name,
        iso3,
        f"{iso2}.{admin1}" if admin1 else "",
        f"{iso2}.{admin1}.{admin2}" if admin2 else "",
        float(lat) if lat else None,
        float(lon) if lon else None,
        tuple(keys.split(";")),
        capital=level == "capital",
    )


@lru_cache(maxsize=512)
def _short(iso3: str) -> str:
    """The alpha-2 code of a country."""
    return next((c.iso2 for c in COUNTRIES if c.iso3 == iso3), "")
