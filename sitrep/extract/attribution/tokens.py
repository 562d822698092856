"""The words and marks of a sentence, as the readers of sources walk over them."""

import re
from dataclasses import dataclass

from ..clean import UPPER

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W_](?:[\w'\u00ad&/-]*[\w\u00ad])?(?:\.[A-Z]\w*)*'?|[^\w\s]")
_CAPITAL = re.compile(rf"[{UPPER}]|(?:[ae][ldnrstz]|ash|ul)-[{UPPER}]|\d+[{UPPER}]")


@dataclass(frozen=True, slots=True)
class Token:
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


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a stretch of a cleaned text."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        found.append(Token(word, word.lower(), match.start(), match.end(), _CAPITAL.match(word) is not None))
    return found
