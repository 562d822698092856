"""Insertions that a search goes past: brackets, dashes, "of whom 40 are children,"."""

from ..items import BE, HAVE, RELATIVES, Item
from .clause import DASHES, is_verb

_SOURCE = 9
"""How many items an insertion that names its source has at most."""


def inserted(row: list[Item], k: int) -> int | None:
    """Where the clause goes on behind an insertion between commas that says nothing of its own."""
    for j in range(k + 1, min(len(row) - 1, k + 12)):
        item = row[j]
        if item.w == ",":
            return j + 1 if row[j + 1].w in BE or row[j + 1].w in HAVE else None
        if item.q is not None or item.w in RELATIVES or item.w in BE or is_verb(item) or item.sign:
            return None
    return None


def insertion_ends(row: list[Item], k: int) -> int | None:
    """Where the clause goes on behind "of whom 40 are children,"."""
    comma = next((j for j in range(k + 1, min(len(row) - 1, k + 10)) if row[j].w == ","), None)
    goes_on = comma is not None and (row[comma + 1].w in HAVE or row[comma + 1].w in BE or row[comma + 1].senses)
    return comma + 1 if comma is not None and goes_on else None


def closing(row: list[Item], k: int) -> int:
    """The item behind the bracket that closes."""
    return next((j + 1 for j in range(k + 1, len(row)) if row[j].w == ")"), len(row))


def dash_closing(row: list[Item], k: int) -> int:
    """The item behind the second dash of an insertion, 0 where there is none."""
    return next((j + 1 for j in range(k + 1, min(len(row), k + 25)) if row[j].w in DASHES), 0)


def bracket_opening(row: list[Item], k: int) -> int:
    """The item before the bracket that opens."""
    return next((j - 1 for j in range(k - 1, -1, -1) if row[j].w == "("), -1)


def said_before(row: list[Item], k: int) -> int | None:
    """The item before ", according to the latest data," whose last comma stands at `k`; None where none ends there."""
    for j in range(k - 2, max(0, k - _SOURCE), -1):
        if row[j].w == "according" and row[j - 1].w == ",":
            return j - 2 if j > 1 else None
        if row[j].sign or row[j].q is not None:
            return None
    return None
