"""Whether one number serves two measures: the displaced who are in need, the returnees who are fed."""

from ...languages.language import word_list
from ..items import COORDINATORS
from .candidate import Candidate
from .clause import is_named
from .sentence import Number, Reading

_ROUGH = tuple(word_list("counting", "rough"))
_NEXT = (COORDINATORS - {"or"}) | {"that", "while"}
_BOTH = frozenset(
    frozenset(pair)
    for pair in (
        ("displaced", "in_need"),
        ("displaced", "assisted"),
        ("idps", "assisted"),
        ("refugees", "assisted"),
        ("in_need", "assisted"),
        ("cases", "assisted"),
        ("affected", "in_need"),
        ("affected", "displaced"),
        ("injured", "assisted"),
        ("affected", "assisted"),
    )
)
"""Measures that one number serves together."""
_NAMED = frozenset(frozenset(pair) for pair in (("returned", "assisted"), ("refugees", "in_need"), ("idps", "in_need")))
"""The same of people who are only named so: returnees who are fed, refugees who sleep rough."""
_AREA = frozenset(("affected", "assisted"))
_LACK = frozenset(("displaced", "in_need"))
_HELPED = frozenset(("refugees", "assisted"))
_FED = frozenset(("in_need", "assisted"))
_OUT = frozenset(("affected", "displaced"))
_CLOSE = 1.0
_TRAPPED = tuple(word_list("counting", "trapped"))
_RESCUED = tuple(word_list("counting", "rescued"))
_MOVED = tuple(word_list("counting", "moved"))


def together(number: Number, first: Reading, second: Reading) -> bool:
    """Whether a number serves two measures: not two clauses, and not what the whole of which it is a part is called."""
    at, other = first.candidate.at, second.candidate
    pair = frozenset((first.sense.measure, second.sense.measure))
    if of_belongings(number, at) or of_belongings(number, other.at):
        return False
    if at == other.at or _apart(number, other.at) or pair not in _BOTH and pair not in _NAMED:
        return False
    if other.relation == "object" and any(other.at < j < number.at for j in number.sentence.made):
        return False
    if is_named(number.row, at) or is_named(number.row, other.at):
        return False
    following = number.after()
    if other.relation in ("modifier", "head") and following is not None and following.w == "of":
        return False
    return _fit(number, first, second, pair) and not (
        first.sense.measure == "assisted" and number.row[other.at].w.startswith("to ")
    )


def _fit(number: Number, first: Reading, second: Reading, pair: frozenset[str]) -> bool:
    """Whether what the sentence says of a pair of measures lets one number serve both."""
    at, other = first.candidate.at, second.candidate
    relations = (first.candidate.relation, other.relation)
    if pair == _AREA:
        return not _of_area(number, other.at) and not _saved(number, at, other.at)
    if pair == _HELPED:
        return "head" not in relations or _moved(number, at, other.at)
    if pair == _OUT:
        return _stuck(number, at, other)
    if pair == _LACK:
        return other.relation != "head"
    if pair == _FED:
        return second.cost <= _CLOSE and "modifier" not in relations
    if pair not in _NAMED or _lack_where_they_live(first, second):
        return True
    return other.relation == "head" and (first.sense.measure == "assisted" or _rough(number, at))


def of_belongings(number: Number, at: int) -> bool:
    """Whether people are only named by what they own: "families | whose houses collapsed"."""
    return number.row[at].w.startswith("whose ")


def _lack_where_they_live(first: Reading, second: Reading) -> bool:
    """ "300 people have been living in camps since May | without water": the displaced by name are one count."""
    readings = {r.sense.measure: r.candidate for r in (first, second)}
    if set(readings) != {"idps", "in_need"} or any(c.relation != "subject" for c in readings.values()):
        return False
    return readings["idps"].at < readings["in_need"].at


def _stuck(number: Number, at: int, other: Candidate) -> bool:
    """Whether people are said to be taken out from where they were: "tourists stranded on the pass were evacuated"."""
    taken = other.relation == "subject" and len(other.path) > 1
    return taken and number.row[at].w.startswith(_TRAPPED)


def _saved(number: Number, *spots: int) -> bool:
    """Whether people are rescued from where they were trapped."""
    return any(number.row[at].w.startswith(_TRAPPED) for at in spots) and any(
        number.row[at].w.startswith(_RESCUED) for at in spots
    )


def _moved(number: Number, *spots: int) -> bool:
    """Whether refugees are taken to another place: that counts them as refugees too."""
    return any(number.row[at].w.startswith(_MOVED) for at in spots)


def _of_area(number: Number, at: int) -> bool:
    """Whether it is an area that is hit: "162,000 households in districts worst hit by the storm"."""
    noun = number.row[at - 1].noun
    return noun is not None and noun.kind == "excluded"


def _rough(number: Number, at: int) -> bool:
    """Whether people who are named as refugees are said to sleep without a roof."""
    return f"{number.row[at].w} ".startswith(_ROUGH)


def _apart(number: Number, at: int) -> bool:
    """Whether a clause with a number of its own begins between: "forced 200 to leave and | 100 were in need"."""
    row, (low, high) = number.row, sorted((number.at, at))
    return any(row[j].q is not None and row[j - 1].w in _NEXT for j in range(low + 1, high + (high == number.at)))
