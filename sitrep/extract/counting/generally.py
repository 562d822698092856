"""Numbers of what is true of anybody, or of things that are in no figure though people are in them."""

from ...languages.language import word_list
from ..items import BE, PREPOSITIONS
from .sentence import Number

_EACH = word_list("counting", "of_anybody")
_NEAR = 6


def of_anybody(number: Number) -> bool:
    """ "Tk 2 lakh for each family that lost | a worker", "every time a child is hurt"."""
    if not number.quantity.article:
        return False
    return any(item.w in _EACH for item in number.row[max(0, number.at - _NEAR) : number.at])


def of_time(number: Number) -> bool:
    """ "walked for | two and three nights", "three and a half miles": it counts what the next number does."""
    row, end = number.row, number.phrase.end
    if " ".join([item.w for item in row[end : end + 3]]).startswith(("and a half", "and a quarter")):
        return True
    other = number.sentence.phrases.get(end + 1)
    if number.phrase.head is not None or number.before() not in PREPOSITIONS or other is None or other.head is None:
        return False
    return row[end].w in ("and", "or") and other.head.kind == "excluded" and other.known


def of_places(number: Number) -> bool:
    """ "sheltering in 27 centres, of which | 19 are in schools": the places are counted, not who is there."""
    row, at, end = number.row, number.at, number.phrase.end
    if number.phrase.head is not None or number.words_before(2) != ["of", "which"] or end + 1 >= len(row):
        return False
    if row[end].w not in BE or row[end + 1].w not in PREPOSITIONS:
        return False
    phrases = number.sentence.phrases
    last = max((j for j in phrases if j < at), default=None)
    return last is not None and any(s.frame == "refuge" for item in row[last : phrases[last].end] for s in item.senses)
