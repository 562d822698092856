"""Collect: sources in, articles out.

Takes folders, files, feeds, pages and services as configured; returns articles exactly as published, and a Problem for
each item that could not be read. It never edits a text, never guesses metadata, and keeps nothing between runs itself.
"""

from .from_folder import iter_paths, read_paths
from .jsonl import iter_jsonl

__all__ = ["iter_jsonl", "iter_paths", "read_paths"]
