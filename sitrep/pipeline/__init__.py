"""The pipeline: the five verbs in their order; `generate` for articles at hand, `run` for a server every morning."""

from .at_hand import Outcome, generate
from .edition import Edition, write_up
from .stages import Reading, Understanding, bring_together, load_report, read, render, save

__all__ = [
    "Edition",
    "Outcome",
    "Reading",
    "Understanding",
    "bring_together",
    "generate",
    "load_report",
    "read",
    "render",
    "save",
    "write_up",
]
