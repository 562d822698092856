"""Whether the words around a figure speak of another event than the news: an earlier flood, the toll of years."""

from ...languages.language import alternatives
from ...late import late
from ..prefilter import lowered
from .lapsed import TOLLS
from .news import News
from .setting import introduces, storms
from .spot import Spot

_PAST = late(rf"\b(?:{alternatives('scope', 'past')})\b")
_LATELY = late(rf"\b(?:{alternatives('scope', 'lately')})\b")
_YEARS_LONG = late(rf"\b(?:{alternatives('scope', 'years')})\b")
_AFTERMATH = late(rf"\b(?:{alternatives('scope', 'aftermath')})\b")
_AGAINST = late(rf"\b(?:{alternatives('scope', 'against')})\b")
_EARLIER = late(rf"\b(?:{alternatives('scope', 'earlier')})\b")
_RELATIVE = late(rf", (?:{alternatives('scope', 'relatives')}) [^,;:]*,")
_NOW = late(rf"\b(?:{alternatives('scope', 'now')})\b")
_THEN = rf" (?:[\w-]+ ){{0,2}}?(?:{alternatives('scope', 'events')})|,? (?:{alternatives('scope', 'then')})"
_YEAR_OF = late(rf"\b(?P<year>(?:19|20)\d\d)(?:{_THEN})\b")
_NEAR_BY = 40
"""Code points before a figure in which it is said to be compared."""


def is_other_event(news: News, spot: Spot, settled: bool, measure: str) -> bool:
    """Whether a figure is told of another event; `settled`: its own days are known, and say more than most words."""
    said = _told(news.text, spot)
    if measure in TOLLS and _YEARS_LONG.search(said):
        return True
    if _AFTERMATH.search(lowered(news.text[spot.clause[0] : spot.at])):
        return True
    lately = news.sudden and measure in TOLLS and _LATELY.search(said) is not None
    if settled or _NOW.search(said):
        return lately and news.dated and introduces(news.text, *spot.sentence)
    return lately or _PAST.search(said) is not None or _is_of_year_before(news, said)


def is_other_storm(news: News, spot: Spot) -> bool:
    """Whether a figure is told of another storm than that of the news."""
    if news.storm is None:
        return False
    named = storms(news.text, *spot.clause) or storms(news.text, *spot.sentence)
    if not named:
        return False
    before = [name for where, name in named if where < spot.at]
    return (before[-1] if before else named[0][1]) != news.storm


def is_held_against(text: str, spot: Spot) -> bool:
    """Whether another figure is compared with it: "57 cases, against 83 the previous week"."""
    start, end = spot.clause
    said = lowered(text[start : spot.at])
    found = [m for m in _AGAINST.finditer(said) if len(said) - m.end() < _NEAR_BY]
    if not found or not any(start <= other < start + found[-1].start() for other in spot.figures):
        return False
    return _EARLIER.search(lowered(text[spot.at : end])) is not None


def _told(text: str, spot: Spot) -> str:
    """What is said around a figure, without the asides that tell of something else before it."""
    before = lowered(text[spot.reach[0] : spot.at])
    return _RELATIVE.sub(" ", before) + lowered(text[spot.at : _end_told(text, spot)])


def _end_told(text: str, spot: Spot) -> int:
    """Where what is said of a figure ends: before the other number that it is compared with."""
    end = spot.reach[1]
    against = _AGAINST.search(lowered(text[spot.at : end]))
    return spot.at + against.start() if against else end


def _is_of_year_before(news: News, said: str) -> bool:
    return bool(news.year) and any(news.is_over(int(m["year"])) for m in _YEAR_OF.finditer(said))
