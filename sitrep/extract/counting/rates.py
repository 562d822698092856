"""Rates and shares, which are no figures: "400 a month", "three in four of them", "one person in five"."""

from itertools import pairwise

from ...languages.language import load, word_list
from ..items import PREPOSITIONS
from .sentence import Number

_EACH = word_list("counting", "each")
_SPELLS = word_list("counting", "spells")
_SINCE = (["earlier"], ["before"], ["ago"], ["later"], ["after"])
_SEASONS = word_list("counting", "seasons")
_NO_RATE = word_list("counting", "no_rate")
_COMPARING = frozenset(["against", "compared", "versus"])
"""Behind these stands another number, with its own time."""
_MOST_SHARED = 20


def is_rate(number: Number) -> bool:
    """Whether the number is a rate ("400 a month", "killing hundreds every year"), which is no figure."""
    before = number.words_before(9)
    if any(a in ("every", "each") and b in _SEASONS for a, b in pairwise(before)):
        return True
    after = [item.w for item in number.row[number.phrase.end : number.phrase.end + 14]]
    after = after[: next((n for n, w in enumerate(after) if n > 8 and w in (",", ";") or w in _COMPARING), None)]
    if after[:1] in (["per"], ["daily"], ["annually"]) or after[:1] == ["each"] and after[1:2] not in (["in"], ["at"]):
        return True
    if any(a in _EACH and b in _SPELLS for a, b in pairwise(after)):
        return True
    near = after[: next((n for n, w in enumerate(after) if w in (".", ",", ";")), None)]
    if near[-1:] == ["daily"]:
        return True
    return _each_spell(after)


def _each_spell(after: list[str]) -> bool:
    """Whether "a month", "an hour" follows as what the number is counted by, and not as a time."""
    if after[:2] in (["a", "month"], ["a", "day"], ["a", "week"], ["a", "year"], ["an", "hour"]):
        return after[2:3] not in _SINCE
    return any(
        b == "a" and c in ("day", "month", "week") and a not in PREPOSITIONS and a not in _NO_RATE and [d] not in _SINCE
        for a, b, c, d in zip(after, after[1:], after[2:], [*after[3:], ""], strict=False)
    )


def out_of(number: Number) -> bool:
    """ "three in four of them", "one child in six", "since five": the whole of a share, an hour."""
    before = number.words_before(3)
    if before[-2:] == ["out", "of"] and before[0] in load().units:
        return True
    second = number.after(2)
    if (
        before[-2:] in (["of", "every"], ["in", "every"], ["for", "every"])
        or second is not None
        and second.w == "every"
    ):
        return True
    if _one_in(number) or _many_in(number) or before[-2:] == ["(", "for"]:
        return True
    if before[-1:] == ["since"] and (number.quantity.value or 99) <= 12 and number.phrase.head is None:
        return True
    return before[-1:] == ["in"] and len(before) > 1 and before[-2] in load().units and _of_all(number)


def _of_all(number: Number) -> bool:
    """Whether a number names nothing, or is "five of the 4 million"."""
    following = number.after()
    return not number.phrase.known or following is not None and following.w == "of"


def _many_in(number: Number) -> bool:
    """ "Three schools in four have no roof": the whole of a share, behind its noun and "in"."""
    row, at = number.row, number.at
    if at < 3 or row[at - 1].w != "in" or number.phrase.known or (number.quantity.value or 99) > _MOST_SHARED:
        return False
    share = load().units.get(row[at - 3].w)
    return share is not None and row[at - 2].noun is not None and share < (number.quantity.value or 0)


def _one_in(number: Number) -> bool:
    """ "1 in 5 people": neither number counts them."""
    row, at = number.row, number.at
    return any(_in_so_many(number, k) for k in (at, at - 2) if k >= 0 and k + 2 < len(row))


def _in_so_many(number: Number, k: int) -> bool:
    """Whether a share opens at `k`: a small number, "in", and a number of people or homes."""
    first, joint, second = (number.row[k + n] for n in range(3))
    if first.q is None or second.q is None or joint.w != "in" or (second.q.value or 99) > _MOST_SHARED:
        return False
    phrase = number.sentence.phrases[k + 2]
    return phrase.head is not None and phrase.head.kind in ("people", "households", "structures")
