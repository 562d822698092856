"""What tells from apart what a number counts: at the head of its sentence, around its brackets, behind its dash."""

from dataclasses import replace

from ...languages.language import load, word_list
from ...languages.senses import Sense
from ..heads import Phrase
from ..items import ADVERBS, BE, COORDINATORS, PREPOSITIONS, RELATIVES, SUBORDINATORS, Item
from .candidate import Candidate
from .clause import INTO
from .sentence import Number
from .subjects import right
from .words import befallen, opening

_DASHES = frozenset(["-", "–", "—", ":"])
_STAYING = word_list("counting", "staying")
STRONG = frozenset(["deaths", "casualties", "cases", "injured", "attacks", "missing"])
"""Measures whose nouns tell what is counted wherever they stand."""
_PEOPLE = frozenset(["refugees", "idps", "returned", "displaced"])
_FRONT = frozenset(["gerund", "participle", "past_participle"])
_PERSONS = frozenset(["people", "households"])
_FAR = 20
_WERE = BE - {"'s"}
_CLAUSE_OPENS = SUBORDINATORS | {",", "that", "and"}
_TOLD = frozenset(["past", "past_participle"])
_PLURALS = ("s", "people", "children", "women", "men")
_KINDS = word_list("place", "kinds")


def fronted(number: Number) -> list[Candidate]:
    """What a participle says that opens the sentence: "Fleeing the fire, | 1,100 villagers walked to the coast"."""
    row, at, first = number.row, number.at, opening(number.row)
    if number.kind not in ("people", "households") or at != number.sentence.first or at < 2 or number.before() != ",":
        return []
    senses = tuple(s for s in row[first].senses if s.measure in _PEOPLE and (s.form in _FRONT or s.frame == "state"))
    return [Candidate(first, senses, "modifier", 0.4, False, None, [first])] if senses else []


def turned_round(number: Number) -> list[Candidate]:
    """A participle before its "be" and the number: "Killed in the raid on the market were | 12 villagers"."""
    row, at, first = number.row, number.at, _behind_dateline(number.row)
    be = next((j for j in range(at - 1, first, -1) if row[j].w not in ADVERBS), first)
    if row[be].w not in _WERE or any(_parts(item) for item in row[first + 1 : be]):
        return []
    senses = tuple(s for s in row[first].senses if s.form == "past_participle" and s.frame == "verb")
    return [Candidate(first, senses, "subject", 0.5, False, None, [be, first])] if senses else []


def _behind_dateline(row: list[Item]) -> int:
    """The first word of a sentence, or behind its place and day: "LAGOS, 4 May (XY) - | Held"."""
    first = opening(row)
    for j in range(first + 1, min(_FAR, len(row) - 1)):
        if row[j].w in _DASHES:
            return j + 1
        if not (row[j].cap or row[j].sign or row[j].w.isdigit()):
            return first
    return first


def _parts(item: Item) -> bool:
    """Whether an item opens or closes a clause of its own."""
    return item.sign or item.q is not None or item.w in _WERE or item.w in SUBORDINATORS or item.w in RELATIVES


def died_in_the_end(number: Number) -> list[Candidate]:
    """The last of several verbs, where it tells of a death: "a girl slipped into the weir and | drowned"."""
    row, at, end = number.row, number.at, number.phrase.end
    if number.kind != "people" or at != opening(row) and number.before() not in _CLAUSE_OPENS:
        return []
    for j in range(end + 1, min(end + _FAR, len(row))):
        if row[j].w != "," and _parts(row[j]):
            return []
        senses = tuple(s for s in row[j].senses if s.measure == "deaths" and s.frame == "subject" and s.form in _TOLD)
        if senses and row[j - 1].w in COORDINATORS:
            return [Candidate(j, senses, "subject", 2.0, False, None, [j])]
    return []


def place_of_stay(number: Number) -> list[Candidate]:
    """The place in which people are said to stay: "310 relief camps, in which | 42,180 persons were staying"."""
    row, at = number.row, number.at
    if number.kind not in ("people", "households", None) or at < 2 or row[at - 1].w not in ("where", "which"):
        return []
    after = [item.w for item in row[number.phrase.end : number.phrase.end + 5]]
    if row[at - 1].w == "which" and row[at - 2].w not in INTO or _STAYING.isdisjoint(after):
        return []
    for j in range(at - 2, max(-1, at - 14), -1):
        senses = tuple(s for s in row[j].senses if s.frame == "refuge")
        if senses:
            return [Candidate(j, senses, "place", 0.5, False, None, [j])]
    return []


