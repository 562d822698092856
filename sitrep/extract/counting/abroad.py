"""Whether people are in another country than their own, by the places that their clause names."""

from ...languages.language import word_list
from ...languages.senses import Sense
from ..items import ADVERBS, BE, CHANGE, COORDINATORS, HAVE, PREPOSITIONS, RELATIVES, SUBORDINATORS, TRANSPARENT, Item
from .candidate import Candidate
from .lands import NOWHERE, Route, lands, route
from .nations import fleeing, in_flight, nations, own_countries
from .sentence import Number
from .words import opening

_BORDER = word_list("counting", "border_words")
_BEING = word_list("counting", "being_there")
JOINTS = PREPOSITIONS | COORDINATORS | SUBORDINATORS | RELATIVES | BE | HAVE | ADVERBS | CHANGE
_HELPING = BE | HAVE | ADVERBS | TRANSPARENT
_TOURISM = word_list("counting", "tourism")
_SAYING = word_list("counting", "saying")
_LEADS = word_list("counting", "putting_number") | frozenset(["that", "'s", "live", "lives", "of", "with"])
_ILLEGAL = frozenset(["illegal", "illegally"])
_OPENING = word_list("counting", "opening_places")
_HAVING = word_list("counting", "having_them")
_OWN_COST = 3.5
"""More than any verb beside the number: it tells where people are, not what befell them."""
_TAKERS = word_list("counting", "admit") | word_list("counting", "take_in")
_KEEPERS = (*word_list("counting", "housed"), "harbour", "resettl", "put up", "contain", "home for")
_CAMPS = word_list("counting", "refugee_camps")
_LAND = frozenset(["country", "kingdom", "island", "republic", "territory"])
_SUBJECT, _NEAR, _SOON = 10, 4, 7


def beyond(number: Number, candidate: Candidate, fled: bool = False) -> bool:
    """Whether the clause of a trigger says that people are, or go, beyond the border of their country.

    `fled` says that they are known to be in flight, so that nothing else needs to tell it.
    """
    row, home, at, end = number.row, number.sentence.memory.home, candidate.at, number.phrase.end
    if at >= end:
        told = route(row, end, at, home) | route(row, at + 1, len(row), home)
        fleeing_from = candidate.relative or row[at].w == "fleeing"
        taker = next((j for j in range(number.at) if row[j].w in _TAKERS), 0) if fleeing_from else 0
        told |= who_takes(row, taker, home) if taker else Route()
    else:
        told = route(row, end, len(row), home) | route(row, at + 1, number.at, home)
        told |= who_takes(row, at, home) if row[at].w in _TAKERS or row[at].w.startswith(_KEEPERS) else Route()
    return apart(number, told, fled)


def at_home(number: Number, candidate: Candidate) -> bool:
    """Whether people come from abroad into their own country: "150 Ghanaians stranded in Libya | landed in Accra"."""
    row, home, at, end = number.row, number.sentence.memory.home, candidate.at, number.phrase.end
    own = frozenset(own_countries(number))
    if not own:
        return False
    if at < end:
        told = route(row, end, len(row), home) | who_takes(row, at, home)
        go = told.go or frozenset([home] if home else [])
        return not go.isdisjoint(own) and not told.come <= own
    told = route(row, at + 1, len(row), home)
    behind = route(row, end, at, home)
    away = not behind.go <= own or not (behind.come | told.come) <= own
    return away and not told.go.isdisjoint(own)


def of_border(row: list[Item]) -> bool:
    """Whether a border, a crossing, or those who cross it are named."""
    return any(not _BORDER.isdisjoint(item.w.split()) for item in row)


def apart(number: Number, told: Route, fled: bool = False) -> bool:
    """Whether people come from one country and are in another, of which one is told by name."""
    home, own = number.sentence.memory.home, frozenset(own_countries(number))
    come = own or told.come
    if not come or any(item.w in _TOURISM for item in number.row):
        return False
    by_name = bool(own) or not come.isdisjoint(told.named)
    bordering = of_border(number.row)
    go = told.go & told.named or _fronted(number).go
    if go:
        flight = fled or not told.named.isdisjoint(told.come) or in_flight(number)
        return come.isdisjoint(go) and (bordering or flight)
    if told.go:
        return come.isdisjoint(told.go) and (bordering or by_name and (fled or in_flight(number)))
    return home is not None and home not in come and by_name and (bordering or fleeing(number))


