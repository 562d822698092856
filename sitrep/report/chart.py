"""A finished drawing with everything that goes with it: title, reading, alternative text, data, and its sizes."""

from dataclasses import dataclass
from typing import Literal

from ..model.runs import Number, Picture, Runs, Table
from .numbers import with_commas
from .phrases import plain

Kind = Literal["series", "bars", "claims", "map"]

WIDE = 340.0
"""The width of every drawing, half a line, in its own units: about three quarters of a point on an A4 page."""

SIZE = 11.5
SMALL = 10.0


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with its title, its reading in one line, its alternative text and its data as rows.

    `section` is the key of the report's section where it belongs. `rows` are the data as plain text, `table` is what is
    printed of them. `runs` are the reading with its citations, `numbers` every number that the drawing shows: as a
    `Picture` block they are what `verify` checks.
    """

    kind: Kind
    name: str
    section: str
    title: str
    alt: str
    svg: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    runs: Runs
    numbers: tuple[Number, ...]
    table: Table

    @property
    def reading(self) -> str:
        """What the drawing shows, in one line."""
        return plain(self.runs)

    def picture(self) -> Picture:
        """The chart as a block of a section."""
        return Picture(
            name=self.name, title=self.title, alt=self.alt, svg=self.svg, reading=self.runs, numbers=self.numbers
        )


def plain_value(value: float) -> str:
    """A value in the data of a chart."""
    return with_commas(int(value) if float(value).is_integer() else value)
