"""A sentence as a row of items: words, punctuation, and whole quantities; phrases of the word list are one item."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from ..languages.language import load
from ..languages.phrases import Opened, Phrase
from ..languages.senses import Noun, Sense
from .clean import SOFT
from .items import Item
from .qualifiers import qualified
from .quantities import Quantity

_TOKEN = re.compile(
    r"[A-Z]\.(?:[A-Z]\.)+(?= [a-zA-Z])|\d\d{0,2}[ -]years?[ -]old\b|\w[\w\u00ad]*(?:['\-.](?=\w)\w+)*|[^\w\s\u00ad]"
)
_OLD_WORD = (" old", " year-old", " years-old", "-years-old")


class _Lexeme(NamedTuple):
    """What a token is wherever it stands."""

    word: str
    cap: bool
    senses: tuple[Sense, ...]
    noun: Noun | None
    sign: bool
    possessive: bool
    """Whether "'s" was cut off."""
    opens: Opened | None


def items_of(text: str, start: int, end: int, numbers: list[Quantity], code: str = "en") -> list[Item]:
    """The items of one sentence of a cleaned text, in order; `numbers` are its quantities."""
    row: list[Item] = []
    opening: list[tuple[int, Opened]] = []
    position = start
    for number in numbers:
        _tokens(text, position, number.start, code, row, opening)
        row.append(Item(text[number.start : number.end].lower(), number.start, number.end, q=number))
        position = number.end
    _tokens(text, position, end, code, row, opening)
    _names(row)
    if opening:
        row = _merge(row, opening)
    return qualified(row, load(code)) if numbers else row


def _tokens(text: str, start: int, end: int, code: str, row: list[Item], opening: list[tuple[int, Opened]]) -> None:
    """Add the items between two numbers, and note where phrases of the word list may begin."""
    for token in _TOKEN.finditer(text, start, end):
        word, cap, senses, noun, sign, possessive, opens = _lexeme(token.group(), code)
        begin, after = token.span()
        if opens is not None:
            opening.append((len(row), opens))
        if possessive:
            row.append(Item(word, begin, after - 2, cap, None, senses, noun))
            row.append(Item("'s", after - 2, after))
        else:
            row.append(Item(word, begin, after, cap, None, senses, noun, sign))


@lru_cache(maxsize=1 << 14)
def _lexeme(raw: str, code: str) -> _Lexeme:
    word = raw.lower().replace(SOFT, "")
    if word.endswith(_OLD_WORD):
        # "A 45 year old man", "Ada Obi, 45 years old, was"
        word = f"{word[:3].rstrip(' -y')}-year-old"
    possessive = word.endswith("'s") and len(word) > 2
    if possessive:
        word = word[:-2]
    language, opens = load(code), _opened(word, code)
    if not raw[0].isalnum():
        return _Lexeme(word, False, (), None, True, False, opens)
    senses, noun = language.triggers.get(word, ()), language.nouns.get(word)
    return _Lexeme(word, raw[0].isupper(), senses, noun, False, possessive, opens)


@cache
def _opened(first: str, code: str) -> Opened | None:
    """The phrases that begin with this word, None where there are none."""
    return load(code).phrases.get(first)


def _names(row: list[Item]) -> None:
    """Take the senses off words inside names ("International Rescue Committee"), unless all is in title case."""
    inside = [i for i in range(1, len(row)) if row[i].cap and row[i].senses and _in_name(row, i)]
    if not inside:
        return
    words = [item.cap for item in row if not item.sign and item.q is None]
    if sum(words) <= 0.6 * len(words):
        for i in inside:
            row[i].senses = ()


def _in_name(row: list[Item], i: int) -> bool:
    """Whether another capitalised word stands beside."""
    return (row[i - 1].cap or i + 1 < len(row) and row[i + 1].cap) and row[i - 1].w not in (".", ":")


def _merge(row: list[Item], opening: list[tuple[int, Opened]]) -> list[Item]:
    """Join the items of each phrase that the word list knows, the longest first."""
    merged: list[Item] = []
    done = 0
    for i, opened in opening:
        phrase = _phrase(row, i, opened) if done <= i < len(row) - 1 else None
        if phrase is not None:
            merged += row[done:i]
            done = i + phrase.surface.count(" ") + 1
            first = row[i]
            merged.append(Item(phrase.surface, first.s, row[done - 1].e, first.cap, None, phrase.senses, phrase.noun))
    return merged + row[done:] if done else row


def _phrase(row: list[Item], i: int, opened: Opened) -> Phrase | None:
    """The longest phrase that stands at `i`, no quantity in it."""
    for length in opened.lengths.get(row[i + 1].w, ()):
        span = row[i : i + length]
        phrase = opened.phrases.get(" ".join([x.w for x in span])) if len(span) == length else None
        if phrase is not None and not any(x.q for x in span):
            return phrase
    return None
