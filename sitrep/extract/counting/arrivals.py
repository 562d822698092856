"""People who arrive, enter or land: by sea, from another country, or in a town of their own country."""

from ...languages.language import word_list
from ..items import BE, HAVE
from .abroad import beyond, of_border
from .candidate import Candidate
from .clause import haven_follows
from .going_on import more_of_them
from .lands import lands
from .leading import abroad, left_behind
from .nations import away_from_home, country, fleeing, foreign, in_flight, own_countries
from .sentence import Number

_AGENCY = word_list("counting", "refugee_agency")
_LANDED = word_list("counting", "landed")
_LANDING_PLACES = word_list("counting", "landing_places")
_SMALL_BOATS = tuple(word_list("counting", "small_boats"))
_TOURISM = word_list("counting", "tourism")
_TRYING = word_list("counting", "trying")
BOATS = ("boat", "vessel", "ship", "dingh", "trawler")
SEA = frozenset(["sea", "coast", "coastguard", "ashore", "mediterranean", "channel", "island", "border"])
FOLK = frozenset(["people", "persons", "individuals", "families", "households", "civilians", "migrants"])
"""Who comes into the country of the article in flight, though nobody says so; others come for other reasons."""
_BANKS = frozenset(["border", "frontier", "river"])
# The tags of people who may have fled; soldiers and aid workers arrive for other reasons.
_FLEEING = frozenset(["civilians", "children", "women", "men", "elderly", "refugees", "idps"])
_LATELY = 2
_FROM = " from"
_OVER = (" over", " across")


def arrived(number: Number, candidate: Candidate) -> str | None:
    """What "arrived" says: the flow of people who are beyond their border, else that of which the article speaks."""
    foreigners = abroad(number, candidate) or away_from_home(number) or beyond(number, candidate)
    return "refugees" if foreigners else arriving(number, candidate.at)


def entered(number: Number, candidate: Candidate) -> str | None:
    """What "entered" says: refugees who come into another country, else more of those counted before."""
    if number.row[candidate.at].w.endswith(_FROM) and from_another(number, candidate.at + 1):
        return "refugees"
    come = _of_them_still(number, candidate) or _enters(number, candidate) or beyond(number, candidate)
    return "refugees" if come else more_of_them(number, candidate)


def is_attempt(number: Number, at: int) -> bool:
    """Whether people have not come yet: "migrants trying to | reach Europe"."""
    return number.row[at - 1].w == "to" and number.row[at - 2].w in _TRYING


def carried(number: Number) -> str | None:
    """What a boat says of those aboard: refugees where they are foreign and have landed."""
    return "refugees" if foreign(number) and any(item.w in _LANDED for item in number.row) else None


def lands_by_sea(number: Number, at: int) -> bool:
    """Whether people come over the sea, so that they come from another country."""
    return _by_sea(number, at) or _on_landing_place(number)


def arriving(number: Number, at: int) -> str | None:
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
    folk = number.phrase.word in FOLK and not own_countries(number)
    return folk and at + 2 < len(row) and row[at + 1].w in ("in", "at") and row[at + 2].cap


def from_another(number: Number, k: int) -> bool:
    """Whether the country or town at `k` lies outside the article's country: "arrivals from | Karabakh"."""
    home = number.sentence.memory.home
    k += k + 1 < len(number.row) and not number.row[k].cap
    codes, named = lands(number.row, k, home)
    return bool(codes) and home not in codes and (named or in_flight(number))


def _of_them_still(number: Number, candidate: Candidate) -> bool:
    """ "Of these, 1,476 | reached the village", in an article that has just counted refugees."""
    memory, k = number.sentence.memory, candidate.at + 1
    last = memory.measure == "refugees" and memory.age <= _LATELY and memory.flight == "refugees"
    named = any(item.cap for item in number.row[k : k + 4])
    return last and named and candidate.relation == "subject" and number.phrase.word in FOLK | {None}


def _enters(number: Number, candidate: Candidate) -> bool:
    """Whether people in flight come into another country: "12,000 Malians have entered Mauritania", "slipped over"."""
    row, k, home = number.row, candidate.at + 1, number.sentence.memory.home
    if row[candidate.at].w.endswith("ashore"):
        return bool(left_behind(row, k))
    comes_here = home is not None and k < len(row) and country(row, k) == home and number.phrase.word in FOLK | {None}
    comes_here = comes_here or number.phrase.word in FOLK and bool(left_behind(row, k))
    if not in_flight(number) and not comes_here:
        return False
    if row[candidate.at].w.endswith(_OVER):
        return bool(own_countries(number)) and fleeing(number) or any(item.w in _BANKS for item in row[k : k + 4])
    code = next((code for j in range(k, min(k + 4, len(row))) if (code := country(row, j))), None)
    if code is not None:
        return code not in own_countries(number) | left_behind(row, k)
    return home is not None and k < len(row) and row[k].cap and bool(own_countries(number) - {home})


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
    return named or any(item.w in SEA or item.w.startswith(BOATS) for item in row)


def _on_landing_place(number: Number) -> bool:
    """ "900 people landed on | Lampedusa": an island or enclave of which nobody needs to say who lands there."""
    following = number.after()
    folk = number.phrase.word in FOLK or following is not None and (following.w in BE or following.w in HAVE)
    return folk and any(item.cap and item.w in _LANDING_PLACES for item in number.row[number.phrase.end :])
