"""Which sentences can state a figure at all: most cannot, and cost no more than a look at their words."""

import re

from ..languages.language import word_list
from .clean import UPPER
from .counting.carried import LATELY
from .items import CHANGE
from .phrase_ends import ENDS
from .quantities import Quantity, quantities
from .signs import signs, words_of

__all__ = ["counted", "lowered", "words_of"]

_DIGIT = re.compile(r"\d")
_NEXT = re.compile(r" ?([^\W\d_]+)(?: ([^\W\d_]+)|[^\w'-]|$)")
_NAME = re.compile(rf"[{UPPER}][\w\u00ad'.-]*(?:\s+[{UPPER}]|, \d{{1,3}},)")
_COUNTS = word_list("counting", "counts")
_ABOUT_THEM = word_list("counting", "about_them")
_PLACE_HAS = word_list("counting", "place_has")
_LINE = 8
"""How many words the line of a list may have: "Zambezia: 19,850 (26 centres)"."""
_ONE = word_list("counting", "person_titles") | word_list("prefilter", "one")


def lowered(text: str) -> str:
    """A cleaned text in lower case with the same offsets: the one capital that would become two letters stays one."""
    return text.replace("İ", "I").lower()


def counted(
    words: frozenset[str], text: str, low: str, start: int, end: int, age: int | None, code: str = "en"
) -> list[Quantity] | None:
    """The numbers of a sentence that can state a figure, None for one that cannot.

    `low` is the text in lower case. It takes a number and a trigger, or a trigger that makes one person a figure.
    `age` says how many sentences back the last count is, of which this one may speak ("the figure has fallen to
    15,475", "eleven of them were children").
    """
    befalls = _befalls(words, code)
    spelled = not words.isdisjoint(signs(code).numbers)
    if not spelled and not _DIGIT.search(low, start, end):
        return [] if befalls and _person(words, text, start, end, code) else None
    if not _recalls(words, age) and not befalls and not signs(code).counts(words):
        return None
    numbers = quantities(text, low, start, end, words, code)
    if all(_counts_other(number, low, end, code) for number in numbers):
        return numbers if befalls and _person(words, text, start, end, code) else None
    return numbers


def _recalls(words: frozenset[str], age: int | None) -> bool:
    """Whether the sentence may speak of an earlier count: by a word for it, or for its people."""
    if age is None:
        return False
    if age <= LATELY and not words.isdisjoint(_ABOUT_THEM):
        return True
    if age <= LATELY and (len(words) <= _LINE or not words.isdisjoint(_PLACE_HAS)):
        return True
    return not words.isdisjoint(_COUNTS) and not words.isdisjoint(CHANGE)


def _befalls(words: frozenset[str], code: str) -> bool:
    """Whether something may befall a person."""
    return not words.isdisjoint(signs(code).befalls_first) and signs(code).befalls.in_words(words)


def _person(words: frozenset[str], text: str, start: int, end: int, code: str) -> bool:
    """Whether one person may be spoken of: by a noun, a title, an age, or a name of two words or with an age."""
    if not words.isdisjoint(signs(code).persons) or not words.isdisjoint(_ONE):
        return True
    return _NAME.search(text, start, end) is not None


def _counts_other(number: Quantity, low: str, end: int, code: str) -> bool:
    """Whether a number counts what is in no figure, and nothing goes on behind the noun: "40 mm of", "12 days,"."""
    if number.currency:
        return False
    match = _NEXT.match(low, number.end, end)
    if match is None or match.group(1) not in signs(code).others:
        return False
    return match.group(2) is None or match.group(2) in ENDS
