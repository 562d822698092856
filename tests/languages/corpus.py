"""Reads a language's corpus.toml: the examples that specify extraction."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from sitrep.measures import MEASURES
from sitrep.model.article import Article
from sitrep.model.figure import Figure, Need

COMPARED = ("qualifier", "unit", "population", "place", "source", "certainty", "scope", "sector", "since", "until")
"""The fields that an expectation may name beyond the number itself."""


@dataclass(frozen=True)
class Expected:
    """One figure that an example states; `fields` holds only what the example is about."""

    measure: str
    text: str
    value: float | None
    low: float | None
    high: float | None
    part: str | None
    fields: tuple[tuple[str, Any], ...]


@dataclass(frozen=True)
class Example:
    """A text with all its figures (kind `figures`), or with its needs (kind `needs`)."""

    id: str
    article: Article
    expect: tuple[Expected, ...] = ()
    sectors: tuple[str, ...] = ()
    kind: str = "figures"


def _expected(measure: str, row: dict[str, Any]) -> Expected:
    text = row["text"]
    plain = re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d+", text)
    value = row.get("value", int(text.replace(",", "")) if plain else None)
    fields = tuple((name, row[name]) for name in COMPARED if name in row)
    return Expected(row.get("measure", measure), text, value, row.get("low"), row.get("high"), row.get("part"), fields)


def _article(name: str, row: dict[str, Any]) -> Article:
    optional = {k: row[k] for k in ("published", "country", "title") if k in row}
    return Article(name=name, text=row["text"], language="en", **optional)


@cache
def load(language: str = "en") -> tuple[Example, ...]:
    """All examples of the language, measure by measure, then the needs and the texts that give nothing."""
    data = tomllib.loads(files("sitrep.languages").joinpath(language, "corpus.toml").read_text("utf-8"))
    examples = []
    for measure in MEASURES:
        for number, row in enumerate(data.get(measure, ()), 1):
            name = f"{measure}-{number:02}"
            expect = tuple(_expected(measure, e) for e in row["expect"])
            examples.append(Example(name, _article(name, row), expect))
    for number, row in enumerate(data["need"], 1):
        name = f"need-{number:02}"
        examples.append(Example(name, _article(name, row), sectors=tuple(row["sectors"]), kind="needs"))
    for key, kind in (("no_need", "needs"), ("nothing", "figures")):
        for number, text in enumerate(data[key]["texts"], 1):
            name = f"{key}-{number:03}"
            examples.append(Example(name, _article(name, {"text": text}), kind=kind))
    return tuple(examples)


def _words(name: str | None) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name or "") if not unicodedata.combining(c)).casefold()
    words = re.findall(r"\w+", plain)
    return words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words


def same_name(wanted: str | None, got: str | None) -> bool:
    """The guidelines' rule for places and sources: whole words of the other with four more at most, or initials."""
    w, g = _words(wanted), _words(got)
    if not w or not g:
        return w == g
    short, long = sorted((w, g), key=len)
    inside = any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))
    initials = "".join(word[0] for word in long if word not in ("of", "for", "the", "and"))
    return (inside and len(long) <= len(short) + 4) or (len(short) == 1 and short[0] == initials)


_AROUND = re.compile(r"^(?:(?:a|the) total of|another|a further)\s+|\s+(?:more|others?|in total)$", re.IGNORECASE)


def same_text(expected: Expected, got: str) -> bool:
    """The same expression; a person without a number ("a nurse") may be written longer or shorter."""
    if expected.text == got:
        return True
    if expected.value == 1 and not re.search(r"\b(?:1|one)\b", expected.text, re.IGNORECASE):
        wanted, found = _words(expected.text), _words(got)
        return bool(set(wanted) & set(found)) or got.casefold() in ("a", "an", "one")
    return _AROUND.sub("", expected.text) == _AROUND.sub("", got) != ""


def _number(got: Figure | Expected) -> str:
    if got.low is not None or got.high is not None:
        return f"{got.low:g}..{got.high:g}"
    return "no number" if got.value is None else f"{got.value:.12g}"


def _field(name: str, wanted: Any, got: Any) -> bool:
    if name in ("place", "source"):
        return same_name(wanted, got)
    if name == "population":
        return set(wanted) == set(got)
    if name in ("since", "until"):
        wanted = date.fromisoformat(wanted) if wanted else None
    return bool((wanted or None) == got)


def _differences(expected: Expected, got: Figure, by_id: dict[str, Figure]) -> list[str]:
    found = []
    if not same_text(expected, got.text):
        found.append(f"text {got.text!r}")
    if _number(expected) != _number(got):
        found.append(f"{_number(got)} for {_number(expected)}")
    for name, wanted in expected.fields:
        if not _field(name, wanted, getattr(got, name)):
            value = getattr(got, name)
            found.append(f"{name} {str(value) if isinstance(value, date) else value!r} for {wanted!r}")
    if expected.part is not None:
        whole = by_id[got.part_of].text if got.part_of in by_id else ""
        if whole != expected.part:
            found.append(f"part of {whole!r} for {expected.part!r}")
    return found


def _near(expected: Expected, got: Figure) -> bool:
    ours, theirs = expected.text.casefold(), got.text.casefold()
    return expected.measure == got.measure and (same_text(expected, got.text) or ours in theirs or theirs in ours)


def figure_faults(example: Example, figures: tuple[Figure, ...]) -> list[str]:
    """What is wrong with the figures found in an example: one line a fault, none if all is right."""
    by_id = {f.id: f for f in figures}
    left = sorted(figures, key=lambda f: f.start)
    faults = []
    for expected in example.expect:
        near = [f for f in left if _near(expected, f)]
        best = min(near, key=lambda f: len(_differences(expected, f, by_id)), default=None)
        label = f"{expected.measure} {expected.text!r}"
        if best is None:
            faults.append(f"missed {label}")
            continue
        left.remove(best)
        faults += [f"{label}: {difference}" for difference in _differences(expected, best, by_id)]
    return faults + [f"extra {f.measure} {f.text!r} = {_number(f)} [{f.rule}]" for f in left]


def need_faults(example: Example, needs: tuple[Need, ...]) -> list[str]:
    """What is wrong with the needs found in an example of kind `needs`."""
    found = {sector for need in needs for sector in need.sectors}
    wanted = set(example.sectors)
    missed = [f"missed need {s}" for s in sorted(wanted - found)]
    return missed + [f"extra need {s}" for s in sorted(found - wanted)]
