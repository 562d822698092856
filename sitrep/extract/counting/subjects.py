"""Triggers behind a number, whose subject it can be: "23 people were killed", "23 people who were killed"."""

from ...languages.language import word_list
from ...languages.senses import Sense
from ..heads import Phrase
from ..items import BE, COORDINATORS, DETERMINERS, HAVE, PREPOSITIONS, RELATIVES, SUBORDINATORS, TRANSPARENT, Item
from .candidate import Candidate
from .clause import (
    DASHES,
    INTO,
    is_named,
    is_nominal,
    is_verb,
)
from .costs import HELPERS, JOINTS, SAYING
from .insertions import closing, dash_closing, inserted, insertion_ends
from .sentence import PERSONAL
from .subject import Subject
from .wounds import hurts

_MOST = 3
_OF_THESE = (["of", "whom"], ["of", "which"])
_CLAUSE_JOINTS = frozenset(["after", "before", "until", "since"])
_ARTICLES = frozenset(["the", "a", "an", "its", "their", "his", "her"])
_OTHER_CLAUSE = 5.0
"""What it costs to go into a clause that has its own subject."""

_SITES = word_list("counting", "sites")
_LIVED = word_list("counting", "living") | {"residing", "reside", "resided"}
_SET_OFF = 2
"""How many words stand between a number that dashes part off and the dash behind it: "in all"."""


def right(row: list[Item], phrase: Phrase, phrases: dict[int, Phrase], reach: float) -> list[Candidate]:
    """Triggers behind the phrase whose subject it can be, nearest first: a relative clause's and the main one.

    None costs more than `reach`.
    """
    search = _Search(row, phrase, phrases)
    while search.k < len(row) and search.cost <= reach and search.step():
        pass
    return search.found


