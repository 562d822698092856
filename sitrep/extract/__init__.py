"""Extraction: one Article in, its Figures and Needs out; pure, without state, network or model."""

from .figures import extract

__all__ = ["extract"]
