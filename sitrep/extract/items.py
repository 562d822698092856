"""One item of a sentence, a word, a phrase, a sign or a quantity, and the small words by which items are told apart."""

from dataclasses import dataclass

from ..languages.language import word_list
from ..languages.senses import Noun, Sense
from .quantities import Quantity

BE = word_list("items", "be")
HAVE = word_list("items", "have")
MODAL = word_list("items", "modal")
ADVERBS = word_list("items", "adverbs")
PREPOSITIONS = word_list("items", "prepositions")
DETERMINERS = word_list("items", "determiners")
RELATIVES = word_list("items", "relatives")
COORDINATORS = word_list("items", "coordinators")
SUBORDINATORS = word_list("items", "subordinators")
TRANSPARENT = word_list("items", "transparent")
"""Verbs that pass their subject on to the verb behind them: "were reported killed", "are believed to have died"."""
CHANGE = word_list("items", "change")


@dataclass(slots=True)
class Item:
    """One word, phrase, sign or quantity. `w` is lower-case; `s`, `e` are offsets into the article's text."""

    w: str
    s: int
    e: int
    cap: bool = False
    q: Quantity | None = None
    senses: tuple[Sense, ...] = ()
    noun: Noun | None = None
    sign: bool = False
