"""Ages in words, which the forms of numbers cannot tell from counts: "boys aged seven and nine", "a girl of six"."""

from ...languages.language import word_list
from ..items import DETERMINERS, Item

_AGED = word_list("counting", "aged")
_AGES = word_list("counting", "ages")
_OF_AGE = word_list("counting", "of_age")
_FARTHEST, _OLDEST = 7, 110


def unmark_ages(row: list[Item]) -> None:
    """Take the quantity off numbers that say how old somebody is."""
    for at, item in enumerate(row):
        if item.q is not None and (item.q.value or _OLDEST) < _OLDEST and (_of_one(row, at) or _in_list(row, at)):
            item.q = None


def _of_one(row: list[Item], at: int) -> bool:
    """ "a girl of six"."""
    if at < 3 or row[at - 1].w != "of" or row[at - 2].w not in _OF_AGE:
        return False
    ends = at + 1 == len(row) or row[at + 1].noun is None
    return ends and any(item.w in DETERMINERS or item.w == "one" for item in row[max(0, at - 5) : at - 2])


def _in_list(row: list[Item], at: int) -> bool:
    """The second of two ages."""
    for item in reversed(row[max(0, at - _FARTHEST) : at]):
        if item.w in _AGED:
            return True
        if item.noun is not None or item.senses or item.w not in _AGES and not item.w.isdigit():
            return False
    return False
