"""The words by which reconciliation tells things apart, compiled from the language's `reconcile.toml`."""

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Any

import rtoml


@lru_cache(maxsize=4)
def table(language: str = "en") -> Mapping[str, Any]:
    """The parsed file of one language; unknown languages read English."""
    folder = resources.files("sitrep.languages")
    file = folder.joinpath(language, "reconcile.toml")
    if not file.is_file():
        file = folder.joinpath("en", "reconcile.toml")
    return MappingProxyType(rtoml.loads(file.read_text(encoding="utf-8")))


@lru_cache(maxsize=64)
def tags(section: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(tag, pattern) pairs of a section, in the file's order; patterns match whole words of lower-case text."""
    return tuple((tag, whole_words(words)) for tag, words in table()[section].items())


@lru_cache(maxsize=64)
def pattern(section: str, key: str) -> re.Pattern[str]:
    """One list of words as one pattern; `section` may be dotted."""
    at: Any = table()
    for part in section.split("."):
        at = at[part]
    return whole_words(at[key])


def whole_words(words: list[str]) -> re.Pattern[str]:
    """Any of these as whole words."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])")


def first_tag(section: str, text: str) -> str | None:
    """The tag of the earliest match in the text; of matches at one place the first of the file."""
    best: tuple[int, str] | None = None
    for tag, words in tags(section):
        found = words.search(text)
        if found and (best is None or found.start() < best[0]):
            best = (found.start(), tag)
    return best[1] if best else None
