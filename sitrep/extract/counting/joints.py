"""What stands between two numbers of one list: its joints, a few words over which it goes on, the step to a total."""

from itertools import pairwise

from ...languages.language import word_list
from ..items import ADVERBS, BE, CHANGE, COORDINATORS, HAVE, PREPOSITIONS, Item
from .clause import is_nominal
from .sentence import Decision, Number
from .words import is_finite

_JOINTS = COORDINATORS | ADVERBS | word_list("counting", "joints")
_BREAKS = word_list("counting", "breaks")
_TOTAL = word_list("counting", "total")
_GOES = CHANGE | word_list("counting", "revised")
_ACCOUNTING = word_list("counting", "accounting")
_LONGEST = 14


def only_joints(between: list[Item]) -> bool:
    """Whether only the joints of a list stand between two quantities: commas, "and", places, adverbs."""
    return all(
        item.w in _JOINTS or item.cap or item.noun is not None and not item.senses or item.w.isdigit()
        for item in between
    )


def is_total(between: list[Item]) -> bool:
    """Whether a count is carried on: "which takes the total to", "was corrected to"."""
    words = {item.w for item in between}
    carried = not words.isdisjoint(_TOTAL) and not words.isdisjoint(_GOES)
    return carried and between[-1].w in ("to", "at", "was", "is", "of", "by")


def goes_on(number: Number, before: Decision, between: list[Item]) -> bool:
    """Whether a list goes on over a few words that are no joints, without a clause of its own."""
    lead = number.before()
    if lead == "for" and number.before(2) in _ACCOUNTING and ";" not in {item.w for item in between}:
        return True
    if _spelled_out(number, before) or _gapped(number, before, between) or _gapped_behind(number, between):
        return True
    if lead in PREPOSITIONS and lead not in ("of", "with", "from", "plus", "as") or len(between) > _LONGEST:
        return False
    if not any(item.w in (",", "and", "(", ";", ":", "while", "–") for item in between):
        return False
    added = [item.w for item in between[-3:]] == ["as", "well", "as"]
    if any(item.w in _BREAKS for item in between[: -3 if added else None]):
        return False
    return not _has_clause(number, before, number.at - len(between))


def _has_clause(number: Number, before: Decision, start: int) -> bool:
    """Whether a clause of its own stands between item `start` and a number: a decided number, or a verb."""
    row = number.row
    if any(j in number.sentence.made for j in range(start, number.at)):
        return True
    return any(
        row[j].w in BE or row[j].w in HAVE or is_finite(row[j]) and not is_nominal(row, j)
        for j in range(start + _predicate(before), number.at)
    )


def _spelled_out(number: Number, before: Decision) -> bool:
    """Whether a colon opens the list of what a number is made of: "315 were taken after a roll call: 303 pupils"."""
    whole, part = before.quantity, number.quantity
    stated = not whole.article and whole.value is not None and part.value is not None
    return number.before() == ":" and stated and (part.value or 0) <= (whole.value or 0)


def _gapped(number: Number, before: Decision, between: list[Item]) -> bool:
    """Whether a name and the same preposition stand for a clause: "Nairobi accounts for 82 of them, Nakuru for 62"."""
    lead = number.before()
    if len(between) < 3 or not between[-2].cap or lead != number.row[before.at - 1].w or lead not in PREPOSITIONS:
        return False
    return any(item.w in (",", "and", ";") for item in between[:-2]) and only_joints(between[:-1])


def _gapped_behind(number: Number, between: list[Item]) -> bool:
    """The same with the names behind: "eight were reported from Gujrat, four from Sialkot"."""
    joint, place = number.after(), number.after(2)
    if joint is None or place is None or joint.w not in PREPOSITIONS or number.phrase.head is not None:
        return False
    listed = number.before() in (",", "and", ";") and not any(item.q is not None for item in between)
    return listed and any(a.w == joint.w and b.cap == place.cap for a, b in pairwise(between))


def _predicate(decision: Decision) -> int:
    """How many of the items behind a figure belong to its predicate."""
    candidate = decision.candidate
    if decision.of_earlier and not decision.inherited:
        return 1
    if candidate is None or candidate.relation != "subject" or decision.inherited:
        return 0
    return max(0, candidate.at + 1 - decision.phrase.end)
