"""What the numbers of a sentence count: the reading of the clauses around them, one module for each question.

Takes the items of one sentence and what earlier ones left behind; returns its `Decision`s in the order of the text.
It never looks at place, period, source or certainty.
"""

from .decide import decide
from .sentence import Decision, Memory
from .table import note_heading

__all__ = ["Decision", "Memory", "decide", "note_heading"]
