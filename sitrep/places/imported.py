"""A user's own places: CSV files read as they are, or imported once into a folder with a file a country.

Three forms are known by their header: the global P-code list (`Location,Admin Level,P-Code,Name,Parent P-Code,Valid
from date`), OCHA's COD tables (`ADM1_EN,ADM1_PCODE,...` or `adm1_name,adm1_pcode,...`), and a plain list (`name` and,
each optional, `country`, `level`, `admin1`, `admin2`, `lat`, `lon`, `pcode`, `other_names` separated by `;`).
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ..errors import Problem, SitrepError
from .countries import iso3
from .normal import fold
from .place import DEPTH, Place

_COD = re.compile(r"adm(?:in)?(\d)_?(?:name)?_?(?:[a-z]{2}|name)?$")
_COD_CODE = re.compile(r"adm(?:in)?(\d)_?pcode$")


def read_file(file: Path) -> tuple[tuple[Place, ...], tuple[Problem, ...]]:
    """The places of a CSV in any of the known forms, and its bad rows."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.DictReader(handle, dialect=_dialect(handle))
            header = {h.strip().lower(): h for h in reader.fieldnames or () if h}
            rows = [
                (n, {h: (row.get(h0) or "").strip() for h, h0 in header.items()}) for n, row in enumerate(reader, 2)
            ]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SitrepError(f"{file}: this CSV cannot be read ({error}); it must be UTF-8 with a header line") from error
    problems: list[Problem] = []
    found = tuple(_rows(file, header, rows, problems))
    return found, tuple(problems)


def _dialect(handle: Iterable[str]) -> type[csv.Dialect]:
    """Comma, semicolon or tab, by the header line; the handle is left at its start."""
    first = handle.readline()  # type: ignore[attr-defined]
    handle.seek(0)  # type: ignore[attr-defined]
    separator = max(",;\t", key=first.count)
    return type("Form", (csv.excel,), {"delimiter": separator})


Row = dict[str, str]


def _rows(
    file: Path, header: Mapping[str, str], rows: Sequence[tuple[int, Row]], problems: list[Problem]
) -> Iterator[Place]:
    if {"p-code", "admin level", "name"} <= header.keys():
        yield from _pcode_list(file, rows, problems)
    elif any(_COD_CODE.match(h) for h in header):
        yield from _cod(file, rows, problems)
    elif "name" in header:
        yield from _plain(file, rows, problems)
    else:
        raise SitrepError(
            f"{file}: its header is of no known form; it needs a column `name`, or those of a P-code list or COD table"
        )


def _pcode_list(file: Path, rows: Sequence[tuple[int, Row]], problems: list[Problem]) -> Iterator[Place]:
    """The global P-code list; HXL hashtag rows are passed over, divisions follow the parents."""
    parents = {r["p-code"]: r.get("parent p-code", "") for _, r in rows}
    levels = {r["p-code"]: r["admin level"] for _, r in rows}
    for number, row in rows:
        code, level, name = row["p-code"], row["admin level"], row["name"]
        if code.startswith("#") or level == "0":
            continue
        country = iso3(row.get("location", ""))
        if country is None or not code or not fold(name) or not level.isdigit():
            problems.append(
                Problem(f"{file.name}, line {number}", "a P-code row needs a country, a level, a P-code and a name")
            )
            continue
        admin1, admin2 = _division(code, "1", parents, levels), _division(code, "2", parents, levels)
        yield Place(
            code, _admin(level), name, country, admin1, admin2, keys=(fold(name),), pcode=code, source=file.stem
        )


def _division(code: str, level: str, parents: Mapping[str, str], levels: Mapping[str, str]) -> str:
    for _ in range(6):
        if not code or levels.get(code) == level:
            return code
        code = parents.get(code, "")
    return ""


def _admin(level: str) -> str:
    return f"admin{level}" if level in "1234" else "city"


def _cod(file: Path, rows: Sequence[tuple[int, Row]], problems: list[Problem]) -> Iterator[Place]:
    """A COD table: each row gives all divisions from the country down; each division is given once."""
    seen: set[str] = set()
    for number, row in rows:
        names, codes = _cod_cells(row)
        country = (
            iso3(row.get("iso3", "") or row.get("adm0_iso3", ""))
            or iso3(names.get("0", [""])[0])
            or iso3(codes.get("0", ""))
        )
        if country is None or not any(level != "0" for level in codes):
            problems.append(
                Problem(f"{file.name}, line {number}", "a COD row needs a country (ADM0) and a P-code of a lower level")
            )
            continue
        for level in sorted(codes.keys() - {"0"}):
            code, spelled = codes[level], names.get(level, [])
            keys = tuple(dict.fromkeys(k for k in map(fold, spelled) if k))
            if code in seen or not keys:
                continue
            seen.add(code)
            admin2 = codes.get("2", "") if level >= "2" else ""
            yield Place(
                code,
                _admin(level),
                spelled[0],
                country,
                codes.get("1", ""),
                admin2,
                keys=keys,
                pcode=code,
                source=file.stem,
            )


def _cod_cells(row: Row) -> tuple[dict[str, list[str]], dict[str, str]]:
    names: dict[str, list[str]] = defaultdict(list)
    codes: dict[str, str] = {}
    for column, cell in row.items():
        if cell and (met := _COD_CODE.match(column)):
            codes[met[1]] = cell
        elif cell and (met := _COD.match(column)):
            names[met[1]].append(cell)
    return names, codes


def _plain(file: Path, rows: Sequence[tuple[int, Row]], problems: list[Problem]) -> Iterator[Place]:
    """A user's own list."""
    for number, row in rows:
        try:
            yield _plain_place(file, number, row)
        except ValueError as error:
            problems.append(Problem(f"{file.name}, line {number}", str(error)))


def _plain_place(file: Path, number: int, row: Row) -> Place:
    name, level = row["name"], row.get("level", "").lower() or "city"
    country = iso3(row.get("country", ""))
    if not fold(name):
        raise ValueError("the row has no name")
    if country is None:
        raise ValueError(f"the country {row.get('country', '')!r} is not known")
    if level not in DEPTH or level == "country":
        raise ValueError(f"the level {level!r} is not one of region, admin1, admin2, admin3, admin4, city")
    keys = tuple(dict.fromkeys(k for k in map(fold, (name, *row.get("other_names", "").split(";"))) if k))
    lat, lon = _degrees(row, ("lat", "latitude"), 90), _degrees(row, ("lon", "lng", "longitude"), 180)
    code = row.get("pcode", "") or None
    admin1, admin2 = (f"?{row[c]}" if row.get(c) else "" for c in ("admin1", "admin2"))
    return Place(code or f"{file.stem}:{number}", level, name, country, admin1, admin2, lat, lon, keys, code, file.stem)


def _degrees(row: Row, columns: Sequence[str], limit: int) -> float | None:
    cell = next((row[c] for c in columns if row.get(c)), "")
    if not cell:
        return None
    value = float(cell) if re.fullmatch(r"-?\d+(\.\d+)?", cell) else limit + 1.0
    if abs(value) > limit:
        raise ValueError(f"{cell!r} is no {columns[0]} in degrees")
    return value
