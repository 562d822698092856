"""Whether flight leads into another country, by the countries and frontiers that stand behind it."""

from ...languages.language import word_list
from ...places.countries import demonym_country
from ..items import Item
from .candidate import Candidate
from .clause import home_follows
from .nations import away_from_home, country, own_countries
from .sentence import Number

_BANKS = frozenset(["border", "frontier", "river"])
_CONTINENTS = word_list("counting", "continents")
_ENTER = word_list("counting", "enter")
_FLEE = word_list("counting", "flee")
_FLEE_TO = word_list("counting", "flee_to")
_FRONTIER = word_list("counting", "frontier")
_LEADING = (" to", " into")
_TOWARDS = ("to", "into", "in")
_NEAR = 7


def abroad(number: Number, candidate: Candidate) -> bool:
    """Whether flight leads into another country than the people's or the document's: "Sudanese have fled to Egypt"."""
    row, start = number.row, candidate.at + 1 if _leads_on(number, candidate) else number.phrase.end
    if (named := _into_country(number, candidate, start)) is not None:
        return named
    if (place := _there(row, number.at)) is not None:
        return any(item.w in _FRONTIER for item in row[: number.at]) or _another(number, place, set())
    beyond = [j for j in range(start, min(start + _NEAR, len(row))) if row[j].w.split(" ")[-1] in ("across", "over")]
    if any(_frontier_at(row, j + 1) for j in beyond) or any(map(_over_border, row[start : start + _NEAR])):
        return True
    left = left_behind(row, start) | _country_of_cause(number, candidate)
    if (further := _further_on(number, candidate, start, left)) is not None:
        return further
    named = any(row[j].w in _TOWARDS and row[j + 1].cap for j in range(start, min(start + 4, len(row) - 1)))
    return named and _another(number, None, left) or _told_who_fled(number, candidate)


def _into_country(number: Number, candidate: Candidate, start: int) -> bool | None:
    """Whether the country that a verb of flight names right behind it is another one; None where it names none."""
    row, word = number.row, number.row[candidate.at].w
    if candidate.relation == "object" and word.endswith(_LEADING) and candidate.at + 1 < number.at:
        left = own_countries(number) | _nation_before(number, candidate) | left_behind(row, candidate.at + 1)
        if (code := country(row, candidate.at + 1)) is not None:
            return code not in left
    code = country(row, start) if start < len(row) else None
    if code is None:
        return None
    if word in _FLEE:
        return True
    if word in _FLEE_TO:
        return code != number.sentence.memory.home and code not in own_countries(number)
    return _another(number, code, set()) if word.endswith(_LEADING) else None


def _further_on(number: Number, candidate: Candidate, start: int, left: set[str]) -> bool | None:
    """Whether the next country that people enter or go to is another one; None where the next items name none."""
    row = number.row
    for j in range(start, min(start + _NEAR, len(row) - 1)):
        code = country(row, j + 1)
        if row[j].w in _ENTER and code:
            return code not in own_countries(number) | left
        if row[j].w not in _TOWARDS or row[j - 1].w == "according":
            continue
        if row[j + 1].w in _CONTINENTS:
            return True
        if row[j + 1].cap and code is not None:
            return _another(number, code, left | _nation_before(number, candidate))
    return None


def _country_of_cause(number: Number, candidate: Candidate) -> set[str]:
    """ "Fighting in eastern Congo | drove 2,300 people to Bundibugyo", in an article about refugees."""
    if candidate.relation != "object" or not number.sentence.memory.exile():
        return set()
    row = number.row
    return {code for j in range(1, candidate.at) if row[j].cap and (code := country(row, j))}


def _told_who_fled(number: Number, candidate: Candidate) -> bool:
    """ "opened their doors to 12,000 Syrians | who fled the killings", in an article about Lebanon."""
    told = candidate.relation == "subject" and candidate.relative
    return told and away_from_home(number) and not home_follows(number.row, candidate.at + 1)


def _over_border(item: Item) -> bool:
    """ "1,300 people fleeing Zamzam | made it across the border"."""
    return item.w.endswith(" border") and any(s.measure == "refugees" for s in item.senses)


def _frontier_at(row: list[Item], k: int) -> bool:
    """Whether a border or a river is named behind "across": "the Congo river"."""
    return any(item.w in _BANKS for item in row[k : k + 3])


def _leads_on(number: Number, candidate: Candidate) -> bool:
    """Whether what follows a trigger tells where people go: "the number seeking safety | in Chad could reach 5,000"."""
    if candidate.relation != "object":
        return candidate.relation == "subject"
    following = number.row[candidate.at + 1 : number.at]
    return len(following) > 1 and following[0].w in ("to", "into", "in") and following[1].cap


def _nation_before(number: Number, candidate: Candidate) -> set[str]:
    """Of whom a count tells that stands before its number: "the number of Afghans | seeking safety in Iran"."""
    if candidate.relation != "object":
        return set()
    row, start = number.row, max(1, candidate.at - 3)
    # "Israeli | strikes displaced" others.
    words = (row[j].w for j in range(start, candidate.at) if row[j - 1].w.rpartition(" ")[2] == "of")
    return {code for w in words if (code := demonym_country(w.removesuffix("s").capitalize()))}


def _there(row: list[Item], at: int) -> str | None:
    """The country of which a clause before the number tells: "across the border into Chad, where"."""
    for j in range(at - 1, 2, -1):
        if row[j].w == "where" and row[j - 1].w == ",":
            spots = (k for k in (j - 2, j - 3) if row[k - 1].w in ("in", "into", "to"))
            return next((code for k in spots if (code := country(row, k)) is not None), None)
        if row[j].w in (",", ";"):
            return None
    return None


def _another(number: Number, code: str | None, left: set[str]) -> bool:
    """Whether a country is another than the one that people leave, by what they are called, or by the article."""
    article = number.sentence.memory.home
    if code is None:
        return bool(left and article and article not in left)
    home = own_countries(number) | left or ({article} - {None})
    return bool(home) and code not in home


def leads_abroad(row: list[Item], k: int) -> bool:
    """Whether a country is left for another: "23,000 have left | Nicaragua for Costa Rica"."""
    if k + 2 >= len(row) or country(row, k) is None:
        return False
    return any(row[j].w in ("for", "to") and country(row, j + 1) for j in range(k + 1, min(k + 4, len(row) - 1)))


def left_behind(row: list[Item], start: int) -> set[str]:
    """The country that people are said to come from: "to Chad from Sudan"."""
    spots = range(start, min(start + 7, len(row) - 1))
    return {code for k in spots if row[k].w == "from" and (code := country(row, k + 1))}
