"""Evaluation: takes a folder of annotated articles, returns how well the extractor does on them; changes nothing.

The scoring (docs/figures.md): a figure is matched by measure and overlapping span, correct if its
number is right too; attributes are judged among the correct ones; needs are judged as (sentence, sector) pairs.
"""

from .folder import evaluate_folder
from .gold import GoldArticle, read_gold
from .match import match
from .score import Counts, Scores, score

__all__ = ["Counts", "GoldArticle", "Scores", "evaluate_folder", "match", "read_gold", "score"]
