"""Triggers before a number, whose object or complement it can be: "killed 23 people", "a death toll of 23"."""

from ...languages.language import Sense, word_list
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
    completed,
    haven_follows,
    is_haven,
    is_nominal,
    is_passive,
    is_verb,
    object_next,
)
from .words import opening

_SAYING = word_list("counting", "saying")
_GROWTH = word_list("counting", "growth")
_PUTS = word_list("counting", "puts")
_CONSIST = word_list("counting", "consist")
_TOTALS = word_list("counting", "totals")
_TALLIES = word_list("counting", "tallies")
_CARGO = AID | word_list("counting", "cargo")
CHEAPEST = 0.4
"""The share of its distance that a candidate costs at least."""
_FARTHEST = 20.0
_MOST = 3
_ADDED = 0.8
"""What it costs to go past "as well as"."""
_SENT = ("go", "went", "tak", "took", "send", "sent", "bring", "brought", "open", "set")
_GIVEN = ("giv", "gave", "provid", "suppl", "offer")
_ATTAIN = ("reach", "hit")
_VAGUE = ("help", "support", "target", "serv", "sav", "aid", "register", "regist", "admit", "free")
_RISEN = frozenset(["reached", "reaches", "exceeded", "exceeds", "topped", "surpassed", "passed"])
_FLOWS = frozenset(["displaced", "refugees", "returned"])
_COMPANIONS = word_list("counting", "companions")
_HOUSING = tuple(word_list("counting", "housing"))
_CAPACITY = word_list("counting", "capacity")
_ROUTINE = word_list("counting", "inside_by_routine")
_SUBJECT = 14
_OPENING = 5
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
    limit = min(reach, _FARTHEST * (1.5 if search.grown() else 1))
    while search.k >= 0 and search.cost <= limit and search.step():
        pass
    return search.found


