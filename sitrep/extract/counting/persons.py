"""Persons as quantities of one: "a 60-year-old man", "his son", a name before "was killed"."""

import re
from collections.abc import Iterator

from ...languages.language import Noun, alternatives, word_list
from ..items import ADVERBS, BE, DETERMINERS, HAVE, PREPOSITIONS, Item
from ..phrases import PEOPLES
from ..quantities import Quantity
from .sentence import PERSONAL

_LEADS = word_list("counting", "leads")
_TITLES = word_list("counting", "person_titles")
_NO_NAME = word_list("counting", "no_name") | PEOPLES
_OFFICES = word_list("counting", "offices")
_PLURAL = re.compile(rf"(?:{alternatives('counting', 'plural_endings')})$")
_SINGULAR = word_list("counting", "singular")
_ENDS = DETERMINERS | PREPOSITIONS | BE
_LONGEST_NAME = 6


def mark_persons(row: list[Item]) -> None:
    """Make persons quantities of one; whether one is a figure is decided like the rest."""
    for k, item in enumerate(row):
        if item.senses and any(s.measure in PERSONAL for s in item.senses):
            _mark_name(row, k)
    for i, item in enumerate(row):
        if item.w in _LEADS and item.q is None and (noun := _person(row, i)) is not None:
            item.q = Quantity(item.s, noun.e, 1, article=True)


def _person(row: list[Item], i: int) -> Item | None:
    """The noun of a person that the determiner at `i` leads to, unless it tells who a person named before is."""
    w = row[i].w
    for j in range(i + 1, min(i + 7, len(row))):
        found = row[j]
        if found.q is not None or found.sign or found.w in _ENDS:
            return None
        if not _one_person(found) or j + 1 < len(row) and _compound(row[j + 1]):
            continue
        if w in ("a", "an", "the") and i > 1 and row[i - 1].w == "," and _apposition(row, i - 2):
            return None
        return found if w != "the" or _befallen(row, j) else None
    return None


def _one_person(item: Item) -> bool:
    return item.noun is not None and item.noun.kind == "people" and is_singular(item.w)


def _compound(following: Item) -> bool:
    """Whether the next noun is the head: "a child soldiers' camp", "a police officer"."""
    noun: Noun | None = following.noun
    return noun is not None and noun.kind in ("people", "facilities", "excluded") and not following.senses


def _befallen(row: list[Item], j: int) -> bool:
    """Whether "the driver" is said to be or to die; "the man" and "the mayor" have been spoken of before."""
    if j + 1 >= len(row) or row[j].w in _OFFICES:
        return False
    return row[j + 1].w in BE or any(s.measure == "deaths" for s in row[j + 1].senses)


def _apposition(row: list[Item], at: int) -> bool:
    """Whether a name, or a name with its age, ends at `at`: what follows the comma describes a person named before."""
    if row[at].q is None and row[at].w.isdigit():
        return True
    start = at
    while start >= 0 and row[start].cap:
        start -= 1
    return start < at and (start < 0 or row[start].w not in PREPOSITIONS and row[start].w not in (",", "-"))


def _mark_name(row: list[Item], k: int) -> None:
    """Make a named person who was killed or held, or whose death is reported, a quantity of one."""
    item = row[k]
    personal = [s for s in item.senses if s.measure in PERSONAL]
    if any(s.frame == "event" for s in personal) and k + 2 < len(row) and row[k + 1].w == "of":
        _name(row, k + 2, 1)
    elif any(s.frame == "subject" and s.form == "past_participle" for s in personal) or (
        k and row[k - 1].w in BE and any(s.frame == "verb" for s in personal)
    ):
        _name(row, _subject_end(row, k), -1)


def _subject_end(row: list[Item], k: int) -> int:
    """Where the subject of the verb at `k` ends: before its auxiliaries, and before an apposition in commas."""
    at = k - 1
    while at >= 0 and (row[at].w in BE or row[at].w in HAVE or row[at].w in ADVERBS):
        at -= 1
    if at >= 0 and row[at].w == ",":
        return max((j for j in range(max(0, at - 12), at) if row[j].w == ","), default=-1) - 1
    return at


def _name(row: list[Item], first: int, step: int) -> None:
    """Mark the name that begins or ends at `first`."""
    words = list(_name_words(row, first, step))[::step]
    names = [item for item in words if item.w not in _TITLES]
    if len(words) < 2 or not names or len(words) > _LONGEST_NAME or any(item.w in _NO_NAME for item in words):
        return
    if len(names) > 1 or len(words) > len(names):
        words[0].q = Quantity(words[0].s, words[-1].e, 1, article=True)


def _name_words(row: list[Item], at: int, step: int) -> Iterator[Item]:
    while 0 <= at < len(row):
        item = row[at]
        proper = item.cap and item.q is None and not item.sign and item.noun is None
        if not proper and item.w not in _TITLES:
            return
        yield item
        at += step


def is_singular(word: str) -> bool:
    """Whether a word for persons names one."""
    return not _PLURAL.search(word) or word in _SINGULAR
