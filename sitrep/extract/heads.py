"""What a noun phrase is, and what single words in it are: demonyms, participles, the parts of a facility."""

from dataclasses import dataclass, field

from ..languages.language import word_list, word_table
from ..languages.senses import Noun
from ..places.countries import DEMONYMS
from .items import Item

PEOPLES = frozenset(d.lower() for d in DEMONYMS)
"""The adjectives of countries in lower case: "ugandan"."""
# What makes a "centre" or "unit" a facility, and of which cluster.
_CENTRES = word_table("phrases", "centres")
_PARTS = tuple(sorted(word_list("phrases", "facility_parts")))
_PERSON_ENDINGS = tuple(sorted(word_list("phrases", "person_endings")))
PLURALS = ("s", "men", "folk")
"""How a plural ends that no word list has."""


@dataclass(slots=True)
class Phrase:
    """What a number counts: items [start, end) of the sentence, the head noun, and the words before it."""

    start: int
    end: int
    head: Noun | None = None
    word: str | None = None
    head_at: int = -1
    known: bool = False
    """Whether the head is in the word list."""
    words: list[str] = field(default_factory=list)


def years(word: str) -> int:
    """The age that a word such as "12-year-old" says; 30 where it has no digits."""
    return int("".join(c for c in word if c.isdigit()) or 30)


def nation(word: str) -> str | None:
    """ "people" for a plural ("Ugandans"), "adjective" for "Ugandan", None for other words."""
    if word in PEOPLES:
        return "adjective"
    return "people" if word.endswith("s") and word[:-1] in PEOPLES else None


def predicative(item: Item) -> bool:
    """Whether a word of the noun list is also an adjective or participle ("injured", "dead", "missing")."""
    return any(s.frame in ("state", "verb") for s in item.senses)


def can_be_verb(item: Item) -> bool:
    """Whether a word of the noun list is also a verb ("shelter", "flood")."""
    return any(
        s.frame in ("verb", "subject", "stay") and s.form in ("base", "third", "past", "past_participle")
        for s in item.senses
    )


def name_centre(phrase: Phrase) -> None:
    """Make a "centre" a facility by the words before it."""
    if phrase.head is None or phrase.head.kind != "excluded":
        return
    if (phrase.word or "").startswith(("centre", "center", "unit")):
        sector = next((_CENTRES[w] for w in phrase.words if w in _CENTRES), None)
        phrase.head = Noun("facilities", sector) if sector else phrase.head


def give_part(phrase: Phrase, owner: Noun | None) -> None:
    """Make the buildings and wards of a facility facilities: "school buildings", "two of the hospital's wards"."""
    if owner is not None and (phrase.word or "").startswith(_PARTS):
        phrase.head = owner


def name_unknown(phrase: Phrase, row: list[Item], at: int, word: str) -> None:
    """Make a word that no list has the head: persons by its ending, else something that is not counted."""
    phrase.word, phrase.head_at, phrase.end = word, at, at + 1
    if at + 1 < len(row) and row[at + 1].w == "of":
        phrase.head, phrase.known = Noun("excluded"), True
    elif "-year-old" in word:
        phrase.head = Noun("people", None, ("children",) if years(word) < 18 else ())
    elif not word.endswith(PLURALS):
        phrase.word, phrase.head_at, phrase.end = None, -1, phrase.start + 1
    elif word.endswith(_PERSON_ENDINGS):
        phrase.head = Noun("people")
    else:
        phrase.head = Noun("excluded")