def who_takes(row: list[Item], at: int, home: str | None) -> Route:
    """Where a verb's subject is that takes people in: "Mboki | took in 1,180", "Rwandan authorities | received"."""
    for k in range(max(0, at - _SUBJECT), at):
        if not row[k].cap or k and row[k - 1].cap and row[k - 1].w != "the":
            continue
        nation = frozenset(nations(row, k))
        codes, named = (nation, True) if nation else lands(row, k, home)
        if codes and (named or home is None or home in codes):
            return Route(NOWHERE, codes, codes if named else NOWHERE)
    return Route()


def _fronted(number: Number) -> Route:
    """Where a sentence says at its beginning that it is: "In Nyarugusu, a camp in Tanzania, | 84,000 people"."""
    row, first = number.row, opening(number.row)
    if row[first].w.split(" ")[0] not in _OPENING:
        return Route()
    return route(row, first, number.at, number.sentence.memory.home)


def foreigners(number: Number) -> list[Candidate]:
    """People called by their nation who are said to be in another country: "1.2 million Ukrainians in Germany"."""
    if number.kind != "people" or number.quantity.article or not own_countries(number) or not in_flight(number):
        return []
    row, end, home = number.row, number.phrase.end, number.sentence.memory.home
    told = route(row, end, len(row), home)
    owned = number.at > 1 and number.before() == "'s" and _of_exiles(number)
    if not (owned or stays(row, end)) or not _leads(number) or any(item.w in _ILLEGAL for item in row[end:]):
        return []
    has = owned or number.at > 0 and any(item.w in _HAVING for item in row[max(0, number.at - 2) : number.at])
    here = any(row[j].w in _LAND and row[j - 1].w == "the" for j in range(end + 1, min(end + _SOON, len(row))))
    if camp := any(item.cap and item.w in _CAMPS for item in row):
        here = True
    if (has or here) and not camp:
        told |= who_takes(row, number.at, home)
    there = has or here or not _BEING.isdisjoint(item.w for item in row[end : end + 3])
    if not camp and (not (told.go or _fronted(number).go or home and there) or not apart(number, told)):
        return []
    at = number.phrase.head_at
    return [Candidate(at, (Sense("refugees", "refuge", "-"),), "place", _OWN_COST, False, "people", [at])]


def _of_exiles(number: Number) -> bool:
    """Whether sentence or article speak of people who cross borders, or of their camps."""
    memory = number.sentence.memory
    if memory.flight == "refugees" or memory.exile():
        return True
    return of_border(number.row) or any(item.cap and item.w in _CAMPS for item in number.row)


def _leads(number: Number) -> bool:
    """Whether a number begins its clause or stands in a list, or somebody has them: it is no verb's object."""
    before = next((item for item in reversed(number.row[: number.at]) if item.w not in ADVERBS), None)
    if before is None or before.sign or before.cap or before.q is not None or before.w in BE:
        return True
    return before.w in _LEADS or before.w in COORDINATORS or before.w in _HAVING or before.w in _SAYING


def stays(row: list[Item], k: int) -> bool:
    """Whether nothing is said of people behind `k` but that they are somewhere."""
    k = _past_being(row, k)
    if k + 1 < len(row) and row[k].w in COORDINATORS and nations(row, k + 1):
        k = _past_being(row, k + 2)
    return k >= len(row) or row[k].sign or row[k].w.split(" ")[0] in _BEING and _nothing_done(row, k)


def _past_being(row: list[Item], k: int) -> int:
    while k < len(row) and (row[k].w in _HELPING or row[k].w == "to" and row[k - 1].w in TRANSPARENT):
        k += 1
    return k


def _nothing_done(row: list[Item], k: int) -> bool:
    """Whether a place follows and no verb: not "300 Sudanese in | Cairo marched"."""
    if row[k].w not in PREPOSITIONS:
        return True
    j = k + 1
    while j < len(row) and j < k + _NEAR and not row[j].cap and not row[j].sign and row[j].w not in JOINTS:
        j += 1
    while j < len(row) and row[j].cap:
        j += 1
    if j >= len(row) or row[j].sign or row[j].q is not None:
        return True
    if j < len(row) and row[j].w == "'s":
        # "in Jordan's camps and towns"
        j = next((n for n in range(j + 1, min(j + _NEAR, len(row))) if row[n].w in JOINTS or row[n].sign), j)
        return row[j].w != "'s"
    return row[j].w in JOINTS
