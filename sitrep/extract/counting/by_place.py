"""Numbers that say how much of what was just counted one place has: "Zambezia: 19,850", "Marsabit has 210,000"."""

from ...languages.language import word_list
from ..items import ADVERBS, BE, PREPOSITIONS, Item
from .sentence import Number
from .words import opening

_HAVING = word_list("counting", "place_has")
_DIVISIONS = word_list("counting", "divisions")
_JOINTS = frozenset(["and", "of", ",", "de", "del", "the", "in"])
_COLONS = frozenset([":", "–", "—", "-"])
_BULLETS = frozenset(["•", "-", "–", "*", "·", "▪", "●", "o"])
_WE = frozenset(["they", "we", "it", "he", "she"])
_FOUND = frozenset(["found", "counted", "registered", "recorded", "listed"])
_LONGEST, _LEAST, _LATELY = 7, 2, 2


def in_list(number: Number) -> bool:
    """Whether a line of a list that the last sentence opened gives a name and the number: "• Nampula: 7,530"."""
    row, at, memory = number.row, number.at, number.sentence.memory
    first = opening(row)
    bulleted = first > 0 and row[0].w in _BULLETS
    if memory.age != 1 or not (memory.listing or bulleted) or not _alone(number):
        return False
    return 0 < at - first <= _LONGEST and row[at - 1].w in _COLONS and _names(row[first : at - 1])


def of_place(number: Number) -> bool:
    """Whether a clause says no more than that a place has so many: "La Paz counted 870", "while Moma had 2,300"."""
    row, at = number.row, number.at
    if number.sentence.memory.age > _LATELY or not _alone(number):
        return False
    if _found_there(row, at):
        return True
    verb = next((j for j in range(at - 1, 0, -1) if row[j].w not in ADVERBS), 0)
    if row[verb].w not in _HAVING:
        return False
    start = next((j + 1 for j in range(verb - 1, -1, -1) if row[j].sign or row[j].w == "while"), 0)
    return start < verb <= start + _LONGEST and row[start].cap and _names(row[start:verb])


def _found_there(row: list[Item], at: int) -> bool:
    """ "In Thomonde there were | 7,200", "In Hinche they found | 9,860"."""
    first = opening(row)
    lead = [item.w for item in row[at - 2 : at]]
    told = lead[:1] == ["there"] and lead[-1] in BE or len(lead) == 2 and lead[0] in _WE and lead[1] in _FOUND
    return told and row[first].w in ("in", "at") and _names(row[first + 1 : at - 2])


def _names(items: list[Item]) -> bool:
    """Whether items are nothing but a name, with what kind of place it is of."""
    named = [item for item in items if item.cap and item.q is None and not item.senses]
    told = all(item.cap or item.w in _JOINTS or item.w in _DIVISIONS or item.w in ADVERBS for item in items)
    return told and bool(named) and not any(item.q is not None or item.noun and not item.cap for item in items)


def _alone(number: Number) -> bool:
    """Whether nothing is said of the number but what it counts: its clause ends, or says in how many places."""
    if (number.quantity.value or 0) < _LEAST or number.quantity.article or number.quantity.currency:
        return False
    row, end = number.row, number.phrase.end
    if end >= len(row) or row[end].sign:
        return True
    return row[end].w in ("and", "while") or row[end].w in PREPOSITIONS - {"of", "with"}
