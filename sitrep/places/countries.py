"""Countries: ISO 3166 codes, the names that news and humanitarian offices use, and the adjectives of nationality.

The table `countries.tsv` was written for this project; codes are facts of ISO 3166-1 (XKX for Kosovo is the
user-assigned code in common use). A name in it takes no side on status or borders.
"""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from .normal import fold

TABLE = Path(__file__).with_name("countries.tsv")
"""The file of all countries."""


class Country(NamedTuple):
    """One row: both codes, the name as printed, other names, adjectives ("Syrian")."""

    iso2: str
    iso3: str
    name: str
    other_names: tuple[str, ...]
    adjectives: tuple[str, ...]


def _parse(line: str) -> Country:
    iso2, code, common, others, adjectives = line.split("\t")
    return Country(iso2, code, common, _parts(others), _parts(adjectives))


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()


def _read() -> tuple[Country, ...]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return tuple(_parse(line) for line in lines[1:])


COUNTRIES: tuple[Country, ...] = _read()
"""All countries and territories of ISO 3166-1, and Kosovo, by name."""

COUNTRY_NAMES: frozenset[str] = frozenset(n for c in COUNTRIES for n in (c.name, *c.other_names))
"""Every name and other name as written, codes left out (`US` and `UK` are names)."""

DEMONYMS: frozenset[str] = frozenset(a for c in COUNTRIES for a in c.adjectives)
"""Adjectives and nouns of nationality as written, in the singular: `Syrian`, `Congolese`, `Briton`."""


_SHARED = {"congo": ("COD", "COG"), "korea": ("KOR", "PRK")}


@lru_cache(maxsize=1)
def _by_code() -> dict[str, Country]:
    return {c.iso3: c for c in COUNTRIES}


@lru_cache(maxsize=1)
def _by_name() -> dict[str, str]:
    return {fold(n).removeprefix("the "): c.iso3 for c in COUNTRIES for n in (*c.other_names, c.name)}


@lru_cache(maxsize=1)
def _by_key() -> dict[str, str]:
    return {code.lower(): c.iso3 for c in COUNTRIES for code in (c.iso2, c.iso3)} | _by_name()


@lru_cache(maxsize=1)
def _by_adjective() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for country in COUNTRIES:
        for key in {fold(adjective) for adjective in country.adjectives}:
            table[key] = (*table.get(key, ()), country.iso3)
    return table


@lru_cache(maxsize=4096)
def iso3(name_or_code: str) -> str | None:
    """The alpha-3 code of a country's name (any spelling known here) or of its alpha-2 or alpha-3 code, else None."""
    return _by_key().get(fold(name_or_code).removeprefix("the "))


@lru_cache(maxsize=4096)
def named(name: str) -> tuple[str, ...]:
    """The alpha-3 codes that a name in running text may mean: two for `Congo` and `Korea`; codes are not names."""
    key = fold(name).removeprefix("the ")
    if key in _SHARED:
        return _SHARED[key]
    short = len(key) <= 3 and not name.isupper() and "." not in name
    return (_by_name()[key],) if key in _by_name() and not short else ()


def name(code: str) -> str:
    """The name as printed for an alpha-3 code; a code that is not known is printed as it stands."""
    country = _by_code().get(code)
    return country.name if country else code


def demonym_countries(word: str) -> tuple[str, ...]:
    """The alpha-3 codes of all countries that a nationality in the singular or plural names; two for `Congolese`."""
    key = fold(word)
    return _by_adjective().get(key) or _by_adjective().get(key.removesuffix("s"), ())


def demonym_country(word: str, country: str | None = None) -> str | None:
    """The alpha-3 code that a nationality names (`Syrian`, `Syrians`), else None.

    An adjective of two countries (`Congolese`, `Korean`) is None, unless `country` (alpha-3) is one of them.
    """
    found = demonym_countries(word)
    if country in found:
        return country
    return found[0] if len(found) == 1 else None
