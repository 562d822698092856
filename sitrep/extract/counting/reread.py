"""A sense read again by the words around its trigger: custody, flight, return, need; None where they exclude it."""

from ...languages.language import word_list
from ...languages.senses import Sense
from ..items import COORDINATORS, Item
from .aid import in_vain, lacked, matter_of_course
from .apposition import all_of_whom
from .borders import across
from .camps import is_camp
from .candidate import Candidate
from .care import hurt_in_care, taken_in, taken_to_hospital
from .company import in_company
from .custody import in_custody, moved_in_custody
from .displacement import displaced_or_idps
from .homecoming import comes_back
from .money import asked_of, covered_in_part
from .nations import country, country_before, foreign
from .sentence import Number

_OUTAGES = word_list("counting", "outages")
_SUPPLIED = word_list("counting", "supplied")
_CAPTIVES = word_list("counting", "captives")
_PUT_OUT = ("expel", "push out", "pushes out", "pushed out", "pushing out", "kicked out", "kicking out", "threw out")
_EXPEL = ("expel", "evict", "transfer", "expulsion", "oust", "remov", "departure")
_STUCK = ("stuck", "strand")
_OFF = ("bush", "hills", "mountains", "forest", "forests", "inland", "uphill", "villages", "ground")
_ENCAMPED = ("camp", "encamp", "bivouac", "in camp", "in the camp", "hol", "lie low", "lay low", "hunker")
_LOCALS = word_list("counting", "locals")
_CARRYING = tuple(word_list("counting", "carrying"))
_SENT = ("drive", "drove", "driv", "send", "sent")
_DRIVES_OUT = word_list("counting", "drives_out")
_ON_THEIR_WAY = ("move", "fled", "flee", "shelter", "pull")
_ROUTINELY = word_list("counting", "commuters") | {"passengers", "employees"}
_LIFTED = frozenset(["lifted", "rescinded", "cancelled", "canceled", "withdrawn", "revoked", "downgraded"])
_SUBJECTS = word_list("counting", "sent_back") - {"migrants", "asylum seekers", "deportees"}
_OWNERS = frozenset(["its", "their", "our", "his", "own"])
_BELONGING = word_list("counting", "belonging")
_ROUTINE = word_list("counting", "routine")
_SOUGHT = word_list("counting", "sought")
_WANTED = word_list("counting", "wanted")
_DANGER = word_list("counting", "danger")


def reread(number: Number, candidate: Candidate, sense: Sense) -> Sense | None:
    """The sense as the words around the trigger have it; None where they exclude it."""
    measure = in_company(number, candidate, sense)
    measure = None if measure is None else _again(measure, number, candidate, sense)
    if measure is None:
        return None
    return sense if measure == sense.measure else Sense(measure, sense.frame, sense.form)


def _again(measure: str, number: Number, candidate: Candidate, sense: Sense) -> str | None:
    """The measure as the reader of its own kind has it."""
    if measure in ("displaced", "idps"):
        return None if _not_there(number, candidate, sense) else _in_flight(number, candidate, measure)
    if measure == "detained":
        return in_custody(number, candidate, sense)
    if measure == "refugees":
        return "assisted" if taken_in(number, candidate) else across(number, candidate)
    if measure in ("affected", "housing_damaged"):
        return _hit(measure, number, candidate)
    if measure == "in_need":
        return measure if lacked(number, candidate, sense) else None
    if measure == "assisted":
        return _helped(number, candidate)
    if measure == "returned":
        return comes_back(number, candidate, sense)
    if measure == "funding_received" and (covered_in_part(number, candidate) or asked_of(number, candidate, sense)):
        return "funding_required"
    return measure


def _hit(measure: str, number: Number, candidate: Candidate) -> str:
    """What those who are hit are: people in need where they are cut off, in camps where they are stuck in one."""
    stuck = measure == "affected" and number.row[candidate.at].w.startswith(_STUCK)
    if stuck and _camp_next(number, candidate.at):
        return "refugees" if foreign(number) else "idps"
    return "in_need" if _cut_off(number, candidate) else measure


def _helped(number: Number, candidate: Candidate) -> str | None:
    """What those who are helped are: the hurt, people in need where it is in vain, nobody where it is daily life."""
    if hurt_in_care(number, candidate):
        return "injured"
    if in_vain(number, candidate):
        return "in_need"
    if matter_of_course(number, candidate):
        return None
    picked = number.row[candidate.at].w.startswith("pick")
    return "assisted" if not picked or any(item.w in _DANGER for item in number.row) else None


def _not_there(number: Number, candidate: Candidate, sense: Sense) -> bool:
    """ "9,400 people who are not | staying in camps"."""
    inside = sense.frame == "state" and number.row[candidate.at].w.startswith("in ")
    stays = (inside or sense.frame in ("stay", "refuge")) and candidate.relation == "subject"
    return stays and "not" in number.path_words(candidate)


