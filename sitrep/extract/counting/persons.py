"""Persons as quantities of one: "a 60-year-old man", "his son and grandson", "another was missing"."""

import re

from ...languages.language import alternatives, word_list
from ...languages.senses import Noun, Sense
from ..heads import PEOPLES
from ..items import ADVERBS, BE, DETERMINERS, HAVE, PREPOSITIONS, Item
from ..quantities import Quantity
from .names import mark_name
from .sentence import PERSONAL
from .words import opening

_INCLUDING = word_list("counting", "including")
_HEADLINE_JOINTS = word_list("counting", "headline_joints")
_OPENERS = word_list("counting", "openers")
_LEADS = word_list("counting", "leads")
_OFFICES = word_list("counting", "offices")
_PLURAL = re.compile(rf"(?:{alternatives('counting', 'plural_endings')})$")
_SINGULAR = word_list("counting", "singular")
_ENDS = DETERMINERS | PREPOSITIONS | BE
_LIVES = ("life", "lives")
_KIN = ("his", "her", "my", "their", "our")
_AGED = "-year-old"
_OLDEST = 110
_TRADES = tuple(word_list("counting", "trades"))


def mark_persons(row: list[Item]) -> None:
    """Make persons quantities of one; whether one is a figure is decided like the rest."""
    for k, item in enumerate(row):
        if item.senses and any(s.measure in PERSONAL for s in item.senses):
            mark_name(row, k)
    for i, item in enumerate(row):
        if item.q is not None:
            continue
        if item.cap and _headline(row, i):
            item.q = Quantity(item.s, item.e, 1, article=True)
        if item.w == "both" and _both(row, i):
            item.q = Quantity(item.s, item.e, 2)
        if item.w not in _LEADS:
            continue
        if item.w == "another" and _another(row, i):
            item.q = Quantity(item.s, item.e, 1, article=True)
        elif (at := _person(row, i)) is not None:
            item.q = Quantity(item.s, row[at].e, 1, article=True)
            _beside(row, at)


def _headline(row: list[Item], i: int) -> bool:
    """Whether a person without a determiner opens a headline that says what befell her: "Girl killed by tree"."""
    item = row[i]
    if i + 1 == len(row) or not _one_person(item) or i and row[i - 1].w not in _HEADLINE_JOINTS:
        return False
    return any(_befalls(s) or s.frame == "subject" and s.measure in PERSONAL for s in row[i + 1].senses)


def _both(row: list[Item], i: int) -> bool:
    """Whether "both" stands for two persons: "both men were", "both died", not "both men and women"."""
    if i + 1 == len(row) or i + 2 < len(row) and row[i + 2].w == "and":
        return False
    following = row[i + 1]
    named = following.noun is not None and following.noun.kind == "people" and not is_singular(following.w)
    return named or following.w in BE or any(_befalls(s) or s.frame == "subject" for s in following.senses)


def _another(row: list[Item], i: int) -> bool:
    """Whether "another" stands for a person of whom something is told: "another was missing", "another wounded"."""
    j = i + 1
    while j < len(row) and (row[j].w in ADVERBS or row[j].w.endswith("ly")):
        j += 1
    if j >= len(row):
        return False
    return row[j].w in BE or row[j].w in HAVE or any(_befalls(s) for s in row[j].senses)


def _befalls(sense: Sense) -> bool:
    done = sense.form in ("past", "past_participle", "participle")
    return sense.measure in PERSONAL and (sense.frame == "state" or done)


def _beside(row: list[Item], at: int) -> None:
    """Mark a second person who shares the determiner of the first: "his son and grandson"."""
    if at + 2 < len(row) and row[at + 1].w == "and" and row[at + 2].q is None and _one_person(row[at + 2]):
        second = row[at + 2]
        second.q = Quantity(second.s, second.e, 1, article=True)


