"""Whether people who move cross a border: by the countries, the frontier, or the crossing that is named."""

from ...languages.language import word_list
from ...places.countries import iso3
from ..items import BE, CHANGE, HAVE
from .abroad import at_home, beyond, of_border, stays
from .camps import of_refugees
from .candidate import Candidate
from .clause import haven_follows
from .going_on import fled_here, more_of_them
from .lands import lands, route
from .leading import abroad, left_behind
from .nations import (
    away_from_home,
    country,
    country_before,
    fleeing,
    foreign,
    in_flight,
    nations,
    own_countries,
)
from .sentence import Number

_SERVING = word_list("counting", "responders") | word_list("counting", "belonging") | {"workers"}
_CROSS = word_list("counting", "cross")
_ARRIVE = word_list("counting", "arrive")
_TAKE_IN = word_list("counting", "take_in")
_BANKS = frozenset(["border", "frontier", "river"])
_FLIGHT = ("flee", "fled", "escap", "seek", "sought")
_TRAVELLERS = word_list("counting", "travellers")
_ADMIT = word_list("counting", "admit")
_FRONTIER = word_list("counting", "frontier")
# The tags of people who may have fled; soldiers and aid workers arrive for other reasons.
_FLEEING = frozenset(["civilians", "children", "women", "men", "elderly", "refugees", "idps"])
_REGIONS = word_list("counting", "regions")
_FOLK = frozenset(["people", "persons", "individuals", "families", "households", "civilians", "migrants"])
"""Who comes into the country of the article in flight, though nobody says so; others come for other reasons."""
_SEA = frozenset(["sea", "coast", "coastguard", "ashore", "mediterranean", "channel", "island", "border"])
_OVER = (" over", " across")
_BOATS = ("boat", "vessel", "ship", "dingh", "trawler")
_LATELY = 2
_FROM = (" from",)
_PERSONS = ("people", "households")
_PAPERS = ("permit", "visa", "paper", "card", "document", "residence")
_GRANT = ("issu", "grant", "giv", "gave", "hand")
_SENT_BACK = ("returnees", "deportees", "expellees", "repatriates")
_MAKING = ("make", "made", "making")
_COUNTS_OF = ("number of", "count of", "population of", "tally of", "caseload of")
_OCCASIONS = word_list("counting", "occasions")
_LANDING_PLACES = word_list("counting", "landing_places")
_SMALL_BOATS = tuple(word_list("counting", "small_boats"))
_TOURISM = word_list("counting", "tourism")
_ABROAD = ("refugees", "returned")
_CAPTORS = word_list("counting", "captors")
_TRYING = word_list("counting", "trying")
_ENTER = word_list("counting", "enter")
_AGENCY = word_list("counting", "refugee_agency")
_LANDED = word_list("counting", "landed")


