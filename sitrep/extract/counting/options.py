"""All triggers that may tell what a number counts: in its phrase, behind it, before it."""

from dataclasses import replace

from ...languages.language import load, word_list
from ...languages.senses import Sense
from ..heads import Phrase
from ..items import BE, COORDINATORS, DETERMINERS, HAVE, PREPOSITIONS, Item
from .abroad import foreigners
from .camps import dwellers
from .candidate import Candidate
from .clause import INTO
from .company import cases_of, led_off
from .objects import CHEAPEST, inverted, left
from .sentence import SPARE, Number
from .subjects import right
from .words import opening

_DASHES = frozenset(["-", "–", "—", ":"])
_SAID = frozenset(["participle", "past_participle"])
_PLAIN = frozenset(["verb", "subject", "lives", "give"])
_STAYING = word_list("counting", "staying")
_FREED = word_list("counting", "freed")
_STRONG = frozenset(["deaths", "casualties", "cases", "injured", "attacks", "missing"])
_TEAMS = word_list("counting", "teams")
_PEOPLE = frozenset(["refugees", "idps", "returned", "displaced"])
_ADJACENT = 0.3
_FRONT = frozenset(["gerund", "participle", "past_participle"])
_WHERE = frozenset(["which", "whom", "where", "when"])
_SHARES = word_list("counting", "shares")
_SHARED = word_list("counting", "shared")
_PERSONS = frozenset(["people", "households"])
_PLURALS = ("s", "people", "children", "women", "men")
_KINDS = word_list("place", "kinds")


def options(number: Number) -> list[Candidate]:
    """The candidates of a number: its own phrase's first, then those behind, then those before."""
    own = _in_phrase(number)
    if number.kind != "money" and _is_share(number):
        return own + [c for c in _subjects(number) if c.relative]
    subjects = _subjects(number)
    if _of_number(number):
        # "Fifteen of the 23 posts are closed" closes fifteen.
        return own + [c for c in subjects if c.relative] + _named_by(number) + dwellers(number)
    own += [c for c in subjects if not _names_whole(number, c)]
    own += inverted(number.row, number.phrase.end) if number.before() == "to" else []
    own += _fronted(number) + _place_of(number) + dwellers(number) + foreigners(number) + _bracketed(number)
    own += _explained(number) + cases_of(number) + led_off(number)
    if not (_listed_without_signs(number) and any(c.cost <= _ADJACENT and c.relation != "modifier" for c in own)):
        own += left(number.row, number.at, number.phrase.end, (number.reach + SPARE) / CHEAPEST)
    if number.kind == "money":
        own += _appeal(number)
    return own or _of_group(number)


def _of_group(number: Number) -> list[Candidate]:
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


def _listed_without_signs(number: Number) -> bool:
    """Whether what stands before belongs to the number before: "518,000 displaced or relocated 354,000 in need"."""
    sentence = number.sentence
    earlier = max(sentence.decided_before(number.at), default=None)
    if earlier is None:
        return False
    between = number.row[sentence.phrases[earlier].end : number.at]
    if not between:
        return bool(number.row[number.at - 1].senses)
    return bool(between[0].senses) and all(item.senses or item.w in COORDINATORS for item in between)


def _in_phrase(number: Number) -> list[Candidate]:
    """The head noun that names a measure ("12 deaths") and the participles before a head ("30 wounded people")."""
    found = []
    phrase = number.phrase
    for j in range(phrase.start + 1, phrase.end):
        senses = number.row[j].senses
        if not senses:
            continue
        candidate = _head(number, j) if j == phrase.head_at else None
        if j != phrase.head_at:
            kept = tuple(s for s in senses if s.frame == "state" or _befallen(s))
            candidate = Candidate(j, kept, "modifier", 4.0 if _partitive(number) else 1.0) if kept else None
        if candidate is not None:
            found.append(candidate)
    return found


def _befallen(sense: Sense) -> bool:
    """Whether a participle alone tells what befell people."""
    return sense.frame in _PLAIN and sense.form in _SAID


def _head(number: Number, at: int) -> Candidate | None:
    item = number.row[at]
    nouns = tuple(s for s in item.senses if s.frame == "noun")
    if not nouns:
        return None
    if any(s.measure == "detained" for s in nouns) and not _FREED.isdisjoint(number.words_before(3)):
        return None
    end = number.phrase.end
    if end < len(number.row) and number.row[end].w == "'" or number.before() == "of" and number.before(2) in _TEAMS:
        return None
    strong = any(s.measure in _STRONG for s in nouns)
    strong = strong or item.w.endswith(("arrests", "arrest", "detentions", "detention"))
    partitive = _partitive(number) and any(s.frame == "state" for s in item.senses)
    return Candidate(at, nouns, "head", -1.0 if strong and not partitive else 3.0)


