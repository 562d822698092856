"""The shape of a language: its words, read from `words.toml`, in the form in which extraction looks them up."""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import rtoml

from ..kept import kept
from .inflection import Form, inflect, spelled_out
from .phrases import Phrases
from .senses import Frame, Noun, Sense

_VERBAL = frozenset(["verb", "subject", "lives", "give", "split", "stay", "lack", "quit"])
# The tables of the file that have a field of their own below, or only serve to spell others out.
_OWN_SHAPE = frozenset(["numbers", "qualifiers", "nouns", "population", "measures", "slots", "irregular"])


@dataclass(frozen=True, eq=False)
class Language:
    """The words of one language. Keys are lower-case; phrases are words joined by one space."""

    code: str
    units: dict[str, int]
    multipliers: dict[str, int]
    vague: dict[str, int]
    qualifiers: dict[str, str]
    qualifiers_after: dict[str, str]
    nouns: dict[str, Noun]
    triggers: dict[str, tuple[Sense, ...]]
    """The triggers of one word; those of several are phrases."""
    phrases: Phrases
    """First word -> the longer phrases (nouns and triggers) that begin with it."""
    words: dict[str, Any]
    """The other tables of the file (attribution, places, periods, needs, ...), as they stand there."""


def _triggers(measures: dict[str, dict[str, list[str]]], data: dict[str, Any]) -> dict[str, tuple[Sense, ...]]:
    senses: dict[str, tuple[Sense, ...]] = {}
    for measure, block in measures.items():
        for frame, entries in block.items():
            verbal = frame in _VERBAL
            for entry in (spelled for given in entries for spelled in spelled_out(given, data["slots"])):
                words, _, rest = entry.partition(" ... ")
                endings = tuple(rest.split("|")) if rest else ()
                for surface, form in inflect(words, data["irregular"]) if verbal else ((words, "-"),):
                    sense, known = _sense(measure, frame, form, endings), senses.get(surface)
                    if known is None:
                        senses[surface] = (sense,)
                    elif sense not in known:
                        senses[surface] = (*known, sense)
    return senses


@cache
def _sense(measure: str, frame: Frame, form: Form, rest: tuple[str, ...]) -> Sense:
    """One sense, made once: tens of thousands of surfaces share a few hundred."""
    return Sense(measure, frame, form, rest)


def _nouns(nouns: dict[str, Any], population: dict[str, list[str]]) -> dict[str, Noun]:
    tags: dict[str, list[str]] = {}
    for tag, words in population.items():
        for word in words:
            tags.setdefault(word, []).append(tag)
    table = {word: Noun("people", None, tuple(found)) for word, found in tags.items()}
    for kind in ("people", "households", "structures", "incidents", "excluded"):
        for word in nouns[kind]:
            table.setdefault(word, Noun(kind, None, tuple(tags.get(word, ()))))
    for sector, words in nouns["facilities"].items():
        for word in words:
            table[word] = Noun("facilities", sector)
    return table


_THING = Noun("excluded")


def _name_refuges(nouns: dict[str, Noun], refuges: list[tuple[str, Sense]]) -> None:
    """Make the places where people find refuge counted nouns, which no measure counts."""
    for surface, _ in refuges:
        nouns.setdefault(surface, Noun("excluded"))


def _name_goods(nouns: dict[str, Noun], events: list[tuple[str, Sense]]) -> None:
    """Let goods that are counted stay goods before their preposition: "740,000 | meals to" the displaced."""
    for surface, sense in events:
        goods, _, link = surface.rpartition(" ")
        counted = _THING if sense.measure == "assisted" and goods.endswith("s") else None
        known = nouns.get(goods.rpartition(" ")[2], counted)
        if link in ("to", "for") and known and known.kind == "excluded":
            nouns.setdefault(surface, known)


def _name_counts(
    nouns: dict[str, Noun], named: list[tuple[str, Sense]], triggers: dict[str, tuple[Sense, ...]]
) -> None:
    """Make the word that names a measure a counted noun: "12 deaths", "300 civilian casualties"."""
    for surface, sense in named:
        if surface in nouns or sense.measure.startswith("funding"):
            continue
        senses, members = triggers[surface], [nouns[w] for w in surface.split() if w in nouns]
        tags = [t for noun in members for t in noun.tags] + ["idps"] * any(s.measure == "idps" for s in senses)
        last = nouns.get(surface.split()[-1])
        kind: Any = "incidents" if senses[0].measure == "attacks" else "people"
        if last is not None and last.kind == "households":
            kind = "households"
        nouns[surface] = Noun(kind, None, tuple(dict.fromkeys(tags)))


