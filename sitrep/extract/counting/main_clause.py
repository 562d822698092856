"""Which verb tells of people who are only named by what befell them: "3,000 evacuated villagers | returned"."""

from ...languages.language import word_list
from ...languages.senses import Sense
from ..items import ADVERBS, BE, COORDINATORS, HAVE, SUBORDINATORS
from .candidate import Candidate
from .sentence import Number, Reading

_NEAR, _FARTHER = 6, 8
_PEOPLE = frozenset(["idps", "refugees", "returned", "affected", "assisted", "displaced"])
"""The measures of which people only have their name where a verb tells what befell them."""
_BEFALLS = frozenset(["deaths", "injured", "missing", "detained", "casualties", "returned", "in_need"])
_PARTICIPLE = ("displaced", "uprooted", "evacuated", "expelled", "evicted", "driven")
_BACK = frozenset(["returned"])
_TOLD = frozenset(["returned", "deaths", "injured", "displaced", "missing"])
_SURVIVED = frozenset(["affected", "injured", "missing"])
"""What else is told of people who died of it: "were hit by a truck and died", "swept away and killed"."""
_UNSURE = word_list("counting", "unsure")
_ENDING = 9.0
"""What it may cost at most that a person died in the end, of whom a sentence tells more."""


def told_by(readings: list[Reading], number: Number) -> int | None:
    """Where the best reading is only an adjective ("30,000 evacuated villagers"), the place of the clause's verb."""
    _, best, sense = readings[0]
    if sense.measure == "affected" and (rescue := _rescued(readings)) is not None:
        return rescue
    if sense.measure in _SURVIVED:
        ended = (n for n, r in enumerate(readings) if ends_with(number, r.candidate, r.sense))
        if (death := next(ended, None)) is not None:
            return death
    if (home := _home_in_the_end(readings, number)) is not None:
        return home
    unfinished = best.relation == "subject" and not _finite(readings[0])
    if unfinished and sense.measure in ("missing", "affected", "in_need"):
        return next((n for n, r in enumerate(readings) if _saved(r) or _brought_home(r) or _came_home(r)), None)
    named = best.relation == "head" and sense.measure in _PEOPLE
    if named and sense.measure == "refugees":
        helped = (n for n, r in enumerate(readings) if r.sense.measure == "assisted" and r.cost <= _NEAR)
        if (first := next(helped, None)) is not None:
            return first
    adjective = best.relation == "modifier" and sense.measure in ("displaced", "affected", "idps")
    held = unfinished and sense.measure == "detained"
    if adjective or held or named or best.relative and sense.measure in ("affected", "displaced"):
        return _told_next(readings, adjective, held, named)
    return None


def _told_next(readings: list[Reading], adjective: bool, held: bool, named: bool) -> int | None:
    """The next reading that tells what befell those whom the first one is an adjective of, holds, or only names."""
    _, best, sense = readings[0]
    fled = best.relative and sense.measure == "displaced"
    told = _BEFALLS if named else _BACK if fled else _TOLD
    for n, reading in enumerate(readings[1:], 1):
        if adjective and _brought_home(reading):
            return n
        other = reading.sense.measure in told and reading.sense.measure != sense.measure
        near = reading.candidate.relation == "subject" and reading.cost <= _FARTHER
        if near and other and not (held and not _finite(reading)):
            return n
    return None


def ends_with(number: Number, candidate: Candidate, sense: Sense) -> bool:
    """Whether a trigger tells how it ended for those of whom more is told: "a man fell off a roof and | died"."""
    row, k = number.row, candidate.at
    while k > number.at and (row[k - 1].w in ADVERBS or row[k - 1].w.endswith("ly")):
        k -= 1
        if row[k].w in _UNSURE:
            return False
    alone = all(item.q is None and item.w not in SUBORDINATORS for item in row[number.at + 1 : k])
    ends = sense.measure == "deaths" and candidate.relation == "subject" and row[k - 1].w in COORDINATORS
    return ends and alone and candidate.cost <= _ENDING


def _rescued(readings: list[Reading]) -> int | None:
    """The reading by which people are rescued from where they were trapped: "rescued 68 villagers | marooned"."""
    return next((n for n, r in enumerate(readings) if r.sense.measure == "assisted" and _by_rescue(r)), None)


def _by_rescue(reading: Reading) -> bool:
    return reading.candidate.relation == "object" and reading.cost <= _NEAR and reading.sense.frame == "verb"


def _saved(reading: Reading) -> bool:
    return reading.sense.measure in ("assisted", "returned") and _passive(reading)


def _came_home(reading: Reading) -> bool:
    """ "150 Ghanaians stranded in Libya | landed in Accra"."""
    return reading.candidate.relation == "subject" and reading.sense.measure == "returned" and reading.cost <= _NEAR


def _home_in_the_end(readings: list[Reading], number: Number) -> int | None:
    """ "1,700 households displaced from Raya | were brought back": a participle only says who they were."""
    _, best, sense = readings[0]
    helped = any(number.row[p].w in BE or number.row[p].w in HAVE for p in best.path)
    only_named = best.relation == "subject" and sense.measure in ("displaced", "idps") and not helped
    if not only_named or not number.row[best.at].w.endswith(_PARTICIPLE):
        return None
    for n, reading in enumerate(readings):
        at = reading.candidate.at
        alone = at > best.at and all(item.q is None for item in number.row[best.at : at])
        if alone and _came_home(reading) and not reading.candidate.relative:
            return n
    return None


def _brought_home(reading: Reading) -> bool:
    """ "flew 260 stranded Fijians home"."""
    home = reading.candidate.relation == "object" and reading.sense.measure == "returned"
    return home and reading.sense.frame == "split" and reading.cost <= _NEAR


def _passive(reading: Reading) -> bool:
    """ "people trapped in the lift | were rescued"."""
    return reading.candidate.relation == "subject" and reading.cost <= _NEAR and _finite(reading)


def _finite(reading: Reading) -> bool:
    """Whether a verb has its auxiliary: "farmers kidnapped on Sunday | were found dead"."""
    return len(reading.candidate.path) > 1
