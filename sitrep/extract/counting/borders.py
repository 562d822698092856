"""Whether people who move cross a border: by the countries, the frontier, or the crossing that is named."""

from ...languages.language import word_list
from ...places.countries import iso3
from ..items import CHANGE
from .abroad import at_home, beyond, of_border, stays
from .arrivals import BOATS, FOLK, SEA, arrived, arriving, carried, entered, from_another, is_attempt, lands_by_sea
from .camps import of_refugees
from .candidate import Candidate
from .clause import haven_follows
from .going_on import fled_here
from .lands import lands, route
from .nations import away_from_home, country_before, foreign, in_flight, nations, own_countries
from .sentence import Number

_SERVING = word_list("counting", "responders") | word_list("counting", "belonging") | {"workers"}
_CROSS = word_list("counting", "cross")
_ARRIVE = word_list("counting", "arrive")
_ENTER = word_list("counting", "enter")
_COME = _ARRIVE | _ENTER
_ADMIT = word_list("counting", "admit")
_TAKE_IN = word_list("counting", "take_in")
_CAPTORS = word_list("counting", "captors")
_FRONTIER = word_list("counting", "frontier")
_REGIONS = word_list("counting", "regions")
_OCCASIONS = word_list("counting", "occasions")
_TRAVELLERS = word_list("counting", "travellers")
_FLIGHT = ("flee", "fled", "escap", "seek", "sought")
_PAPERS = ("permit", "visa", "paper", "card", "document", "residence")
_GRANT = ("issu", "grant", "giv", "gave", "hand")
_SENT_BACK = ("returnees", "deportees", "expellees", "repatriates")
_MAKING = ("make", "made", "making")
_COUNTS_OF = ("number of", "count of", "population of", "tally of", "caseload of")
_PERSONS = ("people", "households")
_ABROAD = ("refugees", "returned")


def across(number: Number, candidate: Candidate) -> str | None:
    """What a verb of refugees says: nothing where no border is crossed, "displaced" where no country takes them in."""
    word = number.row[candidate.at].w
    if _serves(number) and not word.startswith(_FLIGHT) or _travels(number):
        return None
    if (word in _COME or word in _ADMIT) and at_home(number, candidate):
        return "returned"
    if candidate.relation == "subject" and own_countries(number) and not in_flight(number):
        return None
    if word.endswith(" from") and candidate.relation == "head":
        return "refugees" if from_another(number, candidate.at + 1) else arriving(number, candidate.at)
    if candidate.relation == "object" and (word.startswith(_COUNTS_OF) or nations(number.row, candidate.at)):
        return "refugees" if _counted_abroad(number, candidate.at) else None
    if word.startswith(BOATS):
        return carried(number)
    return _come(number, candidate, word)


def _come(number: Number, candidate: Candidate, word: str) -> str | None:
    """What a verb says of people who are no travellers, of whom it is not told that they come home."""
    if word in _ENTER and is_attempt(number, candidate.at):
        return None
    if word in _COME and lands_by_sea(number, candidate.at):
        return "refugees"
    if (word in _COME or word in _ADMIT) and (number.phrase.word or "").endswith(_SENT_BACK):
        return "returned"
    if word in _ENTER:
        return entered(number, candidate)
    if word in _ADMIT or word.startswith(_GRANT) and any(p in word for p in _PAPERS):
        return _registered(number, candidate, word)
    if _armed(number) and not word.startswith(_FLIGHT):
        return None
    if word in _CROSS:
        return _crossed(number, candidate.at)
    if word in _ARRIVE:
        return arrived(number, candidate)
    return _received(number, candidate, word)


def _registered(number: Number, candidate: Candidate, word: str) -> str | None:
    """What "registered" says, or that people were given papers: refugees where they are beyond their border."""
    memory = number.sentence.memory
    if candidate.relation == "subject" and number.phrase.word in FOLK | {None} and word.startswith("regist"):
        if memory.flight == "refugees" or memory.exile() or beyond(number, candidate):
            return "refugees"
        return "displaced" if memory.flight == "displaced" else None
    if foreign(number) and _country_takes(number, candidate) or _at_camp(number, candidate.at):
        return "refugees"
    if beyond(number, candidate):
        return "refugees"
    return "displaced" if word.startswith("regist") and fled_here(number) else None


