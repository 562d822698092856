"""Ages and weeks of the year, which the forms of numbers cannot tell from counts: "a girl of six", "in week 34"."""

from ...languages.language import word_list
from ..items import DETERMINERS, PREPOSITIONS, Item
from .persons import is_singular

_AGED = word_list("counting", "aged")
_AGES = word_list("counting", "ages")
_OF_AGE = word_list("counting", "of_age")
_EXTREMES = frozenset(["oldest", "youngest", "eldest"])
_FARTHEST, _OLDEST = 7, 110


def unmark_ages(row: list[Item]) -> None:
    """Take the quantity off numbers that say how old somebody is, or which week it is."""
    for at, item in enumerate(row):
        if item.q is not None and (item.q.value or _OLDEST) < _OLDEST and _is_age(row, at):
            item.q = None


def _is_age(row: list[Item], at: int) -> bool:
    readers = (_oldest, _of_one, _of_both, _in_list, _was, _of_years, _apposed, _of_two, _of_week)
    return any(is_one(row, at) for is_one in readers)


def _oldest(row: list[Item], at: int) -> bool:
    """ "11 people, the oldest of them 75"."""
    return at > 1 and _ends(row, at) and any(item.w in _EXTREMES for item in row[max(0, at - 4) : at])


def _of_two(row: list[Item], at: int) -> bool:
    """ "two brothers, 9 and 11, were": bare numbers between commas behind the word for two persons."""
    first = at if at + 1 < len(row) and row[at + 1].w == "and" else at - 2
    if (
        first < 3
        or first + 3 >= len(row)
        or (row[first - 1].w, row[first + 1].w, row[first + 3].w) != (",", "and", ",")
    ):
        return False
    noun, count = row[first - 2].noun, row[first - 3].q
    two = count is not None and count.value == 2 and noun is not None and noun.kind == "people"
    return two and row[first].w.isdigit() and row[first + 2].w.isdigit()


def _apposed(row: list[Item], at: int) -> bool:
    """ "the driver, 34, was": a bare number between commas behind the word for one person."""
    if at < 3 or at + 2 >= len(row) or (row[at - 1].w, row[at + 1].w) != (",", ",") or not row[at].w.isdigit():
        return False
    person = row[at - 2]
    named = person.noun is not None and person.noun.kind == "people" and is_singular(person.w)
    return named and any(item.w in DETERMINERS for item in row[max(0, at - 6) : at - 2])


def _of_week(row: list[Item], at: int) -> bool:
    """ "in week 34", "week 40: 61 cases": a number of the calendar; "last week 34 died" counts."""
    if not at or row[at - 1].w != "week" or not _ends(row, at):
        return False
    lead = row[at - 2] if at > 1 else None
    return lead is None or lead.sign or lead.w in PREPOSITIONS or lead.w.startswith("epi")


def _was(row: list[Item], at: int) -> bool:
    """ "who was 47,"."""
    return at > 1 and row[at - 1].w in ("was", "is") and row[at - 2].w == "who" and _ends(row, at)


def _of_years(row: list[Item], at: int) -> bool:
    """ "five and nine years old": the first of two ages."""
    after = [item.w for item in row[at + 1 : at + 5]]
    return len(after) > 3 and after[0] in ("and", "or", ",") and after[2] == "years" and after[3] == "old"


def _ends(row: list[Item], at: int) -> bool:
    return at + 1 == len(row) or row[at + 1].noun is None


def _of_one(row: list[Item], at: int) -> bool:
    """ "a girl of six"."""
    if at < 3 or row[at - 1].w != "of" or row[at - 2].w not in _OF_AGE:
        return False
    return _ends(row, at) and any(item.w in DETERMINERS or item.w == "one" for item in row[max(0, at - 5) : at - 2])


def _of_both(row: list[Item], at: int) -> bool:
    """ "two men of 24 and 51"."""
    of = at - 1 if row[at - 1].w == "of" else at - 3
    if of < 2 or row[of].w != "of" or row[of + 2 : of + 3] == [] or row[of + 2].w != "and" or of + 3 >= len(row):
        return False
    count, noun = row[of - 2].q, row[of - 1].noun
    two = count is not None and count.value == 2 and noun is not None and noun.kind == "people"
    return two and row[of + 1].w.isdigit() and row[of + 3].w.isdigit() and _ends(row, of + 3)


def _in_list(row: list[Item], at: int) -> bool:
    """The second of two ages."""
    for item in reversed(row[max(0, at - _FARTHEST) : at]):
        if item.w in _AGED:
            return True
        if item.noun is not None or item.senses or item.w not in _AGES and not item.w.isdigit():
            return False
    return False
