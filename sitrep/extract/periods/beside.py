"""What the words beside a figure say of its days: more than before, bodies that were found, the sum of a toll."""

import re
from collections.abc import Sequence

from ...languages.language import alternatives
from ...late import late
from .nearest import Standing
from .period import Period

_MORE = late(rf"\b(?:{alternatives('period', 'more')})\b", re.IGNORECASE)
_BODIES = late(rf" (?:more |other |further )?(?:{alternatives('period', 'bodies')})\b[^,;]*")
"""Bodies and what is told of them."""
_CLAUSES = late(rf"\b(?:{alternatives('scope', 'relatives')}|that|when|after|since)\b")
"""What opens a clause of its own, which tells of the event: "bodies from the slide that came down on Monday"."""
_ASIDE = late(rf", which (?:(?!\b(?:{alternatives('period', 'happens')}|began)\b)[^,;.])*,")
"""What is told of somebody beside, of no event: "the ministry, which sent a team on Monday, has treated 40 people"."""
_SUMMED = late(
    rf"\b(?:{alternatives('period', 'summing')})(?: [\w'’-]+){{0,5}} (?:{alternatives('period', 'sums')})\b[^,.;\d]*$",
    re.IGNORECASE,
)
"""What stands before the sum of an event's toll: "bringing the death toll in the district to"."""
_RUNNING = late(rf"\b(?:ha[sd]|have|{alternatives('period', 'sums')}|number|so far|now|still|are|is)\b", re.IGNORECASE)
_SUM = 120
_TOLL = late(rf"\b(?:{alternatives('period', 'sums')}|number)\b[^.;\d]*$", re.IGNORECASE)
"""What stands before the number of a toll: "the toll in the floods has risen to"."""
_SHARE = late(
    rf"\b(?:{alternatives('period', 'shares')}) of (?:them|these|those|whom)\b"
    r"(?!(?: [\w-]+){0,3},)",
    re.IGNORECASE,
)
"""A share of what is counted: the time told of it is not that of the whole."""
_BESIDE = 10
"""Code points on either side of a figure in which it is said to count new ones."""


def of_the_whole(text: str, figure: Standing, times: Sequence[Period]) -> list[Period]:
    """The times of a sentence without those that are told of a share of the figure."""
    return [t for t in times if not _SHARE.search(text, figure.end, max(figure.end, t.start))]


def not_aside(text: str, start: int, end: int, figure: Standing, times: Sequence[Period]) -> list[Period]:
    """The times of a sentence without those of an aside, or of what follows behind a semicolon, that tell of others."""
    asides = [m.span() for m in _ASIDE.finditer(text, start, end)]
    apart = [(a, b) for a, b in asides if not a < figure.start < b]
    told = [t for t in times if not any(a < t.start < b for a, b in apart)]
    return [t for t in told if ";" not in text[figure.end : max(figure.end, t.start)]]


def counts_new(text: str, start: int, figure: Standing) -> bool:
    """Whether a figure in a sentence that begins at `start` counts new ones only: "12 more"."""
    return _MORE.search(text, max(start, figure.start - _BESIDE), figure.end + _BESIDE) is not None


def counts_found(text: str, start: int, figure: Standing) -> bool:
    """Whether a figure is of bodies, which are found later, or the sum of a toll on a day."""
    found = _BODIES.match(text, figure.end)
    if found is not None and not _CLAUSES.search(found.group()):
        return True
    return _SUMMED.search(text[max(start, figure.start - _SUM) : figure.start]) is not None


def is_over_by_then(text: str, figure: Standing) -> bool:
    """Whether a figure is told of as what happened, not as a count that goes on: "drowned", not "have drowned"."""
    return _RUNNING.search(text, *figure.clause) is None


def is_toll(text: str, start: int, figure: Standing) -> bool:
    """Whether a figure is the number of a toll, of which the latest deaths are only some."""
    return _TOLL.search(text[max(start, figure.start - _SUM) : figure.start]) is not None
