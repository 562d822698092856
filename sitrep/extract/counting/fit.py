"""Which measures the things that a number counts can have."""

from ...languages.senses import Sense
from ..items import PREPOSITIONS
from .candidate import Candidate
from .clause import INTO
from .money import is_aid
from .sentence import PERSONAL, Number
from .words import personal_word

_HOUSEHOLDS = ("displaced", "idps", "refugees", "returned", "in_need", "affected", "assisted", "missing", "deaths")
FITS: dict[str, frozenset[str]] = {
    "people": frozenset([*_HOUSEHOLDS, "injured", "casualties", "detained", "cases"]),
    "households": frozenset([*_HOUSEHOLDS, "housing_destroyed", "housing_damaged"]),
    "structures": frozenset(["housing_destroyed", "housing_damaged", "displaced", "returned", "in_need"]),
    "facilities": frozenset(["facilities_affected"]),
    "incidents": frozenset(["attacks"]),
    "money": frozenset(["funding_required", "funding_received"]),
    "excluded": frozenset(),
}
"""Kind of thing -> the measures in which it is counted."""

# How the plurals of words for persons end.
ACTORS = ("ers", "ors", "ists", "men", "ians", "ees", "ants")


_BESIDE, _NEAR = 0.2, 3.5
_CLEARED = ("evacuat", "under evacuation", "under mandatory", "under voluntary", "under an evacuation")
_HIT = ("hit", "affect", "struck", "strik", "impact")
_WITHOUT = ("lose", "lost", "losing", "have no", "has no", "had no", "having no")


def fits(number: Number, candidate: Candidate, sense: Sense) -> bool:
    """Whether what is counted can have the measure of a trigger in this sense."""
    if number.phrase.word in ("lives", "life"):
        return False
    if number.unknown:
        far = candidate.relation == "subject" and candidate.cost > _NEAR
        return not far and _fits_unknown(number, sense.measure)
    kind = number.kind or candidate.kind
    if kind is None:
        return _fits_bare(number, candidate, sense)
    if kind == "money" and not is_aid(number, candidate, sense):
        return False
    if sense.measure not in FITS[kind]:
        return False
    if kind == "facilities":
        return _fits_facilities(number, candidate)
    return kind != "structures" or _fits_structures(number, candidate, sense)


def _fits_unknown(number: Number, measure: str) -> bool:
    """Whether an unknown noun can name persons to whom this happens: "12 welders died"."""
    if measure not in PERSONAL or not personal_word(number.phrase):
        return False
    return measure != "detained" or (number.phrase.word or "").endswith(ACTORS)


def _fits_bare(number: Number, candidate: Candidate, sense: Sense) -> bool:
    """Whether a number without a noun can have this measure, given what the one before it counted."""
    measure, last_kind = sense.measure, number.sentence.last_kind
    if measure == "attacks":
        return sense.frame == "noun" and candidate.relation == "object"
    if measure.startswith("funding"):
        return False
    if measure in ("housing_destroyed", "housing_damaged"):
        kinds = (last_kind or _just_before(number, candidate), _topic(number))
        return "structures" in kinds or sense.frame == "toll"
    if measure == "facilities_affected":
        return "facilities" in (last_kind or _just_before(number, candidate), _topic(number))
    if sense.frame == "event" and measure == "refugees":
        return True
    if candidate.cost <= _BESIDE and candidate.relation == "object" and sense.frame == "verb":
        return True
    return last_kind not in ("structures", "facilities", "money") or candidate.cost <= 2 and last_kind != "structures"


def _just_before(number: Number, candidate: Candidate) -> str | None:
    """What kind of thing the last sentence has counted: "8,940 houses fell. In Moma, | 2,300 stand in water"."""
    memory = number.sentence.memory
    alone = candidate.relation == "subject" and not number.quantity.article and number.phrase.end == number.at + 1
    return memory.kind if alone and memory.age == 1 else None


def _topic(number: Number) -> str | None:
    """What kind of thing a bare number may count: "Of the town's hospitals, two have closed"."""
    noun = number.topic
    return noun.kind if noun is not None else None


def _fits_facilities(number: Number, candidate: Candidate) -> bool:
    """Whether it befalls the facilities themselves: not their patients, who "from three hospitals were evacuated"."""
    if candidate.relation == "object":
        return candidate.cost <= 0.5 or not number.row[candidate.at].w.startswith("evacuat")
    if candidate.relation != "subject" or number.at < 2 or number.before() not in PREPOSITIONS:
        return True
    noun = number.row[number.at - 2].noun
    return noun is None or noun.kind != "people"


def _fits_structures(number: Number, candidate: Candidate, sense: Sense) -> bool:
    word = number.row[candidate.at].w
    if sense.measure == "returned":
        dweller = number.row[number.at - 2].noun if number.at > 1 and number.before() in PREPOSITIONS else None
        return candidate.relation == "subject" and dweller is not None and dweller.kind == "people"
    if sense.measure == "displaced":
        left = word.startswith(_CLEARED) and candidate.cost <= 0.5 and number.before() not in INTO
        return left or candidate.relation == "dwellers"
    if sense.measure == "in_need":
        return sense.frame in ("state", "event", "split", "lack") or word.startswith((*_WITHOUT, *_HIT))
    return True
