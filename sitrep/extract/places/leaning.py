"""How much weaker or stronger a sign a place is by what is counted: people flee from it, are brought to it."""

from ...languages.language import alternatives, word_list
from ...late import late
from .mention import Mention

_WARDS = word_list("place", "wards")
_IN_WARD = late(alternatives("place_cost", "in_ward"))
_DYING = late(alternatives("place_cost", "dying"))
_RETURNED = late(rf"\b(?:{alternatives('place_cost', 'returned')})\w*")
_CARRIED_IN = late(rf"\b(?:{alternatives('place_cost', 'carried_in')})\b")
_HOSPITAL = late(rf"\b(?:{'|'.join(sorted(_WARDS))})s? in (?:the )?(?:\w+ of )?$")
_TAKES_IN = late(alternatives("place_cost", "takes_in"))
_BROUGHT = frozenset(["deaths", "injured", "casualties", "missing"])
"""Measures of people who are brought to a hospital from where it happened."""
_GONE = {"to": -3.0, "into": -3.0, "from": 9.0, "left": 9.0, "leaving": 9.0}
_LEANS = {
    **{(measure, prep): lean for measure in ("returned", "refugees") for prep, lean in _GONE.items()},
    ("displaced", "from"): -1.0,
    ("assisted", "from"): 6.0,
}
"""How much weaker a sign a place is behind a preposition where a measure is counted."""
_FUNDED = {"for": -6.0, "in": 0.0, "into": 3.0, "from": 9.0}
"""The same of money, which is given for a place; after other prepositions it hardly is."""
_EVENT_OF = 2.5
"""How weak a sign a place is at most that owns an event: "Congo's measles emergency is short of"."""
_WARD = 60
"""Code points before a place in which it is said that a hospital there took people in."""
_BEHIND = 120
"""Code points behind a place in which it is said that people were brought there."""


def lean_of(measure: str, mention: Mention, text: str, end: int) -> float:
    """What a place costs by its preposition for a figure of a measure that ends at `end`; it lends less than 0."""
    prep = mention.prep
    if measure in _BROUGHT:
        return 9.0 if _is_ward(mention, text) else 3.0 * _takes_in(mention, text)
    if measure.startswith("funding"):
        asked = measure == "funding_required" and not prep and mention.weight <= _EVENT_OF
        return 1.0 if asked else _FUNDED.get(prep, 6.0)
    if (measure, prep) == ("returned", "from") and _is_home(mention, text, end):
        return 0.0
    abroad = measure == "refugees" and mention.country and prep in ("to", "into")
    return _LEANS.get((measure, prep), 0.0) - 1.5 * abroad


def _is_home(mention: Mention, text: str, end: int) -> bool:
    """Whether those who came back are counted by where they live, right behind their number."""
    if mention.country or mention.start < end or text.startswith("'", mention.end):
        return False
    return not _RETURNED.search(text, end, mention.start)


def _takes_in(mention: Mention, text: str) -> bool:
    """Whether a hospital at a place is told to have taken people in: "the hospital in Beni received"."""
    before = text[max(0, mention.start - _WARD) : mention.start]
    return _HOSPITAL.search(before) is not None and _TAKES_IN.match(text, mention.end) is not None


def _is_ward(mention: Mention, text: str) -> bool:
    """Whether a place is a hospital, or has the one to which people were brought from where it happened."""
    if mention.official:
        return _CARRIED_IN.search(text, mention.end, mention.end + _BEHIND) is not None
    if mention.prep in ("at", "in", "to") and mention.name.rsplit(" ", 1)[-1].lower() in _WARDS:
        return True
    if _DYING.match(text, mention.end):
        return False
    before = text[max(0, mention.start - _WARD) : mention.start]
    return mention.prep == "in" and _IN_WARD.search(before) is not None