class _Search:
    """A walk to the left from a number; each step returns whether the walk goes on."""

    __slots__ = ("at", "cost", "end", "found", "k", "passed", "path", "prepositions", "row")

    def __init__(self, row: list[Item], at: int, end: int) -> None:
        self.row, self.at, self.end = row, at, end
        self.k, self.cost = at - 1, 0.0
        self.path: list[int] = []
        self.found: list[Candidate] = []
        self.prepositions: list[str] = []
        self.passed = 0
        """How many other numbers lie between."""

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
            if item.senses and not is_nominal(self.row, self.k) and not self._trigger(item):
                return False
            if item.w in _TOTALS and self.row[self.k + 1].w == "of" and not self._total():
                return False
            self._word(item)
        self.k -= 1
        return True

    def _sign(self, w: str) -> bool:
        if w == ")":
            self.k = _opening(self.row, self.k)
            self.cost += 1
        else:
            self.cost += _SIGNS.get(w, 0)
            self.k -= 1
        return True

    def _trigger(self, item: Item) -> bool:
        row, k = self.row, self.k
        senses = tuple(s for s in item.senses if self._takes(item, s))
        if senses:
            cost = self.cost + (2.0 if item.w.startswith(_VAGUE) else 0.0)
            if any(s.frame == "toll" for s in senses):
                cost = self.cost * (0.25 if self.grown() else 0.5)
            # Two words that fit say more than one beside them ("lifted 112 people | to safety").
            cost -= any(s.frame == "split" for s in senses)
            path = [*self.path, k, *auxiliaries(row, k)]
            self.found.append(Candidate(k, senses, "object", cost, False, None, path))
            if len(self.found) == _MOST:
                return False
            self.cost += 2.5
        if item.w not in CHANGE and is_verb(item):
            self.cost += 4
        return True

    def grown(self) -> bool:
        """Whether the number is what something rose or fell to: its subject is a count, however far."""
        row, at = self.row, self.at
        first = opening(row)
        tolls = (s.frame == "toll" for item in row[first : first + _OPENING] for s in item.senses)
        if (row[at - 1].w in BE or row[at - 1].w in _GROWTH) and any(tolls):
            return True
        return row[at - 1].w in ("to", "at", "past") and any(item.w in _GROWTH for item in row[max(0, at - 4) : at - 1])

    def _total(self) -> bool:
        """Look inside "the number of people affected by ..."; what it counts, if anything, is the last candidate."""
        counted = _counted(self.row, self.k + 2, self.at)
        if counted is None:
            return False
        at, senses = counted
        if not senses:
            return True
        kind = _kind_in(self.row, self.k + 2, self.at)
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

    def _takes(self, item: Item, sense: Sense) -> bool:
        """Whether the quantity, to the right of a trigger, is what it counts in this sense."""
        frame = sense.frame
        if frame in ("verb", "lives"):
            return self._verb(item, sense)
        if frame in ("subject", "stay") and self._beside():
            return not is_passive(self.row, self.k) and (frame == "subject" or haven_follows(self.row, self.k + 1))
        if frame == "stay":
            return self._houses(item, sense)
        if frame == "split":
            return self._verb(item, sense) and self._completed(sense)
        if frame == "give":
            return self._gives(item)
        if frame == "event":
            return self._event(item, sense)
        if frame == "toll" or frame in ("state", "noun") and self.row[opening(self.row)].w in ("of", "among"):
            return True
        if frame == "state":
            return self._identified()
        counts = frame == "noun" and sense.measure != "assisted"
        return counts and (self.passed == 0 and self._grows() or self._put() or self._identified())

    def _grows(self) -> bool:
        return any(self.row[j].w in _GROWTH for j in range(self.k + 1, self.at))

    def _put(self) -> bool:
        """ "puts civilian casualties at 8,000"."""
        row, at = self.row, self.at
        near = at - self.k <= 4 and row[at - 1].w == "at"
        return near and any(item.w in _PUTS or item.w in _GROWTH for item in row[max(0, self.k - 12) : self.k])

    def _identified(self) -> bool:
        """Whether the sentence says who they are: "The dead are 12 soldiers", "The only fatality was a farmer"."""
        row, k = self.row, self.k
        first = opening(row)
        if row[first].w != "the" or not first < k <= first + 2:
            return False
        between = [item.w for item in row[k + 1 : self.at]]
        return bool(between) and all(w in BE or w in _CONSIST or w in ADVERBS for w in between)

    def _beside(self) -> bool:
        """Whether the counted are with others of whom the verb is said: "fled with seven children"."""
        head = [item.w for item in self.row[self.at + 1 : self.end]]
        return self.row[self.at - 1].w == "with" and not _COMPANIONS.isdisjoint(head) and self.passed == 0

    def _houses(self, item: Item, sense: Sense) -> bool:
        """Whether a place that gives people a roof keeps them: "two schools are housing 140"; not what it can house."""
        row, k = self.row, self.k
        if self.passed or self.prepositions or not item.w.startswith(_HOUSING):
            return False
        if sense.form != "gerund" and is_passive(row, k):
            return False
        head = {item.w for item in row[self.at + 1 : self.end]}
        before = row[max(0, k - _SUBJECT) : k]
        return (
            not any(x.w in _CAPACITY for x in before[-5:]) and head.isdisjoint(_ROUTINE) and any(map(is_haven, before))
        )

    def _completed(self, sense: Sense) -> bool:
        """Whether the rest of a split verb stands behind what is counted, or is its noun ("saw 40 | patients")."""
        return completed(self.row, self.end, sense.rest) or completed(self.row, self.end - 1, sense.rest)

    def _verb(self, item: Item, sense: Sense) -> bool:
        if sense.measure in ("assisted", "affected") and item.w.startswith(_ATTAIN) and self._toll_reaches():
            return False
        form, k = sense.form, self.k
        if sense.frame != "lives" and self._said_before(item, form):
            return False
        if form in ("participle", "past_participle"):
            if is_passive(self.row, k):
                return False
            if form == "participle":
                return any(self.row[j].w in HAVE for j in range(max(0, k - 4), k))
            apart = self.prepositions and self.passed == 0 and k + 1 != self.at
            return not (apart and not object_next(self.row, k))
        return form != "-"

    def _said_before(self, item: Item, form: str) -> bool:
        """Whether a participle is said of what stands before it: "3,000 hurt and 2 million affected"."""
        if not any(s.form == "past_participle" for s in item.senses):
            return False
        return self.row[self.k - 1].q is not None or form == "base" and is_passive(self.row, self.k)

    def _toll_reaches(self) -> bool:
        """Whether the subject of "reached" is itself a count: "the toll has reached", "infections have reached"."""
        row, k = self.row, self.k
        before = row[max(0, k - 12) : k]
        if any(item.w in _TALLIES or any(s.frame == "toll" for s in item.senses) for item in before):
            return True
        if any(s.frame == "event" and s.measure in _FLOWS for item in before[-8:] for s in item.senses):
            return True
        return any(
            s.frame == "noun" and not s.measure.startswith("funding")
            for item, following in zip(before[-6:], row[k - len(before[-6:]) + 1 :], strict=False)
            if following.noun is None
            for s in item.senses
        )

    def _gives(self, item: Item) -> bool:
        """ "gave food to 300 families": people get something, and it is aid."""
        row, k = self.row, self.k
        if any(row[j].w in _TALLIES for j in range(k, self.at)):
            return False
        if item.w.startswith(_SENT) and not any(_cargo(x) for x in row[max(0, k - 8) : self.at]):
            return False
        if self.prepositions:
            shared = item.w.startswith("distribut") and self.prepositions[0] in ("among", "between")
            return shared or self.prepositions[0] in ("to", "for", "with") and not self._infinitive()
        return self.passed == 0 and item.w.startswith(_GIVEN) and not is_passive(row, k)

    def _infinitive(self) -> bool:
        """Whether "to" before the number leads to a verb: "set up in order to house 300"."""
        lead = next((j for j in range(self.at - 1, self.k, -1) if self.row[j].w == "to"), self.at)
        return any(is_verb(item) for item in self.row[lead + 1 : self.at])

    def _event(self, item: Item, sense: Sense) -> bool:
        """ "the death of 12", "evacuations rose to 300"."""
        following = self.row[self.k + 1].w
        nearest = self.prepositions[-1] if self.prepositions else None
        if self.passed == 0 and self.k + 1 < self.at and self.row[self.at - 1].w in _RISEN:
            return True
        if nearest == "of" or following in ("of", "to", "for", "rose") or self.k + 1 == self.at:
            return True
        return item.w.endswith((" to", " for", " of")) or nearest == "to" and sense.measure != "deaths"


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
    counted = _counted(row, k + 2, len(row))
    return [Candidate(counted[0], counted[1], "object", 0.5)] if counted and counted[1] else []


def _cargo(item: Item) -> bool:
    return item.w in _CARGO or item.w.rpartition(" ")[2] in _CARGO


def _counted(row: list[Item], start: int, end: int) -> tuple[int, tuple[Sense, ...]] | None:
    """The trigger inside "the number of people affected by ..."; None where the number counts something else."""
    for j in range(start, min(end, start + 7)):
        item = row[j]
        senses = tuple(s for s in item.senses if _tells(s))
        if senses:
            return j, senses
        if item.noun is not None and item.noun.kind == "excluded" or item.q is not None:
            return None
    return start, ()


def _tells(sense: Sense) -> bool:
    return sense.frame in ("state", "noun", "verb", "subject") and sense.form in (
        "-",
        "past_participle",
        "participle",
        "gerund",
    )


def _kind_in(row: list[Item], start: int, end: int) -> str | None:
    return next((x.noun.kind for x in row[start : min(end, start + 6)] if x.noun is not None), None)


def _opening(row: list[Item], k: int) -> int:
    """The item before the bracket that opens."""
    return next((j - 1 for j in range(k - 1, -1, -1) if row[j].w == "("), -1)
