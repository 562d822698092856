"""Tables that came as lines: "Province | Deaths | Injured", "Kunar | 12 | 30"."""

from ..items import Item
from .sentence import Memory, Number

_BAR = "|"


def note_heading(row: list[Item], memory: Memory) -> None:
    """Remember a row without figures as the headings of the rows that follow; a line that is no row ends the table.

    It may be the title of the next. The line of signs that Markdown has below its headings says nothing.
    """
    if not is_row(row):
        memory.columns, memory.caption = (), row
    elif not all(item.sign for item in row):
        memory.columns = tuple(cells(row))


def is_row(row: list[Item]) -> bool:
    """Whether a line is the row of a table."""
    return any(item.w == _BAR for item in row)


def cells(row: list[Item]) -> list[list[Item]]:
    """The items of each cell of a row, that of a line without bars as one; bars at both ends make no cells."""
    found: list[list[Item]] = [[]]
    for item in row:
        if item.w == _BAR:
            found.append([])
        else:
            found[-1].append(item)
    return found[1 if not found[0] else 0 : len(found) - (not found[-1] and len(found) > 1)]


def alone_in_cell(number: Number) -> bool:
    """Whether the number is all that its cell holds."""
    row, at = number.row, number.at
    opens = at == 0 and is_row(row) and bool(number.sentence.memory.columns)
    if not opens and (number.before() != _BAR or at < 1):
        return False
    return at + 1 >= len(row) or row[at + 1].w == _BAR


def heading(number: Number) -> list[Item]:
    """The heading of the column of a number; none where the rows have another number of cells."""
    columns = number.sentence.memory.columns
    width = len(cells(number.row))
    if not columns or not 0 <= width - len(columns) <= 1:
        return []
    place = sum(item.w == _BAR for item in number.row[: number.at]) - (number.row[0].w == _BAR)
    place -= width - len(columns)
    return columns[place] if 0 <= place < len(columns) else []


def row_label(number: Number) -> tuple[list[Item], int]:
    """The first cell of a row, and the item with which it begins."""
    row = number.row
    start = int(row[0].w == _BAR)
    end = next((j for j in range(start, len(row)) if row[j].w == _BAR), len(row))
    return row[start:end], start
