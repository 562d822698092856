"""Lists of needs: under a heading "Needs" or "Gaps" a line is a need by what it names, though it has no verb."""

import re

from ...languages.language import alternatives
from ...late import late

_BULLET = re.compile(r"[ \t]*(?:[•·▪●◦‣○–—*-]|\d\d?[.)])[ \t]+")
_MARKS = "#*_: \t"
_HEADING = late(rf"(?:{alternatives('needs', 'headings')})")
_ANSWERED = late(rf"\b(?:{alternatives('needs', 'answered')})\b")
_LINES = 12
"""How many lines of a list may stand between its heading and the line that is read."""

_FAR = 4000
"""Code points back to which the heading of a list is looked for."""


def in_list_of_needs(text: str, start: int, sentence: str) -> bool:
    """Whether a sentence in lower case, begun at `start`, opens a line of a list of needs and tells of no answer."""
    line = text.rfind("\n", 0, start) + 1
    bullet = _BULLET.match(text, line)
    if bullet is None or start > bullet.end() or _ANSWERED.search(sentence):
        return False
    return _headed(text[max(0, line - _FAR) : line])


def _headed(before: str) -> bool:
    """Whether the nearest line over a list that is none of its own says that it lists needs."""
    for line in reversed(before.splitlines()[-_LINES:]):
        if line.strip() and not _BULLET.match(line):
            return _HEADING.fullmatch(line.strip(_MARKS).lower()) is not None
    return False
