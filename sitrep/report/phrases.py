"""The words of a report: one catalogue per language (`languages/xx/report.toml`), filled with runs."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import rtoml

from ..errors import SitrepError
from ..model.runs import Cite, Name, Number, Quote, Run, Runs, Text
from .citations import labelled

Filler = str | Run | Runs

_SLOT = re.compile(r"\{(\w+)\}")
_WITH_SHORT_FORM = re.compile(r".+ \(([A-Z][\w-]{1,11})\)")


@dataclass(frozen=True)
class Phrases:
    """One language's catalogue. Calling it fills a phrase: each `{slot}` is replaced by its runs."""

    table: dict[str, Any]

    def __call__(self, key: str, **slots: Filler) -> Runs:
        """The phrase as runs; a slot given as a string is plain words."""
        pieces = _SLOT.split(self.table["phrases"][key])
        return joined(slots[piece] if index % 2 else piece for index, piece in enumerate(pieces))

    def word(self, table: str, key: str) -> str:
        """One entry of a table of words; the key itself where the catalogue has no such entry."""
        return str(self.table[table].get(key, key.replace("_", " ")))

    def has(self, table: str, key: str) -> bool:
        """Whether the catalogue has that entry."""
        return key in self.table[table]

    def words(self, table: str, key: str) -> frozenset[str]:
        """A list of words of the catalogue."""
        return frozenset(self.table[table][key])

    def series(self, items: Iterable[Filler]) -> Runs:
        """`a, b and c`."""
        given = list(items)
        pieces: list[Filler] = []
        for index, item in enumerate(given):
            if index:
                pieces.append(" and " if index == len(given) - 1 else ", ")
            pieces.append(item)
        return joined(pieces)


def between(separator: str, items: Iterable[Filler]) -> Runs:
    """The items with the separator between them."""
    pieces: list[Filler] = []
    for item in items:
        pieces += [separator, item] if pieces else [item]
    return joined(pieces)


@cache
def load_phrases(language: str = "en") -> Phrases:
    """The catalogue of a language; SitrepError if there is none."""
    path = files("sitrep.languages") / language / "report.toml"
    try:
        return Phrases(rtoml.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise SitrepError(f"There is no catalogue of report phrases for the language '{language}'.") from None


def joined(pieces: Iterable[Filler]) -> Runs:
    """One tuple of runs from strings, runs and tuples of runs; neighbouring words become one run."""
    runs: list[Run] = []
    for piece in pieces:
        for run in (Text(text=piece),) if isinstance(piece, str) else piece if isinstance(piece, tuple) else (piece,):
            last = runs[-1] if runs else None
            if isinstance(run, Text) and isinstance(last, Text) and run.strong == last.strong:
                runs[-1] = Text(text=last.text + run.text, strong=run.strong)
            elif not (isinstance(run, Text) and not run.text):
                runs.append(run)
    return tuple(runs)


def sentence(runs: Runs, *, stop: bool = True) -> Runs:
    """The runs as a sentence: its first letter large, a full stop at its end (unless `stop` is False)."""
    first, last = runs[0], runs[-1]
    if isinstance(first, Text | Name) or (isinstance(first, Number) and not first.text[:1].isdigit()):
        runs = (first.model_copy(update={"text": first.text[:1].upper() + first.text[1:]}), *runs[1:])
    closed = isinstance(last, Text) and last.text.endswith((".", ":"))
    return runs if closed or not stop else joined((runs, "."))


def short_again(runs: Runs, seen: set[str]) -> Runs:
    """A name that ends with its short form in brackets is printed in full once, then short; `seen` is what was."""
    found: list[Run] = []
    for run in runs:
        short = _WITH_SHORT_FORM.fullmatch(run.text) if isinstance(run, Name) else None
        if short and short[0] in seen:
            run = run.model_copy(update={"text": short[1]})
        elif short:
            seen.add(short[0])
        found.append(run)
    return tuple(found)


def plain(runs: Runs) -> str:
    """The runs as plain text, citations as `[n]`."""
    return "".join(
        f"[{label}]" if isinstance(run, Cite) else f"“{run.text}”" if isinstance(run, Quote) else run.text
        for run, label in labelled(runs)
    )
