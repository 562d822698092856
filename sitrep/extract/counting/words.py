"""Small questions about words that several readers of a number ask."""

from ...languages.senses import Sense
from ..heads import Phrase
from ..items import Item

_TELLING = frozenset(["verb", "subject", "lives", "give"])
_SAID = frozenset(["participle", "past_participle"])


def befallen(sense: Sense) -> bool:
    """Whether a participle alone tells what befell people: "30 | wounded people"."""
    return sense.frame in _TELLING and sense.form in _SAID


def personal_word(phrase: Phrase) -> bool:
    """Whether an unknown counted word may name persons: a plural that is no abstract noun."""
    word = phrase.word or ""
    return word.endswith(("s", "men", "folk")) and not word.endswith(("ss", "ions", "ings", "ments", "ities", "ics"))


def is_finite(item: Item) -> bool:
    """Whether an item can be the verb of a clause."""
    return any(s.frame in ("verb", "subject") and s.form != "-" for s in item.senses)


def opening(row: list[Item]) -> int:
    """The first item of a sentence that is no quotation mark, dash or bullet."""
    for n, item in enumerate(row):
        if not item.sign:
            return n
    return 0
