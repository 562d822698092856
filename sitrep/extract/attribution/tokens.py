"""The words and marks of a sentence, as the readers of sources walk over them."""

import re
from functools import lru_cache
from typing import NamedTuple

from ..clean import UPPER

_TOKEN = re.compile(r"[A-Z]\.(?:[A-Z]\.)+|[^\W_](?:[\w'\u00ad&/-]*[\w\u00ad])?(?:\.[A-Z]\w*)*'?|[^\w\s\u00ad\x80-\x9f]")
_CAPITAL = re.compile(rf"[{UPPER}]|(?:w?[ae][ldnrstz]|ash|ul)-[{UPPER}]|\d+[{UPPER}]")


class Token(NamedTuple):
    """A word or a mark: as it stands, in lower case, its offsets, and whether it is written with a capital."""

    text: str
    low: str
    start: int
    end: int
    capital: bool

    @property
    def base(self) -> str:
        """The word in lower case without its possessive."""
        return self.low[:-2] if self.low.endswith("'s") else self.low.rstrip("'")


@lru_cache(maxsize=1 << 14)
def _word(word: str) -> tuple[str, bool]:
    return word.lower(), _CAPITAL.match(word) is not None


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a stretch of a cleaned text."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        low, capital = _word(word)
        found.append(Token(word, low, *match.span(), capital))
    return found
