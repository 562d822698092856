"""Triggers before a number, whose object or complement it can be: "killed 23 people", "a death toll of 23"."""

from ...languages.language import word_list
from ..items import (
    ADVERBS,
    BE,
    CHANGE,
    COORDINATORS,
    DETERMINERS,
    HAVE,
    MODAL,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TRANSPARENT,
    Item,
)
from .candidate import Candidate
from .clause import (
    AID,
    DASHES,
    auxiliaries,
    is_nominal,
    is_verb,
)
from .insertions import bracket_opening, said_before
from .numbered import count_of, kind_in
from .object import takes
from .rising import grown
from .walk import Walk

_SAYING = word_list("counting", "saying")
_OPENS = SUBORDINATORS | {"after", "since", "before", "until"}
_TOTALS = word_list("counting", "totals")
CHEAPEST = 0.4
"""The share of its distance that a candidate costs at least."""
_FARTHEST = 20.0
_MOST = 3
_ADDED = 0.8
"""What it costs to go past "as well as"."""
_VAGUE = ("help", "support", "target", "serv", "sav", "aid", "register", "regist", "admit", "free")
_SIGNS = {";": 7.0, ":": 6.0, "(": 2.0, ",": 1.5} | dict.fromkeys(DASHES, 7.0)

# What it costs to go past a word, by the first list that has it; those of `_HELPERS` bear on certainty too.
_COSTS: dict[str, float] = {}
for _cost, _words in (
    (4.0, SUBORDINATORS | RELATIVES),
    (1.2, BE | HAVE | MODAL),
    (0.2, frozenset(["of"])),
    (1.6, PREPOSITIONS),
    (0.8, COORDINATORS),
    (0.2, AID | DETERMINERS | ADVERBS),
    (0.8, TRANSPARENT | CHANGE),
):
    for _word in _words:
        _COSTS.setdefault(_word, _cost)
_CLAUSES = SUBORDINATORS | RELATIVES
_HELPERS = (
    (BE | HAVE | MODAL) | (TRANSPARENT | CHANGE) - PREPOSITIONS - COORDINATORS - AID - DETERMINERS - ADVERBS
) - _CLAUSES
_LINKS = PREPOSITIONS - _CLAUSES - BE - HAVE - MODAL


def left(row: list[Item], at: int, end: int, reach: float) -> list[Candidate]:
    """Triggers before the quantity at `at` whose object or complement it can be, nearest first.

    `end` is the item behind the phrase that the quantity begins. None is sought beyond `reach`, counted in the costs
    of the way.
    """
    if row[at - 1].w.isalpha() and row[at - 1].e == row[at].s:
        return []
    search = _Search(row, at, end)
    limit = min(reach, _FARTHEST * (1.5 if grown(search) else 1))
    while search.k >= 0 and search.cost <= limit and search.step():
        pass
    return [c for c in search.found if not (_of_verbs(c) and _clause_ended(row, c.at, at, end))]


def _of_verbs(candidate: Candidate) -> bool:
    return all(s.frame in ("verb", "subject") for s in candidate.senses)


def _clause_ended(row: list[Item], verb: int, at: int, end: int) -> bool:
    """Whether a clause ends with the verb before the number's own: "after the mountain blew up, | 13,528 are".

    Where no conjunction opens it, it says whom the number is of: "of those injured, 12 are".
    """
    if not any(item.w in _OPENS for item in row[:verb]):
        return False
    if end >= len(row) or row[verb + 1].w != "," or row[end].w not in BE | HAVE | MODAL:
        return False
    return all(item.w in ADVERBS | DETERMINERS for item in row[verb + 2 : at])


