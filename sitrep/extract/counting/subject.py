"""In which of its senses a trigger tells what befell a phrase before it: "23 people | were killed"."""

from ...languages.language import word_list
from ...languages.senses import Sense
from ..heads import Phrase, nation
from ..items import COORDINATORS, DETERMINERS, PREPOSITIONS, RELATIVES, Item
from .clause import (
    INTO,
    aid_within,
    completed,
    haven_follows,
    home_follows,
    is_haven,
    is_nominal,
    object_next,
    want_follows,
)
from .leading import leads_abroad
from .wounds import hurts

_OWN = word_list("counting", "own")
_TAKEN = word_list("counting", "taken")
# People are given or handed things, but things are sent and brought.
_CARRIED = tuple(word_list("counting", "carried"))
_AFRAID = word_list("counting", "afraid")
_FOLK = frozenset(["people", "persons", "families", "households", "residents", "villagers", "civilians", "inhabitants"])
_NAMING = frozenset(["for", "with", "by", "to"])
_FEASTS = word_list("counting", "feasts")
_SIDES = word_list("counting", "sides")
_OF_THEM = ("them", "whom", "which")
_MOVE = ("evacuat", "relocat", "shelter", "return")


class Subject:
    """A phrase, and where a walk to the right from it stands: at item `k`, behind which auxiliaries."""

    __slots__ = ("be", "have", "k", "phrase", "phrases", "relative", "row")

    def __init__(self, row: list[Item], phrase: Phrase, phrases: dict[int, Phrase]) -> None:
        self.row, self.phrase, self.phrases = row, phrase, phrases
        self.k = phrase.end
        self.be = self.have = self.relative = False

    def senses(self, item: Item) -> tuple[Sense, ...]:
        """The senses of the trigger at `k` in which the phrase is what it counts."""
        row, k = self.row, self.k
        senses: tuple[Sense, ...] = ()
        if self.relative or not is_nominal(row, k):
            senses = self._as_subject(item)
        first = k
        while first > self.phrase.end and row[first - 1].cap:
            first -= 1
        if not senses and (first == self.phrase.end and row[first - 1].w in _OF_THEM or self._among()):
            return tuple(s for s in item.senses if s.frame == "noun")
        return senses

    def _among(self) -> bool:
        """ "37,000 children | among the refugees"."""
        row, k = self.row, self.k
        return k == self.phrase.end + 2 and row[k - 1].w == "the" and row[k - 2].w in ("among", "amongst")

    def _as_subject(self, item: Item) -> tuple[Sense, ...]:
        """The senses of a trigger for which a phrase before it is what is counted."""
        row, k = self.row, self.k
        if hurts(row, k):
            return (Sense("injured", "subject", "-"),)
        active = object_next(row, k) and not self._next_in_list(k)
        senses = tuple(s for s in item.senses if self._takes(item, s, active))
        if item.w == "taken" and k + 1 < len(row) and row[k + 1].w in _TAKEN:
            return tuple(s for s in senses if s.frame == "split")
        return senses

    def _next_in_list(self, k: int) -> bool:
        """Whether the number behind a verb has a verb of its own: "23 people killed 15 injured 40 houses destroyed"."""
        row, other = self.row, self.phrases.get(k + 1)
        if other is None:
            return False
        if row[other.end - 1].senses and other.end - 1 > other.start:
            return True
        if other.end >= len(row) or not row[other.end].senses or row[other.end].w.split(" ")[0] in PREPOSITIONS:
            return False
        return other.end + 1 == len(row) or row[other.end + 1].sign or row[other.end + 1].q is not None

    def _takes(self, item: Item, sense: Sense, active: bool) -> bool:
        frame = sense.frame
        if frame == "state":
            does = active and not self.be and self.row[self.k - 1].w in COORDINATORS and _does(item)
            return not does and not self._said_of_another()
        if frame == "subject":
            return self._acts(item, sense, active)
        if frame == "refuge":
            named = self.row[self.k + 1] if item.w == "camp" and self.k + 1 < len(self.row) else None
            if named is not None and named.noun is not None and named.noun.kind == "facilities":
                return False
            lead = [item.w for item in self.row[max(0, self.k - 6) : self.k]]
            # "Reached 800 families in Warrap with emergency | shelters": they are given them.
            return "with" not in lead and not INTO.isdisjoint(lead)
        if frame == "stay":
            passive = self.be and sense.form != "gerund"
            return (passive or not active) and (haven_follows(self.row, self.k + 1) or self._havens_opened())
        if frame == "quit":
            return home_follows(self.row, self.k + 1) or leads_abroad(self.row, self.k + 1) or self._left_place()
        if frame == "lack":
            return not self.be and want_follows(self.row, self.k + 1) or self._wanting(item)
        if frame == "split" and not completed(self.row, self.k + 1, sense.rest):
            return False
        passive = frame in ("verb", "lives", "give", "split") and sense.form in ("participle", "past_participle")
        return passive and self._suffers(sense, active)

    def _said_of_another(self) -> bool:
        """Whether it is another noun's adjective, or that noun: "in the | affected districts", "for the | missing"."""
        row, k = self.row, self.k
        if row[k - 1].w == "the" and (row[k - 2].w in _NAMING or self._has_number(k + 1)):
            return True
        following = row[k + 1] if k + 1 < len(row) else None
        return row[k - 1].w in DETERMINERS and following is not None and (following.noun is not None or following.cap)

    def _has_number(self, k: int) -> bool:
        """ "The dead at 19 and the | missing at 33": it has a number of its own."""
        row = self.row
        return k + 1 < len(row) and row[k].w == "at" and row[k + 1].q is not None

    def _acts(self, item: Item, sense: Sense, active: bool) -> bool:
        """ "They fled": not "were evacuated", for which the verb's other frame answers, nor "evacuated the town"."""
        if self.be and not self.have and sense.form in ("participle", "past_participle"):
            if item.w == "died":
                # "At least 24 people were also | died": not every paper's English is a native's.
                return True
            return item.w.endswith(" into") and any(map(is_haven, self.row[self.k + 1 : self.k + 6]))
        if sense.form == "gerund" and active and self.row[self.k - 1].w == "," and self.row[self.k + 1].q is not None:
            # "A boat carrying 130 people sank, | drowning 70"
            return False
        several = self.row[self.k - 1].q
        if sense.form == "third" and several is not None and (several.value or 0) > 1 and not several.currency:
            # "moved 3,000 | troops into the valley"
            return False
        if self.row[self.k - 1].w in DETERMINERS and (sense.form == "base" or self._named(item)):
            return False
        return not (active and item.w.startswith(_MOVE) and self.row[self.k + 1].w not in _OWN)

    def _named(self, item: Item) -> bool:
        """Whether a participle behind an article only names a noun: "in the | flooded areas"."""
        noun = self.row[self.k + 1] if self.k + 1 < len(self.row) else None
        return item.w.endswith("ed") and noun is not None and noun.noun is not None

    def _suffers(self, sense: Sense, active: bool) -> bool:
        """ "They were killed", "who were killed", "killed in the blast"."""
        if sense.frame == "give":
            word = self.row[self.k].w
            given = self.be and not word.startswith(_CARRIED) or word == "given" and not self.have
            return given and aid_within(self.row, self.k + 1, self.k + 6)
        if self.be:
            return True
        if sense.measure == "refugees" and aid_within(self.row, self.k + 1, self.k + 5):
            # "240 families | received food parcels", of which the refugee agency tells
            return False
        if self.have or active or sense.measure == "assisted" and self._name_follows():
            return False
        return not self.relative or self.row[self.k - 1].w not in RELATIVES

    def _left_place(self) -> bool:
        """ "2,000 families have | left Kagir and Yatya for fear of reprisals"."""
        row, k = self.row, self.k
        named = k + 1 < len(row) and row[k + 1].cap and not row[k + 1].w.endswith("day")
        told = any(item.w in _AFRAID for item in row)
        back = self.phrase.word in (None, *_FOLK) and any(item.w.endswith(" back") for item in row[k + 2 :])
        folk = self.phrase.word in _FOLK
        moving = folk or nation(self.phrase.word or "") is not None
        return named and (told and folk or back or moving and self._for_place())

    def _for_place(self) -> bool:
        """ "62,000 people had left El Fasher on foot | for Tawila"."""
        row = self.row
        for j in range(self.k + 2, min(self.k + 10, len(row) - 1)):
            if row[j].sign or row[j].w in RELATIVES:
                return False
            if row[j].w in ("for", "towards", "toward"):
                there = row[j + 1]
                behind = row[j + 2].w if j + 2 < len(row) else ""
                return there.cap and there.w not in _FEASTS or there.w == "their" or behind in _SIDES
        return False

    def _havens_opened(self) -> bool:
        """ "Seven relief camps were opened and 55 people accommodated"."""
        return any(s.frame == "refuge" for item in self.row[: self.phrase.start] for s in item.senses)

    def _wanting(self, item: Item) -> bool:
        """ "are without any clean water", "are facing hunger": what people are in, not what is done to them."""
        apart = item.w in PREPOSITIONS or item.w.endswith("ing") or " " in item.w
        return self.be and apart and want_follows(self.row, self.k + 1)

    def _name_follows(self) -> bool:
        """Whether a name may be the object: "90 of them reached Ouallam"."""
        following = self.row[self.k + 1 : self.k + 2]
        return bool(following and following[0].cap and not following[0].w.endswith("day"))


def _does(item: Item) -> bool:
    """Whether a word that says what befell people also says what they did: "and | wounded four"."""
    return any(s.frame == "verb" and s.form == "past_participle" for s in item.senses)
