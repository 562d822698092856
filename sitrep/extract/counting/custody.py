"""Whether people are held: free again, in a camp rather than a prison, or only taken to another place."""

from ...languages.language import word_list
from ...languages.senses import Sense
from .camps import in_camps, of_refugees
from .candidate import Candidate
from .displacement import by_head, refuge_named
from .going_on import goes_on
from .nations import foreign, from_abroad
from .sentence import Number

_PRISONS = word_list("counting", "prisons")
_CAPTIVES = word_list("counting", "captives")
_FREED = word_list("counting", "freed")
_NEAR = 6


def in_custody(number: Number, candidate: Candidate, sense: Sense) -> str | None:
    """What those who are held are: detained, or people in a camp; None for those who are free again."""
    if _freed(number, candidate, sense):
        return None
    if not number.row[candidate.at].w.startswith(("hold", "held")):
        return "detained"
    if in_camps(number, candidate) and not _locked(number):
        abroad = foreign(number) or from_abroad(number) or of_refugees(number.row, candidate.at)
        return "refugees" if abroad else "idps"
    if (more := goes_on(number)) is not None and not _locked(number):
        return more
    if number.phrase.word == "migrants" and refuge_named(number.row[: candidate.at]) and not _locked(number):
        return "refugees"
    held = by_head(number, candidate, "detained")
    sheltered = held == "detained" and _in_shelters(number, candidate) and not _locked(number)
    return "displaced" if sheltered else held


def _in_shelters(number: Number, candidate: Candidate) -> bool:
    """ "The town's two shelters | hold 86 people"."""
    keeping = candidate.relation == "object" and number.phrase.word not in _CAPTIVES
    return keeping and refuge_named(number.row[max(0, candidate.at - _NEAR) : candidate.at])


def _locked(number: Number) -> bool:
    """Whether a camp is one of prisoners."""
    return any(item.w in _PRISONS for item in number.row)


def _freed(number: Number, candidate: Candidate, sense: Sense) -> bool:
    """Whether those who are counted were held once: "14 former detainees", "the number of hostages | freed"."""
    if sense.frame == "noun" and any(item.w == "former" for item in number.row[number.at : number.phrase.end]):
        return True
    behind = number.row[candidate.at + 1 : candidate.at + 2]
    return sense.frame == "toll" and bool(behind) and behind[0].w in _FREED


def moved_in_custody(number: Number, candidate: Candidate) -> bool:
    """Whether prisoners are only taken to another place: "12 detainees were transferred to a camp"."""
    return number.row[candidate.at].w.startswith("transfer") and (number.phrase.word or "") in _CAPTIVES
