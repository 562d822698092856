"""Words that tell what befell people only in company: who took them, who is looked for, what they lie ill with."""

from ...languages.language import word_list
from ...languages.senses import Sense
from ..items import COORDINATORS
from .candidate import Candidate
from .clause import is_passive
from .sentence import Number
from .standing import for_long

_CAPTORS = word_list("counting", "captors")
_SEIZING = word_list("counting", "seizing")
_UNKNOWN = word_list("counting", "unknown")
_HUNTED = word_list("counting", "hunted")
_DISEASES = word_list("counting", "diseases")
_WARDS = word_list("counting", "wards")
_HAVENS = word_list("counting", "havens")
_NO_DISEASES = word_list("counting", "no_diseases")
_FALLING = ("fall", "fell")
_COURTS = word_list("counting", "courts")
_GUESTS = word_list("counting", "inside_by_routine") - word_list("counting", "captives")
_HOW_CERTAIN = word_list("counting", "certain_cases")
_SUSPECTED = _HOW_CERTAIN | {"positive"}
_LEFT = word_list("counting", "made_off")
_CROWD = 5000
"""So many are not sought one by one: they have not come home."""
_FAR = 12
_OF = frozenset(["of", "involving"])
_WATERS = word_list("counting", "waters")
_VENUES = word_list("counting", "venues")
_ANEW = frozenset(["new", "next", "better", "suitable", "permanent", "foreign", "interim", "good"])
_TAKING = ("take", "taking", "took", "pick", "march", "catch", "caught")
_CARRYING = ("carr", "drag")
_CARRIED = frozenset(["missing", "detained"])
_HOLDING = ("hold", "held", "holding")
_EMBRACING = word_list("counting", "embracing")
_LOSING = word_list("counting", "losing_lives")
_CASES = frozenset(["cases", "infections"])
_CONCERNING = ("affect", "hit", "impact")
_POLICIES = word_list("counting", "policies")
_STRIKING = ("paraly", "str")
_SWEPT = ("sweep", "swept", "wash")


def _many(number: Number) -> bool:
    return (number.quantity.value or 0) >= _CROWD


def in_company(number: Number, candidate: Candidate, sense: Sense) -> str | None:
    """The measure of a sense by what else the sentence names; None where that excludes it."""
    measure, word = sense.measure, number.row[candidate.at].w
    if measure == "detained" and word in _HOLDING and number.row[candidate.at - 1].w in _EMBRACING:
        return None
    if measure == "detained" and word.startswith(_HOLDING) and number.phrase.word in ("patient", "patients"):
        return "cases" if _ill(number) else None
    if measure == "deaths" and word == "lives" and candidate.relation == "object" and not _taken(number, candidate.at):
        return None
    if measure == "deaths" and word.startswith(_FALLING) and " " not in word and not _fell(number, candidate.at):
        return None
    if measure == "cases" and word.startswith(_STRIKING) and not _disease_before(number, candidate.at):
        return None
    if measure == "cases" and word.startswith("admit") and not of_disease(number):
        return None
    if measure == "assisted" and word.startswith("reach") and number.phrase.word in _CASES:
        return None
    if measure == "cases" and word.endswith("ed in") and not _disease_before(number, candidate.at):
        return None
    if measure == "detained" and word.startswith("carr") and _disease_before(number, candidate.at):
        return "deaths"
    if measure == "detained" and word.startswith("herd") and not _captors_near(number, candidate.at):
        return None
    if measure == "detained" and word in _HOLDING and number.row[candidate.at - 1].w in _VENUES:
        return None
    if measure == "detained" and word == "holds" and (number.phrase.word or "") in _GUESTS:
        return None
    if measure in _CARRIED and word.startswith(_CARRYING) and (measure == "missing") != _in_water(number):
        return None
    alone = sense.frame != "split" and " " not in word.removesuffix(" up")
    if measure == "detained" and word.startswith(_TAKING) and alone:
        held = number.sentence.memory.measure == "detained" and is_passive(number.row, candidate.at)
        held = held or is_passive(number.row, candidate.at) and any(item.w in _SEIZING for item in number.row)
        return measure if held or _left_so(number, candidate.at) or _captors_near(number, candidate.at) else None
    if measure == "missing" and word.startswith("yet to") and (for_long(number.row) or _many(number)):
        return "idps"
    if measure == "missing" and word == "contact with" and all(item.w not in ("lost", "no") for item in number.row):
        return None
    if measure == "missing" and sense.frame == "event" and (number.phrase.word in _HUNTED or _fate_known(number, word)):
        return None
    if measure == "missing" and sense.frame == "event" and _sought_anew(number):
        return None
    if measure == "cases" and word.rpartition(" ")[2] in ("case", "cases") and _of_other_kind(number, candidate.at):
        return None
    if measure == "injured" and not _WARDS.isdisjoint(word.split()):
        if number.phrase.word in ("patient", "patients"):
            return None
        return "cases" if _ill(number) else measure
    if measure == "affected" and word.startswith("expos") and _ill(number):
        return None
    if measure == "affected" and word.startswith(_CONCERNING) and _by_policy(number, candidate.at):
        return None
    if measure == "affected" and candidate.relation == "object" and _disease_before(number, candidate.at):
        return "cases"
    return measure


def _sought_anew(number: Number) -> bool:
    """ "the search for | a new coach"."""
    return number.quantity.article and not _ANEW.isdisjoint(number.phrase.words)