class _Search(Subject):
    """A walk to the right from a phrase; each step returns whether the walk goes on."""

    __slots__ = ("cost", "found", "listing", "path")

    def __init__(self, row: list[Item], phrase: Phrase, phrases: dict[int, Phrase]) -> None:
        super().__init__(row, phrase, phrases)
        self.cost = 0.0
        self.listing = False
        """Whether the words are those of a list that the phrase opens: "150 houses, barns and mills were ..."."""
        self.path: list[int] = []
        self.found: list[Candidate] = []

    def step(self) -> bool:
        item = self.row[self.k]
        if item.sign:
            return self._sign(item.w)
        if item.q is not None:
            return self._number()
        if item.w in COORDINATORS and self.row[min(self.k + 1, len(self.row) - 1)].w == "that":
            # "says it was over 600, | and that 120 are missing"
            return False
        if (item.senses or hurts(self.row, self.k)) and (taken := self._trigger(item)) is not None:
            return taken
        if item.w == "in" and self._age():
            self.k += 3
            return True
        self._word(item)
        self.k += 1
        return True

    def _age(self) -> bool:
        """Whether "in their 20s" follows."""
        after = self.row[self.k + 1 : self.k + 3]
        return len(after) == 2 and after[0].w in ("his", "her", "their") and after[1].w.endswith("0s")

    def _past(self, k: int, cost: float) -> bool:
        self.k = k
        self.cost += cost
        return True

    def _sign(self, w: str) -> bool:
        row, k = self.row, self.k
        if w == "(":
            return self._past(closing(row, k), 1)
        if w == ";" and k + 1 < len(row) and row[k + 1].q is not None and self.phrase.start <= 2 and not self.path:
            other = self.phrases.get(k + 1)
            return self._past(max(other.end if other else 0, k + 2), 0.8)
        if w in DASHES and self._set_off():
            return self._past(k + 1, 1)
        if w in DASHES and (close := dash_closing(row, k)):
            return self._past(close, 2)
        if w in ".;:?!" or w in DASHES:
            return False
        if w == "," and self.phrase.head is None and self._others_follow():
            return False
        if w == ",":
            self.be = self.have = False
            told = k + 1 < len(row) and any(s.frame == "state" and s.measure in PERSONAL for s in row[k + 1].senses)
            if not told and (after := inserted(row, k)) is not None:
                return self._past(after, 1.5)
            self._list()
        return self._past(k + 1, 0 if w in "\"'" else 0.9)

    def _others_follow(self) -> bool:
        """ "the toll has risen to 19, | with four people missing"."""
        following = self.row[self.k + 1 : self.k + 3]
        return len(following) > 1 and following[0].w == "with" and self.k + 2 in self.phrases

    def _set_off(self) -> bool:
        """Whether dashes part the number from its sentence: "mothers – 2,300 of them – are in need"."""
        start = self.phrase.start
        return start > 0 and self.row[start - 1].w in DASHES and self.k - self.phrase.end <= _SET_OFF

    def _number(self) -> bool:
        """Go past another number, unless it is the object of a verb; note where it says that people live."""
        other = self.phrases.get(self.k)
        if other is not None:
            self._refuge(other)
        measured = other is not None and other.head is not None and other.head.kind == "excluded"
        if self.have and not self.be and not self.relative and not measured:
            return False
        previous = self.row[self.k - 1].w
        behind = [item.w for item in self.row[self.k + 1 : self.k + 3]]
        if behind in _OF_THESE:
            after = insertion_ends(self.row, self.k + 2)
            return after is not None and self._past(after, 1.5)
        if previous in ("whom", "which") and self.row[self.k - 2].w == "of":
            after = insertion_ends(self.row, self.k)
            return after is not None and self._past(after, 1.5)
        listed = previous in COORDINATORS or previous == ","
        far = 1.5 if listed else 0.8 if measured and previous in PREPOSITIONS else 2.0
        return self._past(max(other.end if other else 0, self.k + 1), far)

    def _refuge(self, other: Phrase) -> None:
        """ "800 people live in 12 camps"."""
        row, k = self.row, self.k
        senses = tuple(s for item in row[k : other.end] for s in item.senses if s.frame == "refuge")
        if not senses and other.word in _SITES and any(item.w in _LIVED for item in row[max(0, k - 4) : k]):
            senses = (Sense("idps", "refuge", "-"),)
        if senses and any(row[j].w in INTO for j in range(max(0, k - 3), k)):
            at, told = other.end - 1, 0.0 if self.path else 3.0
            self.found.append(Candidate(at, senses, "subject", self.cost + told, self.relative, None, [*self.path, at]))

    def _trigger(self, item: Item) -> bool | None:
        """Take a trigger; None where it is only a word to go past."""
        senses = self.senses(item)
        if senses:
            return self._take(item, senses)
        if not is_verb(item) or is_nominal(self.row, self.k) or self._named(item) or not self._governs(item):
            return None
        if item.w in TRANSPARENT:
            self.path.append(self.k)
            self.be = self.have = False
            return self._past(self.k + 1, 0.5)
        cost = 2 if self.relative else 5
        self.relative = self.be = self.have = False
        return self._past(self.k + 1, cost)

    def _named(self, item: Item) -> bool:
        """Whether a participle only names a noun: "in the | flooded areas"."""
        return item.w.endswith("ed") and self.row[self.k - 1].w in _ARTICLES

    def _take(self, item: Item, senses: tuple[Sense, ...]) -> bool:
        k = self.k
        # "12 of the displaced": the participle is the noun of whom something else is told.
        named = not self.path and is_named(self.row, k)
        whereabouts = _whereabouts(item, senses)
        cost = self.cost + whereabouts + 5.0 * named
        self.found.append(Candidate(k, senses, "subject", cost, self.relative, None, [*self.path, k]))
        self.relative = self.be = self.have = False
        return len(self.found) < _MOST and self._past(k + 1, 0.5 if named or whereabouts else 3)

    def _governs(self, item: Item) -> bool:
        """Whether a verb that cannot count the number is one of its clause all the same."""
        return (
            self.be
            or self.have
            or self.relative
            or item.w.endswith("ed")
            or any(s.form in ("past", "past_participle") for s in item.senses)
        )

    def _word(self, item: Item) -> None:
        """Go past a word that is no trigger."""
        w = item.w
        self.listing = self.listing and not w.isdigit()
        helper = HELPERS.get(w) if self.be or w not in SAYING else None
        if helper is not None or w.endswith("ly"):
            self.path.append(self.k)
            role, cost = helper or ("adverb", 0.2)
            self.cost += cost
            self._help(role, w)
        elif w in RELATIVES:
            self.relative, self.be, self.have = True, False, False
            self.cost += 0.5
        elif w in JOINTS:
            self.cost += 0.5 if w == "as" and self.path else JOINTS[w]
            if w in _CLAUSE_JOINTS and self._clause_begins():
                self.cost += _OTHER_CLAUSE
            if w in PREPOSITIONS and w not in SUBORDINATORS:
                self.be = self.have = self.be and bool(self.path)
            if w in COORDINATORS:
                self._list()
        else:
            self.cost += 0.3 if item.cap or self.listing else 0.8

    def _clause_begins(self) -> bool:
        """Whether a clause with a subject of its own follows: "after | her house was washed away"."""
        following = self.row[self.k + 1 : self.k + 6]
        if not following or following[0].w not in DETERMINERS and not following[0].cap:
            return False
        end = next((n for n, x in enumerate(following) if x.w in BE or x.w in HAVE), 0)
        return end > 1 and not any(x.sign or x.w in PREPOSITIONS or x.w in RELATIVES for x in following[:end])

    def _list(self) -> None:
        self.listing = not self.path and not self.found and not self.relative

    def _help(self, role: str, w: str) -> None:
        if role == "be":
            self.be = True
        elif role == "have":
            self.have = True
        elif role == "transparent" and (w != "left" or self.be):
            self.be = self.have = False


def _whereabouts(item: Item, senses: tuple[Sense, ...]) -> float:
    """What "in the camps" costs: it tells where people are, and yields to any verb that tells what befell them."""
    return 3.0 if item.w.startswith(("in ", "at ")) and all(s.measure in ("idps", "displaced") for s in senses) else 0.0
