"""Words for a place that the text has named before: "the city", "the province's", "there"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ...languages.language import alternatives, load, word_list
from ...late import late
from ...places import Gazetteer
from ..prefilter import words_of
from .before import KINDS
from .mention import Mention
from .strength import strength_of

_REFERS = late(
    r"\b(?:(?P<prep>[\w-]+) )?(?i:the) (?:whole |entire |same )?"
    rf"(?P<kind>State\b(?! [A-Z])|{alternatives('place', 'referred')})\b"
    r"(?P<owner>'s)?(?! (?:of|where)\b|-)"
)
# "In this fishing village": where the article was written.
_THIS = late(
    r"\b(?P<prep>[\w-]+) this (?:[a-z-]+ ){0,3}?"
    rf"(?P<kind>{alternatives('place', 'referred')}|{alternatives('place', 'written_in')})\b(?! (?:of|where)\b|-)"
)
_WIDE = late(rf"\b(?P<kind>{alternatives('place', 'wide')})-?wide\b", re.IGNORECASE)
_ITS = late(rf"\bits (?:[\w-]+ )?(?:{alternatives('place', 'of_a_country')})\b")
_TOGETHER = late(
    r"\b(?:both|(?:the|these|those|all) (?P<count>[a-z]+)) (?:[\w-]+ )?"
    rf"(?:{alternatives('place', 'together')})\b",
    re.IGNORECASE,
)
_THERE = late(rf"(?<!\bsaid )(?<!^)\bthere\b(?! (?:{alternatives('place', 'existential')})\b)")
_SIDE = late(
    r"\b(?P<prep>[Ii]n|[Aa]cross|from|fled|hit|struck|battered|lashed) "
    r"(?P<name>the (?:far )?(?:north|south|east|west|(?:north|south)-?(?:east|west))"
    rf"(?:ern (?:{alternatives('place', 'on_a_side')}))?)\b"
    r"(?! of\b| (?:and|or) (?:the )?(?:north|south|east|west|cent)| [A-Z]|-|ern)"
)
_DIRECTIONS = ("north", "south", "east", "west")
_REFERRED = word_list("place", "referred")
_AREAS = word_list("place", "together")
_OFFICE = late(rf"(?: [\w-]+){{0,3}}? (?:{'|'.join(sorted(word_list('place', 'titles')))})\b")
_BODY = late(rf"(?: [\w-]+){{0,4}}? (?:{alternatives('place', 'bodies')})\b")
# The post of somebody who speaks: "chief of mission in the country".
_POST = late(rf"\b(?:{'|'.join(sorted(word_list('place', 'seats')))}) $")
_POST_LENGTH = 20
OWNER = "owner"
"""The kind of what "its ministry" means: the country that the sentence has named last."""
_LOCAL = frozenset(["city", "town", "village", "district", "municipality", "camp"])
_LOOSE = frozenset(["city", "town", "capital", "port", "resort", "area"])
"""What is called so can be called otherwise too: a city a town."""
_GOVERNED = frozenset(["province", "state", "region", "governorate", "prefecture", "county"])
_CAPITAL = "capital"
_STATE = "state"
"""Of these every gazetteer knows all."""
_OFFICIAL = 3.5
_WEAK = 4.0
"""A weaker sign than this is a dateline, or what something lies beside."""
_LEVELS = {
    **dict.fromkeys(("city", "town"), ("city",)),
    "state": ("admin1", "region"),
    **dict.fromkeys(("province", "region", "governorate", "prefecture"), ("admin1", "admin2", "region")),
    **dict.fromkeys(("district", "county", "municipality"), ("admin2", "admin3")),
}
"""At which levels of the gazetteer a word for a kind of place is looked up."""
_SMALLER = {
    **dict.fromkeys(
        ("states", "provinces", "prefectures", "governorates", "regions"),
        frozenset(["city", "admin1", "admin2", "admin3"]),
    ),
    **dict.fromkeys(("districts", "counties", "municipalities", "departments"), frozenset(["city", "admin3"])),
}
"""The levels of places in which there are not several areas of a kind."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A word for a place: its span, the kind of place ("" for "there"), and how weak a sign it is.

    Of "both villages" and "the four provinces" the kind is how many places the text has named together.
    """

    start: int
    end: int
    kind: str
    prep: str
    weight: float
    this: bool = False
    """Whether "this" stands before it: it can be where the article was written."""


def references(text: str, start: int, end: int) -> Iterator[Reference]:
    """The references of one sentence of a cleaned text."""
    words = words_of(text, start, end)
    if not words.isdisjoint(_REFERRED):
        yield from _named_again(text, start, end)
    if "this" in words:
        yield from _at_hand(text, start, end)
    if any(word.endswith("wide") for word in words):
        for found in _WIDE.finditer(text, start, end):
            kind = found["kind"].lower().replace("nation", "country")
            yield Reference(found.start(), found.end(), kind, "in", 0.0)
    if "its" in words:
        for found in _ITS.finditer(text, start, end):
            yield Reference(found.start(), found.end(), OWNER, "in", _WEAK - 1)
    if not words.isdisjoint(_AREAS):
        for found in _TOGETHER.finditer(text, start, end):
            if count := load().units.get((found["count"] or "two").lower()):
                yield Reference(found.start(), found.end(), str(count), "in", 0.0)
    if "there" in words:
        for found in _THERE.finditer(text, start, end):
            yield Reference(found.start(), found.end(), "", "in", 0.0)


def _named_again(text: str, start: int, end: int) -> Iterator[Reference]:
    """A place by its kind: "in the city", "the province's"."""
    for found in _REFERS.finditer(text, start, end):
        prep = (found["prep"] or "").lower()
        weight = strength_of(prep) if prep else None
        if weight is None and found["owner"]:
            weight = 1.0
        if found["owner"] and _OFFICE.match(text, found.end(), end):
            weight = _OFFICIAL if found["kind"].lower() in _LOCAL else None
        elif found["owner"] and found["kind"].lower() == "country" and _BODY.match(text, found.end(), end):
            weight = None
        if weight is not None and not _POST.search(text, max(start, found.start() - _POST_LENGTH), found.start()):
            yield Reference(found.start("kind"), found.end(), found["kind"].lower(), prep, weight)


def _at_hand(text: str, start: int, end: int) -> Iterator[Reference]:
    """The place where the article may have been written: "in this village"."""
    for found in _THIS.finditer(text, start, end):
        weight = strength_of(found["prep"].lower())
        if weight is not None:
            prep, kind = found["prep"].lower(), found["kind"].lower()
            yield Reference(found.start("kind"), found.end(), kind, prep, min(weight, 1.0), this=True)


def sides(text: str, start: int, end: int, found: Sequence[Mention]) -> list[Mention]:
    """The parts of the country that a sentence names by their direction alone: "in the north".

    `found` are its places by name; right behind one the direction only says where that is ("in Cayo, in the west").
    """
    if not any(text.find(direction, start, end) >= 0 for direction in _DIRECTIONS):
        return []
    behind = frozenset(m.end for m in found)
    return [
        Mention(
            side.start("name"),
            side.end("name"),
            side["name"],
            strength_of(side["prep"].lower()) or 0.0,
            False,
            side["prep"].lower(),
        )
        for side in _SIDE.finditer(text, start, end)
        if text[side.start() - 2 : side.start()] != ", " or side.start() - 2 not in behind
    ]


def holds(name: str, areas: str, country: str | None) -> bool:
    """Whether a place can have several areas of a kind ("prefectures"): a town that the gazetteer knows has none."""
    levels = _levels(name, country)
    return not levels or not levels <= _SMALLER[areas]


def fits(mention: Mention, kind: str, country: str | None) -> bool | None:
    """Whether a place can be called by a kind: by the word beside it, by the gazetteer; None where neither knows."""
    if kind.isdigit():
        return mention.several == int(kind)
    if kind == _CAPITAL:
        return is_capital(mention.name, country)
    if mention.country or mention.several > 1 or mention.site or mention.weight > _WEAK:
        return False
    if mention.official:
        return kind in _GOVERNED
    if (first := mention.name.split(" ")[0].lower()) in KINDS and first != kind:
        return False
    if mention.kind and ((called := mention.kind.removesuffix("s")) == kind or called not in _LOOSE):
        return called == kind
    levels = _levels(mention.name, country)
    if not levels and kind == _STATE:
        return False
    return not levels.isdisjoint(_LEVELS.get(kind, ())) if levels else None


@cache
def _world() -> Gazetteer:
    return Gazetteer()


@cache
def is_capital(name: str, country: str | None) -> bool:
    """Whether a name is that of the capital of a country, of any where it is not known of which."""
    found = _world().resolve(name, country)
    return any(p.capital and country in (None, p.country) for p in (found.place, *found.candidates) if p is not None)


@cache
def _levels(name: str, country: str | None) -> frozenset[str]:
    """The levels of the places of this name; of those abroad only towns and first-level divisions count."""
    found = _world().resolve(name, country)
    places = [place for place in (found.place, *found.candidates) if place is not None]
    return frozenset(p.level for p in places if p.country == country or p.level in ("city", "admin1"))
