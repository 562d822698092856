"""In which of its senses a trigger counts a number behind it: "killed | 23 people", "a death toll of | 23"."""

from ...languages.language import word_list
from ...languages.senses import Sense
from ..items import ADVERBS, BE, DETERMINERS, HAVE, PREPOSITIONS, Item
from .clause import AID, completed, haven_follows, is_haven, is_passive, is_verb, object_next
from .words import opening

_GROWTH = word_list("counting", "growth")
_PUTS = word_list("counting", "puts")
_CONSIST = word_list("counting", "consist")
_TALLIES = word_list("counting", "tallies")
_CARGO = AID | word_list("counting", "cargo")
_TEAMS = word_list("counting", "teams")
_HONOURS = word_list("counting", "honours")
_SENT = ("go", "went", "tak", "took", "send", "sent", "bring", "brought", "open", "set", "drop")
_GIVEN = ("giv", "gave", "provid", "suppl", "offer")
_ATTAIN = ("reach", "hit")
_RISEN = frozenset(["reached", "reaches", "exceeded", "exceeds", "topped", "surpassed", "passed"])
_FLOWS = frozenset(["displaced", "refugees", "returned"])
_COMPANIONS = word_list("counting", "companions")
_HOUSING = tuple(word_list("counting", "housing"))
_CAPACITY = word_list("counting", "capacity")
_RAISING = word_list("counting", "raising")
_SEEKING_OUT = word_list("counting", "seeking_out")
_ROUTINE = word_list("counting", "inside_by_routine")
_SUBJECT = 14
_SHORT = 4
_PERSONS = ("people", "households")
_GROUPS = ("the", "those", "'s")
_OPENING = 5


