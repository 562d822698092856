"""The widths of a table's columns, by what stands in them: fixed widths are laid out faster than automatic ones."""

from collections.abc import Sequence

from ..model.runs import Column, Runs
from .phrases import plain

_FULL_LINE = 112
"""About as many characters of a table's type go on one line of an A4 page."""

_ENOUGH = 44
"""A cell longer than this is wrapped anyway, so that it asks for no more."""

_LONG_WORD = 15
"""A longer word (the host of a web address) is broken, so that it does not take the room that others need."""


def fitted(columns: Sequence[Column], rows: Sequence[Sequence[Runs]]) -> tuple[Column, ...]:
    """The columns with widths in per cent: each its longest word at least, the rest shared by length of text."""
    cells = [[plain(row[i]) for row in rows] + [column.title] for i, column in enumerate(columns)]
    longest = [max(len(word) for cell in column for word in (cell.split() or [""])) for column in cells]
    least = [min(length, _LONG_WORD) + 2.5 for length in longest]
    for i, column in enumerate(columns):
        # Titles are set in bold, which is wider.
        least[i] = max(least[i], max(map(len, column.title.split()), default=0) * 1.25 + 3)
        if column.numeric:
            # A numeral stays on its line, with its qualifier.
            least[i] = max(least[i], min(max(len(cell) for cell in cells[i]), 17) + 3.5)
    wanted = [max(least[i], _wanted(column)) for i, column in enumerate(cells)]
    room = max(_FULL_LINE, sum(least)) - sum(least)
    extra = [want - need for want, need in zip(wanted, least, strict=True)]
    total = sum(extra) or 1.0
    shares = [need + room * more / total for need, more in zip(least, extra, strict=True)]
    widths = [int(100 * share / sum(shares)) for share in shares]
    widths[-1] += 100 - sum(widths)
    return tuple(column.model_copy(update={"width": w}) for column, w in zip(columns, widths, strict=True))


def _wanted(cells: Sequence[str]) -> float:
    """What would keep the longer half of the cells on one line."""
    lengths = sorted(min(len(cell), _ENOUGH) for cell in cells)
    return (lengths[-1] + lengths[len(lengths) * 3 // 4]) / 2 + 2.5
