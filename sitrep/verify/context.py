"""Whether a number on a page is said of what its article says it of: measure, noun and place."""

import re

from ..languages.language import load
from ..measures import MEASURES
from ..model import Figure
from .catalogue import Catalogue
from .library import find
from .page import Line
from .tokens import Token

_ALIKE = {"structures": "buildings", "households": "buildings", "facilities": "buildings"}
"""Units that share nouns: an article may count the households of fifty homes."""


def disagreement(
    line: Line, token: Token, figures: tuple[Figure, ...], alike: tuple[Figure, ...], words: Catalogue
) -> str | None:
    """What the page says of the number that no reading of the cited articles says; None where nothing is wrong.

    `figures` are those that the extractor reads in the cited articles with that number, `alike` those of the whole
    line's sources that differ in their qualifier at most. Where it reads none, the number stands on the sentence alone.
    """
    if not figures:
        return None
    measure = _measure_at(line, token, words)
    fitting = tuple(figure for figure in figures if measure is None or figure.measure == measure)
    if not fitting and measure:
        found = ", ".join(sorted({MEASURES[figure.measure].label.casefold() for figure in figures}))
        return f"the article states it of '{found}', not of '{MEASURES[measure].label.casefold()}'"
    noun = _noun_at(line, token, words)
    if noun and not any(_may_be(noun, figure, words) for figure in fitting):
        return f"the article does not say it of '{' '.join(noun.split()[:3])}'"
    return _misplaced(line, token, fitting, alike, words)


def _measure_at(line: Line, token: Token, words: Catalogue) -> str | None:
    """The measure that the page names for the number: its row's, else by the words after it, else before it."""
    if line.cells:
        named = words.measure.search(line.cell(words.column("what")) or "")
        return words.measures[named[0]] if named else words.measures.get(line.caption)
    start, end = _sentence(line.text, token.start)
    after = words.measure.search(line.text, token.end, end)
    if after:
        return words.measures[after[0]]
    before = list(words.measure.finditer(line.text, start, token.start))
    return words.measures[before[-1][0]] if before else None


def _sentence(text: str, at: int) -> tuple[int, int]:
    stops = [0, *(m.end() for m in re.finditer(r"\.\s+(?=[A-Z“])", text)), len(text)]
    return max(stop for stop in stops if stop <= at), min(stop for stop in stops if stop > at)


def _noun_at(line: Line, token: Token, words: Catalogue) -> str | None:
    """The words that follow the number in prose, those after the colon in a row's first cell; None without any."""
    cell = line.cell_at(token.start)
    if cell and cell.column == words.column("reported") and (what := line.cell(words.column("what"))):
        rest = line.text[token.end : cell.end].strip(" *")
        return rest if rest and rest[0].isalpha() else what.partition(": ")[2] or None
    rest = re.sub(r"^ of ", " ", line.text[token.end : cell.end if cell else len(line.text)])
    return rest.strip() if rest[:1] == " " and rest.strip()[:1].isalpha() else None


def _may_be(noun: str, figure: Figure, words: Catalogue) -> bool:
    """Whether the words may be said of what the figure counts; words that are no counted noun say nothing."""
    if figure.head and _begins(noun, figure.head):
        return True
    tag = next((tag for tag, one in _people(words) if _begins(noun, one)), None)
    if tag:
        return figure.unit == "people" and (tag == "people" or tag in figure.population)
    unit = next((unit for unit, one in _units(words) if _begins(noun, one)), None) or _unit_of(noun.split()[0])
    return unit is None or _ALIKE.get(unit, unit) == _ALIKE.get(figure.unit, figure.unit)


def _begins(text: str, noun: str) -> bool:
    return re.match(rf"{re.escape(noun)}(?!\w)", text, re.I) is not None


def _people(words: Catalogue) -> list[tuple[str, str]]:
    return [*words.table["people"].items(), *words.table["people_one"].items()]


def _units(words: Catalogue) -> list[tuple[str, str]]:
    return [*words.table["units"].items(), *words.table["units_one"].items()]


def _unit_of(word: str) -> str | None:
    noun = load().nouns.get(word.lower())
    return noun.kind if noun and noun.kind != "excluded" else None


def _misplaced(
    line: Line, token: Token, figures: tuple[Figure, ...], alike: tuple[Figure, ...], words: Catalogue
) -> str | None:
    """A row's own figure must be of the row's place: by its own sentence, or by what the extractor reads."""
    cell, where = line.cell_at(token.start), line.cell(words.column("where"))
    if not cell or cell.column != words.column("reported") or not where or not figures:
        return None
    if any(_is_there(figure, where) for figure in (*figures, *alike)):
        return None
    return f"the article states it of '{figures[0].place}', not of '{where}'"


def _is_there(figure: Figure, where: str) -> bool:
    return figure.place is None or bool(find(figure.place, where) or find(where, figure.quote))
