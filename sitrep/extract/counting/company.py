"""Words that tell what befell people only in company: of who took them, of a disease, of the water, of a policy."""

from ...languages.language import word_list
from ...languages.senses import Sense
from .candidate import Candidate
from .captivity import held, sought
from .illness import counted_ill, disease_before, is_ill
from .sentence import Number

_WARDS = word_list("counting", "wards")
_LOSING = word_list("counting", "losing_lives")
_POLICIES = word_list("counting", "policies")
_CASES = frozenset(["cases", "infections"])
_FALLING = ("fall", "fell")
_CONCERNING = ("affect", "hit", "impact")
_SWEPT = ("sweep", "swept", "wash")


def in_company(number: Number, candidate: Candidate, sense: Sense) -> str | None:
    """The measure of a sense by what else the sentence names; None where that excludes it."""
    measure, word = sense.measure, number.row[candidate.at].w
    if measure == "detained":
        return held(number, candidate, sense)
    if measure == "missing":
        return sought(number, candidate, sense)
    if measure == "cases":
        return counted_ill(number, candidate)
    if measure == "deaths":
        return _dead(number, candidate)
    if measure == "injured" and not _WARDS.isdisjoint(word.split()):
        return _on_ward(number)
    if measure == "affected":
        return _affected(number, candidate)
    return None if measure == "assisted" and word.startswith("reach") and number.phrase.word in _CASES else measure


def _dead(number: Number, candidate: Candidate) -> str | None:
    """What a word for dying says: None of lives that are saved, or of those who only fell down."""
    word = number.row[candidate.at].w
    if word == "lives" and candidate.relation == "object" and not _taken(number, candidate.at):
        return None
    if word.startswith(_FALLING) and " " not in word and not _fell(number, candidate.at):
        return None
    return "deaths"


def _on_ward(number: Number) -> str | None:
    """What a hospital bed says: injured, or cases where the sentence names a disease; None of patients at large."""
    if number.phrase.word in ("patient", "patients"):
        return None
    return "cases" if is_ill(number) else "injured"


def _affected(number: Number, candidate: Candidate) -> str | None:
    """What "affected" says: cases of a disease that did it, None of a policy or an infection that may follow."""
    word = number.row[candidate.at].w
    if word.startswith("expos") and is_ill(number):
        return None
    if word.startswith(_CONCERNING) and _by_policy(number, candidate.at):
        return None
    return "cases" if candidate.relation == "object" and disease_before(number, candidate.at) else "affected"


def swept(number: Number, candidate: Candidate) -> bool | None:
    """Whether people whom the water took are counted among the dead; None for words that say nothing of water."""
    if not number.row[candidate.at].w.startswith(_SWEPT):
        return None
    return any(
        s.measure == "deaths" and s.frame in ("toll", "noun", "state", "subject")
        for item in number.row
        for s in item.senses
    )


def _taken(number: Number, at: int) -> bool:
    """Whether lives are lost: not "saved the | lives of 30 people", "turned the lives of 2 million upside down"."""
    return any(item.w in _LOSING for item in number.row[max(0, at - 6) : at])


def _fell(number: Number, at: int) -> bool:
    """Whether it is fighters who fell, and nothing says where to: "two of its men had fallen"."""
    tags = number.phrase.head.tags if number.phrase.head is not None else ()
    fighting = "combatants" in tags or number.phrase.word == "men"
    over = number.row[at].w in ("fell", "fallen")
    return over and fighting and (at + 1 == len(number.row) or number.row[at + 1].sign or number.row[at + 1].w == "in")


def _by_policy(number: Number, at: int) -> bool:
    """Whether what people are affected by is a plan or a tax: "the tariff would | affect 60,000 workers"."""
    row = number.row
    spots = [j for j in range(max(0, at - 6), min(at + 6, len(row))) if row[j].w in _POLICIES]
    # Dams break too.
    return any(row[j].w != "breach" or row[j - 1].w in ("data", "security") for j in spots)