def _in_flight(number: Number, candidate: Candidate, measure: str) -> str | None:
    """What those who are said to have fled are: displaced, in camps, sent home; or nothing of the kind."""
    row, at = number.row, candidate.at
    tags = number.phrase.head.tags if number.phrase.head is not None else ()
    marching = "combatants" in tags and (row[at].w.startswith(_ENCAMPED) or row[at].w.endswith(_OFF))
    if _is_good(row, at) or marching:
        return None
    if row[at].w.startswith(_ON_THEIR_WAY) and number.phrase.word in _ROUTINELY:
        return None
    if candidate.relation == "object" and row[at].w.startswith("evacuation ") and _lifted(number):
        return "returned"
    if taken_to_hospital(number, candidate):
        return "injured"
    if _only_carried(number, candidate) or _only_sent(number, candidate):
        return None
    if _sent_home(number, candidate):
        return "returned"
    fled = displaced_or_idps(number, candidate, measure)
    elsewhere = moved_in_custody(number, candidate) or _thrown_out(number, candidate)
    behind = row[at + 1 : at + 7]
    if row[at].w.startswith("move") and any(item.w == "for" for item in behind):
        fled = None if any(item.w in _ROUTINE for item in behind) else fled
    if row[at].w == "on the run" and _hunted(number) or row[at].w == "home to" and all_of_whom(number):
        return None
    return None if fled == "displaced" and elsewhere else fled


def _camp_next(number: Number, at: int) -> bool:
    """ "70,000 people have been stuck in | Ain Issa camp since 2017"."""
    return any(map(is_camp, number.row[at + 1 : at + 6]))


def _lifted(number: Number) -> bool:
    """ "The evacuation order for 1,100 residents | was lifted"."""
    return any(item.w in _LIFTED for item in number.row[number.phrase.end :])


def _only_carried(number: Number, candidate: Candidate) -> bool:
    """ "flew 40 players | to Madrid": only those who live somewhere are moved from there for its danger."""
    row, end = number.row, number.phrase.end if candidate.relation == "object" else candidate.at + 1
    if not row[candidate.at].w.startswith(_CARRYING) or end + 1 >= len(row):
        return False
    out = row[candidate.at + 1].w in ("out", "away") if candidate.relation == "object" else False
    named = row[end].w in ("to", "from") and row[end + 1].cap and not out
    return named and any(s.frame == "split" for s in candidate.senses) and number.phrase.word not in _LOCALS


def _only_sent(number: Number, candidate: Candidate) -> bool:
    """ "sent 40 nurses | to Moyo", "drove them to Lagos", where it is no danger that sends them."""
    row = number.row
    end = number.phrase.end if candidate.relation == "object" else candidate.at + 1
    end += end < len(row) and row[end].w == "on"
    named = end + 1 < len(row) and row[end].w == "to" and row[end + 1].cap
    sent = named and row[candidate.at].w.startswith(_SENT)
    return sent and all(item.w not in _DRIVES_OUT for item in row[: candidate.at])


def _sent_home(number: Number, candidate: Candidate) -> bool:
    """ "Iran expelled 28,000 Afghans", "Ghana evacuated 300 of its citizens from Beirut"."""
    row, at = number.row, candidate.at
    if row[at].w.startswith(_PUT_OUT):
        return (foreign(number) or _to_country(number)) and country_before(row, at)
    own = number.phrase.word in _SUBJECTS and not _OWNERS.isdisjoint(item.w for item in row[at + 1 : number.phrase.end])
    behind = row[number.phrase.end : number.phrase.end + 1]
    return own and candidate.relation == "object" and bool(behind) and behind[0].w == "from"


def _cut_off(number: Number, candidate: Candidate) -> bool:
    """Whether what hits people is an outage: "blackouts hit 300 homes", "electricity was cut off to 300 homes"."""
    at, row = candidate.at, number.row
    words = {item.w for item in row[max(0, at - 5) : at]}
    if candidate.relation == "subject":
        words = {item.w for item in row[at + 1 : at + 6]}
    if not words.isdisjoint(_OUTAGES):
        return True
    return ("cuts" in words or row[at].w == "cut off") and not words.isdisjoint(_SUPPLIED)


def _is_good(row: list[Item], at: int) -> bool:
    """Whether shelter is what people want, not what they do: "in urgent need of | shelter", "food, | shelter"."""
    if row[at].w != "shelter" or at == 0:
        return False
    if any(item.w.split(" ")[0] in _WANTED for item in row[max(0, at - 2) : at]):
        return True
    following = row[at + 1] if at + 1 < len(row) else None
    listed = following is None or following.sign or following.w in COORDINATORS
    return (
        row[at - 1].w.rpartition(" ")[2] == "of" or listed and (row[at - 1].w == "," or row[at - 1].w in COORDINATORS)
    )


def _thrown_out(number: Number, candidate: Candidate) -> bool:
    """Whether it is from a body that they are expelled: "the school expelled 30 pupils"."""
    out = number.row[candidate.at].w.startswith(_EXPEL)
    return out and (number.phrase.word or "") in _BELONGING


def _to_country(number: Number) -> bool:
    """ "expelled 39,000 people | to Mexico"."""
    row, end = number.row, number.phrase.end
    return end + 1 < len(row) and row[end].w == "to" and country(row, end + 1) is not None


def _hunted(number: Number) -> bool:
    """ "19 of the inmates | are still on the run": from the police."""
    return any(item.w in _CAPTIVES or item.w in _SOUGHT for item in number.row[number.at : number.at + 6])
