"""Comparisons of two figures: each a few lines, pure, and its docstring the sentence that a report prints.

Each returns a score from -1 (they cannot be the same thing) over 0 (says nothing) to 1 (speaks for it).
"""

from datetime import date

from .mention import Mention
from .numbers import same_number

HOUSEHOLD_RATIO = (2.5, 9.0)
"""People for each household that are plausible when two counts may be of the same thing."""

_FAR_RATIO = 30.0
"""The same across articles, where the one may be an older count of what the other counts."""

_TOWNS = frozenset({"city", "town", "village"})
_DIVISIONS = frozenset({"province", "governorate", "state", "region", "prefecture", "district", "county"})


def subject(a: Mention, b: Mention) -> float:
    """They count the same people or things."""
    if (a.subject.tags, a.subject.subset) != (b.subject.tags, b.subject.subset):
        return -1.0
    return min(_civil(a.subject.civil, b.subject.civil), _side(a.subject.side, b.subject.side))


def _civil(a: str, b: str) -> float:
    """ "people" and "civilians" are one, unless everybody is counted beside the fighters."""
    if "combatants" in (a, b) and a != b:
        return -1.0
    return -1.0 if {a, b} == {"civilians", "all"} else 1.0


def _side(a: str, b: str) -> float:
    """A general word for a side ("rebels") can stand for one of its groups."""
    if a == b:
        return 1.0
    one_side = a and b and a.split(":")[0] == b.split(":")[0]
    two_groups = ":" in a and ":" in b
    return 0.5 if one_side and not two_groups else -1.0


def place(a: Mention, b: Mention) -> float:
    """They count in the same place."""
    if a.area.key != b.area.key:
        return -1.0
    levels = {a.area.level, b.area.level}
    if levels & _TOWNS and levels & _DIVISIONS:
        return -1.0
    return 1.0 if a.area.firm and b.area.firm else 0.5


def period(a: Mention, b: Mention) -> float:
    """They cover the same period: a toll so far is one period that moves on."""
    p, q = a.period, b.period
    if p.kind != q.kind or p.cause != q.cause:
        return -1.0
    if p.kind in ("spell", "increment"):
        return 1.0 if same_day(a, b) else -1.0
    if a.figure.stock_flow == "stock" or p.since is None or q.since is None:
        return 0.0
    return 1.0 if abs((p.since - q.since).days) <= _tolerance(a, b) else -1.0


def _tolerance(a: Mention, b: Mention) -> float:
    """Days by which the first days of one period may differ in two tellings: more for long periods and bare months."""
    if any(m.period.since is not None and m.period.since.day == 1 and m.period.days != 0 for m in (a, b)):
        return 31
    return max(3.0, 0.15 * max(a.period.days or 0, b.period.days or 0))


def same_day(a: Mention, b: Mention) -> bool:
    """Whether two counts of a stretch end on the same day, give or take one for the time of publication."""
    one, other = _day(a), _day(b)
    return one is None or other is None or abs((one - other).days) <= 1


def _day(m: Mention) -> date | None:
    return m.period.until or (m.as_of.at.date() if m.as_of.at else None)


def unit(a: Mention, b: Mention) -> float:
    """They are in the same unit, or in households and people that fit each other."""
    x, y = a.figure.unit, b.figure.unit
    if x == y:
        return 1.0
    if {x, y} != {"households", "people"}:
        return -1.0
    if a.vague or b.vague:
        return 0.0
    households, people = (a, b) if x == "households" else (b, a)
    if not households.value or people.value is None:
        return 0.0
    if a.text != b.text:
        return 0.0 if 1.0 <= people.value / households.value <= _FAR_RATIO else -1.0
    return 0.5 if HOUSEHOLD_RATIO[0] <= people.value / households.value <= HOUSEHOLD_RATIO[1] else -1.0


def owner(a: Mention, b: Mention) -> float:
    """Money is of the same appeal or fund."""
    if not a.figure.measure.startswith("funding"):
        return 0.0
    if a.origin.key == b.origin.key:
        return 1.0
    if same_number(a.value, b.value):
        return 1.0
    return 0.0 if a.origin.key.startswith("article:") or b.origin.key.startswith("article:") else -1.0


def contradiction(a: Mention, b: Mention) -> float:
    """One origin does not give two numbers for one thing at one time: such figures are of different things."""
    if a.text != b.text or a.origin.key != b.origin.key or a.vague or b.vague or a.figure.unit != b.figure.unit:
        return 0.0
    if same_number(a.value, b.value) or a.as_of.earlier != b.as_of.earlier or a.as_of.at != b.as_of.at:
        return 0.0
    return -1.0


def parts(a: Mention, b: Mention) -> float:
    """A part is never put together with its whole."""
    return -1.0 if a.figure.part_of == b.figure.id or b.figure.part_of == a.figure.id else 0.0


def value(a: Mention, b: Mention) -> float:
    """They give the same number."""
    if a.vague or b.vague or a.value is None:
        return 1.0 if a.vague and b.vague and a.value == b.value and a.text == b.text else 0.0
    if a.value == b.value and a.figure.unit == b.figure.unit:
        return 1.0
    return 0.5 if same_number(a.value, b.value) else 0.0


def origin(a: Mention, b: Mention) -> float:
    """They come from the same origin."""
    return 1.0 if a.origin.key == b.origin.key else 0.0


def article(a: Mention, b: Mention) -> float:
    """A word without a number goes with the number that the same article gives."""
    return 1.0 if a.text == b.text and (a.vague or b.vague) else 0.0
