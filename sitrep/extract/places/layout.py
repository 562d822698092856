"""How the sentences of an article stand on its lines: title, lead, headings, paragraphs, points."""

import re
from collections.abc import Sequence
from functools import cached_property

_BULLETS = ("- ", "* ", "**", "• ", "*F", "*W")
_ENDS = (".", "!", "?")
_CLOSING = "\"'”’)"
_LINE = 80
"""How long a line can be, in characters, that stands before the text: who wrote it, where and when."""
_HEADING, _HEADING_WORDS = 40, 4
"""Below these, in characters and words, a line of its own is a heading."""


# "19:45 - Zvornik counts its dead": an entry of a running page.
_CLOCK = re.compile(r"\d\d?[:.]\d\d\b")


class Layout:
    """The lines of a cleaned text with the spans of its sentences."""

    def __init__(self, text: str, spans: Sequence[tuple[int, int]]) -> None:
        self._text, self._spans = text, spans

    @cached_property
    def titled(self) -> bool:
        """Whether the first sentence is the article's title: a line of its own without a full stop."""
        end = self._spans[0][1]
        return self._text[end : end + 1] == "\n" and self._text[end - 1] != "."

    @cached_property
    def lead(self) -> int | None:
        """The first sentence of the article's prose; None where a list comes first."""
        for j in range(int(self.titled), len(self._spans)):
            start, end = self._spans[j]
            if self._text.startswith(_BULLETS, start):
                return None
            if self._text[end - 3 : end].rstrip(_CLOSING).endswith(_ENDS):
                return j
            if end - start > _LINE:
                return None
        return None

    def begins_with(self, name: str) -> bool:
        """Whether title or first sentence have a name, the line that says where it was written apart."""
        title, lead = self._text[slice(*self._spans[0])], self._text[slice(*self._spans[min(1, len(self._spans) - 1)])]
        written = rf"\b{re.escape(name)}\b(?!,? [^.]{{0,25}} –)"
        return name.lower() in title.lower() or re.search(written, lead) is not None

    def heads(self, k: int) -> bool:
        """Whether a sentence is the heading of a section: a short line of its own without a full stop."""
        start, end = self._spans[k]
        line = self._text[start:end]
        if self.opens(k) and line.startswith("**") and line.endswith(("**", "**.", "**:")):
            return True
        if not self.opens(k) or self._text[end : end + 1] != "\n":
            return False
        if _CLOCK.match(line) and not line.endswith(_ENDS):
            return True
        return line.startswith("**") or line.isupper() or len(line) < _HEADING and len(line.split(" ")) < _HEADING_WORDS

    def opens(self, k: int) -> bool:
        """Whether a sentence opens a paragraph or a point."""
        start = self._spans[k][0]
        return self._text.startswith(_BULLETS, start) or start > 0 and self._text[start - 1] == "\n"
