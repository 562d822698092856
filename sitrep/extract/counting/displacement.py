"""Whether people have just been displaced, live in displacement, or have fled before and are moved or hosted."""

from ...languages.language import word_list
from ..heads import nation
from ..items import Item
from .abroad import at_home, beyond
from .camps import SETTLEMENTS, in_camps, is_camp, of_refugees
from .candidate import Candidate
from .lands import country_entered, route
from .leading import abroad, leads_abroad
from .nations import away_from_home, country_before, fleeing, foreign, from_abroad, own_countries
from .sentence import Number
from .stock import just_counted, keeps, living_or_fleeing

_ROUGH = tuple(word_list("counting", "rough"))
_HOUSED = tuple(word_list("counting", "housed"))
_FAR = 8
_FLEE = word_list("counting", "flee")
_HOMES = word_list("counting", "homes") | {"country", "countries", "homeland", "regions"}
_MOVED_TO = ("moved to ", "transferred ", "relocated ")
_PEOPLE = frozenset([None, "people", "persons", "families", "households", "individuals"])
_GONE = ("left", "leave", "leaving", "expel", "depart")
_NEW = frozenset(["newly", "new", "fresh", "recently"])
_CROWDED = frozenset(["crowded with", "packed with", "overflowing with", "crammed with"])
_MOVED = tuple(word_list("counting", "moved"))


def displaced_or_idps(number: Number, candidate: Candidate, measure: str) -> str | None:
    """What a trigger of displacement says: the flow, the stock, flight abroad, or what befalls the displaced.

    None where it says nothing of them.
    """
    if number.phrase.head is None and (told := _said_before(number, candidate)) is not None:
        return told
    if number.row[candidate.at].w in _CROWDED and not refuge_named(number.row[: candidate.at]):
        return None
    measure = living_or_fleeing(number, candidate, measure)
    if measure == "displaced":
        measure = _fled(number, candidate)
    if measure == "displaced":
        measure = _of_displaced(number, candidate)
    moved = measure == "displaced" and f"{number.row[candidate.at].w} ".startswith(_MOVED_TO)
    if moved and number.sentence.memory.flight == "refugees" and number.phrase.word in _PEOPLE:
        return "refugees"
    remaining = number.row[candidate.at - 1].w.startswith("remain")
    if measure == "idps" and candidate.relation == "subject" and not remaining and beyond(number, candidate, fled=True):
        return "refugees"
    sleeping = number.row[candidate.at].w.startswith("sle")
    if measure in ("displaced", "idps") and _part_of_refugees(number):
        return "refugees"
    if measure == "idps" or measure == "displaced" and (sleeping or keeps(number, candidate)):
        measure = by_head(number, candidate, measure)
    return measure


def _said_before(number: Number, candidate: Candidate) -> str | None:
    """What the same trigger says of an earlier number: "Colombia hosts 2 million Venezuelans, Peru | 1.6 million"."""
    made = number.sentence.made
    same = (d for decisions in made.values() for d in decisions if d.candidate and d.candidate.at == candidate.at)
    first = next(same, None)
    return first.measure if first is not None and first.measure == "refugees" else None


def by_head(number: Number, candidate: Candidate, measure: str) -> str:
    """What people are called decides over where they are: "hosts 3,000 refugees", "12,000 newly displaced"."""
    phrase = number.phrase
    tags = phrase.head.tags if phrase.head is not None else ()
    if ("refugees" in tags or "idps" in tags) and (candidate.relation == "object" or keeps(number, candidate)):
        measure = "refugees" if "refugees" in tags else "idps"
        if measure == "idps" and (phrase.word or "").startswith("displaced ") and just_counted(number.sentence):
            return measure if in_camps(number, candidate) else "displaced"
    item = number.row[candidate.at]
    housed = is_camp(item) or item.w.startswith(_HOUSED) and "displace" not in item.w
    if not tags and (measure == "displaced" or housed) and _of_refugees(number, candidate, measure != "detained"):
        return "refugees"
    if measure == "idps" and any(item.w in _NEW for item in number.row[phrase.start : phrase.end]):
        return "displaced"
    kept = not tags and (housed or keeps(number, candidate))
    return "refugees" if kept and _of_another_nation(number, candidate) else measure


