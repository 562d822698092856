"""Numbers that another one is held against: "257 have died, up from 238", "from 43 arrests on Friday to 150"."""

import math

from ...languages.language import word_list
from ..items import CHANGE
from .sentence import Number

_AGAINST = word_list("counting", "held_against")
_UP, _DOWN = word_list("counting", "up"), word_list("counting", "down")
_SPANS = word_list("counting", "spans")


def compared_with(number: Number, earlier: list[int]) -> int | None:
    """Of the decided numbers before this one, that which it is held against; None where nothing is compared."""
    if number.kind == "money" or number.quantity.article or number.at < 2:
        return None
    first, second = number.before(), number.before(2)
    if first == "to" and second != "compared" and number.phrase.head is None:
        return _risen_from(number, earlier)
    if first == "from" and second in _UP | _DOWN:
        return _nearest_in_size(number, earlier, second in _UP)
    if first == "from" and number.phrase.head is None and (goal := _gone_to(number, earlier)) is not None:
        return goal
    return _first_whole(number, earlier) if _held_against(number, first, second) else None


def _held_against(number: Number, first: str, second: str) -> bool:
    if first in _AGAINST or first in ("to", "with") and second in ("compared", "compares"):
        return True
    if first == "the" and second == "than" and number.phrase.head is None:
        return True
    following = number.after()
    return first == "after" and second == "," and following is not None and following.w in _SPANS


def _first_whole(number: Number, earlier: list[int]) -> int:
    return next((j for j in earlier if number.sentence.made[j][0].whole is None), earlier[-1])


def _risen_from(number: Number, earlier: list[int]) -> int | None:
    """ "rose from 43 arrests on the first night to 150"."""
    row = number.row
    return next((j for j in reversed(earlier) if j > 1 and row[j - 1].w == "from" and row[j - 2].w in CHANGE), None)


def _gone_to(number: Number, earlier: list[int]) -> int | None:
    """ "fell to 310 last week from 540 the week before"."""
    row, last = number.row, earlier[-1]
    gone = last > 1 and row[last - 1].w == "to" and row[last - 2].w in CHANGE
    return last if gone and all(not item.sign for item in row[last + 1 : number.at]) else None


def _nearest_in_size(number: Number, earlier: list[int], risen: bool) -> int | None:
    """The number that can have risen or fallen from this one, the nearest in size; the later of two."""
    made, size = number.sentence.made, number.quantity.value
    if not size:
        return None
    sizes = {j: made[j][0].quantity.value or size for j in earlier if not made[j][0].quantity.article}
    moved = [j for j in reversed(sizes) if (sizes[j] > size if risen else sizes[j] < size)]
    return min(moved, key=lambda j: abs(math.log(sizes[j] / size)), default=None)