def bracketed(number: Number) -> list[Candidate]:
    """What the sentence speaks of, where a number stands alone in brackets: "IDPs live in Goma (310,000) and ..."."""
    row, at, end = number.row, number.at, number.phrase.end
    if number.kind not in (None, "people", "households") or at < 2 or row[at - 1].w != "(":
        return []
    if end >= len(row) or row[end].w not in (")", ","):
        return []
    nouns = tuple(s for s in row[at - 2].senses if s.frame == "noun" and s.measure in _PEOPLE)
    if nouns:
        # "It hosts asylum seekers (5,200)".
        return [Candidate(at - 2, nouns, "head", -1.0)]
    named = tuple(s for s in row[at - 2].senses if s.frame == "noun" and s.measure in STRONG)
    if named and all(item.q is None for item in row[max(0, at - 6) : at - 1]):
        return [Candidate(at - 2, named, "head", 1.0)]
    if row[at - 2].q is not None or not _ends_place(row, at - 2):
        return []
    for j, item in enumerate(row[: at - 1]):
        senses = tuple(s for s in item.senses if s.frame == "noun" and not s.measure.startswith("funding"))
        if senses and item.noun is not None and (j == 0 or row[j - 1].q is None):
            return [Candidate(j, senses, "head", 2.0)]
    return []


def _ends_place(row: list[Item], k: int) -> bool:
    """Whether a place's name can end with item `k`: "Goma", "Goma province", "Example Border Areas (EBA)"."""
    return row[k].cap or k > 1 and (row[k].w in _KINDS and row[k - 1].cap or row[k].w == ")" and row[k - 1].cap)


def explained(number: Number) -> list[Candidate]:
    """What a number is said to be the number of: "13,000 - Number of residents evacuated"."""
    row, end = number.row, number.at + 1
    if number.kind is not None or end >= len(row) or row[end].w not in _DASHES:
        return []
    opening = range(end + 1, min(end + 5, len(row)))
    told = next((j for j in opening if any(_is_toll(s) for s in row[j].senses)), None)
    if told is not None:
        senses = tuple(s for s in row[told].senses if _is_toll(s))
        return [Candidate(told, senses, "label", 0.5, False, _counted(row[told].w), [told])]
    start = next((j for j in opening if j + 1 < len(row) and row[j].w in ("number", "total")), None)
    if start is None or row[start + 1].w != "of":
        return []
    kind = next((x.noun.kind for x in row[start + 2 : start + 6] if x.noun is not None), None)
    for j in range(start + 2, min(len(row), start + 12)):
        senses = tuple(s for s in row[j].senses if s.frame in ("state", "noun") or befallen(s))
        if senses:
            return [Candidate(j, senses, "label", 0.5, False, kind, [j])]
    return []


def _is_toll(sense: Sense) -> bool:
    return sense.frame == "toll" and not sense.measure.startswith("funding")


def _counted(toll: str) -> str | None:
    """The kind of thing that a toll counts: "number of families displaced"."""
    nouns = load().nouns
    return next((nouns[w].kind for w in toll.split() if w in nouns), None)


def appeal(number: Number) -> list[Candidate]:
    """The noun that a sum stands before: "a $160 million flood appeal"."""
    row = number.row
    for j in range(number.at + 1, min(number.at + 5, len(row))):
        item = row[j]
        senses = tuple(s for s in item.senses if s.frame == "noun" and s.measure.startswith("funding"))
        if senses:
            return [Candidate(j, senses, "head", 1.0)]
        if item.sign or item.q is not None or item.w in PREPOSITIONS:
            break
    return []


def of_group(number: Number) -> list[Candidate]:
    """What is told of a group of whom the number then is: "Families are going back to Amuru: | 1,900 of them"."""
    row, at = number.row, number.at
    if (
        [item.w for item in row[at + 1 : at + 3]] != ["of", "them"]
        or number.sentence.made
        or number.sentence.memory.measure
    ):
        return []
    for j in range(at):
        noun = row[j].noun
        if noun is not None and noun.kind in _PERSONS and row[j].w.endswith(_PLURALS) and row[j - 1].q is None:
            group = Phrase(j, j + 1, noun, row[j].w, j, True)
            told = [c for c in right(row, group, {}, number.reach) if c.at < at]
            return [replace(c, kind=noun.kind) for c in told]
    return []
