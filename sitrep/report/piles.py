"""Sections in two columns: shared out here, since columns that a style sheet balances are laid out many times over."""

from collections.abc import Sequence

from ..model.runs import Bullets, Paragraph, Runs, Section
from .phrases import plain

_LINE = 52
"""About as many characters go on a line of half the page."""


def piles(sections: Sequence[Section]) -> tuple[Sequence[Section], ...]:
    """The sections in their order as two piles of about the same height; one pile of a single section."""
    heights = [_height(section) for section in sections]
    cut = min(range(1, len(sections) + 1), key=lambda n: (max(sum(heights[:n]), sum(heights[n:])), n), default=0)
    return tuple(pile for pile in (sections[:cut], sections[cut:]) if pile)


def _height(section: Section) -> float:
    """Lines of its heading, its quotations and its notes."""
    told = [runs for block in section.blocks if isinstance(block, Bullets | Paragraph) for runs in _texts(block)]
    return 1.5 + sum(1.0 + len(plain(runs)) // _LINE for runs in told)


def _texts(block: Bullets | Paragraph) -> tuple[Runs, ...]:
    return block.items if isinstance(block, Bullets) else (block.runs,)
