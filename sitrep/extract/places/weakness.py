"""What makes a name a weaker sign of where something happened: a distance, a speech, an office, a dateline."""

import re
from itertools import takewhile

from ...languages.language import load, word_list
from ...late import late
from .before import SIDES, TITLES
from .name import Name

_SPOKE = word_list("place", "spoke")
_SEATS = word_list("place", "seats")
OFFICES = word_list("place", "offices")
_MEASURES = word_list("place", "measures")
_DATELINE = late(
    r"(?:, [A-Z][\w ]+?)?(?:,? \d{0,2} ?[A-Z][a-z]{2,8}\.? ?\d{0,4},?(?: \d{4})?)?(?: ?\([^)]{2,40}\))? ?(?:–|--|:| -) "
)
# "New Delhi, August 2 At least 81 people": the town and day of writing at the head of a text.
_DATED = late(
    r",? (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:,? \d{4})?"
    r"(?:[:.]| [–-])? (?=[A-Z\d])"
)
# "Said they were in": the place is told of, not spoken in.
_IS = frozenset(["is", "was", "are", "were", "be", "been"])
_WHO_WAS = (["was", "who"], ["is", "who"])
_COMPASS = SIDES & _MEASURES
_WITHIN = frozenset(["the", "far", "extreme"])
_FOLK = ["society", "civil"]
"""What is read backwards before who leads it somewhere: "civil society leaders in Jomba"."""
_RULERS = ["government"]
"""Where these are, they speak of all the country: "the government in Kinshasa"."""
_CONTINENTS = frozenset(["Africa", "America", "Asia", "Europe"])
"""In these something is the most or the first of its kind: "the most of any country in Africa"."""
_EARLY = 40
"""How far into its sentence the place can stand where an article was written."""


def weakness(text: str, begin: int, stop: int, name: Name, prep: str, rest: list[str], left: list[str]) -> float:
    """What makes a name a weaker sign: it tells a distance, where somebody spoke, or where an office sits."""
    if not prep:
        return _dateline(text, begin, stop, name)
    if _beside(left):
        return 4.0
    if name.owner and left[:2] == ["of", "one"]:
        # "In one of South Asia's worst disasters"
        return 6.0
    if name.text in _CONTINENTS and left[:1] == ["in"]:
        return 3.0
    near = rest[:4]
    if near[:2] in _WHO_WAS and prep in ("in", "at"):
        # "The president, who was in Lagos at the time"
        return 4.0
    if near and near[0].rstrip(".") in TITLES and prep == "in":
        return 3.0
    if prep != "in" and any(word in _MEASURES for word in takewhile(lambda word: word != "of", near)):
        return 4.0
    if near[:1] and near[0] in OFFICES and prep == "in":
        return 0.0
    if any(word in _SPOKE for word in takewhile(_is_of_speech, near)):
        return 6.0
    if near[1:3] == _FOLK:
        return 3.0
    return 6.0 if near[:1] == _RULERS or any(word in _SEATS for word in near[:2]) else 0.0


def _is_of_speech(word: str) -> bool:
    """Whether a word can stand between who spoke and where: "told reporters in", not "said 14 died in"."""
    return word not in _IS and word != "that" and not word[0].isdigit() and word not in load().units


def _beside(left: list[str]) -> bool:
    """Whether something lies to one side of a place, not in it: "the hills south of Marrakech"."""
    return left[:1] == ["of"] and len(left) > 1 and left[1] in _COMPASS and (len(left) < 3 or left[2] not in _WITHIN)


def _dateline(text: str, begin: int, stop: int, name: Name) -> float:
    early = name.start - begin
    if text[name.start - 1 : name.start] == "(" and early < _EARLY and re.match(r"\) ?(?:–|-)", text[name.end : stop]):
        return 5.0
    if early > (_EARLY if name.text.isupper() else 3):
        return 0.0
    if _DATED.match(text, name.end, stop):
        return 5.0
    if name.text.isupper() and _DATELINE.match(text, name.end, stop):
        return 5.0
    return 1.0 if _DATELINE.match(text, name.end, min(stop, name.end + 60)) else 0.0
