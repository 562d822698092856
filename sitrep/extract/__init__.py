"""Extraction: one Article in, its Figures and Needs out; pure, without state, network or model."""

from .figures import extract
from .sentences import sentence_spans

__all__ = ["extract", "sentence_spans"]
