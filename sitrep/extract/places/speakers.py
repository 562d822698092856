"""The places of those who speak in a sentence: where their office is, where they live."""

from dataclasses import replace

from ...languages.language import alternatives
from ...late import late
from .mention import Mention

# "The mayor of", "a resident of the village of": whose word is of that place.
_SERVES = late(rf"\b(?:{alternatives('place', 'speaks_for')}) of (?:the )?(?:[a-z-]+ of )?(?:the )?$")
# "A resident of Bindin", "who lives in Bindin", "said Ana Rey from Bindin": what follows is told of where they live.
_DWELLS = late(
    rf"\b(?:(?i:{alternatives('place', 'dwellers')}) (?:of|in|from)|{alternatives('place', 'lives')}) "
    r"(?:the )?(?:[a-z-]+ of )?(?:the )?$"
)
_POST = 40
"""Code points before a place in which somebody's post there is named."""
_NEAR, _OFFICE, _DWELLING = 4.0, 3.0, 1.5
"""How weak a sign a place within a source's name can be to be its office's, and which one it is then."""


def of_office(text: str, mention: Mention) -> Mention | None:
    """A place within the name of a source: where an office is ("officials in Arzew", "mayor of Lipa"), else none."""
    if mention.official:
        return mention
    at_work = mention.prep in ("in", "at")
    if dwells(text, mention):
        return replace(mention, official=True, weight=_DWELLING)
    serves = mention.prep == "of" and _SERVES.search(text, max(0, mention.start - _POST), mention.start)
    if not (at_work or serves) or mention.weight > _NEAR:
        return None
    return replace(mention, official=True, weight=_OFFICE)


def dwells(text: str, mention: Mention) -> bool:
    """Whether somebody is said to live at a place."""
    return _DWELLS.search(text, max(0, mention.start - _POST), mention.start) is not None
