"""How wide the key-figure boxes of one row are: so that no box with a long label makes all of them tall."""

from collections.abc import Sequence

from ..model.runs import Box
from .lettering import width, wrapped
from .phrases import plain

# Millimetres: the line without its gaps, what a box has inside on both sides, the narrowest and the widest box.
_LINE, _INSIDE, _LEAST, _MOST = 169, 4.2, 27, 58

_NUMBER, _UNIT, _LABEL, _SAID = 5.7, 2.75, 2.95, 2.35
"""The sizes of type in millimetres, a little less than set since the page's letters are narrower than the widest."""

_HEIGHTS = {_LABEL: 3.8, _SAID: 3.3}


def box_widths(boxes: Sequence[Box]) -> tuple[int, ...]:
    """The share of each box: the row as low as it can be, what is left over given to all alike."""
    widths = range(_LEAST, _MOST + 1)
    heights = [[_height(box, wide) for wide in widths] for box in boxes]
    for limit in sorted({height for row in heights for height in row}):
        needed = [next((w for w, height in zip(widths, row, strict=True) if height <= limit), 0) for row in heights]
        if all(needed) and sum(needed) <= _LINE:
            return tuple(wide + (_LINE - sum(needed)) // len(boxes) for wide in needed)
    return (1,) * len(boxes)


def _height(box: Box, wide: float) -> float:
    """About how tall a box of that width is; a unit that has no room beside its number takes a line of its own."""
    room = wide - _INSIDE
    number = width(f"{box.number.digits} ", _NUMBER, bold=True) + width(box.unit, _UNIT)
    label = f"{box.label}, {plain(box.detail)}" if box.detail else box.label
    said = (plain(box.source), plain(box.as_of))
    lines = [(label, _LABEL), *((text, _SAID) for text in said)]
    below = sum(len(wrapped(text, room, size, most=9)) * _HEIGHTS[size] for text, size in lines)
    return below + _HEIGHTS[_LABEL] * (number > room)
