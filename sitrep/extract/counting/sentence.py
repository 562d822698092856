"""A sentence and one of its numbers while they are read, and what is decided of the number."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from ...languages.language import word_list
from ...languages.senses import Noun, Sense
from ..heads import Phrase
from ..items import ADVERBS, DETERMINERS, Item
from ..phrases import noun_phrase
from ..quantities import Quantity
from .candidate import Candidate
from .words import opening

SPARE = 3.0
"""What a trigger of persons with an auxiliary ("were ... killed") may cost more."""
_PLURAL = re.compile("[^s]s$")
_TEAMS = word_list("counting", "teams")
PERSONAL = frozenset(["deaths", "injured", "missing", "detained"])
"""The measures for which one person is a figure."""


@dataclass(slots=True)
class Decision:
    """One quantity with its measure. `whole` is the item of the quantity of which this is an explicit part."""

    at: int
    quantity: Quantity
    phrase: Phrase
    kind: str | None
    measure: str
    rule: str
    candidate: Candidate | None
    cues: list[int] = field(default_factory=list)
    whole: int | None = None
    inherited: bool = False
    of_earlier: bool = False
    """Whether it is a part of what an earlier sentence counted."""
    sector: str | None = None


@dataclass(slots=True)
class Memory:
    """What earlier sentences leave behind for elliptic ones: the last measure and head that were counted."""

    measure: str | None = None
    kind: str | None = None
    head: Noun | None = None
    value: float | int | None = None
    """The largest number of that measure."""
    age: int = 0
    """How many sentences back that was; the last one is 1."""
    listing: bool = False
    """Whether the last sentence that counted opens a list, or is a line of one."""
    flights: dict[str, int] = field(default_factory=dict)
    """How often each measure of people who move has been counted."""
    columns: tuple[list[Item], ...] = ()
    """The headings of the table that is being read."""
    caption: list[Item] = field(default_factory=list)
    """The last line before it."""
    home: str | None = None
    """The country of the document (alpha-3)."""
    war: Callable[[], bool] = lambda: False
    """Whether the document is about fighting."""
    exile: Callable[[], bool] = lambda: False
    """Whether the document is about people who cross borders."""
    fleeing: Callable[[], bool] = lambda: False
    """Whether the document is about people who have to leave their homes."""

    @property
    def flight(self) -> str | None:
        """Whether the article speaks of refugees, of the displaced, or of returns: what it has counted most often."""
        return max(self.flights, key=lambda measure: self.flights[measure], default=None)


@dataclass(slots=True)
class Sentence:
    """The items of a sentence, the phrase behind each number, and what has been decided so far (by item)."""

    row: list[Item]
    memory: Memory
    phrases: dict[int, Phrase]
    made: dict[int, list[Decision]] = field(default_factory=dict)
    last_kind: str | None = None
    things: bool = False
    """Whether the last number counted things that are in no figure."""

    @classmethod
    def of(cls, row: list[Item], memory: Memory) -> "Sentence":
        """The sentence with its phrases read and nothing decided."""
        return cls(row, memory, {i: noun_phrase(row, i) for i, item in enumerate(row) if item.q is not None})

    @property
    def first(self) -> int:
        """The item of the first number."""
        return next(iter(self.phrases))

    @property
    def of_total(self) -> bool:
        """Whether it begins "Of the 480 houses, ...": its first number is the whole of the others."""
        return self.row[opening(self.row)].w in ("of", "among")

    def numbers(self) -> "list[Number]":
        """Its numbers in the order of the text."""
        return [Number(self, self.row, at, phrase) for at, phrase in self.phrases.items()]

    def decided_before(self, at: int) -> list[int]:
        """The items of the numbers before `at` that have been decided."""
        return [j for j in self.made if j < at]


class Number:
    """One number of a sentence: what stands around it and what its phrase says that it counts."""

    __slots__ = ("at", "kind", "phrase", "quantity", "row", "sentence", "unknown")

    def __init__(self, sentence: Sentence, row: list[Item], at: int, phrase: Phrase) -> None:
        self.sentence, self.row, self.at, self.phrase = sentence, row, at, phrase
        quantity = row[at].q
        assert quantity is not None
        self.quantity = quantity
        self.kind: str | None = "money" if quantity.currency else phrase.head.kind if phrase.head else None
        self.unknown = not quantity.currency and phrase.head is not None and phrase.head.kind == "excluded"
        """Whether it counts something that no word list knows."""

    @property
    def reach(self) -> float:
        """What a trigger may cost; a person who is only "a man" takes a nearer one than a number or a name."""
        named = self.item.cap and self.quantity.end > self.item.e and self.item.w not in DETERMINERS
        facility = self.kind == "facilities" and self.item.w == "one"
        return 9.0 if not self.quantity.article or named or facility else 3.6

    @property
    def item(self) -> Item:
        """The item of the number itself."""
        return self.row[self.at]

    @property
    def topic(self) -> Noun | None:
        """The facilities or houses that the sentence has named last before a number that names nothing itself."""
        if self.phrase.head is not None or self.row[self.at - 1].cap or self.row[self.at - 2].w.isdigit():
            return None
        plurals = (item.noun for item in reversed(self.row[: self.at]) if _PLURAL.search(item.w) and item.noun)
        return next((noun for noun in plurals if noun.kind in ("facilities", "structures")), None)

    @property
    def of_team(self) -> bool:
        """Whether it counts those of a team: "a team of | 60 rescuers"."""
        return self.before() == "of" and self.before(2) in _TEAMS

    @property
    def shared_kind(self) -> str | None:
        """The kind of thing whose name a later number has for both: "212 damaged | and 34 destroyed houses"."""
        end, row = self.phrase.end, self.row
        end += end < len(row) and row[end].w in ADVERBS
        if self.phrase.head is not None or end + 2 >= len(row) or row[end + 1].w not in ("and", "or"):
            return None
        other = self.sentence.phrases.get(end + 2)
        kind = other.head.kind if other is not None and other.head is not None else None
        told = kind in ("structures", "facilities") and any(s.frame == "state" for s in row[end].senses)
        return kind if told else None

    def before(self, n: int = 1) -> str:
        """The word that stands `n` items before the number; the sentence's last one where it begins the sentence."""
        return self.row[self.at - n].w

    def words_before(self, most: int) -> list[str]:
        """Up to so many words before the number."""
        return [item.w for item in self.row[max(0, self.at - most) : self.at]]

    def after(self, n: int = 1) -> Item | None:
        """The item that stands `n` items behind the number."""
        return self.row[self.at + n] if self.at + n < len(self.row) else None

    def path_words(self, candidate: Candidate) -> set[str]:
        """The words between it and a trigger that bear on what is said."""
        return {self.row[p].w for p in candidate.path}

    def decided(self, measure: str, rule: str, candidate: Candidate | None = None) -> Decision:
        """What it counts, by this rule and trigger."""
        cues = [candidate.at] if candidate is not None else []
        return Decision(self.at, self.quantity, self.phrase, self.kind, measure, rule, candidate, cues)

    def as_in(self, other: Decision, rule: str) -> Decision:
        """The same as another decision of the sentence."""
        kind = self.kind or other.kind
        made = Decision(self.at, self.quantity, self.phrase, kind, other.measure, rule, other.candidate, other.cues)
        made.inherited, made.of_earlier = True, other.of_earlier
        return made


class Reading(NamedTuple):
    """One trigger read for one number, in the sense that fits, and how far-fetched that is."""

    cost: float
    candidate: Candidate
    sense: Sense
