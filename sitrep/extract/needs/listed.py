"""Lists of needs: under a heading "Needs" or "Gaps" a line is a need by what it names, though it has no verb."""

import re

from ...languages.language import alternatives
from ...late import late

BULLET = re.compile(r"[ \t]*(?:[•·▪●◦‣○–—*-]|\d\d?[.)])[ \t]+")
MARKS = "#*_: \t"
_HEADING = late(rf"(?:{alternatives('needs', 'headings')})")
_ANSWERED = late(rf"\b(?:{alternatives('needs', 'answered')})\b")
_LINES = 12
"""How many lines of a list may stand between its heading and the line that is read."""

_FAR = 4000
"""Code points back to which the heading of a list is looked for."""


def in_list_of_needs(text: str, start: int, sentence: str) -> bool:
    """Whether a sentence in lower case, begun at `start`, opens a line of a list of needs and tells of no answer."""
    line = text.rfind("\n", 0, start) + 1
    bullet = BULLET.match(text, line)
    if bullet is None or start > bullet.end() or answered(sentence):
        return False
    return _headed(text[max(0, line - _FAR) : line])


def _headed(before: str) -> bool:
    """Whether the nearest line over a list that is none of its own says that it lists needs."""
    for line in reversed(before.splitlines()[-_LINES:]):
        if line.strip() and not BULLET.match(line):
            return lists_needs(line)
    return False


def lists_needs(line: str) -> bool:
    """Whether a line is the heading of a list of needs."""
    return _HEADING.fullmatch(line.strip(MARKS).lower()) is not None


def answered(sentence: str) -> bool:
    """Whether a sentence in lower case tells of what was done about a need."""
    return _ANSWERED.search(sentence) is not None