def _by_policy(number: Number, at: int) -> bool:
    """Whether what people are affected by is a plan or a tax: "the tariff would | affect 60,000 workers"."""
    return any(item.w in _POLICIES for item in number.row[max(0, at - 6) : at + 6])


def _fate_known(number: Number, word: str) -> bool:
    """ "will decide the fate of 12 officers", against "the fate of 12 sailors is unknown"."""
    return word.startswith("fate") and all(item.w not in _UNKNOWN for item in number.row)


def _taken(number: Number, at: int) -> bool:
    """Whether lives are lost: not "saved the | lives of 30 people", "turned the lives of 2 million upside down"."""
    return any(item.w in _LOSING for item in number.row[max(0, at - 6) : at])


def swept(number: Number, candidate: Candidate) -> bool | None:
    """Whether people whom the water took are counted among the dead; None for words that say nothing of water."""
    if not number.row[candidate.at].w.startswith(_SWEPT):
        return None
    return any(
        s.measure == "deaths" and s.frame in ("toll", "noun", "state", "subject")
        for item in number.row
        for s in item.senses
    )


def _left_so(number: Number, at: int) -> bool:
    """ "280 children taken": nothing says where to."""
    row = number.row
    return row[at].w == "taken" and (at + 1 == len(row) or row[at + 1].sign)


def _captors_near(number: Number, at: int) -> bool:
    """Whether those who take people are armed, or the police: a bus "took 40 people" somewhere, gunmen took them."""
    row, behind = number.row, [item.w for item in number.row[at + 1 : at + 12]]
    by = "by" in behind and not _CAPTORS.isdisjoint(behind[behind.index("by") :])
    if number.kind is None and by and is_passive(row, at):
        return True
    if number.kind not in ("people", "households") and not number.unknown:
        return False
    for j in range(at + 1, min(at + 12, len(row))):
        if not _HAVENS.isdisjoint(row[j].w.split()) and all(item.w != "from" for item in row[max(at, j - 3) : j]):
            return False
    if any(item.w in _CAPTORS for item in row[max(0, at - 8) : at]):
        return True
    return by


def _names_disease(number: Number) -> bool:
    return any(not _DISEASES.isdisjoint(item.w.split()) for item in number.row)


def of_disease(number: Number) -> bool:
    """Whether a disease is named, or cases of one have just been counted."""
    suspected = not _SUSPECTED.isdisjoint(number.phrase.words)
    return suspected or _names_disease(number) or number.sentence.memory.measure == "cases"


def cases_of(number: Number) -> list[Candidate]:
    """A number of which only is said how certain it is, or of which disease: "(77 | suspected)", "9 | of measles"."""
    row, at = number.row, number.at + 1
    if number.kind is not None or at >= len(row) or not of_disease(number):
        return []
    end = at + 1
    if row[at].w == "of":
        end += 1
        if at + 1 >= len(row) or _DISEASES.isdisjoint(row[at + 1].w.split()):
            return []
    elif row[at].w not in _HOW_CERTAIN:
        return []
    alone = end >= len(row) or row[end].sign or row[end].w in COORDINATORS
    return [Candidate(at, (Sense("cases", "noun", "-"),), "head", 0.2)] if alone or row[at].w == "of" else []


def led_off(number: Number) -> list[Candidate]:
    """ "The gunmen | left with two traders"."""
    row, at = number.row, number.at
    if number.kind != "people" or number.before() != "with" or at < 2 or number.before(2) not in _LEFT:
        return []
    own = number.phrase.head is not None and "combatants" in number.phrase.head.tags
    if own or all(item.w not in _CAPTORS for item in row[max(0, at - _FAR) : at]):
        return []
    return [Candidate(at - 2, (Sense("detained", "verb", "past"),), "object", 0.5)]


def _of_other_kind(number: Number, at: int) -> bool:
    """Whether cases are those of a court or the police: "12 cases of looting", "14 rape cases"; or hold goods."""
    if not of_disease(number) and (_in_so_many(number, at) or any(item.w in _COURTS for item in number.row)):
        return True
    before = number.row[max(0, at - 2) : at]
    behind = number.row[at + 1 : at + 7] if at + 1 < len(number.row) and number.row[at + 1].w in _OF else []
    end = next((n for n, item in enumerate(behind) if n and (item.sign or item.q is not None)), None)
    if any(not _DISEASES.isdisjoint(item.w.split()) for item in behind[:end]):
        return False
    return any(not _NO_DISEASES.isdisjoint(item.w.split()) for item in (*before, *behind[:end]))


def _in_so_many(number: Number, at: int) -> bool:
    """ "In 12 cases, the aid did not arrive"."""
    return number.before() == "in" and at + 1 < len(number.row) and number.row[at + 1].w == ","


def _fell(number: Number, at: int) -> bool:
    """Whether it is fighters who fell, and nothing says where to: "two of its men had fallen"."""
    tags = number.phrase.head.tags if number.phrase.head is not None else ()
    fighting = "combatants" in tags or number.phrase.word == "men"
    over = number.row[at].w in ("fell", "fallen")
    return over and fighting and (at + 1 == len(number.row) or number.row[at + 1].sign or number.row[at + 1].w == "in")


def _in_water(number: Number) -> bool:
    """Whether it is water that carries people away."""
    return any(not _WATERS.isdisjoint(item.w.split()) for item in number.row)


def _ill(number: Number) -> bool:
    return any(s.measure == "cases" for item in number.row for s in item.senses) or _names_disease(number)


def _disease_before(number: Number, at: int) -> bool:
    return any(item.w in _DISEASES for item in number.row[max(0, at - 4) : at])
