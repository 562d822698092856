"""People in hospital: who is treated there for what has just happened, and who is taken there."""

from ...languages.language import word_list
from .candidate import Candidate
from .illness import is_ill
from .sentence import Number

_IN_CARE = word_list("counting", "in_care")
_TAKEN = tuple(word_list("counting", "taken_there"))
_HOSPITALS = word_list("counting", "hospitals")
_PATIENTS = frozenset(["patient", "patients"])
_HARMED = frozenset(["deaths", "injured", "casualties", "missing"])
_WOUNDS = word_list("counting", "wounds")
_NEAR = 9


def hurt_in_care(number: Number, candidate: Candidate) -> bool:
    """ "Eleven are missing and 58 | are receiving treatment": the hurt, where deaths or wounds are told of."""
    row, at = number.row, candidate.at
    if row[at].w not in _IN_CARE or number.phrase.word in _PATIENTS or is_ill(number):
        return False
    if any(item.w == "for" for item in row[at + 1 : at + _NEAR]):
        return False
    told = {d.measure for made in number.sentence.made.values() for d in made}
    named = {s.measure for item in row for s in item.senses if s.frame in ("state", "noun")}
    wounded = any(item.w in _WOUNDS for item in row)
    return wounded or not _HARMED.isdisjoint(told | named)


def taken_in(number: Number, candidate: Candidate) -> bool:
    """ "The hospital | took in 230": whom a hospital takes in it treats."""
    row, at = number.row, candidate.at
    taking = candidate.relation == "object" and row[at].w.endswith(" in") and row[at].w.startswith(_TAKEN)
    return taking and any(item.w in _HOSPITALS for item in row[:at])


def taken_to_hospital(number: Number, candidate: Candidate) -> bool:
    """ "The injured, 17 in number, | were shifted to the district hospital"."""
    row, at = number.row, candidate.at
    if not row[at].w.startswith(_TAKEN) or number.phrase.word in _PATIENTS:
        return False
    start = max(at, number.phrase.end - 1)
    there = next((j for j in range(start, min(start + _NEAR, len(row))) if row[j].w in _HOSPITALS), None)
    between = [item.w for item in row[at : there or at]]
    return "from" not in between and any(w == "into" or w.rpartition(" ")[2] == "to" for w in between)
