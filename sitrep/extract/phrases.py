"""The noun phrase behind a quantity: what the number counts, and the words that qualify it."""

from ..languages.language import word_list
from ..languages.senses import Noun
from .heads import PLURALS, Phrase, can_be_verb, give_part, name_centre, name_unknown, nation, predicative
from .items import ADVERBS, COORDINATORS, PREPOSITIONS, Item
from .phrase_ends import ENDS, NATION_ENDINGS, POINTING, driven_out, noun_follows

_OTHERS = word_list("phrases", "others")
_GOODS = word_list("counting", "aid")
_DISEASES = word_list("counting", "diseases")
_LEAVING = frozenset(["left", "leaves", "leave", "leaving"])
_LATELY = word_list("phrases", "lately")
_SPELLS = word_list("phrases", "spells")
_GIVEN_TO = (" to", " for")
"""How phrases of goods end with what they are given to: "740,000 | meals to" the displaced."""
_LONGEST, _OWNER = 7, 4


def noun_phrase(row: list[Item], i: int) -> Phrase:
    """Read the phrase that begins with the quantity at `i`."""
    return _Reader(row, i).read()


class _Reader:
    """A walk through the words behind a quantity; each step returns whether the phrase goes on."""

    __slots__ = ("j", "owner", "phrase", "row", "steps", "unknown")

    def __init__(self, row: list[Item], i: int) -> None:
        self.row, self.j, self.steps = row, i + 1, 0
        self.phrase = Phrase(i, i + 1)
        self.unknown: tuple[int, str] | None = None
        """The last word that may be the head though no word list has it."""
        self.owner: Noun | None = None
        """The facility to which the head belongs: "hospital wards", "the school's buildings"."""

    def read(self) -> Phrase:
        if self._of_them():
            return self.phrase
        self._skip_odd()
        while self.j < len(self.row) and self.steps < _LONGEST and self._step():
            pass
        if self.phrase.head is not None:
            name_centre(self.phrase)
            give_part(self.phrase, self.owner)
        elif self.unknown is not None:
            name_unknown(self.phrase, self.row, *self.unknown)
        return self.phrase

    def _skip_odd(self) -> None:
        """Go past the end of "forty-odd"."""
        if [item.w for item in self.row[self.j : self.j + 2]] == ["-", "odd"]:
            self.j += 2
            self.phrase.end = self.j

    def _of_them(self) -> bool:
        """Go past "of the", "of the 23,000"; whether the phrase is "of them" and nothing more."""
        row, j = self.row, self.j
        if j >= len(row) or row[j].w != "of":
            return False
        j += 1
        if j < len(row) and row[j].w in POINTING:
            j += 1
            if row[j - 1].w in ("them", "whom", "which"):
                self.phrase.end = j
                return True
        if j < len(row) and row[j].q is not None:
            # "8,000 of the 23,000 residents": what is counted is said once.
            j += 1
        if j < len(row) and row[j].w in _OTHERS:
            j += 1
        if j < len(row) and not _DISEASES.isdisjoint(row[j].w.split()):
            # "12 of measles": what is counted are its cases.
            return True
        self.j = self._owned(j)
        return False

    def _owned(self, j: int) -> int:
        """Go past the owner in "three of the town's five wells", which is not what is counted."""
        row = self.row
        for k in range(j, min(j + _OWNER, len(row))):
            if row[k].w == "'s":
                self._own(row[k - 1].noun)
                return k + 1 + (k + 1 < len(row) and row[k + 1].q is not None)
            if row[k].sign or row[k].q is not None or row[k].w in PREPOSITIONS:
                break
        return j

    def _own(self, noun: Noun | None) -> None:
        if noun is not None and noun.kind == "facilities":
            self.owner = noun

    def _step(self) -> bool:
        item = self.row[self.j]
        if item.q is not None:
            return False
        if item.sign or item.w == "'s":
            return self._sign(item)
        if item.noun is not None and not self._verb_here(item):
            return self._noun(item)
        if item.senses:
            return self._participle(item)
        return self._word(item)

    def _sign(self, item: Item) -> bool:
        self.j += 1
        return not item.sign or item.w in ("'", "/") or item.w == "," and self._adjective_list(self.j - 1)

    def _add(self, word: str) -> bool:
        self.phrase.words.append(word)
        self.j += 1
        self.steps += 1
        return True

    def _noun(self, item: Item) -> bool:
        """Take a counted noun as the head, a participle that is one too as a word before it."""
        phrase = self.phrase
        if phrase.head is None:
            if item.senses and predicative(item) and noun_follows(self.row, self.j) and not self._left_so():
                phrase.end = self.j + 1
                return self._add(item.w)
        else:
            if phrase.known and item.cap and not self.row[phrase.head_at].cap:
                return False
            if item.w == "home" and nation(phrase.word or "") == "people":
                return False
            if item.senses and item.noun is not None and item.noun.kind == "people" and predicative(item):
                return False
            phrase.words.append(phrase.word or "")
            self._own(phrase.head)
        self._head(item)
        self.steps += 1
        return not item.w.endswith(_GIVEN_TO)

    def _left_so(self) -> bool:
        """Whether a verb stands behind "and": "left scores dead and | emptied villages"."""
        lead = self.row[self.phrase.start - 1].w if self.phrase.start else ""
        return lead in _LEAVING and self.row[self.j + 1].w in COORDINATORS

    def _head(self, item: Item, noun: Noun | None = None) -> None:
        phrase = self.phrase
        phrase.head, phrase.word, phrase.head_at, phrase.known = noun or item.noun, item.w, self.j, True
        phrase.end = self.j = self.j + 1

    def _participle(self, item: Item) -> bool:
        """ "wounded" before "people"; not "hundreds | flee the fire"."""
        if self.phrase.head is None and item.w.partition(" ")[0] in PREPOSITIONS and " " in item.w:
            # "forcing 20,000 | from their homes and killing 14"
            return False
        if item.w in ENDS:
            # "4,700 | had reached Kisoro district"
            return False
        if item.w not in _GOODS and all(s.form in ("base", "third", "past") for s in item.senses):
            return False
        return self.phrase.head is None and noun_follows(self.row, self.j) and self._add(item.w)

    def _word(self, item: Item) -> bool:
        """An adjective, a demonym, an adverb, or a noun that no word list has."""
        row, j, w = self.row, self.j, item.w
        if w in _LATELY and j + 1 < len(row) and row[j + 1].w in _SPELLS or driven_out(row, j):
            return False
        follows = noun_follows(row, j)
        if w in COORDINATORS and self.phrase.head is None and j > self.phrase.start + 1 and follows:
            # "10 Indian and Pakistani soldiers"
            return self._add(w)
        if w in ENDS or self.phrase.known and not self._names_a_kind(item):
            return False
        people = nation(w)
        if item.cap and people is None and row[j - 1].q is None and not follows:
            return False
        if people == "people" or people and item.cap and not follows and w.endswith(NATION_ENDINGS):
            self._head(item, Noun("people"))
            return True
        if not item.cap and w not in ADVERBS and not w.endswith("ly") and not self._behind_plural(w):
            self.unknown = j, w
        return self._add(w)

    def _names_a_kind(self, item: Item) -> bool:
        """Whether the head only says of which kind the things are: "10 school age children", "12 toilet fixtures"."""
        phrase, quantity = self.phrase, self.row[self.phrase.start].q
        if phrase.head is None or phrase.head.kind != "facilities" or item.cap or self.j != phrase.end:
            return False
        if (phrase.word or "").endswith("s") or quantity is None or (quantity.value or 2) <= 1:
            return False
        if item.w.endswith("s") and item.w not in ADVERBS:
            phrase.head, phrase.known = None, False
            return True
        return noun_follows(self.row, self.j)

    def _behind_plural(self, w: str) -> bool:
        """Whether a word is the verb behind a plural that no list has: "12 sandbags burst"."""
        return self.unknown is not None and self.unknown[1].endswith(PLURALS) and not w.endswith(PLURALS)

    def _verb_here(self, item: Item) -> bool:
        """Whether a word that is both noun and verb is the verb here: "23 people | shelter in"."""
        if not self.phrase.known or not can_be_verb(item):
            return False
        following = self.row[self.j + 1] if self.j + 1 < len(self.row) else None
        return following is None or following.w in PREPOSITIONS or following.sign or following.w in ADVERBS

    def _adjective_list(self, j: int) -> bool:
        """Whether a comma parts two adjectives."""
        phrase, row = self.phrase, self.row
        more = phrase.head is None and j + 1 < len(row) and bool(phrase.words) and row[j + 1].noun is None
        return more and noun_follows(row, j)
