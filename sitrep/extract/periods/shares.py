"""Which figures share the days of what an article goes on about, and what is of later or yet to come."""

import re
from datetime import date

from ...languages.language import alternatives, times, word_list
from ...late import late
from ...model import Figure
from .events import Entry
from .readings import filled

_AFTERWARDS = late(filled(times()["afterwards"]["pattern"]), re.IGNORECASE)
_GIVEN = late(rf"\b(?:{alternatives('period', 'given')})\b", re.IGNORECASE)
_RESCUES = word_list("period", "rescues")
_ORDERED = late(rf"\b(?:{alternatives('period', 'orders')})\b", re.IGNORECASE)
"""Who has been told to leave has been so in the days of the event."""
_TO_COME = frozenset(["assisted", "displaced", "affected", "in_need"])
"""What can be yet to come of an event that has been; who is feared dead has died in it."""
_OF_THE_EVENT = frozenset(["injured", "casualties", "missing", "housing_destroyed", "housing_damaged"])
"""What an event did at once, whatever is told of it afterwards."""
_AT_ONCE = _OF_THE_EVENT | {"deaths", "affected"}
"""What an event of one day has done by its end."""
_BAR = "|"
"""What parts the cells of a table, whose rows go on from those above."""
_BESIDE = 40
"""How far behind a number the words can stand that say of what it is."""


def shares(entry: Entry, figure: Figure, today: date | None) -> bool:
    """Whether a figure can be of these days: no aid to come, nor what is handed out after a disaster, is of its."""
    aid = figure.measure == "assisted"
    if figure.certainty == "forecast" and figure.measure in _TO_COME and not _ORDERED.search(figure.quote):
        ahead = today is None or entry.until is None or entry.until >= today
        return not entry.event and (ahead or not aid)
    counted = not entry.event and (entry.since is None or _BAR in figure.quote)
    return not aid or entry.given or counted or _is_rescue(figure)


def is_done(entry: Entry, figure: Figure) -> bool:
    """Whether a figure is of what an event did in one day, however long the count of it goes on."""
    return entry.sudden and entry.since == entry.until and figure.measure in _AT_ONCE


def is_later(figure: Figure) -> bool:
    """Whether a figure tells of what came after the event: who has since died, whom aid has reached by today."""
    if figure.certainty != "reported" or figure.measure in _OF_THE_EVENT:
        return False
    if figure.measure == "assisted" and _GIVEN.search(figure.quote):
        return True
    at = figure.end - figure.quote_start
    return _AFTERWARDS.search(figure.quote, 0, at + _BESIDE) is not None


def _is_rescue(figure: Figure) -> bool:
    """Whether a figure is of help that people have while the event goes on, by its words or those behind it."""
    if any(cue.text.split()[0].lower() in _RESCUES for cue in figure.cues):
        return True
    at = figure.end - figure.quote_start
    return not _RESCUES.isdisjoint(figure.quote[at : at + _BESIDE].lower().split())
