"""Tables that lost their bars: "District, Dead, Injured" above "Kunar, 12, 1,030", or blanks where the bars were."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_PLAIN = r"(?:\d+|[-–]|nil|Nil|NIL)"
_VALUE = rf"(?:\d{{1,3}}(?:,\d{{3}})+|{_PLAIN})"
_LABEL = r"[^\W\d_][^\n\d|,;:]{0,40}?"
_HEADING = re.compile(r"[^\W\d_][^\n\d|.:!?]{4,160}")
_ANY_ROW = re.compile(rf"(?:^|\n){_LABEL}(?:[,;]? *{_VALUE}){{2,}} *(?=\n|$)")
_LEAST = 2
"""How many rows a table has at least, and how many numbers a row."""


class _Grid(NamedTuple):
    """What parts the cells of a table."""

    joint: re.Pattern[str]
    """Between two headings."""
    row: re.Pattern[str]
    cell: re.Pattern[str]
    """Before a value in a row."""

    @classmethod
    def of(cls, joint: str, value: str = _VALUE) -> "_Grid":
        row = re.compile(rf"{_LABEL}(?:{joint}{value}){{{_LEAST},}} *")
        return cls(re.compile(rf"{joint}(?=\S)"), row, re.compile(rf"{joint}(?={value}(?:{joint}| *$))"))


_GRIDS = (_Grid.of(", +"), _Grid.of(",", _PLAIN), _Grid.of("; *"), _Grid.of(" {2,}"), _Grid.of(" "))


def with_bars(text: str) -> str:
    """The same text, of the same length, with bars between the cells of such tables."""
    if len(_ANY_ROW.findall(text)) < _LEAST:
        return text
    lines = text.split("\n")
    for first, last, grid in list(_tables(lines)):
        lines[first] = grid.joint.sub(_bar, lines[first])
        lines[first + 1 : last] = [grid.cell.sub(_bar, line) for line in lines[first + 1 : last]]
    return "\n".join(lines)


def _bar(joint: re.Match[str]) -> str:
    return "|".ljust(len(joint.group()))


def _tables(lines: list[str]) -> Iterator[tuple[int, int, _Grid]]:
    """Each table: the line of its headings, the line behind its last row, and what parts its cells."""
    last = 0
    for n, line in enumerate(lines):
        if n < last or not _HEADING.fullmatch(line):
            continue
        for grid in _GRIDS:
            width = len(grid.joint.findall(line.rstrip()))
            height = _height(lines, n + 1, grid, width) if width >= _LEAST else 0
            if height >= _LEAST:
                last = n + 1 + height
                yield n, last, grid
                break


def _height(lines: list[str], first: int, grid: _Grid, width: int) -> int:
    """How many rows with so many values follow from line `first` on."""
    n = first
    while n < len(lines) and grid.row.fullmatch(lines[n]) and len(grid.cell.findall(lines[n])) == width:
        n += 1
    return n - first