def across(number: Number, candidate: Candidate) -> str | None:
    """What a verb of refugees says: nothing where no border is crossed, "displaced" where no country takes them in."""
    word = number.row[candidate.at].w
    if _serves(number) and not word.startswith(_FLIGHT):
        return None
    if (number.phrase.word or "") in _TRAVELLERS or any(item.w in _OCCASIONS for item in number.row):
        return None
    if (word in _ARRIVE or word in _ENTER or word in _ADMIT) and at_home(number, candidate):
        return "returned"
    if candidate.relation == "subject" and own_countries(number) and not in_flight(number):
        return None
    if word.endswith(_FROM) and candidate.relation == "head":
        return "refugees" if _from_another(number, candidate.at + 1) else _arriving(number, candidate.at)
    if candidate.relation == "object" and (word.startswith(_COUNTS_OF) or nations(number.row, candidate.at)):
        return "refugees" if _counted_abroad(number, candidate.at) else None
    if word.startswith(_BOATS):
        return "refugees" if foreign(number) and any(item.w in _LANDED for item in number.row) else None
    if word in _ENTER and number.row[candidate.at - 1].w == "to" and number.row[candidate.at - 2].w in _TRYING:
        # "Migrants trying to reach Europe" have not reached it.
        return None
    if (word in _ARRIVE or word in _ENTER) and (_by_sea(number, candidate.at) or _on_landing_place(number)):
        return "refugees"
    if (word in _ADMIT or word in _ARRIVE or word in _ENTER) and (number.phrase.word or "").endswith(_SENT_BACK):
        return "returned"
    if word in _ENTER and word.endswith(_FROM) and _from_another(number, candidate.at + 1):
        return "refugees"
    if word in _ENTER:
        come = _of_them_still(number, candidate) or _enters(number, candidate) or beyond(number, candidate)
        return "refugees" if come else more_of_them(number, candidate)
    if word in _ADMIT or word.startswith(_GRANT) and any(p in word for p in _PAPERS):
        memory = number.sentence.memory
        if candidate.relation == "subject" and number.phrase.word in _FOLK | {None} and word.startswith("regist"):
            if memory.flight == "refugees" or memory.exile() or beyond(number, candidate):
                return "refugees"
            return "displaced" if memory.flight == "displaced" else None
        foreigners = foreign(number) and _country_takes(number, candidate)
        camp = number.kind in _PERSONS and (
            of_refugees(number.row, candidate.at) or of_border(number.row[: candidate.at])
        )
        if foreigners or camp or beyond(number, candidate):
            return "refugees"
        return "displaced" if word.startswith("regist") and fled_here(number) else None
    if _armed(number) and not word.startswith(_FLIGHT):
        return None
    if word in _CROSS:
        return _crossing(number, candidate.at)
    if word in _ARRIVE:
        foreigners = abroad(number, candidate) or away_from_home(number) or beyond(number, candidate)
        return "refugees" if foreigners else _arriving(number, candidate.at)
    if word.startswith("arrival") and candidate.relation == "object":
        inside = number.sentence.memory.flight != "refugees" and haven_follows(number.row, number.phrase.end)
        return "displaced" if inside else "refugees"
    if word in _TAKE_IN and any(item.w in _CAPTORS for item in number.row[max(0, candidate.at - 4) : candidate.at]):
        return "detained"
    if word in _TAKE_IN and number.phrase.head is not None and "idps" in number.phrase.head.tags:
        return "idps"
    if candidate.relation == "subject" and word.endswith(" into") and _at_home_still(number, candidate):
        return "displaced"
    if word in _TAKE_IN:
        return "refugees" if _country_takes(number, candidate) or beyond(number, candidate) else "displaced"
    return "refugees"


def _serves(number: Number) -> bool:
    """Whether people come to help, to fight, to work or to report: "60 firefighters", "a team of 60"."""
    word = number.phrase.word or ""
    return word in _SERVING or word.endswith(" workers") or number.of_team


def _from_another(number: Number, k: int) -> bool:
    """Whether the country or town at `k` lies outside the article's country: "arrivals from | Karabakh"."""
    home = number.sentence.memory.home
    k += k + 1 < len(number.row) and not number.row[k].cap
    codes, named = lands(number.row, k, home)
    return bool(codes) and home not in codes and (named or in_flight(number))


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


def _on_landing_place(number: Number) -> bool:
    """ "900 people landed on | Lampedusa": an island or enclave of which nobody needs to say who lands there."""
    following = number.after()
    folk = number.phrase.word in _FOLK or following is not None and (following.w in BE or following.w in HAVE)
    return folk and any(item.cap and item.w in _LANDING_PLACES for item in number.row[number.phrase.end :])


def _at_home_still(number: Number, candidate: Candidate) -> bool:
    """ "1,500 people streamed into | Mopti", in an article about Mali."""
    home = number.sentence.memory.home
    codes, named = lands(number.row, candidate.at + 1, home)
    return home in codes and not named and not own_countries(number) and not beyond(number, candidate)


def _of_them_still(number: Number, candidate: Candidate) -> bool:
    """ "Of these, 1,476 | reached the village", in an article that has just counted refugees."""
    memory, k = number.sentence.memory, candidate.at + 1
    last = memory.measure == "refugees" and memory.age <= _LATELY and memory.flight == "refugees"
    named = any(item.cap for item in number.row[k : k + 4])
    return last and named and candidate.relation == "subject" and number.phrase.word in _FOLK | {None}


