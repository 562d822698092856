"""The tables of who is who, read once from who.toml and demonyms.toml."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Any

import rtoml

from .model import KINDS, Organisation
from .normal import normal


def _toml(name: str) -> dict[str, Any]:
    return rtoml.loads(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _is_short(name: str) -> bool:
    return name.replace("-", "").isupper() and " " not in name and len(name) <= 8


@lru_cache(maxsize=1)
def _entries() -> tuple[tuple[str, Organisation], ...]:
    """(name as listed, organisation) for every name of every organisation."""
    return tuple(
        (name, Organisation(key, names[0], kind, KINDS[kind].reliability, named=KINDS[kind].named))
        for kind, organisations in _toml("who.toml").items()
        for key, names in organisations.items()
        for name in names
    )


@lru_cache(maxsize=1)
def short_forms() -> Mapping[str, Organisation]:
    """Short forms, in their own capitals."""
    return MappingProxyType({name: o for name, o in _entries() if _is_short(name)})


@lru_cache(maxsize=1)
def proper_names() -> Mapping[str, Organisation]:
    """Names that begin with a capital, in their normal form."""
    return _table(lambda name: not name[0].islower() and not _is_short(name))


@lru_cache(maxsize=1)
def generic_names() -> Mapping[str, Organisation]:
    """Words that are nobody's name ("officials", "the army"), in their normal form."""
    return _table(lambda name: name[0].islower())


def _table(wanted: Callable[[str], bool]) -> Mapping[str, Organisation]:
    table: dict[str, Organisation] = {}
    for name, organisation in _entries():
        if wanted(name):
            table.setdefault(normal(name), organisation)
    return MappingProxyType(table)


@lru_cache(maxsize=1)
def demonyms() -> Mapping[str, str]:
    """Country names and adjectives in lower case, with the country's alpha-3 code."""
    return MappingProxyType({word.lower(): code for code, words in _toml("demonyms.toml").items() for word in words})
