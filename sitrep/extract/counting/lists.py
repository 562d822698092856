"""Numbers that take their measure from one before them: "killed 23 soldiers and 4 civilians"."""

from ...languages.language import word_list
from ..items import BE, COORDINATORS, HAVE, Item
from .comparison import compared_with
from .fit import FITS
from .joints import goes_on, is_total, only_joints
from .sentence import Number, Sentence

_LINKING = word_list("counting", "linking")
_REST = word_list("counting", "rest")
_FOLLOW = word_list("counting", "follow")
_DEEDS = word_list("counting", "deeds")
_FELLOW = word_list("counting", "fellow")
_GRAVELY = word_list("counting", "gravely")
_ACTING = 5


def shared(measure: str, kind: str | None) -> str:
    """The measure that a list passes on: destroyed houses "and two schools" are facilities affected."""
    if kind == "facilities" and measure.startswith("housing"):
        return "facilities_affected"
    return "housing_damaged" if kind == "structures" and measure == "facilities_affected" else measure


def restated(number: Number) -> bool:
    """Whether the number says the one before it again in another unit: "10,946 people, or 2,127 families"."""
    if number.kind not in ("people", "households") or number.before() != "or":
        return False
    if number.at < 2 or number.before(2) not in (",", "("):
        return False
    sentence = number.sentence
    earlier = max(sentence.decided_before(number.at), default=None)
    return (
        earlier is not None
        and sentence.phrases[earlier].end >= number.at - 3
        and sentence.made[earlier][0].kind != number.kind
    )


def inherited_from(number: Number) -> int | None:
    """The quantity just before in a list, whose measure this one shares."""
    earlier = number.sentence.decided_before(number.at)
    if not earlier or _of_number(number):
        return None
    origin = _nearest(number, earlier)
    for told in (compared_with, _hurt_before, _in_earlier_brackets):
        if (other := told(number, earlier)) is not None:
            return other
    if number.phrase.known and _says_of_itself(number.row, number.phrase.end):
        return None
    before = number.sentence.made[origin][0]
    between = number.row[before.phrase.end : number.at]
    if not only_joints(between):
        if is_total(between):
            return _first_whole(number.sentence, earlier, origin)
        if not goes_on(number, before, between):
            return None
    if number.kind is not None and shared(before.measure, number.kind) not in FITS[number.kind]:
        return None
    return origin


def _nearest(number: Number, earlier: list[int]) -> int:
    """The last number before one; of an amount of money the last amount."""
    if number.kind != "money":
        return earlier[-1]
    made = number.sentence.made
    return next((j for j in reversed(earlier) if made[j][0].kind == "money"), earlier[-1])


def _says_of_itself(row: list[Item], end: int) -> bool:
    """Whether the words behind a phrase say something else of it: that it is or has, that people do something."""
    return end < len(row) and (row[end].w in BE or row[end].w in HAVE) or _acts(row, end)


def _hurt_before(number: Number, earlier: list[int]) -> int | None:
    """The wounded of whom some are hurt worse or less: "63 suffered burns and broken bones, 31 | seriously"."""
    after = number.row[number.at + 1 : number.at + 3]
    if number.phrase.head is not None or not after or after[0].w not in _GRAVELY:
        return None
    if len(after) > 1 and not after[1].sign and after[1].w not in COORDINATORS:
        return None
    return next((j for j in reversed(earlier) if number.sentence.made[j][0].measure == "injured"), None)


def _in_earlier_brackets(number: Number, earlier: list[int]) -> int | None:
    """The number at the same place in the brackets before: "Mpuli (190 cases, 4 deaths), Sanga (107; 2)"."""
    row, at = number.row, number.at
    if number.kind is not None:
        return None
    opening = [j for j in range(at) if row[j].w == "("]
    if len(opening) < 2 or any(item.w == ")" for item in row[opening[-1] : at]):
        return None
    place = sum(item.q is not None for item in row[opening[-1] : at])
    before = [j for j in range(opening[-2], opening[-1]) if row[j].q is not None]
    return before[place] if len(before) > 1 and place < len(before) and before[place] in earlier else None


def _acts(row: list[Item], end: int) -> bool:
    """Whether people are said to do something: "and 100 policemen and miners | dug through the mud"."""
    for item in row[end : end + _ACTING]:
        if item.w in _DEEDS:
            return True
        if item.w not in COORDINATORS and item.noun is None and not item.w.endswith("ly") and item.w not in _FELLOW:
            return False
    return False


def followed(number: Number) -> int | None:
    """The verb by which more people do or may do the same: "and half a million more could | follow"."""
    if number.phrase.head is not None and number.phrase.word not in _REST:
        return None
    end = number.phrase.end
    return next((j for j, item in enumerate(number.row[end : end + 4], end) if item.w in _FOLLOW), None)


def _of_number(number: Number) -> bool:
    """Whether the number is what another is a part of: "three of the 40"."""
    row, at = number.row, number.at
    if number.before() not in _LINKING:
        return False
    return any(row[j].w == "of" and row[j - 1].q is not None for j in range(max(1, at - 3), at))


def _first_whole(sentence: Sentence, earlier: list[int], origin: int) -> int:
    return next((j for j in earlier if sentence.made[j][0].whole is None), origin)