def _person(row: list[Item], i: int) -> int | None:
    """Where the noun of a person stands that the determiner at `i` leads to, unless it tells who was named before."""
    w = row[i].w
    for j in range(i + 1, min(i + 7, len(row))):
        found = row[j]
        if found.q is not None or found.sign or found.w in _ENDS:
            return None
        known = _one_person(found) or found.w == "life" and w in ("a", "one") or _by_age_or_nation(row, j)
        known = known or _by_trade(row, j)
        if not known or j + 1 < len(row) and _compound(row[j + 1]):
            continue
        if w in ("a", "an", "the") and i > 1 and row[i - 1].w == "," and _apposition(row, i - 2):
            return None
        return j if w != "the" or _befallen(row, i, j) else None
    return None


def _one_person(item: Item) -> bool:
    return item.noun is not None and item.noun.kind == "people" and item.w not in _LIVES and is_singular(item.w)


def _by_age_or_nation(row: list[Item], j: int) -> bool:
    """ "a 12-year-old was", "a Filipino and": no noun follows."""
    item = row[j]
    if not (item.w.endswith(_AGED) or item.cap and item.w in PEOPLES):
        return False
    following = row[j + 1] if j + 1 < len(row) else None
    return following is None or following.sign or following.w in _ENDS or following.w in ("and", "who")


def _by_trade(row: list[Item], j: int) -> bool:
    """ "a 19-year-old roofer": a trade that no word list has."""
    years = row[j - 1].w.removesuffix(_AGED)
    return years.isdigit() and int(years) <= _OLDEST and row[j].noun is None and row[j].w.endswith(_TRADES)


def _compound(following: Item) -> bool:
    """Whether the next noun is the head: "a child soldiers' camp", "a police officer"."""
    noun: Noun | None = following.noun
    other = noun is not None and noun.kind in ("people", "facilities", "excluded")
    return other and (not following.senses or any(s.frame == "refuge" for s in following.senses))


def _befallen(row: list[Item], i: int, j: int) -> bool:
    """Whether "the driver" is said to be, to die or to be taken; "the man", "the mayor" have been spoken of before."""
    if i and row[i - 1].w in _INCLUDING:
        return True
    if row[j].w in _OFFICES and (i == 0 or row[j].w in ("man", "woman") or not row[i - 1].senses):
        return False
    if i and any(s.measure in PERSONAL and s.frame == "verb" and s.form != "-" for s in row[i - 1].senses):
        return True
    if j + 3 < len(row) and row[j + 1].w == "," and row[j + 2].w.isdigit() and row[j + 3].w == ",":
        j += 3
    if j + 1 >= len(row):
        return False
    following, second = row[j + 1], row[j + 2] if j + 2 < len(row) else None
    if following.w in BE:
        return second is None or second.w not in _LEADS
    together = following.w == "and" and second is not None and (second.q is not None or second.w in _LEADS)
    return together or any(s.measure == "deaths" for s in following.senses)


def _names_source(row: list[Item], at: int) -> bool:
    """Whether a sentence opens with its source, whose name ends at `at`: "According to the station TBS, | a worker"."""
    return row[0].w.startswith("according") and all(item.w != "," for item in row[:at])


def _apposition(row: list[Item], at: int) -> bool:
    """Whether a name, or a name with its age, ends at `at`: what follows the comma describes a person named before."""
    if _names_source(row, at):
        return False
    if row[at].q is None and row[at].w.isdigit():
        return True
    if any(item.w in _KIN and item.q is not None and item.q.end == row[at].e for item in row[max(0, at - 4) : at]):
        return True
    start = at
    if at == opening(row) and row[at].w in _OPENERS:
        return False
    while start >= 0 and row[start].cap and row[start].w not in PREPOSITIONS:
        if row[start].q is not None:
            return True
        start -= 1
    return start < at and (start < 0 or row[start].w not in PREPOSITIONS and row[start].w not in (",", "-"))


def is_singular(word: str) -> bool:
    """Whether a word for persons names one."""
    return not _PLURAL.search(word) or word in _SINGULAR
