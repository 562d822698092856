"""Numbers that belong to a place and not to what befell it: its people, its room, its own number."""

from ...languages.language import word_list
from ..items import RELATIVES
from .apposition import all_of_whom
from .camps import SETTLEMENTS
from .nations import away_from_home, foreign, from_abroad
from .sentence import Number

_SETTLED = word_list("counting", "settled")
_ROOM = word_list("counting", "room")
_ABLE = word_list("counting", "able")
_TAKES = tuple(word_list("counting", "takes"))
_HIT = frozenset(["affected", "displaced", "in_need"])
_FLIGHT = frozenset(["displaced", "idps", "refugees"])
_BROADCASTS = word_list("counting", "broadcasts")
_SOON = 6


def town(number: Number) -> bool:
    """Whether the number is a town's population ("a city of 40,000", "home to 3,000"), or is "those few"."""
    before = number.words_before(5)
    if "population" in before and "of" in before[before.index("population") :]:
        end = number.phrase.end
        hit = number.row[end : end + 3]
        return not any(s.measure in _HIT for item in hit for s in item.senses) or number.phrase.head is not None
    tags = number.phrase.head.tags if number.phrase.head else ()
    if not tags and (before[-2:] == ["home", "to"] or before[-1:] == ["home to"]):
        return not _home_of_displaced(number) and before[-2:-1] not in (["become"], ["became"], ["now"])
    if before[-1:] == ["of"] and len(before) > 1 and before[-2] in _SETTLED:
        return True
    return before[-1:] == ["those"] and number.item.w == "few"


def _home_of_displaced(number: Number) -> bool:
    """ "the camp, home to 27,000", "home to thousands of people who had fled"."""
    row, end = number.row, number.phrase.end
    relative = end < len(row) and row[end].w in RELATIVES
    of_whom = all_of_whom(number)
    told = row[end : end + (_SOON + 4 if of_whom else _SOON)] if relative or of_whom else row[end : end + 1]
    fled = any(s.measure in _FLIGHT for item in told for s in item.senses)
    from_elsewhere = end + 1 < len(row) and row[end].w == "from" and row[end + 1].cap
    if from_elsewhere or from_abroad(number) or away_from_home(number):
        return True
    settled = foreign(number) and any(item.w in SETTLEMENTS for item in row[max(0, number.at - _SOON) : number.at])
    before = row[max(0, number.at - _SOON - 4) : number.at]
    return fled or settled or any(s.frame == "refuge" for item in before for s in item.senses)


def room(number: Number) -> bool:
    """ "beds for 300", "can shelter 250", "built for 4,000": how many a place could take, not how many it has."""
    before, lead = number.before(), number.before(2) if number.at > 1 else ""
    if before in ("for", "of"):
        return lead in _ROOM
    return before.startswith(_TAKES) and lead in _ABLE


def names_a_place(number: Number) -> bool:
    """ "Camp 11", "Hospital 4", "France 24 said"."""
    if number.at == 0:
        return False
    place, following = number.row[number.at - 1], number.after()
    if following is not None and following.w in _BROADCASTS and place.cap and number.item.w.isdigit():
        return not place.w.endswith("day")
    if number.phrase.head is not None:
        return False
    singular = place.cap and not place.w.endswith("s") and place.noun is not None
    return singular and place.noun is not None and place.noun.kind in ("excluded", "facilities", "structures")
