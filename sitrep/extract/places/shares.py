"""Places that are said of a share of a number, not of all that it counts: "five: three in Bora", "two of whom in"."""

import re
from collections.abc import Sequence

from ...languages.language import alternatives, load, word_list
from ...late import late
from .mention import Mention
from .strength import AT

_OF_A_PART = late(
    rf"\b(?:{alternatives('place_cost', 'of_a_part')})\b"
    rf"(?!.*(?:, |{''.join(f'(?<!{word} )' for word in sorted(word_list('place_cost', 'of_the_part')))}"
    rf"\b(?:{alternatives('place_cost', 'resumed_by')})\b))"
)
_BREAKDOWN = late(
    rf"(?:{alternatives('place_cost', 'lists')}) (?:(?:{alternatives('place_cost', 'roughly')}) )?"
    rf"(?:\d|(?:{'|'.join(sorted(word_list('place', 'numbers')))})\b)"
)
_NEXT = rf"(?:and )?(?:\d|(?:{'|'.join(sorted(load().units))})\b)"
_OF_A_SHARE = late(rf"^{alternatives('place_cost', 'of_a_share')}(?!.*(?:;|,(?! {_NEXT}) ))", re.DOTALL)
_SHARED = late(alternatives("place_cost", "shared"))
_IN_SHARE = late(alternatives("place_cost", "in_share"))
_WHOLE_AGAIN = late(alternatives("place_cost", "whole_again"))
_SHARE = 120
"""Code points before a place in which the words can stand that say of what it is a part."""


def is_parted(found: Sequence[Mention], text: str, end: int) -> bool:
    """Whether a part of the figure that ends at `end` is told to be somewhere: the whole then is of a wider area."""
    return any(m.start > end and m.prep in AT and _OF_A_PART.search(text, end, m.start) for m in found)


def breaks_down(between: str) -> bool:
    """Whether the words between a figure and a place open the list of what the figure is made of."""
    return _BREAKDOWN.search(between) is not None


def is_of_share(between: str) -> bool:
    """Whether the words between a figure and a place say that only a share of it is there."""
    return _OF_A_PART.search(between) is not None or _OF_A_SHARE.search(between) is not None


def is_in_share(text: str, at: int) -> bool:
    """Whether a place at `at` is said of a part: "of whom 18 in Karongi; 110 people were injured"."""
    return _SHARED.search(text[max(0, at - _SHARE) : at]) is not None


def has_ended_share(text: str, mention: Mention, at: int) -> bool:
    """Whether a place was said of a share that is over: "20 of them in Pagudpud, and 76 were damaged"."""
    if not _WHOLE_AGAIN.fullmatch(text, mention.end, at):
        return False
    return _IN_SHARE.search(text, max(0, mention.start - _SHARE), mention.start) is not None
