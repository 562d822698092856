"""Where sentences begin and end: (start, end) offsets, trimmed, in the order of the text."""

import re
from collections.abc import Iterator

from ..languages.language import word_list
from ..late import late
from .clean import UPPER, clean
from .vertical import laid_flat

# A full stop after these does not end a sentence.
_SHORT = word_list("sentences", "short")
# Abbreviations that end a sentence where a new one plainly begins behind them.
_EITHER = word_list("sentences", "either")
_OPENINGS = word_list("sentences", "openings")
_MARK = re.compile(r"[.!?…\n]")
_END = re.compile(r"[.!?…]+[\"')\]]*(?=\s|$)|\n+|(?<=[a-z]{3})[.!?][\"')\]]*(?=[A-Z][a-z]* )")
_WORD = re.compile(r"\s*(\w+)")
# Behind title and author on one line: "By Ann Bow GULU, Uganda, May 6 (AFP) - ".
_DATELINE = late(
    rf"(?<=[^\W\d_] )(?:[A-Z]\.){{0,3}} ?[{UPPER}][{UPPER}'-]{{2,}}(?: [{UPPER}'-]{{3,}})*"
    rf"(?:[,/] ?[{UPPER}][\w .]{{2,20}}){{0,4}} ?\([A-Z][\w ]{{1,40}}\) ?(?:–|—|--|-) (?=[\"“'‘{UPPER}\d])"
)
_NOTE = late(r"\([A-Z][^()\n]{1,80}\d{4}[^()\n]{0,12}\)(?= [A-Z])")
_HEAD = 800
"""How far into its text, in code points, a dateline can stand."""


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each sentence of a cleaned text; a line break always ends one."""
    start = read = 0
    numbered, paired = True, False
    for mark in _MARK.finditer(text):
        at = mark.start()
        match = _END.match(text, at) if at >= read else None
        if match is None:
            continue
        read = match.end()
        if text[at] == "\n" and _next_belongs(text, start, at, read, numbered):
            paired = text[start].isdigit()
            continue
        if text[at] != "\n" and _goes_on(text, at, read):
            continue
        yield from _undated(text, start, at if text[at] == "\n" else read)
        numbered, paired = paired, False
        start = read
    yield from _undated(text, start, len(text))


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """The span of each sentence of a text as it was published, as extraction reads it."""
    return list(sentences(laid_flat(clean(text))))


_NUMBER_LINE = re.compile(
    r"[ •*-]*(?:[A-Z]{0,3}[$€£] ?|[A-Z]{3} )?\d[\d.,]*"
    r"(?: ?(?:million|billion|thousand|lakh|crore|mn?|bn?|k|M|B|K))?\+? *(?=\n|$)"
)
_LABEL_LINE = re.compile(r"[ •*-]*[^\W\d_][^\n\d.:;|]{1,60}:? *(?=\n|$)")


def _next_belongs(text: str, start: int, end: int, after: int, numbered: bool) -> bool:
    """Whether the next line goes on with this one: a number alone on its line and its label, above it or below.

    `numbered` says whether such a pair that began with its number stands just before, or nothing at all.
    """
    if _NUMBER_LINE.fullmatch(text, start, end):
        listed = numbered and text[after - 2] != "\n" and text[start].isdigit()
        return _LABEL_LINE.match(text, after) is not None and (listed or _label_below(text, start, after))
    number = _NUMBER_LINE.match(text, after)
    if number is None or not _LABEL_LINE.fullmatch(text, start, end):
        return False
    below = number.end()
    while text[below : below + 1] == "\n":
        below += 1
    return not _label_below(text, after, below)


def _label_below(text: str, number: int, below: int) -> bool:
    """Whether the label of a number stands below it: it goes on in lower case, or is nearer than what stands above."""
    if below == len(text):
        return False
    return text[below].islower() or _breaks(text, below) < _breaks(text, number)


def _breaks(text: str, at: int) -> int:
    """How many line breaks stand just before."""
    first = at
    while first > 0 and text[first - 1] == "\n":
        first -= 1
    return at - first


def _undated(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence without the title and the author that a line has before its dateline, which are one of their own."""
    if text.startswith(" (", start) and (note := _NOTE.match(text, start + 1, end)):
        # What closes the paragraph before: its days are not of what comes behind it.
        yield from _trimmed(text, start, note.end())
        start = note.end()
    dateline = _DATELINE.search(text, start, min(end, _HEAD)) if start < _HEAD else None
    if dateline is not None:
        yield from _trimmed(text, start, dateline.start())
        start = dateline.start()
    yield from _trimmed(text, start, end)


_LONGEST = 1000
"""Code points after which a text without a full stop is cut: what is read at once stays small whatever comes."""


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        cut = text.rfind(" ", start, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end


def _goes_on(text: str, dot: int, after: int) -> bool:
    """Whether the mark at `dot` belongs to an abbreviation, an initial or a sentence that goes on in lower case."""
    if text[dot] != ".":
        return text[dot] == "…" and after < len(text) and text[after : after + 2].lstrip()[:1].islower()
    left = dot
    while left > 0 and dot - left < 12 and (text[left - 1].isalnum() or text[left - 1] == "."):
        left -= 1
    word = text[left:dot].lower()
    following = text[after : after + 3].lstrip()[:1]
    if word in _SHORT or "." in word and len(word) <= 5:
        # "10 a.m. The ..." ends; "Mt. Karangetang" and "U.S. troops" go on.
        return not (word in _EITHER and following.isupper() and _new_start(text, after))
    if len(word) == 1 and word.isalpha() and text[left].isupper():
        return True
    return following.islower() and text[after : after + 1] == " "


def _new_start(text: str, after: int) -> bool:
    word = _WORD.match(text, after, after + 20)
    return word is not None and word.group(1).lower() in _OPENINGS