def _at_camp(number: Number, at: int) -> bool:
    """Whether people are registered in a camp of refugees, or at a border."""
    return number.kind in _PERSONS and (of_refugees(number.row, at) or of_border(number.row[:at]))


def _received(number: Number, candidate: Candidate, word: str) -> str:
    """What is said of those who are taken in, or stream into a place: who takes them tells what they are."""
    head = number.phrase.head
    if word.startswith("arrival") and candidate.relation == "object":
        inside = number.sentence.memory.flight != "refugees" and haven_follows(number.row, number.phrase.end)
        return "displaced" if inside else "refugees"
    if word in _TAKE_IN and any(item.w in _CAPTORS for item in number.row[max(0, candidate.at - 4) : candidate.at]):
        return "detained"
    if word in _TAKE_IN and head is not None and "idps" in head.tags:
        return "idps"
    if candidate.relation == "subject" and word.endswith(" into") and _at_home_still(number, candidate):
        return "displaced"
    if word in _TAKE_IN:
        return "refugees" if _country_takes(number, candidate) or beyond(number, candidate) else "displaced"
    return "refugees"


def _travels(number: Number) -> bool:
    """Whether people travel as others do, or come to a feast."""
    return (number.phrase.word or "") in _TRAVELLERS or any(item.w in _OCCASIONS for item in number.row)


def _serves(number: Number) -> bool:
    """Whether people come to help, to fight, to work or to report: "60 firefighters", "a team of 60"."""
    word = number.phrase.word or ""
    return word in _SERVING or word.endswith(" workers") or number.of_team


def _armed(number: Number) -> bool:
    return number.phrase.head is not None and "combatants" in number.phrase.head.tags


def _counted_abroad(number: Number, at: int) -> bool:
    """ "The number of Sudanese | in Chad has passed 900,000", "the number of arrivals | has reached 24,000"."""
    memory, row = number.sentence.memory, number.row
    own = nations(row, at)
    whose = lands(row, at - 4, memory.home)[0] if at > 3 and row[at - 3].w == "'s" else frozenset()
    if not own:
        return memory.exile() or memory.flight == "refugees" or of_border(row)
    told = route(row, at + 1, number.at, memory.home)
    go = whose or told.go or {memory.home} - {None}
    at += row[at + 1].cap
    return bool(go) and go.isdisjoint(own) and (stays(row, at + 1) or row[at + 1].w in CHANGE)


def _crossed(number: Number, at: int) -> str | None:
    """What "crossed" says: where a border is named, where a crossing is, or where the article speaks of one."""
    row, before = number.row, number.sentence.memory.flight
    known = before if before in _ABROAD else "refugees" if number.sentence.memory.exile() else None
    following = row[at + 1 : at + 6]
    if row[at].w.startswith(_MAKING):
        return known or ("refugees" if in_flight(number) or any(item.w in SEA for item in row) else None)
    named = any(x.cap and iso3(x.w) for x in following)
    if any(x.w in _REGIONS for x in row[at + 1 : at + 9]) and before != "refugees" and not named:
        return "displaced"
    if named or any(x.w in _FRONTIER for x in following):
        return "refugees"
    if len(following) > 1 and following[0].w == "at" and following[1].cap:
        return known or "refugees"
    return known if not following or following[0].sign else None


def _at_home_still(number: Number, candidate: Candidate) -> bool:
    """ "1,500 people streamed into | Mopti", in an article about Mali."""
    home = number.sentence.memory.home
    codes, named = lands(number.row, candidate.at + 1, home)
    return home in codes and not named and not own_countries(number) and not beyond(number, candidate)


def _country_takes(number: Number, candidate: Candidate) -> bool:
    """Whether it is a country that takes people in."""
    head = number.phrase.head
    if head is not None and "refugees" in head.tags:
        return True
    return candidate.relation == "object" and (country_before(number.row, candidate.at) or away_from_home(number))