def _partitive(number: Number) -> bool:
    """Whether the phrase is a whole of which the number is a part: "46 of the affected families"."""
    following = number.after()
    return following is not None and following.w == "of"


def _is_share(number: Number) -> bool:
    """Whether the number only bounds a share of it: "most of those 180", "half of the 1,100 houses"."""
    words = number.words_before(6)
    if words[-1:] == ["'s"]:
        of = next((n for n in range(len(words) - 1, 0, -1) if words[n] == "of"), 0)
        return words[of - 1] in _SHARES if of else False
    if words[-2:] == ["half", "the"]:
        return True
    return "of" in words[-4:] and words[-1] in _SHARED and not _SHARES.isdisjoint(words[-4:])


def _of_number(number: Number) -> bool:
    """Whether an earlier number is a part of this one: "fifteen of the 23 posts"."""
    at, row = number.at, number.row
    if at < 2 or number.before() not in DETERMINERS and number.before() not in ("of", "'s"):
        return False
    return any(
        row[k].q is not None and not (row[k].w == "one" and row[k - 1].w in BE)
        for k in range(max(0, at - 6), at)
        if row[k + 1].w == "of"
    )


def _names_whole(number: Number, candidate: Candidate) -> bool:
    """Whether a participle tells of the whole, not of its part: "28 of the 85 people | infected have died"."""
    row, end = number.row, number.phrase.end
    if not any(item.q is not None for item in row[number.at + 1 : end]):
        return False
    return candidate.at == end and end + 1 < len(row) and row[end + 1].w in BE | HAVE


def _named_by(number: Number) -> list[Candidate]:
    """The participle that names a whole of which another number is a part: "28 of the | 85 people infected"."""
    row, end = number.row, number.phrase.end
    if end + 1 >= len(row) or row[end + 1].w not in BE | HAVE:
        return []
    senses = tuple(s for s in row[end].senses if s.frame == "state" or _befallen(s))
    return [Candidate(end, senses, "subject", 0.0, False, None, [end])] if senses else []


def _of_other(number: Number, candidate: Candidate) -> bool:
    """Whether a relative clause tells of another number: "46 people over riots in which 13 officers | were hurt"."""
    between = range(number.phrase.end, candidate.at)
    return candidate.relative and any(number.row[j].q is not None and number.row[j - 1].w in _WHERE for j in between)


def _subjects(number: Number) -> list[Candidate]:
    """What stands behind the number; in "Of 480 houses, 212 burned" what follows 212 is said of those alone."""
    row, sentence = number.row, number.sentence
    subjects = right(row, number.phrase, sentence.phrases, number.reach + SPARE)
    subjects = [c for c in subjects if not _of_other(number, c)]
    if number.at and number.before().endswith("for"):
        # "A convoy with food for 35,000 people, was burnt" burns the convoy.
        # "Rations for 1.4 million refugees were cut" cuts the rations.
        end = number.phrase.end
        subjects = [c for c in subjects if c.relative or not any(x.w == "," or x.w in BE for x in row[end : c.at])]
    first = opening(row)
    if row[first].w == "of" and number.at == sentence.first and all(item.w != "," for item in row[first : number.at]):
        following = min((j for j in sentence.phrases if j > number.at), default=len(row))
        return [c for c in subjects if c.at < following]
    return subjects


def _fronted(number: Number) -> list[Candidate]:
    """What a participle says that opens the sentence: "Fleeing the fire, | 1,100 villagers walked to the coast"."""
    row, at, first = number.row, number.at, opening(number.row)
    if number.kind not in ("people", "households") or at != number.sentence.first or at < 2 or number.before() != ",":
        return []
    senses = tuple(s for s in row[first].senses if s.measure in _PEOPLE and (s.form in _FRONT or s.frame == "state"))
    return [Candidate(first, senses, "modifier", 0.4, False, None, [first])] if senses else []


def _place_of(number: Number) -> list[Candidate]:
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


def _bracketed(number: Number) -> list[Candidate]:
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
    named = tuple(s for s in row[at - 2].senses if s.frame == "noun" and s.measure in _STRONG)
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


def _explained(number: Number) -> list[Candidate]:
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
        senses = tuple(
            s for s in row[j].senses if s.frame in ("state", "noun") or s.frame in _PLAIN and s.form in _SAID
        )
        if senses:
            return [Candidate(j, senses, "label", 0.5, False, kind, [j])]
    return []


def _is_toll(sense: Sense) -> bool:
    return sense.frame == "toll" and not sense.measure.startswith("funding")


def _counted(toll: str) -> str | None:
    """The kind of thing that a toll counts: "number of families displaced"."""
    nouns = load().nouns
    return next((nouns[w].kind for w in toll.split() if w in nouns), None)


def _appeal(number: Number) -> list[Candidate]:
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
