"""One run of capitalised words, and what gazetteer and word lists take it for: country, person, site, event."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ...languages.language import word_list
from ...places import Gazetteer
from ...places.countries import COUNTRY_NAMES, DEMONYMS
from ...places.normal import fold
from ...places.world import countries_with

_OF = re.compile(r" of (?:the )?")
_FEATURES = frozenset(word_list("place", "features"))
NO_NAMES = word_list("place", "not")
"""Words that begin or end no name."""
_ALONE = NO_NAMES | word_list("place", "kinds")
"""Words that by themselves are no names."""
_LANDS = word_list("place", "lands")
_TITLES = word_list("place", "titles")
_ORGANISATIONS = word_list("place", "organisations")
FACILITIES = word_list("place", "facilities")
_OFFICES = word_list("place", "offices")
_LOCAL_BODIES = word_list("place", "local_bodies")
HAPPENINGS = word_list("place", "happenings")
_LINES = word_list("place", "lines")
_TOLD_OF = tuple(f"-{word}" for word in sorted(word_list("place", "told_of")))
# The Arabic article, which gazetteers often leave out: "Ar-Raqqa".
_ARTICLE = re.compile(r"(?:A[lrsntdz]|El|A[st]h|Es|Ed)[-'](?=[A-Z])", re.IGNORECASE)
_CONTINENTAL = ("Asian", "African", "European", "American", "Himalayan", "Balkan", "Mediterranean", "Arctic")


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words, or a part of one; `owner` if it stands in the possessive."""

    start: int
    end: int
    text: str
    owner: bool = False
    """Whether "'s" follows it."""


def is_country(name: str) -> bool:
    """Whether a name is a country's, as written."""
    return name in COUNTRY_NAMES or name.isupper() and len(name) > 3 and name.title() in COUNTRY_NAMES


@lru_cache(maxsize=1 << 14)
def is_known(name: str) -> bool:
    """Whether a name is a country's, or that of a place of some size anywhere."""
    lower = name.lower()
    if is_country(name) or lower in _LINES or lower not in NO_NAMES and _world().is_place(name):
        return True
    bare = _ARTICLE.match(name)
    return bare is not None and _world().is_place(name[bare.end() :])


@lru_cache(maxsize=1 << 13)
def is_at_home(name: str, home: str) -> bool:
    """Whether a name is that of any place in the country `home` (alpha-3)."""
    return name.lower() not in NO_NAMES and any(code == home for code, _ in countries_with(fold(name)))


@cache
def _world() -> Gazetteer:
    return Gazetteer()


@cache
def demonyms() -> frozenset[str]:
    """The adjectives and names of peoples, with their plurals."""
    return frozenset(DEMONYMS) | frozenset(d + "s" for d in DEMONYMS)


def official_of(name: Name) -> str | None:
    """Whom the title in a run serves: of "Salta Governor Juan Urtubey" Salta, if that is a place."""
    words = name.text.split(" ")
    at = next((i for i, word in enumerate(words) if word.lower() in _OFFICES), 0)
    return _served(words[:at])


def seat_of(name: Name) -> Name | None:
    """Whom a local body serves: of "Zamfara State Emergency Management Agency" Zamfara State, if that is a place."""
    start = 0
    for part in _OF.split(name.text):
        start = name.text.index(part, start)
        words = part.split(" ")
        at = next((i for i, word in enumerate(words) if word.lower() in _LOCAL_BODIES), 0)
        if place := next((place for size in range(at, 0, -1) if (place := _served(words[:size]))), None):
            return Name(name.start + start, name.start + start + len(place), place)
    return None


def _served(words: list[str]) -> str | None:
    """The place below a country that these words name."""
    place = " ".join(words)
    return place if place and place not in demonyms() and not is_country(place) and is_known(place) else None


def is_person(name: Name) -> bool:
    """Whether a run has the title of a person in it: what stands before it is whom that person serves."""
    return any(word.rstrip(".").lower() in _TITLES for word in name.text.split(" "))


def is_facility(name: Name) -> bool:
    """Whether a run is the name of a site: "Kosti Teaching Hospital"."""
    return name.text.split(" ")[-1].lower() in FACILITIES and " " in name.text


def is_feature(name: Name) -> bool:
    """Whether a run begins as lakes and mountains do: "Lake Chad"."""
    return " " in name.text and name.text.split(" ")[0] in _FEATURES


def is_people(name: Name) -> bool:
    """Whether a run is an adjective or a name of a people."""
    return name.text in demonyms() and not is_country(name.text) or name.text.endswith(_CONTINENTAL)


def is_happening(name: Name) -> bool:
    """Whether a run names an event, a road or a river."""
    lower = name.text.lower()
    return lower not in _LINES and not HAPPENINGS.isdisjoint(lower.split(" "))


def is_other(name: Name) -> bool:
    """Whether a run is an organisation or a mere word."""
    words = name.text.split(" ")
    lower = [word.lower() for word in words]
    if len(words) == 1 and lower[0].endswith(_TOLD_OF):
        return True
    if len(words) > 1 and lower[-1] in _LANDS:
        return False
    if len(words) == 1 and (lower[0] in _ALONE or len(words[0]) < 3 and not is_country(words[0])):
        return True
    if not _ORGANISATIONS.isdisjoint(lower) or not demonyms().isdisjoint(words[:-1]):
        return True
    return any(map(str.isdigit, name.text))


def is_letters(name: str) -> bool:
    """Whether a name is a short form in capitals, which may stand for anything."""
    return re.fullmatch(r"[A-Z]{2,7}s?", name) is not None