class Object:
    """The number at item `at` with a phrase as far as `end`, and where a walk to the left from it stands: at `k`."""

    __slots__ = ("at", "end", "k", "passed", "prepositions", "row")

    def __init__(self, row: list[Item], at: int, end: int) -> None:
        self.row, self.at, self.end = row, at, end
        self.k = at - 1
        self.prepositions: list[str] = []
        self.passed = 0
        """How many other numbers lie between."""

    def grown(self) -> bool:
        """Whether the number is what something rose or fell to: its subject is a count, however far."""
        row, at = self.row, self.at
        first = opening(row)
        tolls = (s.frame == "toll" for item in row[first : first + _OPENING] for s in item.senses)
        if (row[at - 1].w in BE or row[at - 1].w in _GROWTH) and any(tolls):
            return True
        return row[at - 1].w in ("to", "at", "past") and any(item.w in _GROWTH for item in row[max(0, at - 4) : at - 1])

    def takes(self, item: Item, sense: Sense) -> bool:
        """Whether the quantity, to the right of a trigger, is what it counts in this sense."""
        frame = sense.frame
        if frame in ("subject", "quit") and self._of_those():
            return True
        if frame == "verb" and sense.form == "past_participle" and self._as_group():
            return True
        if frame in ("verb", "lives"):
            return self._verb(item, sense)
        if frame in ("subject", "stay") and self._beside():
            return not is_passive(self.row, self.k) and (frame == "subject" or haven_follows(self.row, self.k + 1))
        if frame == "stay":
            return self._houses(item, sense) or self._puts_up(item, sense)
        if frame == "split":
            return self._verb(item, sense) and self._completed(sense)
        if frame == "give":
            return self._gives(item)
        if frame == "event":
            return self._event(item, sense)
        if frame == "toll" or frame in ("state", "noun") and self.row[opening(self.row)].w in ("of", "among"):
            return True
        if frame == "state":
            return self._identified() or self._as_group() or self._told_of_group()
        counts = frame == "noun" and sense.measure != "assisted"
        return counts and (self.passed == 0 and self._grows() or self._put() or self._identified())

    def _of_those(self) -> bool:
        """ "Of those who | fled abroad, 18,000 are in Zambia"."""
        row = self.row
        first = opening(row)
        told = first + 2 < self.k <= first + 5 and row[first].w in ("of", "among") and row[first + 2].w == "who"
        return told and row[self.at - 1].w == "," and self.passed == 0

    def _told_of_group(self) -> bool:
        """ "The country's displaced, estimated at 6.9 million, face another winter"."""
        row, k = self.row, self.k
        group = k > 0 and row[k].w.endswith("displaced") and row[k - 1].w in ("the", "'s", "its")
        closed = self.end >= len(row) or row[self.end].w == ","
        return group and k + 2 == self.at and row[k + 1].w == "," and closed and self.end == self.at + 1

    def _as_group(self) -> bool:
        """ "The country's displaced number 3,000", "families uprooted by the flood now total 900"."""
        before = self.row[self.k - 1] if self.k > 0 else None
        noun = before.noun if before is not None else None
        named = before is not None and (before.w in _GROUPS or noun is not None and noun.kind in _PERSONS)
        if before is not None and any(s.frame == "noun" and s.measure == "cases" for s in before.senses):
            # "Cholera cases | in the camps total 200".
            return False
        return named and self.passed == 0 and (self._grows() or self._put())

    def _grows(self) -> bool:
        if self.row[self.k - 1].w in PREPOSITIONS and self.k > 1:
            # "Casualties from air strikes | rose to 930" counts no strikes.
            return False
        behind = [item.w for item in self.row[self.k + 1 : self.at]]
        if behind == ["to"] and any(item.w in _RAISING for item in self.row[max(0, self.k - 2) : self.k]):
            return True
        return not _GROWTH.isdisjoint(behind) or behind[-1:] == ["at"] and not _PUTS.isdisjoint(behind)

    def _put(self) -> bool:
        """ "puts civilian casualties at 8,000", "the evacuees, put at 900"."""
        row, at = self.row, self.at
        if row[at - 1].w != "at":
            return False
        near = row[max(0, self.k - 12) : self.k] if at - self.k <= _SHORT else []
        return row[at - 2].w in _PUTS or any(item.w in _PUTS or item.w in _GROWTH for item in near)

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

    def _puts_up(self, item: Item, sense: Sense) -> bool:
        """ "has put up 36 families | in hotels"."""
        head = {item.w for item in self.row[self.at + 1 : self.end]}
        if not item.w.startswith((*_HOUSING, "put up")) or self.passed or self.prepositions or sense.form == "base":
            return False
        free = head.isdisjoint(_ROUTINE) and not is_passive(self.row, self.k)
        return free and haven_follows(self.row, self.end)

    def _completed(self, sense: Sense) -> bool:
        """Whether the rest of a split verb stands behind what is counted, or is its noun ("saw 40 | patients")."""
        return completed(self.row, self.end, sense.rest) or completed(self.row, self.end - 1, sense.rest)

    def _verb(self, item: Item, sense: Sense) -> bool:
        if sense.measure in ("assisted", "affected") and item.w.startswith(_ATTAIN) and self._toll_reaches():
            return False
        form, k = sense.form, self.k
        if k and k + 1 < self.at and form == "past_participle" and self.row[k - 1].w == "the":
            return False
        if self.row[k + 1].w in _TEAMS or any(x.w in _HONOURS for x in self.row[k : self.at]):
            return False
        if sense.frame != "lives" and self._said_before(item, form):
            return False
        if form in ("participle", "past_participle"):
            if is_passive(self.row, k):
                return sense.measure == "funding_received" and k + 1 == self.at
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
        total = any(item.w in _TALLIES and not (n and before[n - 1].w == "in") for n, item in enumerate(before))
        if total or any(s.frame == "toll" for item in before for s in item.senses):
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
        if any(x.w in _HONOURS for x in row[max(0, k - 8) : self.at]):
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

    def _done_next(self) -> bool:
        """ "restricted aid to | coerce 20,000 people": adjectives stand behind a number."""
        item = self.row[self.k + 1]
        plain = item.noun is None and not item.cap and not item.sign and item.w not in DETERMINERS | ADVERBS
        return plain and self.k + 2 == self.at and not item.w.endswith(("ed", "s"))

    def _event(self, item: Item, sense: Sense) -> bool:
        """ "the death of 12", "evacuations rose to 300"."""
        if sense.measure == "missing" and item.w in _SEEKING_OUT:
            return self.prepositions[:1] == ["for"]
        following = self.row[self.k + 1].w
        if following in _TEAMS or item.w.endswith(" to") and self._done_next():
            return False
        nearest = self.prepositions[-1] if self.prepositions else None
        if self.passed == 0 and self.k + 1 < self.at and self.row[self.at - 1].w in _RISEN:
            return True
        if self.passed == 0 and self.row[self.at - 1].w in ("to", "at") and self.grown():
            return True
        if nearest == "of" or following in ("of", "to", "for", "rose") or self.k + 1 == self.at:
            return True
        if item.w.endswith((" to", " for", " of")) or sense.measure == "missing" and " " in item.w:
            return True
        return nearest == "to" and sense.measure != "deaths"


def _cargo(item: Item) -> bool:
    return item.w in _CARGO or item.w.rpartition(" ")[2] in _CARGO
