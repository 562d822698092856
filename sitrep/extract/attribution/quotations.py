"""Quotations: where their marks stand in a text, and whether one is open at a spot."""

import re
from bisect import bisect_left

from ..clean import UPPER

_DOUBLE = "\"|''"
# Where a text has no double quotation marks: an apostrophe in front of a capital, or behind the end of a clause.
_SINGLE = rf"(?<!\w)'(?=[{UPPER}])|(?<=[.,?!])'(?!\w)"
_CLOSING = tuple(".,!?;:)'…%")
"""What stands in front of a mark that closes a quotation."""


class Quotations:
    """The quotation marks of a cleaned text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.mark = '"' if '"' in text else "'"
        """The mark that the text uses."""
        self._marks = _spots(text, _DOUBLE if self.mark == '"' else _SINGLE)
        self._breaks = _spots(text, "\n")

    def open(self, start: int, end: int) -> bool:
        """Whether a quotation that began in the paragraph of `start` is still open at `end`."""
        n, last = bisect_left(self._breaks, start), bisect_left(self._marks, end) - 1
        begin = self._breaks[n - 1] + 1 if n else 0
        return last >= 0 and self._marks[last] >= begin and self._opens(self._marks[last])

    def _opens(self, at: int) -> bool:
        """Whether the mark at an offset opens a quotation: a word stands close behind it, none before."""
        before, behind = self._text[max(0, at - 1) : at], self._text[at + 1 : at + 2]
        return not behind.isspace() and behind != "" and not (before.isalnum() or before in _CLOSING)


def _spots(text: str, mark: str) -> list[int]:
    return [match.start() for match in re.finditer(mark, text)]
