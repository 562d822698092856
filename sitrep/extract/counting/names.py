"""Named persons as quantities of one: a name before "was killed", after "the death of"."""

from collections.abc import Iterator

from ...languages.language import word_list
from ...languages.senses import Sense
from ..heads import PEOPLES
from ..items import ADVERBS, BE, COORDINATORS, DETERMINERS, HAVE, PREPOSITIONS, Item
from ..quantities import Quantity
from .sentence import PERSONAL

_TITLES = word_list("counting", "person_titles")
_NO_NAME = word_list("counting", "no_name") | PEOPLES
_OF_PERSONS = word_list("counting", "of_persons")
_WHO = word_list("counting", "those_who")
_INCLUDE = word_list("counting", "including")
_OWN = frozenset(["his", "her", "their"])
_OF_MANY = frozenset(["were", "are", "have"])
_KINSFOLK = 8
_LONGEST_NAME = 6
_APPOSITIONS = 3
_AGED = "-year-old"


def mark_name(row: list[Item], k: int) -> None:
    """Make a named person who was killed or held, or whose death is reported, a quantity of one."""
    item = row[k]
    personal = [s for s in item.senses if s.measure in PERSONAL]
    if any(s.frame == "event" for s in personal) and k + 2 < len(row) and row[k + 1].w == "of":
        _after(row, k + 2)
    elif _befell(row, k, personal):
        _subject(row, k)
        if (joint := _with_kin(row, k)) is not None:
            _name(row, *_subject_end(row, joint), -1)
    elif item.w in _WHO and k + 2 < len(row) and (row[k + 1].w in _INCLUDE or row[k + 1].w in BE):
        _name(row, k + 2, len(row) > k + 5 and row[k + 5].w.isdigit(), 1)
    elif item.w in _OF_PERSONS and (k == 0 or row[k - 1].w not in BE) and k + 1 < len(row):
        _object(row, k + 1)


def _subject(row: list[Item], k: int) -> None:
    """Mark the name that is the subject of the verb at `k`; "the charity Relief International were" is no person's."""
    at, aged = _subject_end(row, k)
    many = any(item.w in _OF_MANY for item in row[at + 1 : k])
    if not many or _joined(row, at):
        _name(row, at, aged, -1)


def _joined(row: list[Item], at: int) -> bool:
    """Whether another person stands before the name that ends at `at`: "Ada Obi and | Rosa Diaz were killed"."""
    first = at - len(list(_name_words(row, at, -1)))
    return first >= 0 and (row[first].sign or row[first].w in COORDINATORS)


def _befell(row: list[Item], k: int, personal: list[Sense]) -> bool:
    """Whether the word at `k` says what befell its subject."""
    if any(s.frame == "subject" and s.form == "past_participle" for s in personal):
        return True
    if not k or row[k - 1].w not in BE:
        return False
    return any(s.frame == "verb" or s.frame == "state" and s.measure in ("deaths", "missing") for s in personal)


def _with_kin(row: list[Item], k: int) -> int | None:
    """Where the named person's relatives are joined on: "Ada Obi, 34, | and her two daughters died"."""
    spots = range(k - 1, max(0, k - _KINSFOLK), -1)
    return next((j for j in spots if row[j].w == "and" and row[j + 1].w in _OWN), None)


def _after(row: list[Item], first: int) -> None:
    """Mark the name behind "the death of", an age before it included."""
    aged = row[first].w.endswith(_AGED) and first + 1 < len(row)
    _name(row, first + aged, False, 1)
    named = row[first + 1].q if aged else None
    if named is not None:
        named.start = row[first].s
        row[first].q, row[first + 1].q = named, None


def _object(row: list[Item], first: int) -> None:
    """Mark the name behind "arrested", unless a noun follows that says it is no person's."""
    end = first
    while end < len(row) and row[end].cap and not row[end].sign:
        end += 1
    if end == len(row) or row[end].sign or row[end].w in PREPOSITIONS or row[end].w == "and":
        _name(row, first, False, 1)


def _subject_end(row: list[Item], k: int) -> tuple[int, bool]:
    """Where the subject of the verb at `k` ends, before auxiliaries and appositions; whether an age is behind it."""
    at = k - 1
    if at > 1 and row[at].w in ("and", "then") and row[at - 1].w.endswith("ed") and not row[at - 1].cap:
        at -= 2
    while at >= 0 and (row[at].w in BE or row[at].w in HAVE or row[at].w in ADVERBS):
        at -= 1
    aged = False
    if at > 1 and row[at].w == ")":
        opened = max((j for j in range(max(0, at - _LONGEST_NAME), at) if row[j].w == "("), default=at)
        at, aged = (opened - 1, row[at - 1].w.isdigit()) if opened < at else (at, False)
    for _ in range(_APPOSITIONS):
        if at < 0 or row[at].w != ",":
            break
        comma = max((j for j in range(max(0, at - 12), at) if row[j].w == ","), default=-1)
        aged = comma == at - 2 and row[at - 1].w.isdigit()
        if comma < 0 or not (aged or comma + 1 < at):
            break
        at = comma if row[comma - 1].w.isdigit() else comma - 1
    return at, aged


def _name(row: list[Item], first: int, aged: bool, step: int) -> None:
    """Mark the name that begins or ends at `first`; one of a single word takes an age or a title beside it."""
    words = list(_name_words(row, first, step))[::step]
    names = [item for item in words if item.w not in _TITLES]
    if not names or len(words) > _LONGEST_NAME or any(item.w in _NO_NAME for item in words):
        return
    if len(names) > 1 or len(words) > len(names) or aged:
        words[0].q = Quantity(words[0].s, words[-1].e, 1, article=True)


def _name_words(row: list[Item], at: int, step: int) -> Iterator[Item]:
    while 0 <= at < len(row):
        item = row[at]
        proper = item.cap and item.q is None and not item.sign and item.noun is None and item.w not in DETERMINERS
        if not proper and item.w not in _TITLES:
            return
        yield item
        at += step
