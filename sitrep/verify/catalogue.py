"""The report's own words, as far as they hold numbers or say what is counted: read from its catalogue of phrases."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..measures import MEASURES
from ..report.phrases import load_phrases
from .tokens import tokens

_SLOT = re.compile(r"\{\w+\}")
_DEATHS = {"deaths_violent": "deaths"}


@dataclass(frozen=True, eq=False)
class Catalogue:
    """What printed words mean: `measures` by phrase, `own` the phrases with numbers in them that are no claim."""

    table: dict[str, Any]
    measures: dict[str, str]
    measure: re.Pattern[str]
    own: re.Pattern[str]
    counts: re.Pattern[str]
    bases: dict[str, str]
    estimate: re.Pattern[str]

    def pattern(self, key: str) -> re.Pattern[str]:
        """A phrase as a pattern, its slots as named groups."""
        return _as_pattern(self.table["phrases"][key])

    def lead(self, key: str) -> str:
        """A phrase up to its first slot."""
        return _SLOT.split(self.table["phrases"][key])[0]

    def title(self, key: str) -> str:
        """A section's title."""
        return str(self.table["titles"][key])

    def column(self, key: str) -> str:
        """A column's title."""
        return str(self.table["columns"][key])


@cache
def catalogue(language: str = "en") -> Catalogue:
    """The catalogue of a language."""
    table = load_phrases(language).table
    measures = dict(_measures(table))
    bases = {noun: basis for basis, nouns in table["counts"].items() for noun in nouns}
    own = [piece for phrase in table["phrases"].values() for piece in _SLOT.split(phrase) if tokens(piece, language)]
    return Catalogue(
        table,
        measures,
        _any(measures),
        re.compile("|".join(re.escape(piece.strip()) for piece in own) or r"(?!)"),
        re.compile(rf"\s(?:other\s)?({'|'.join(sorted(bases, key=len, reverse=True))})\b"),
        bases,
        _as_pattern(table["phrases"]["household_estimate"]),
    )


def _measures(table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name in ("were", "was", "had", "have", "has"):
        for key, phrase in table[name].items():
            yield phrase, _DEATHS.get(key, key)
    for key, measure in MEASURES.items():
        if measure.section == "displacement":
            yield table["captions"][key], key
        yield measure.label, key
        yield measure.label.casefold(), key


def _any(phrases: Any) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join(rf"(?<!\w){re.escape(phrase)}(?!\w)" for phrase in longest_first))


def _as_pattern(phrase: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", phrase)
    return re.compile("".join(f"(?P<{p}>.+?)" if i % 2 else re.escape(p) for i, p in enumerate(parts)))
