"""Report: takes articles, extractions and a reconciliation; returns a Report, and that as files in many formats.

It never changes a figure, adds across sources, asks the network, or looks at the clock: the same report gives the same
bytes. `compose` makes the Report, `export` writes it in the formats of `FORMATS`, one small module each.
"""

from .compose import compose
from .exporter import Exporter, Rendering
from .formats import FORMATS, export, unmade
from .full_text import with_full_texts
from .press import Press

__all__ = ["FORMATS", "Exporter", "Press", "Rendering", "compose", "export", "unmade", "with_full_texts"]