class _Search(Walk):
    """A walk to the left from a number; each step returns whether the walk goes on."""

    __slots__ = ("cost", "found", "path")

    def __init__(self, row: list[Item], at: int, end: int) -> None:
        super().__init__(row, at, end)
        self.cost = 0.0
        self.path: list[int] = []
        self.found: list[Candidate] = []

    def _counted(self) -> bool:
        """Whether the word at `k` is itself what a number counts, though it could be a verb: "38 | attacks on"."""
        return self.row[self.k - 1].q is not None and any(s.form == "third" for s in self.row[self.k].senses)

    def step(self) -> bool:
        item = self.row[self.k]
        if item.sign:
            return self._sign(item.w)
        if item.w == "as" and [x.w for x in self.row[max(0, self.k - 2) : self.k]] == ["as", "well"]:
            self.cost += _ADDED
            self.k -= 3
            return True
        if item.q is not None:
            self.passed += 1
            self.cost += 1.5
        else:
            if item.senses and not self._counted() and not is_nominal(self.row, self.k) and not self._trigger(item):
                return False
            if item.w in _TOTALS and self.row[self.k + 1].w == "of" and not self._total():
                return False
            self._word(item)
        self.k -= 1
        return True

    def _sign(self, w: str) -> bool:
        if w == ")":
            self.k = bracket_opening(self.row, self.k)
            self.cost += 1
        elif w == "," and (opened := said_before(self.row, self.k)) is not None:
            self.cost += 1
            self.k = opened
        else:
            self.cost += _SIGNS.get(w, 0)
            self.k -= 1
        return True

    def _trigger(self, item: Item) -> bool:
        row, k = self.row, self.k
        senses = tuple(s for s in item.senses if takes(self, item, s))
        if senses:
            cost = self.cost + (2.0 if item.w.startswith(_VAGUE) else 0.0)
            if any(s.frame == "toll" for s in senses):
                cost = self.cost * (0.25 if grown(self) else 0.5)
            # Two words that fit say more than one beside them ("lifted 112 people | to safety").
            cost -= any(s.frame == "split" for s in senses)
            path = [*self.path, k, *auxiliaries(row, k)]
            own = item.noun is not None and item.noun.kind == "households"
            families = own or kind_in(row, k + 1, self.at) == "households" and row[k + 1].noun is not None
            kind = "households" if families else None
            self.found.append(Candidate(k, senses, "object", cost, False, kind, path))
            if len(self.found) == _MOST:
                return False
            self.cost += 2.5
        if item.w not in CHANGE and is_verb(item):
            self.cost += 4
        return True

    def _total(self) -> bool:
        """Look inside "the number of people affected by ..."; what it counts, if anything, is the last candidate."""
        found = count_of(self.row, self.k + 2, self.at)
        if found is None:
            return False
        at, senses = found
        if not senses:
            return True
        kind = kind_in(self.row, self.k + 2, self.at)
        self.found.append(Candidate(at, senses, "object", self.cost * CHEAPEST, False, kind, [*self.path, self.k]))
        return False

    def _word(self, item: Item) -> None:
        """Go past a word that is no trigger."""
        w = item.w
        cost = _COSTS.get(w)
        if cost is None:
            cost = self._other(item)
        elif w in _HELPERS:
            self.path.append(self.k)
        elif w in _LINKS:
            self.prepositions.append(w)
            cost = 5 if w == "by" and self.k == self.at - 1 else cost
        self.cost += cost

    def _other(self, item: Item) -> float:
        if item.w in _SAYING:
            return 1 if self.row[self.k + 1].w == "," else 6
        return 0.3 if item.cap else 0.8


def inverted(row: list[Item], start: int) -> list[Candidate]:
    """The count that stands behind its number: "brings to 88 | the number of those killed"."""
    if start + 1 >= len(row) or row[start].w != "the":
        return []
    k = start + 1
    tolls = tuple(s for s in row[k].senses if s.frame == "toll")
    if tolls:
        return [Candidate(k, tolls, "object", 0.5)]
    if row[k].w not in _TOTALS or k + 2 >= len(row) or row[k + 1].w != "of":
        return []
    found = count_of(row, k + 2, len(row))
    return [Candidate(found[0], found[1], "object", 0.5)] if found and found[1] else []
