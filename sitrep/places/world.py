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
def places_of(iso3: str) -> tuple[Place, ...]:
    """All packaged places of a country below the country itself, in the order of the file; empty for none."""
    with zipfile.ZipFile(_FILE) as packed:
        if f"{iso3}.tsv" not in packed.namelist():
            return ()
        lines = packed.read(f"{iso3}.tsv").decode().splitlines()
    iso2 = next((c.iso2 for c in COUNTRIES if c.iso3 == iso3), "")
    return tuple(_place(line, iso3, iso2) for line in lines)


def _place(line: str, iso3: str, iso2: str) -> Place:
    id_, level, name, admin1, admin2, lat, lon, keys = line.split("\t")
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
