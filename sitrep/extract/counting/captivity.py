"""Whether people are taken, held or missing, by what the sentence names beside: who took them, where, what water."""

from ...languages.language import word_list
from ...languages.senses import Sense
from .candidate import Candidate
from .clause import is_passive
from .illness import disease_before, is_ill
from .sentence import Number
from .standing import for_long

_CAPTORS = word_list("counting", "captors")
_SEIZING = word_list("counting", "seizing")
_UNKNOWN = word_list("counting", "unknown")
_HUNTED = word_list("counting", "hunted")
_HAVENS = word_list("counting", "havens")
_GUESTS = word_list("counting", "inside_by_routine") - word_list("counting", "captives")
_EMBRACING = word_list("counting", "embracing")
_VENUES = word_list("counting", "venues")
_WATERS = word_list("counting", "waters")
_LEFT = word_list("counting", "made_off")
_ANEW = frozenset(["new", "next", "better", "suitable", "permanent", "foreign", "interim", "good"])
_TAKING = ("take", "taking", "took", "pick", "march", "catch", "caught")
_CARRYING = ("carr", "drag")
_HOLDING = ("hold", "held", "holding")
_CROWD = 5000
"""So many are not sought one by one: they have not come home."""
_FAR = 12


def held(number: Number, candidate: Candidate, sense: Sense) -> str | None:
    """What a word for holding or taking says: "detained", another measure, or None where nobody is held."""
    at = candidate.at
    word, before = number.row[at].w, number.row[at - 1].w
    if word in _HOLDING and before in _EMBRACING:
        return None
    if word.startswith(_HOLDING) and number.phrase.word in ("patient", "patients"):
        return "cases" if is_ill(number) else None
    if word.startswith("carr") and disease_before(number, at):
        return "deaths"
    if word.startswith("herd") and not _captors_near(number, at):
        return None
    if word in _HOLDING and before in _VENUES or word == "holds" and (number.phrase.word or "") in _GUESTS:
        return None
    if word.startswith(_CARRYING) and _in_water(number):
        return None
    alone = sense.frame != "split" and " " not in word.removesuffix(" up")
    return "detained" if not (word.startswith(_TAKING) and alone) or _seized(number, at) else None


def sought(number: Number, candidate: Candidate, sense: Sense) -> str | None:
    """What a word for searching or missing says: "missing", "idps" of a crowd that is not home, None of no one lost."""
    word = number.row[candidate.at].w
    if word.startswith(_CARRYING) and not _in_water(number):
        return None
    if word.startswith("yet to") and (for_long(number.row) or _many(number)):
        return "idps"
    if word == "contact with" and all(item.w not in ("lost", "no") for item in number.row):
        return None
    if sense.frame == "event" and (number.phrase.word in _HUNTED or _fate_known(number, word) or _sought_anew(number)):
        return None
    return "missing"


def led_off(number: Number) -> list[Candidate]:
    """ "The gunmen | left with two traders"."""
    row, at = number.row, number.at
    if number.kind != "people" or number.before() != "with" or at < 2 or number.before(2) not in _LEFT:
        return []
    own = number.phrase.head is not None and "combatants" in number.phrase.head.tags
    if own or all(item.w not in _CAPTORS for item in row[max(0, at - _FAR) : at]):
        return []
    return [Candidate(at - 2, (Sense("detained", "verb", "past"),), "object", 0.5)]


def _seized(number: Number, at: int) -> bool:
    """Whether those who are taken are held: a bus "took 40 people" somewhere, gunmen took them."""
    passive = is_passive(number.row, at)
    if passive and (number.sentence.memory.measure == "detained" or any(item.w in _SEIZING for item in number.row)):
        return True
    return _left_so(number, at) or _captors_near(number, at)


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


def _in_water(number: Number) -> bool:
    """Whether it is water that carries people away."""
    return any(not _WATERS.isdisjoint(item.w.split()) for item in number.row)


def _many(number: Number) -> bool:
    return (number.quantity.value or 0) >= _CROWD


def _fate_known(number: Number, word: str) -> bool:
    """ "will decide the fate of 12 officers", against "the fate of 12 sailors is unknown"."""
    return word.startswith("fate") and all(item.w not in _UNKNOWN for item in number.row)


def _sought_anew(number: Number) -> bool:
    """ "the search for | a new coach"."""
    return number.quantity.article and not _ANEW.isdisjoint(number.phrase.words)
