"""Whether people who return come home: who cannot is displaced, and who returns to work has not fled."""

from ...languages.language import word_list
from ...languages.senses import Sense
from .camps import is_camp
from .candidate import Candidate
from .clause import home_follows
from .nations import foreign
from .sentence import Number
from .standing import for_long

_NOT_BACK = word_list("counting", "not_back")
_SEND_BACK = frozenset(["return", "returns", "returned", "returning"])
_WISHING = word_list("counting", "wishing")
_RESIDING = frozenset(["living", "residing", "staying", "sheltering", "lodged"])
_MOVED = word_list("counting", "sent_back")
_COMMUTERS = word_list("counting", "commuters")
_ROUTINE = word_list("counting", "routine")


def comes_back(number: Number, candidate: Candidate, sense: Sense) -> str | None:
    """Whether people who return come home; who cannot is displaced, and who returns to work has not fled."""
    lead = {item.w for item in number.row[max(0, candidate.at - 3) : candidate.at]}
    if candidate.relation == "subject" and not _WISHING.isdisjoint(lead) and number.row[candidate.at - 1].w == "to":
        return None
    if not _NOT_BACK.isdisjoint(number.path_words(candidate)):
        return "idps" if for_long(number.row) or number.sentence.memory.war() else "displaced"
    if (number.phrase.word or "") in _COMMUTERS:
        return None
    word = number.row[candidate.at].w
    if word == "home to" and any(item.q is not None for item in number.row[candidate.at + 1 : candidate.at + 2]):
        return None
    if candidate.relation == "object" and sense.frame == "event" and _live_on(number):
        return None
    given = sense.frame == "verb" and candidate.relation == "object" and word in _SEND_BACK
    going_on = number.phrase.head is None and number.sentence.memory.measure == "returned"
    if given and not going_on and not foreign(number) and number.phrase.word not in _MOVED:
        return None
    if candidate.relation == "subject" and word in _SEND_BACK and _gives_back(number, candidate.at):
        return None
    following = number.row[candidate.at + 1 : candidate.at + 4]
    behind = {item.w for item in following}
    if word.endswith("back in") and any(x.w in _ROUTINE or x.noun and x.noun.kind == "facilities" for x in following):
        return None
    return None if "to" in behind and not _ROUTINE.isdisjoint(behind) else "returned"


def _live_on(number: Number) -> bool:
    """ "met for the repatriation of 31,000 people | living in six camps"."""
    behind = number.row[number.phrase.end : number.phrase.end + 7]
    return bool(behind) and behind[0].w.split(" ")[0] in _RESIDING and any(map(is_camp, behind))


def _gives_back(number: Number, at: int) -> bool:
    """ "40 voters returned | their ballots"."""
    following = number.row[at + 1 : at + 2]
    return bool(following) and following[0].w in ("their", "his", "her") and not home_follows(number.row, at + 1)
