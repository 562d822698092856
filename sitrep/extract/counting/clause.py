"""What stands around a trigger in its clause: an object behind it, an auxiliary before it, a noun's place."""

from functools import cache

from ...languages.language import word_list
from ..items import (
    ADVERBS,
    BE,
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

AID = word_list("counting", "aid")
INTO = word_list("counting", "into")
DASHES = frozenset("–")
_PLACE = "^"
"""Stands in a completion for a name: "pushed 400 people | into ^"."""
_WITHIN = INTO | {"with", "by", "on", "inside", "under"}
_NO_OBJECT = PREPOSITIONS | COORDINATORS | SUBORDINATORS | RELATIVES | BE | HAVE | word_list("counting", "no_object")
_OBJECT = DETERMINERS | word_list("counting", "object")
_BEFORE_NOUN = word_list("counting", "before_noun")
_SHORT_SUBJECTS = word_list("counting", "short_subjects")
_PRONOUNS = word_list("counting", "pronouns")
_HELPING = BE | HAVE | MODAL | ADVERBS | TRANSPARENT | word_list("counting", "helping")
_ROOFS = word_list("counting", "roofs")
_HOMES = word_list("counting", "homes")
_SETTLEMENTS = word_list("counting", "settlements")
_QUARTERS = word_list("counting", "quarters")
_LIVING_THERE = word_list("counting", "living_there")
_AREA = 11
"""How many items tell of which people a verb speaks before it is completed."""
_OWN = frozenset(["their", "his", "her"])
_WANTS = word_list("counting", "wants")
_VERBAL = frozenset(["verb", "subject", "give", "lives", "split", "stay", "quit", "lack"])
_NOMINAL = frozenset(["event", "toll", "state", "noun", "refuge"])
_FINISHED = frozenset(["past", "participle", "past_participle"])


def is_verb(item: Item) -> bool:
    """Whether a trigger is a verb."""
    return any(s.frame in _VERBAL for s in item.senses)


def object_next(row: list[Item], k: int) -> bool:
    """Whether an object follows the verb at `k`: a determiner, a number, or a noun."""
    j = k + 1
    while j < len(row) and (row[j].w in ADVERBS or row[j].w.endswith("ly")) and row[j].q is None:
        j += 1
    if j >= len(row):
        return False
    item = row[j]
    if item.q is not None:
        return True
    if item.sign or item.w in _NO_OBJECT or item.w.endswith("day"):
        return False
    return item.w in _OBJECT or item.noun is not None and not item.senses


def is_nominal(row: list[Item], k: int) -> bool:
    """Whether a word that can be verb and noun is a noun here: "the floods", "from floods", "of the return"."""
    item = row[k]
    if k == 0:
        return item.noun is None and all(s.frame in _VERBAL and s.form == "base" for s in item.senses)
    if any(s.frame in _NOMINAL or s.form in _FINISHED for s in item.senses):
        return False
    before = row[k - 1].w
    if before == "that" and any(s.form == "third" for s in item.senses):
        return False
    if before in DETERMINERS or before == "'s" and k > 1 and row[k - 2].w not in _SHORT_SUBJECTS:
        return True
    named = item.noun is not None and row[k - 1].cap and not (k + 1 < len(row) and row[k + 1].q is not None)
    if any(s.form == "gerund" for s in item.senses):
        return before in PREPOSITIONS and not object_next(row, k) or named
    if before in PREPOSITIONS and before != "to" or before in _BEFORE_NOUN:
        return True
    return named and not item.cap and before not in _PRONOUNS


def is_named(row: list[Item], k: int) -> bool:
    """Whether a participle is the noun of whom something else is told: "12 of the displaced", "the injured at 40"."""
    if k < 2 or row[k - 1].w not in ("the", "those") or not row[k].w.endswith("ed"):
        return False
    return row[k - 2].w == "of" or row[k - 2].w in COORDINATORS and k + 1 < len(row) and row[k + 1].w == "at"


def is_passive(row: list[Item], k: int) -> bool:
    """Whether an auxiliary "be" stands before the participle at `k` (adverbs between)."""
    for j in range(k - 1, max(-1, k - 5), -1):
        w = row[j].w
        if w in BE:
            return True
        if not (w in ADVERBS or w.endswith("ly") or w in COORDINATORS or row[j].senses and j == k - 2):
            return False
    return False


def auxiliaries(row: list[Item], k: int) -> list[int]:
    """The auxiliaries and modals in front of a verb: what makes it a forecast or a denial."""
    out = []
    for j in range(k - 1, max(-1, k - 6), -1):
        if row[j].w not in _HELPING:
            break
        out.append(j)
    return out


def aid_within(row: list[Item], start: int, end: int) -> bool:
    """Whether a word for aid, or a sum of money, stands in a stretch of items."""
    return any(item.w in AID or item.q is not None and item.q.currency is not None for item in row[start:end])


def completed(row: list[Item], k: int, rest: tuple[str, ...]) -> bool:
    """Whether the words at `k` complete a split verb: "drove 400 people | from their homes"."""
    if k + 1 < len(row) and row[k].w == "of" and row[k + 1].cap:
        # "gave the 2,300 people of San Juan | two hours to leave".
        k += 1
        while k < len(row) and row[k].cap:
            k += 1
    elif k + 3 < len(row) and row[k].w == "of" and row[k + 1].q is not None:
        # "put 4,200 residents of eleven villages | on the road".
        k += 3
    while k < len(row) and (row[k].w in ADVERBS or row[k].w.endswith("ly")):
        k += 1
    if k < len(row) and row[k].w in _LIVING_THERE:
        # "ordered 85,000 people | in low-lying areas of the town to leave".
        k = next((j for j in range(k + 1, min(k + _AREA, len(row))) if row[j].w.startswith("to")), k)
        if any(item.w.endswith(("back", "home")) for item in row[k : k + 3]):
            return False
    if "from ~" in rest and row[k : k + 1] and row[k].w == "from" and _part_of_town(row, k + 1):
        return True
    words = " ".join([item.w for item in row[k : k + 5]]) + " "
    if k + 1 < len(row) and row[k + 1].cap and f"{row[k].w} {_PLACE}" in rest:
        return True
    likely = _by_first_word(rest).get(words.partition(" ")[0], ())
    return any(words.startswith(f"{some} ") and not _homeward(words, some) for some in likely)


@cache
def _by_first_word(rest: tuple[str, ...]) -> dict[str, list[str]]:
    """The words that complete a verb, by the first of them."""
    found: dict[str, list[str]] = {}
    for words in rest:
        found.setdefault(words.partition(" ")[0], []).append(words)
    return found


def _part_of_town(row: list[Item], k: int) -> bool:
    """ "drove 5,600 people from | the lagoon settlements"."""
    for item in row[k : k + 5]:
        if item.sign or item.q is not None or item.w in PREPOSITIONS:
            return False
        if item.w in _SETTLEMENTS or item.w in _QUARTERS:
            return True
    return False


def _homeward(words: str, some: str) -> bool:
    """Whether a completion goes on with the way home, which another one names: "made to go | back"."""
    return words[len(some) + 1 :].startswith(("back ", "home "))


def want_follows(row: list[Item], k: int) -> bool:
    """Whether what people want stands within a few words from `k`, before anything else is said of it."""
    for item in row[k : k + 9]:
        if not _WANTS.isdisjoint(item.w.split()):
            return True
        if item.sign and item.w not in ("-", ",") or item.w in BE or item.w in HAVE or item.w in SUBORDINATORS:
            return False
    return False


def home_follows(row: list[Item], k: int) -> bool:
    """Whether "their homes" or "the village" stands at `k`, with two words between at most."""
    if k >= len(row) or row[k].w not in _OWN and row[k].w != "the":
        return False
    left = _HOMES if row[k].w in _OWN else _SETTLEMENTS
    return any(item.w.rpartition(" ")[2] in left for item in row[k + 1 : k + 4])


def is_haven(item: Item) -> bool:
    """Whether an item names a place in which people find a roof."""
    return any(s.frame == "refuge" for s in item.senses) or item.w.rpartition(" ")[2] in _ROOFS


def haven_follows(row: list[Item], k: int) -> bool:
    """Whether a place in which people find a roof stands behind "in", "at", "with" within a few words from `k`."""
    entered = False
    for item in row[k : k + 10]:
        w = item.w
        if any(s.frame == "refuge" for s in item.senses) or entered and w.rpartition(" ")[2] in _ROOFS:
            return True
        if entered and item.sign and w not in ("-", ","):
            return False
        entered = entered or w in _WITHIN
        if w.startswith(("in ", "at ")) and any(s.measure in ("displaced", "idps") for s in item.senses):
            return True
    return False
