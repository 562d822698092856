"""All triggers that may tell what a number counts: in its phrase, behind it, before it."""

from itertools import pairwise

from ...languages.language import word_list
from ..items import BE, COORDINATORS, DETERMINERS, HAVE, PREPOSITIONS
from .abroad import foreigners
from .apart import (
    STRONG,
    appeal,
    bracketed,
    died_in_the_end,
    explained,
    fronted,
    of_group,
    place_of_stay,
    turned_round,
)
from .camps import dwellers
from .candidate import Candidate
from .captivity import led_off
from .illness import cases_of
from .objects import CHEAPEST, inverted, left
from .sentence import SPARE, Number
from .subjects import right
from .words import befallen, opening

_FREED = word_list("counting", "freed")
_ESCAPED = frozenset(["escaped", "escape", "broke out", "break out"])
_ADJACENT = 0.3
_WHERE = frozenset(["which", "whom", "where", "when"])
_SHARES = word_list("counting", "shares")
_SHARED = word_list("counting", "shared")


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
    own += fronted(number) + place_of_stay(number) + dwellers(number) + foreigners(number) + bracketed(number)
    own += explained(number) + cases_of(number) + led_off(number) + turned_round(number) + died_in_the_end(number)
    if not (_listed_without_signs(number) and any(c.cost <= _ADJACENT and c.relation != "modifier" for c in own)):
        own += left(number.row, number.at, number.phrase.end, (number.reach + SPARE) / CHEAPEST)
    if number.kind == "money":
        own += appeal(number)
    return own or of_group(number)


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
            kept = tuple(s for s in senses if s.frame == "state" or befallen(s))
            candidate = Candidate(j, kept, "modifier", 4.0 if _partitive(number) else 1.0) if kept else None
        if candidate is not None:
            found.append(candidate)
    return found


def _head(number: Number, at: int) -> Candidate | None:
    item = number.row[at]
    nouns = tuple(s for s in item.senses if s.frame == "noun")
    if not nouns:
        return None
    if any(s.measure == "detained" for s in nouns) and not _FREED.isdisjoint(number.words_before(3)):
        return None
    end = number.phrase.end
    if end < len(number.row) and number.row[end].w == "'" or number.of_team:
        return None
    if any(s.measure == "detained" for s in nouns) and _got_away(number):
        return None
    strong = any(s.measure in STRONG for s in nouns)
    strong = strong or item.w.endswith(("arrests", "arrest", "detentions", "detention"))
    partitive = _partitive(number) and any(s.frame == "state" for s in item.senses)
    return Candidate(at, nouns, "head", -1.0 if strong and not partitive else 3.0)


def _got_away(number: Number) -> bool:
    """ "Some 530 prisoners | walked free"."""
    behind = [item.w for item in number.row[number.phrase.end : number.phrase.end + 4]]
    walked = any(a == "walked" and b == "free" for a, b in pairwise(behind))
    return walked or any(w in _ESCAPED for w in behind[:2])


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
    if candidate.at != end or candidate.relative:
        return False
    # "Power is back for 28 of the 85 homes | cut off."
    told = number.before() in PREPOSITIONS and (end + 1 >= len(row) or row[end + 1].sign)
    return told or end + 1 < len(row) and row[end + 1].w in BE | HAVE


def _named_by(number: Number) -> list[Candidate]:
    """The participle that names a whole of which another number is a part: "28 of the | 85 people infected"."""
    row, end = number.row, number.phrase.end
    if end + 1 >= len(row) or row[end + 1].w not in BE | HAVE:
        return []
    senses = tuple(s for s in row[end].senses if s.frame == "state" or befallen(s))
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
