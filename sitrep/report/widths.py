"""The widths of a table's columns, by what stands in them: fixed widths are laid out faster than automatic ones."""

from collections.abc import Sequence
from math import ceil

from ..model.runs import Column, Number, Runs
from .phrases import plain

FULL_LINE = 108
"""About as many characters of a table's type go on one line of an A4 page."""

SMALL_LINE = 122
"""The same for a table of the annex, whose type is smaller."""

HALF_LINE = 56
"""The same for a table that stands beside its chart."""

_LONG_WORD = 15
"""A longer word (the host of a web address) is broken, so that it does not take the room that others need."""

_NUMERAL = 17
"""Up to so many characters a numeral stays on its line, with its qualifier."""

_PAD = 2.5
_DAY = "_"
_LOOKED_AT = 25
_STEPS = (1, 2, 4, 7, 12)


def fitted(columns: Sequence[Column], rows: Sequence[Sequence[Runs]], line: float = FULL_LINE) -> tuple[Column, ...]:
    """The columns with widths in per cent, so that the table is as low as it can be; no column below its long words.

    `line` is how many characters go on one line of the table. Of long tables the first rows decide.
    """
    cells = [[_unbroken(row[i]) for row in rows[:_LOOKED_AT]] for i, _ in enumerate(columns)]
    wide = [_least(column, texts) for column, texts in zip(columns, cells, strict=True)]
    room = max(line, sum(wide)) - sum(wide)
    while room >= 1:
        column, step = _best(cells, wide, room)
        wide[column] += step
        room -= step
    widths = [int(100 * share / sum(wide)) for share in wide]
    widths[-1] += 100 - sum(widths)
    return tuple(column.model_copy(update={"width": w}) for column, w in zip(columns, widths, strict=True))


def _unbroken(runs: Runs) -> str:
    """The cell as text, in which a date is one word: it stays on its line."""
    return plain(
        tuple(
            run.model_copy(update={"text": run.text.replace(" ", _DAY)})
            if isinstance(run, Number) and run.basis == "date"
            else run
            for run in runs
        )
    )


def _least(column: Column, texts: Sequence[str]) -> float:
    """Room for the longest word, for a numeral with its qualifier, for the title, which is set in bold and wider."""
    words = {word for text in texts for word in text.split()}
    least = max((len(word) if _DAY in word else min(len(word), _LONG_WORD) for word in words), default=0) + _PAD
    if column.numeric:
        least = max(least, min(max(map(len, texts), default=0), _NUMERAL) + _PAD + 1)
    return max(least, max(map(len, column.title.split()), default=0) * 1.25 + _PAD)


def _best(cells: Sequence[Sequence[str]], wide: Sequence[float], room: float) -> tuple[int, float]:
    """The column to widen and by how much: what saves most lines for its room, else the one that is fullest."""
    lines = [[_lines(text, width) for text in texts] for texts, width in zip(cells, wide, strict=True)]
    found = max(
        (_saved(cells[i], wide[i] + step, lines, i) / step, -step, -i)
        for i, _ in enumerate(cells)
        for step in _STEPS
        if step <= room
    )
    if found[0] > 0:
        return -found[2], -found[1]
    fullest = max(range(len(cells)), key=lambda i: sum(map(len, cells[i])) / wide[i])
    return fullest, 1


def _saved(texts: Sequence[str], width: float, lines: Sequence[Sequence[int]], column: int) -> int:
    """How many lines the table is lower with that column so wide."""
    saved = 0
    for row, text in enumerate(texts):
        others = max((column_lines[row] for i, column_lines in enumerate(lines) if i != column), default=1)
        saved += max(0, lines[column][row] - max(others, _lines(text, width)))
    return saved


def _lines(text: str, width: float) -> int:
    """About how many lines a cell takes; words do not fill their lines wholly."""
    return ceil(len(text) * 1.08 / max(width - _PAD, 1.0)) or 1
