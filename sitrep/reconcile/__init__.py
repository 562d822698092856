"""Reconcile: articles with their figures in, findings out: which figures speak of the same thing, and which to print.

Takes articles, their extractions and the context of a crisis; returns a Reconciliation. Never edits a figure, never
averages, never adds up across sources, never asks the clock, the network or a model.
"""

from .as_json import to_json
from .changes import Comparison, compare_with
from .context import Context, HouseholdSize
from .corrections import corrections
from .households import household_size
from .main import reconcile

__all__ = [
    "Comparison",
    "Context",
    "HouseholdSize",
    "compare_with",
    "corrections",
    "household_size",
    "reconcile",
    "to_json",
]
