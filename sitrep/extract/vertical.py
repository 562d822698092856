"""Tables of which every cell stands on a line of its own: "District", "Cases", "Deaths", "Uvira", "412", "9"."""

import re

from .grids import with_bars

_LONE = re.compile(r"\n\d[\d,.]*%? *\n")
_NUMBER = re.compile(r"(?:\d[\d,. ]*%?|[-–]) *$")
_LABEL = re.compile(r"[^\W\d_][^\n\d.:;|!?]{0,40}$")
_MOST = 8


def laid_flat(text: str) -> str:
    """The same text, of the same length, with bars for the line breaks inside the rows of such tables.

    Tables that lost their bars get them back.
    """
    text = with_bars(text)
    if len(_LONE.findall(text)) < 2:
        return text
    lines = text.split("\n")
    kinds = "".join(_kind(line) for line in lines)
    joined: set[int] = set()
    for columns in range(2, _MOST + 1):
        for table in re.finditer(rf"L{{{columns}}}(?:LN{{{columns - 1}}}){{2,}}", kinds):
            for row in range(table.start(), table.end(), columns):
                joined.update(range(row, row + columns - 1))
    return "".join(line + ("|" if n in joined else "\n") for n, line in enumerate(lines))[:-1] if joined else text


def _kind(line: str) -> str:
    """Whether a line is a number (N), a label (L) or neither."""
    if _NUMBER.match(line):
        return "N"
    return "L" if _LABEL.match(line) else "O"
