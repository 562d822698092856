"""Incidents that are counted by another word than their own: "20 cases of looting", "shelled 14 times"."""

from ...languages.language import word_list
from ..items import BE
from .sentence import Number

_INSTANCES = word_list("counting", "instances")
_VIOLENCE = word_list("counting", "violence")
_STROKES = word_list("counting", "strokes")
_ASSAULTED = word_list("counting", "assaulted")
_ARMS = word_list("counting", "arms")
_STRUCK = word_list("counting", "struck")
_DISASTERS = word_list("counting", "disasters")
_CLAUSE = frozenset([",", ";", ".", "and", "but", "while"])
_FAR = 8


def counts_deeds(number: Number) -> bool:
    """Whether a number counts incidents by their deed; it is then one of incidents."""
    if not (_acts(number) or _strokes(number)):
        return False
    number.kind = "incidents"
    return True


def _acts(number: Number) -> bool:
    """ "20 cases of looting", "40 acts of violence"."""
    row, end = number.row, number.phrase.end
    if number.phrase.word not in _INSTANCES or end + 1 >= len(row) or row[end].w != "of":
        return False
    return row[end + 1].w in _VIOLENCE


def _strokes(number: Number) -> bool:
    """ "Shelled the town 60 times", "has been hit five times": not by a flood."""
    row, at = number.row, number.at
    if at + 1 >= len(row) or row[at + 1].w not in _STROKES or any(item.w in _DISASTERS for item in row):
        return False
    for j in range(at - 1, max(0, at - _FAR), -1):
        if row[j].w in _CLAUSE or row[j].q is not None:
            return False
        armed = row[j].w in _STRUCK and any(item.w in _ARMS for item in row[:j])
        if row[j].w in _ASSAULTED or armed or row[j].w in _STRUCK and row[j - 1].w in BE:
            return True
    return False
