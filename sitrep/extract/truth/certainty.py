"""Whether a figure is reported, claimed by a party, denied, or a forecast."""

import re
from dataclasses import dataclass

from ...languages.language import alternatives, word_list
from ...late import late
from ...model.figure import Certainty
from ...organisations import is_party

_MODAL = word_list("certainty", "modal")
_FORECAST_PATH = word_list("certainty", "forecast_path")
_DONE = word_list("certainty", "done")
_WEAK = word_list("certainty", "weak")
_STATES = word_list("certainty", "states")
_HARM = frozenset(["deaths", "injured", "missing"])
_MOVES = frozenset(["displaced", "returned"])
_CLAIMED = frozenset(
    [
        "deaths",
        "injured",
        "casualties",
        "missing",
        "detained",
        "attacks",
        "displaced",
        "assisted",
        "returned",
        "housing_destroyed",
        "housing_damaged",
        "facilities_affected",
    ]
)
"""What a party says of itself or its enemy; it may count the needy and the sick like anybody."""
_TAIL, _BESIDE = 50, 90


def _pattern(name: str) -> re.Pattern[str]:
    return late(rf"\b(?:{alternatives('certainty', name)})(?!\w)")


_AHEAD, _BOTH, _AID, _COMING = (_pattern(name) for name in ("ahead", "and_then", "aid", "coming"))
_ORDERS, _DENIALS, _DENY, _PAST = (_pattern(name) for name in ("orders", "denials", "deny", "past"))
_FORCE, _CIVIL = _pattern("force"), _pattern("civil")
_BELIEVED = late(rf"\b(?:{alternatives('certainty', 'believed')}) (?:to )?$")
_FEARED, _BEFALLEN = _pattern("feared"), _pattern("befallen")
_FEARING = late(rf"\b(?:{alternatives('certainty', 'fearing')})(?: that)?(?: (?:another|a further|some))? $")
_SO_FAR, _STAYING, _COMPARED, _NEGATIVE = (_pattern(n) for n in ("so_far", "staying", "compared", "negative"))
_SURELY, _TURNING, _DENYING = (_pattern(n) for n in ("surely", "turning", "denying"))
_DIGIT = late(r"\d")


@dataclass(frozen=True, slots=True)
class Telling:
    """How a figure is told: its clause in lower case around the number, and the auxiliaries of its trigger."""

    path: frozenset[str]
    before: str
    after: str
    measure: str
    source: str | None
    war: bool
    """Whether the article or the sentence is about fighting, where parties claim."""
    money: bool
    office: str = ""
    """By what words the article introduces the person who says it."""
    rest: str = ""
    """What stands behind its clause, to the end of the next sentence, in lower case."""


def certainty_of(told: Telling) -> Certainty:
    """The certainty of a figure; sums of money are as they are reported."""
    if _is_denied(told):
        return "denied"
    if told.money:
        return "reported"
    if _is_forecast(told):
        return "forecast"
    return "claimed" if _is_claimed(told) else "reported"


def _is_denied(told: Telling) -> bool:
    if told.path & {"not", "never"}:
        return told.measure not in ("in_need", "missing")
    if told.measure == "cases" and _NEGATIVE.search(told.after):
        return True
    if told.source and _DENYING.match(told.rest) or _DENYING.search(told.after):
        return not told.war
    if not _DENIALS.search(told.before) and not _DENIALS.search(told.after):
        return False
    denial = _DENY.search(told.before)
    return "feared" in told.path or denial is not None and not _TURNING.search(told.before, denial.end())


def _is_forecast(told: Telling) -> bool:
    tail = told.before[-_TAIL:]
    if _STAYING.match(told.after.lstrip()) or _COMPARED.search(tail) or _SURELY.search(tail):
        return False
    if told.path & _MODAL or told.path & _FORECAST_PATH and told.measure != "detained":
        return True
    if "at risk" in told.path and told.measure == "affected" or "feared" in told.path and told.measure in _HARM:
        return True
    if told.measure in _MOVES and _is_ordered(told):
        return True
    if _COMING.match(told.after.lstrip()) or told.measure in _HARM and _is_feared(told):
        return True
    if told.measure != "assisted" and _BEFALLEN.match(told.after.lstrip()):
        return False
    return not told.path & _DONE and _is_ahead(told) or _is_planned_aid(told)


def _is_feared(told: Telling) -> bool:
    """Whether nobody knows yet that those who are counted came to harm: "feared dead", "fears that 30 drowned"."""
    return _FEARED.match(told.after.lstrip()) is not None or _FEARING.search(told.before) is not None


def _is_ordered(told: Telling) -> bool:
    """Whether people are told to leave; of those who have left, only what stands beside the number counts."""
    after = told.after[:_BESIDE] if told.path & _DONE else told.after
    before = "" if told.path & _DONE else told.before
    return _ORDERS.search(f"{before}#{after}") is not None


def _is_ahead(told: Telling) -> bool:
    """Whether what stands before the number speaks of what may come: "could displace", "is expected to reach"."""
    if _BOTH.search(told.before):
        return True
    tail = told.before[-_TAIL:]
    found = list(_AHEAD.finditer(tail))
    if not found:
        return False
    word, rest = found[-1].group(), tail[found[-1].end() :]
    if _DIGIT.search(rest) or _PAST.search(rest) or _BELIEVED.search(tail[: found[-1].start()]):
        return False
    return not (word in _WEAK and told.measure in _HARM and "feared" not in tail)


def _is_planned_aid(told: Telling) -> bool:
    if told.measure != "assisted" or not _AID.search(told.before):
        return False
    return _SO_FAR.search(told.before[-_TAIL:]) is None


def _is_claimed(told: Telling) -> bool:
    source = told.source
    if source is None or not told.war or told.measure not in _CLAIMED:
        return False
    plain = f"{source} {told.office}".lower()
    if _CIVIL.search(plain):
        return False
    return is_party(source) or is_party(told.office) or _FORCE.search(plain) is not None or source.lower() in _STATES
