"""Roofs that keep people: "two schools are housing 140", "has put up 36 families in hotels"."""

from ...languages.language import word_list
from ...languages.senses import Sense
from ..items import Item
from .clause import haven_follows, is_haven, is_passive
from .walk import Walk

_HOUSING = tuple(word_list("counting", "housing"))
_CAPACITY = word_list("counting", "capacity")
_ROUTINE = word_list("counting", "inside_by_routine")
_SUBJECT = 14


def houses(walk: Walk, item: Item, sense: Sense) -> bool:
    """Whether a place that gives people a roof keeps them: "two schools are housing 140"; not what it can house."""
    row, k = walk.row, walk.k
    if walk.passed or walk.prepositions or not item.w.startswith(_HOUSING):
        return False
    if sense.form != "gerund" and is_passive(row, k):
        return False
    before = row[max(0, k - _SUBJECT) : k]
    able = any(x.w in _CAPACITY for x in before[-5:])
    return not able and walk.counted.isdisjoint(_ROUTINE) and any(map(is_haven, before))


def puts_up(walk: Walk, item: Item, sense: Sense) -> bool:
    """ "has put up 36 families | in hotels"."""
    if not item.w.startswith((*_HOUSING, "put up")) or walk.passed or walk.prepositions or sense.form == "base":
        return False
    free = walk.counted.isdisjoint(_ROUTINE) and not is_passive(walk.row, walk.k)
    return free and haven_follows(walk.row, walk.end)