def _by_frame(triggers: dict[str, tuple[Sense, ...]]) -> dict[Frame, list[tuple[str, Sense]]]:
    """The triggers that are nouns, by frame, each with that sense."""
    found: dict[Frame, list[tuple[str, Sense]]] = {"refuge": [], "event": [], "noun": []}
    for surface, senses in triggers.items():
        for sense in senses:
            if sense.frame in found:
                found[sense.frame].append((surface, sense))
    return found


def load(code: str = "en") -> Language:
    """The language with this ISO 639-1 code; raises FileNotFoundError where its folder is missing."""
    return _load(code)


@cache
def _load(code: str) -> Language:
    """Kept by its code alone: `load()` and `load("en")` are two keys to a cache."""
    return kept(f"{code}-words", sources(code), lambda: _made(code))


def sources(code: str) -> tuple[Path, ...]:
    """The files from which the words of a language are made: its own, and those that spell them out."""
    here = Path(__file__).parent
    modules = ("language", "inflection", "phrases", "senses")
    return *(here / f"{name}.py" for name in modules), here / code / "words.toml"


@cache
def _data(code: str) -> dict[str, Any]:
    return rtoml.loads(resources.files(__package__).joinpath(code, "words.toml").read_text(encoding="utf-8"))


@cache
def all_triggers(code: str) -> dict[str, tuple[Sense, ...]]:
    """The triggers of one word and of several; making them takes long, so this is for what is kept."""
    return _triggers(_data(code)["measures"], _data(code))


def _made(code: str) -> Language:
    data, triggers = _data(code), all_triggers(code)
    nouns = _nouns(data["nouns"], data["population"])
    frames = _by_frame(triggers)
    _name_counts(nouns, frames["noun"], triggers)
    _name_refuges(nouns, frames["refuge"])
    _name_goods(nouns, frames["event"])
    before = {k: v for k, v in data["qualifiers"].items() if not k.startswith("after_")}
    after = {k.removeprefix("after_"): v for k, v in data["qualifiers"].items() if k.startswith("after_")}
    numbers = data["numbers"]
    return Language(
        code=code,
        units=numbers["units"],
        multipliers=numbers["multipliers"],
        vague=numbers["vague"],
        qualifiers={phrase: kind for kind, phrases in before.items() for phrase in phrases},
        qualifiers_after={phrase: kind for kind, phrases in after.items() for phrase in phrases},
        nouns=nouns,
        triggers={word: senses for word, senses in triggers.items() if " " not in word},
        phrases=Phrases(nouns, triggers),
        words={k: v for k, v in data.items() if k not in _OWN_SHAPE},
    )


@cache
def _grammar(code: str) -> dict[str, dict[str, Any]]:
    return rtoml.loads(resources.files(__package__).joinpath(code, "grammar.toml").read_text(encoding="utf-8"))


def word_list(reader: str, name: str, code: str = "en") -> frozenset[str]:
    """The words of one list of `grammar.toml`, which has a table for each reader; KeyError for an unknown one."""
    return frozenset(_grammar(code)[reader][name])


def word_table(reader: str, name: str, code: str = "en") -> dict[str, str]:
    """One table of `grammar.toml`: what each of its words stands for."""
    return dict(_grammar(code)[reader][name])


def families(reader: str, name: str, code: str = "en") -> dict[str, tuple[str, ...]]:
    """The families of patterns of one table of `grammar.toml`, each by its signs: how words begin, groups with +."""
    return {signs: tuple(patterns) for signs, patterns in _grammar(code)[reader][name].items()}


@cache
def alternatives(reader: str, name: str, code: str = "en") -> str:
    """One list of `grammar.toml` as the inside of a group of a regular expression, tried in the order of the list."""
    return "|".join(_grammar(code)[reader][name])


def tables(reader: str, code: str = "en") -> tuple[str, ...]:
    """The names of the lists that a reader has in `grammar.toml`, in their order."""
    return tuple(_grammar(code)[reader])


@cache
def times(code: str = "en") -> dict[str, Any]:
    """How the language names times: the content of `times.toml`, which explains itself."""
    return rtoml.loads(resources.files(__package__).joinpath(code, "times.toml").read_text(encoding="utf-8"))
