"""What a figure records of its number: its id, its value and bounds, its unit, and the clause in which it stands."""

import hashlib
from typing import Any

from ..languages.language import alternatives
from ..late import late
from ..measures import MEASURES
from .counting import Decision
from .quantities import Quantity, in_country

_CLAUSE = late(
    r"; | – |, (?:while|but|whereas|although|and (?:\w+ ){1,3}(?:said|says))\b| while | but "
    rf"|, (?:{alternatives('period', 'summing')}) (?:the|this|its|to)\b"
)
_UNITS = frozenset(["households", "structures", "facilities", "incidents"])
_LIVED_IN = frozenset(["displaced", "returned", "in_need"])
"""The measures in which a dwelling stands for the household that lives there."""


def identity(article: str, decision: Decision) -> str:
    """The id of a figure of the article with this id: the same as long as its measure and span are."""
    key = f"{article}|{decision.measure}|{decision.quantity.start}|{decision.quantity.end}"
    return hashlib.sha256(key.encode()).hexdigest()[:12]


def bounds(quantity: Quantity) -> dict[str, Any]:
    """Value, bounds and qualifier."""
    qualifier = quantity.qualifier or ("vague" if quantity.vague else "exact")
    return {
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "qualifier": qualifier if quantity.low is None else "range",
    }


def unit_of(decision: Decision, country: str | None) -> str:
    """The unit of a decision's number: a currency, by the article's country, else what is counted."""
    if decision.quantity.currency:
        return in_country(decision.quantity.currency, country)
    unit = decision.kind if decision.kind in _UNITS else None
    dwelling = unit == "structures" and decision.measure in _LIVED_IN
    return "households" if dwelling else unit or MEASURES[decision.measure].unit


def clause_at(text: str, start: int, end: int, at: int) -> tuple[int, int]:
    """The part of the sentence [start, end), between semicolons, "while" and "but", in which a figure stands."""
    left, right = start, end
    for match in _CLAUSE.finditer(text, left, right):
        if match.end() <= at:
            left = match.end()
        elif match.start() >= at:
            return left, match.start()
    return left, right
