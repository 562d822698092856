"""Attribution: one source that a sentence names, and where its words stand."""

from dataclasses import dataclass

from ...languages.language import word_list
from .names import is_body

_TITLES = word_list("attribution", "titles")
_BODY_NOUNS = word_list("attribution", "bodies")
_COUNTERS = word_list("attribution", "counters")
BY = "by"
"""The verb of those by whom something is registered: they give its number, no other of the sentence."""


@dataclass(slots=True)
class Attribution:
    """One source that a sentence names: its name as written (None for a pronoun), and where its words stand."""

    start: int
    end: int
    name: str | None
    leads: bool
    """Whether what it says comes after it ("X said that ..."), else before ("..., X said")."""
    verb: str = ""
    plural: bool = False
    head: str = ""
    """The noun of one who is only described ("the group", "a spokesman"); for a pronoun, the pronoun."""
    definite: bool = False
    """Whether "the" stands before it: one of whom the article has spoken."""
    paper: str = ""
    """The paper in which the body gives it: "the ministry's statement"."""
    apart: bool = False
    """Whether a conjunction parts it from what stands before it: "40 died, and the mayor said ..."."""


def is_single(said: Attribution) -> bool:
    """Whether it is a person who speaks, not a body or a group."""
    if said.head in _TITLES or said.head in _BODY_NOUNS:
        return said.head in _TITLES and said.head not in _BODY_NOUNS
    return not is_body(said.name or "") and not (said.head and said.head in _COUNTERS)
