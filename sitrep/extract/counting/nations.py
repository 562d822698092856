"""Of which country people are, in which they are, and whether they are in flight."""

from functools import cache

from ...languages.language import word_list, word_table
from ...places.countries import DEMONYMS, demonym_countries, iso3
from ..items import Item
from .sentence import Number

_IN_FLIGHT = word_list("counting", "in_flight")
_MOSTLY = frozenset(["mostly", "mainly", "largely", "chiefly", "most", "all", "majority", "primarily", "predominantly"])
_SOON = 8
_LANDS = frozenset(["countries", "nations", "nationalities", "other"])
_CODE = 3
_SUBJECTS_OF = frozenset(["nationals", "citizens"])
_WITH_ARTICLE = ("d'", "d’")
_SHORT = frozenset(["us", "uk", "usa", "uae", "drc", "car"])
"""The short names of countries that stand in running text; other codes may be words or parts of names ("Bel Air")."""
_ORIGINS = frozenset(code.upper() for code in word_list("counting", "origins"))
_PEOPLES = word_table("counting", "peoples")
"""Peoples without a state, and those whose name is of two words, with their countries."""
_HOMELANDS = word_table("counting", "homelands")


def foreign(number: Number) -> bool:
    """Whether those counted are called by their nation, or refugees."""
    head, word = number.phrase.head, (number.phrase.word or "").rstrip("s")
    return (
        head is not None
        and "refugees" in head.tags
        or word in _nationalities()
        or word in _PEOPLES
        or _nationals(number)
    )


def from_abroad(number: Number) -> bool:
    """Whether people are said to come from another country: "30,000 people | from Mali"."""
    row, end = number.row, number.phrase.end
    if end + 2 >= len(row) or row[end].w != "from":
        return False
    if row[end + 1].q is not None and row[end + 2].w in _LANDS:
        # "16,000 people from fourteen nations"
        return True
    code = country(row, end + 2 if row[end + 1].w == "the" else end + 1)
    if code is None:
        return False
    return code != number.sentence.memory.home


def away_from_home(number: Number) -> bool:
    """Whether those of a nation are in another country, that of the article: "9,000 Sudanese" in one about Chad."""
    memory, own = number.sentence.memory, own_countries(number)
    return memory.home is not None and bool(own) and memory.home not in own and in_flight(number)


def in_flight(number: Number) -> bool:
    """Whether sentence or article speak of flight."""
    memory = number.sentence.memory
    return (
        not _ORIGINS.isdisjoint(own_countries(number))
        or memory.flight == "refugees"
        or memory.war()
        or memory.exile()
        or any(not _IN_FLIGHT.isdisjoint(item.w.split()) for item in number.row)
    )


def fleeing(number: Number) -> bool:
    """Whether those of a nation are known to flee it, or sentence or article speak of people who cross borders."""
    if not _ORIGINS.isdisjoint(own_countries(number)) or number.sentence.memory.exile():
        return True
    return any(not _IN_FLIGHT.isdisjoint(item.w.split()) for item in number.row)


def nations(row: list[Item], k: int) -> tuple[str, ...]:
    """The codes of the countries whose people or adjective stands at `k`: "South Sudanese", "Rwandan"."""
    pair = " ".join([item.w for item in row[k : k + 2]])
    return _without_state(pair) or demonym_countries(row[k].w) or _without_state(row[k].w)


def _nationals(number: Number) -> bool:
    """ "5,300 Myanmar nationals", who are not of the article's country."""
    home = number.sentence.memory.home
    return number.phrase.word in _SUBJECTS_OF and bool(own_countries(number) - {home})


@cache
def _nationalities() -> frozenset[str]:
    return frozenset(d.lower() for d in DEMONYMS)


def country(items: list[Item], k: int) -> str | None:
    """The code (ISO 3166 alpha-3) of the country whose name begins at `k`."""
    if not items[k].cap:
        return None
    if k + 1 < len(items) and items[k + 1].w.startswith(_WITH_ARTICLE):
        return iso3(f"{items[k].w} {items[k + 1].w}")
    for n in (3, 2):
        name = " ".join(x.w for x in items[k : k + n] if x.cap)
        if len(name) > _CODE and (code := iso3(name)):
            return code
    return iso3(items[k].w) if len(items[k].w) > _CODE or items[k].w in _SHORT else None


def country_before(row: list[Item], at: int) -> bool:
    """Whether a country is named a few words before `at`: "Ghana has | received 1,900 Malians"."""
    before = row[max(0, at - 6) : at]
    return any(country(before, k) for k in range(len(before)))


def own_countries(number: Number) -> set[str]:
    """The codes (ISO 3166 alpha-3) of the countries that those counted are called by: "Sudanese families"."""
    words = [item.w for item in number.row[number.phrase.start : number.phrase.end]]
    if "ethnic" in words:
        # "Ethnic Armenians" are those who live elsewhere.
        return set()
    found = {code for w in words if (code := _HOMELANDS.get(w)) is not None}
    found = found or {code for pair in zip(words, words[1:], strict=False) for code in _without_state(" ".join(pair))}
    found = found or {code for w in words for code in (*demonym_countries(w), *_without_state(w))}
    if not found and number.phrase.word in _SUBJECTS_OF:
        found = {code for w in words if len(w) > _CODE and (code := iso3(w))}
    return found or _most_of_them(number)


def _most_of_them(number: Number) -> set[str]:
    """The countries of those who are most of a group: "63,000 people, | mostly Congolese"."""
    row, end = number.row, number.phrase.end
    if end >= len(row) or row[end].w != ",":
        return set()
    last = min(end + _SOON, len(row))
    behind = next((j for j in range(end + 1, last) if row[j].w == ","), last)
    if not any(item.w in _MOSTLY for item in row[end + 1 : behind]):
        return set()
    return {code for j in range(end + 1, behind) if row[j].cap for code in nations(row, j)}


def _without_state(word: str) -> tuple[str, ...]:
    """The country of a people that has no state of its own: "rohingya"."""
    code = _PEOPLES.get(word.removesuffix("s"))
    return (code,) if code is not None else ()