def _part_of_refugees(number: Number) -> bool:
    """ "20,000 people have entered Ethiopia, and 7,000 | of them are camping in the bush"."""
    sentence, at = number.sentence, number.at
    if [item.w for item in number.row[at + 1 : at + 3]] not in (["of", "them"], ["of", "these"]):
        return False
    earlier = max(sentence.decided_before(at), default=None)
    last = sentence.made[earlier][0].measure if earlier is not None else sentence.memory.measure
    return last == "refugees"


def refuge_named(items: list[Item]) -> bool:
    """Whether a place where people find refuge is named."""
    return any(s.frame == "refuge" for item in items for s in item.senses)


def _of_refugees(number: Number, candidate: Candidate, free: bool) -> bool:
    """Whether the article, or the name of their camp, says that people have crossed a border."""
    row = number.row
    beyond = any(row[j].w == "side" and nation(row[j - 1].w) for j in range(candidate.at + 1, len(row)))
    memory = number.sentence.memory
    exile = memory.flight == "refugees" or free and memory.flight is None and memory.exile()
    return beyond or exile or of_refugees(row, candidate.at + 1)


def _for_home(row: list[Item], at: int) -> bool:
    """ "have left the camps | for their country"."""
    spots = (j for j in range(at + 1, min(at + _FAR, len(row) - 2)) if row[j].w == "for")
    return any(row[j + 1].w == "home" or row[j + 1].w == "their" and row[j + 2].w in _HOMES for j in spots)


def _enters_country(number: Number, candidate: Candidate) -> bool:
    """Whether people flee to a country, of whatever country the document is: within one nobody flees to it."""
    start = candidate.at + (not number.row[candidate.at].w.endswith((" to", " into", " for")))
    row, home = number.row, number.sentence.memory.home
    code = country_entered(row, start, len(row))
    if code is None or code not in own_countries(number):
        return code is not None
    left = route(row, start, len(row), home)
    return bool(left.come) and code not in left.come


def _fled(number: Number, candidate: Candidate) -> str:
    """Flight into another country makes refugees; people who leave houses are counted by their houses."""
    word = number.row[candidate.at].w
    if (number.kind or candidate.kind) == "structures" and number.at > 1 and number.before() in ("of", "in", "from"):
        dweller = number.row[number.at - 2].noun
        if dweller is not None and dweller.kind == "people":
            candidate.relation = "dwellers"
    left = candidate.relation == "subject" and leads_abroad(number.row, candidate.at + 1)
    if word.startswith(_GONE) and number.phrase.head is None and number.sentence.memory.measure == "returned":
        return "returned"
    quit_it = any(s.frame == "quit" for s in candidate.senses) and word not in _FLEE
    if quit_it and (at_home(number, candidate) or _for_home(number.row, candidate.at)):
        return "returned"
    if word.split(" ")[0] in _FLEE and candidate.relation == "subject" and _enters_country(number, candidate):
        return "refugees"
    return "refugees" if left or abroad(number, candidate) or beyond(number, candidate, fled=True) else "displaced"


def _of_displaced(number: Number, candidate: Candidate) -> str:
    """What befalls people who have fled before: refugees who are moved get help, those who sleep rough lack shelter."""
    word, head = number.row[candidate.at].w, number.phrase.head
    if head is None or "refugees" not in head.tags and "idps" not in head.tags:
        return "displaced"
    if f"{word} ".startswith(_ROUGH):
        return "in_need"
    if "idps" in head.tags or not word.startswith(_MOVED):
        return "displaced"
    return "assisted" if candidate.relation == "object" else "refugees"


def _of_another_nation(number: Number, candidate: Candidate) -> bool:
    """ "Chad shelters 9,000 Sudanese", "the settlement is home to 3,000 Burundians", "9,000 Sudanese live in tents"."""
    if beyond(number, candidate, fled=True):
        return True
    if not foreign(number):
        return candidate.relation == "object" and from_abroad(number)
    row, at = number.row, candidate.at
    if candidate.relation == "subject":
        return away_from_home(number)
    if candidate.relation != "object":
        return False
    named = any(is_camp(item) or item.w in SETTLEMENTS for item in row[max(0, at - _FAR) : at])
    home = number.sentence.memory.home
    elsewhere = fleeing(number) and home not in own_countries(number)
    return named or elsewhere or row[at].w.startswith("host") or country_before(row, at)
