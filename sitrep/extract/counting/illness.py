"""Whether people are ill, and with what: cases of a disease, suspected or confirmed; not those of a court."""

from ...languages.language import word_list
from ...languages.senses import Sense
from ..items import COORDINATORS
from .candidate import Candidate
from .sentence import Number

_DISEASES = word_list("counting", "diseases")
_NO_DISEASES = word_list("counting", "no_diseases")
_COURTS = word_list("counting", "courts")
_HOW_CERTAIN = word_list("counting", "certain_cases")
_SUSPECTED = _HOW_CERTAIN | {"positive"}
_OF = frozenset(["of", "involving"])
_STRIKING = ("paraly", "str")


def counted_ill(number: Number, candidate: Candidate) -> str | None:
    """What a word for falling ill says: "cases", or None where no disease is named."""
    word, at = number.row[candidate.at].w, candidate.at
    if (word.startswith(_STRIKING) or word.endswith("ed in")) and not disease_before(number, at):
        return None
    if word.startswith("admit") and not of_disease(number):
        return None
    if word.rpartition(" ")[2] in ("case", "cases") and _of_other_kind(number, at):
        return None
    return "cases"


def of_disease(number: Number) -> bool:
    """Whether a disease is named, or cases of one have just been counted."""
    suspected = not _SUSPECTED.isdisjoint(number.phrase.words)
    return suspected or _names_disease(number) or number.sentence.memory.measure == "cases"


def _names_disease(number: Number) -> bool:
    return any(not _DISEASES.isdisjoint(item.w.split()) for item in number.row)


def cases_of(number: Number) -> list[Candidate]:
    """A number of which only is said how certain it is, or of which disease: "(77 | suspected)", "9 | of measles"."""
    row, at = number.row, number.at + 1
    if number.kind is not None or at >= len(row) or not of_disease(number):
        return []
    end = at + 1
    if row[at].w == "of":
        end += 1
        if at + 1 >= len(row) or _DISEASES.isdisjoint(row[at + 1].w.split()):
            return []
    elif row[at].w not in _HOW_CERTAIN:
        return []
    alone = end >= len(row) or row[end].sign or row[end].w in COORDINATORS
    return [Candidate(at, (Sense("cases", "noun", "-"),), "head", 0.2)] if alone or row[at].w == "of" else []


def _of_other_kind(number: Number, at: int) -> bool:
    """Whether cases are those of a court or the police: "12 cases of looting", "14 rape cases"; or hold goods."""
    if not of_disease(number) and (_in_so_many(number, at) or any(item.w in _COURTS for item in number.row)):
        return True
    before = number.row[max(0, at - 2) : at]
    behind = number.row[at + 1 : at + 7] if at + 1 < len(number.row) and number.row[at + 1].w in _OF else []
    end = next((n for n, item in enumerate(behind) if n and (item.sign or item.q is not None)), None)
    if any(not _DISEASES.isdisjoint(item.w.split()) for item in behind[:end]):
        return False
    return any(not _NO_DISEASES.isdisjoint(item.w.split()) for item in (*before, *behind[:end]))


def _in_so_many(number: Number, at: int) -> bool:
    """ "In 12 cases, the aid did not arrive"."""
    return number.before() == "in" and at + 1 < len(number.row) and number.row[at + 1].w == ","


def is_ill(number: Number) -> bool:
    """Whether the sentence names a disease, or a word for cases of one."""
    return any(s.measure == "cases" for item in number.row for s in item.senses) or _names_disease(number)


def disease_before(number: Number, at: int) -> bool:
    """Whether a disease is named right before item `at`."""
    return any(item.w in _DISEASES for item in number.row[max(0, at - 4) : at])