def _by_sea(number: Number, at: int) -> bool:
    """ "300 migrants arrived | on Lampedusa in four boats", "reached Italy"."""
    row = number.row
    small = any(row[j].w == "small" and row[j + 1].w.startswith("boat") for j in range(len(row) - 1))
    if small or any(item.w.startswith(_SMALL_BOATS) for item in row):
        return True
    if number.phrase.word != "migrants":
        return False
    home = number.sentence.memory.home
    named = any(lands(row, j, home)[0] for j in range(at + 1, min(at + 4, len(row))))
    return named or any(item.w in _SEA or item.w.startswith(_BOATS) for item in row)


def _enters(number: Number, candidate: Candidate) -> bool:
    """Whether people in flight come into another country: "12,000 Malians have entered Mauritania", "slipped over"."""
    row, k, home = number.row, candidate.at + 1, number.sentence.memory.home
    if row[candidate.at].w.endswith("ashore"):
        return bool(left_behind(row, k))
    comes_here = home is not None and k < len(row) and country(row, k) == home and number.phrase.word in _FOLK | {None}
    comes_here = comes_here or number.phrase.word in _FOLK and bool(left_behind(row, k))
    if not in_flight(number) and not comes_here:
        return False
    if row[candidate.at].w.endswith(_OVER):
        return bool(own_countries(number)) and fleeing(number) or any(item.w in _BANKS for item in row[k : k + 4])
    code = next((code for j in range(k, min(k + 4, len(row))) if (code := country(row, j))), None)
    if code is not None:
        return code not in own_countries(number) | left_behind(row, k)
    return home is not None and k < len(row) and row[k].cap and bool(own_countries(number) - {home})


def _armed(number: Number) -> bool:
    return number.phrase.head is not None and "combatants" in number.phrase.head.tags


def _arriving(number: Number, at: int) -> str | None:
    """What "arrived" and "arrivals" say in an article about flight: the flow of which it speaks, never a stock."""
    head, flight, home = number.phrase.head, number.sentence.memory.flight, number.sentence.memory.home
    if flight is None and (number.sentence.memory.exile() or of_border(number.row)):
        return "refugees" if _TOURISM.isdisjoint(item.w for item in number.row) else None
    if flight is None and number.row[at].w == "new arrivals" and haven_follows(number.row, at + 1):
        return "refugees" if any(item.w in _AGENCY for item in number.row[:at]) else "displaced"
    if flight is None and number.row[at].w.endswith("arrivals") and left_behind(number.row, at + 1) - {home}:
        return "refugees"
    memory = number.sentence.memory
    if flight is None and (memory.war() or memory.fleeing()) and _comes_to_town(number, at):
        return "displaced"
    if flight is None or head is not None and not _FLEEING.issuperset(head.tags):
        return None
    return "displaced" if flight == "idps" else flight


def _comes_to_town(number: Number, at: int) -> bool:
    """ "46,000 people have arrived | in Chiure town", in an article about fighting."""
    row = number.row
    folk = number.phrase.word in _FOLK and not own_countries(number)
    return folk and at + 2 < len(row) and row[at + 1].w in ("in", "at") and row[at + 2].cap


def _crossing(number: Number, at: int) -> str | None:
    """What "crossed" says: where a border is named, where a crossing is, or where the article speaks of one."""
    row, before = number.row, number.sentence.memory.flight
    known = before if before in _ABROAD else "refugees" if number.sentence.memory.exile() else None
    following = row[at + 1 : at + 6]
    if row[at].w.startswith(_MAKING):
        return known or ("refugees" if in_flight(number) or any(item.w in _SEA for item in row) else None)
    named = any(x.cap and iso3(x.w) for x in following)
    if any(x.w in _REGIONS for x in row[at + 1 : at + 9]) and before != "refugees" and not named:
        return "displaced"
    if named or any(x.w in _FRONTIER for x in following):
        return "refugees"
    if len(following) > 1 and following[0].w == "at" and following[1].cap:
        return known or "refugees"
    return known if not following or following[0].sign else None


def _country_takes(number: Number, candidate: Candidate) -> bool:
    """Whether it is a country that takes people in."""
    head = number.phrase.head
    if head is not None and "refugees" in head.tags:
        return True
    return candidate.relation == "object" and (country_before(number.row, candidate.at) or away_from_home(number))
