"""Sections in two columns: shared out here, since columns that a style sheet balances are laid out many times over."""

from collections.abc import Iterator, Sequence

from ..model.runs import Bullets, Paragraph, Runs, Section
from .phrases import plain

_LINE = 52
"""About as many characters go on a line of half the page."""

_TALLEST = 36.0
"""How many lines two piles together may have: they stay on one page, since what floats is not parted by its end."""

_LOW = 6.0

Piles = tuple[Sequence[Section], ...]


def piles(sections: Sequence[Section]) -> tuple[Piles, ...]:
    """The sections in their order in rows, each of two piles of about the same height; one pile of a single section."""
    return tuple(_shared(row) for row in _rows(sections))


def _rows(sections: Sequence[Section]) -> Iterator[Sequence[Section]]:
    """The sections in rows, none so tall that it could not stand on one page, but for a single tall section; low ones
    two by two, so that a page may end after any two."""
    if all(_height(section) <= _LOW for section in sections):
        yield from _pairs(sections)
        return
    row: list[Section] = []
    for section in sections:
        if row and sum(map(_height, (*row, section))) > _TALLEST:
            yield row
            row = []
        row.append(section)
    if row:
        yield row


def _pairs(sections: Sequence[Section]) -> Iterator[Sequence[Section]]:
    """Two by two, in their order."""
    return (sections[n : n + 2] for n in range(0, len(sections), 2))


def _shared(sections: Sequence[Section]) -> Piles:
    """In two piles, the first the taller one where they cannot be equal."""
    heights = [_height(section) for section in sections]
    cut = min(range(1, len(sections) + 1), key=lambda n: (max(sum(heights[:n]), sum(heights[n:])), -n), default=0)
    return tuple(pile for pile in (sections[:cut], sections[cut:]) if pile)


def _height(section: Section) -> float:
    """Lines of its heading, its quotations and its notes."""
    told = [runs for block in section.blocks if isinstance(block, Bullets | Paragraph) for runs in _texts(block)]
    return 1.5 + sum(1.0 + len(plain(runs)) // _LINE for runs in told)


def _texts(block: Bullets | Paragraph) -> tuple[Runs, ...]:
    return block.items if isinstance(block, Bullets) else (block.runs,)
