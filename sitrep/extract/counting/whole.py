"""Of which earlier number one is explicitly a part: "27 civilians, including eight children"."""

from ...languages.language import word_list
from ..items import BE, HAVE, Item
from .joints import only_joints
from .sentence import Number, Sentence
from .words import opening

_INCLUDING = word_list("counting", "including")
_COMPRISING = word_list("counting", "comprising")
_OF_WHOM = word_list("counting", "of_whom")
_FARTHEST = 14
# Of people who are hit, those who fled; of those who fled, those who crossed a border or came back.
_FLIGHT = frozenset(["refugees", "returned", "assisted", "in_need"])
_MAY = {
    "affected": _FLIGHT | {"displaced", "idps"},
    "displaced": _FLIGHT | {"idps"},
    "idps": _FLIGHT,
    "in_need": frozenset(["assisted", "displaced", "refugees"]),
}


def whole_of(number: Number) -> int | None:
    """The item of the earlier quantity of which this one is a part, if any."""
    sentence = number.sentence
    earlier = sentence.decided_before(number.at)
    if not earlier:
        return None
    if (total := _opening_total(number)) is not None:
        return total
    after = [item.w for item in number.row[number.at + 1 : number.at + 4]]
    if after[:1] == ["of"] and (len(after) > 1 and after[1] in _OF_WHOM or "them" in after):
        return earlier[-1]
    return _included(number, earlier)


def may_differ(whole: str, part: str) -> bool:
    """Whether a part may have this measure of its own: of damaged homes, some are destroyed."""
    return part == whole or whole == "housing_damaged" and part == "housing_destroyed" or part in _MAY.get(whole, ())


def _opening_total(number: Number) -> int | None:
    """The total with which a sentence opens: "Of the 480 houses hit, 212 burned"; not "Of the dead, 12 were women"."""
    sentence, row, at = number.sentence, number.row, number.at
    total = sentence.first
    if total not in sentence.made or total == at or any(_parts(row, k) for k in range(opening(row) + 1, total)):
        return None
    if any(item.w == ";" for item in row[total:at]):
        return None
    if number.phrase.head is None:
        return total if sentence.of_total else None
    return total if sentence.of_total and total <= 8 and at <= 30 else None


def _parts(row: list[Item], k: int) -> bool:
    """Whether an item stands between "of" and a number that is not what it is of: a noun, a verb or a comma."""
    item = row[k]
    if item.w == "'s" or row[k + 1].w == "'s":
        return False
    return item.w == "," or item.noun is not None or item.w in BE or item.w in HAVE


def _included(number: Number, earlier: list[int]) -> int | None:
    """The number before a word of inclusion, or the whole of the one before in a list of parts."""
    sentence, row = number.sentence, number.row
    for steps, k in enumerate(range(number.at - 1, max(-1, number.at - 1 - _FARTHEST), -1)):
        item = row[k]
        if item.w in _INCLUDING or _of_whom(row, k, steps):
            whole = next((j for j in reversed(earlier) if j < k), None)
            if whole is not None and _of_others(row, whole, k):
                return None
            return whole if item.w not in _COMPRISING or whole is None or _is_less(number, whole) else None
        if item.q is not None:
            return _same_whole(sentence, k, number.at)
        if _ends(item, steps):
            return None
    return None


def _of_others(row: list[Item], whole: int, k: int) -> bool:
    """Whether a word of inclusion has a subject of its own: "killed nine; those hurt | include 22 men"."""
    named = bool(row[k - 1].senses) and row[k - 2].w in ("the", "those")
    return named or any(item.w == ";" for item in row[whole:k])


def _of_whom(row: list[Item], k: int, steps: int) -> bool:
    """ "of whom", "of which"; "of them" only right before the number: "137 people, 76 of them girls and 61 boys"."""
    return k > 0 and row[k - 1].w == "of" and (row[k].w in ("whom", "which") or not steps and row[k].w == "them")


def _is_less(number: Number, whole: int) -> bool:
    """Whether a number is less than another: "12 families comprising 67 people" has no part."""
    total = number.sentence.made[whole][0].quantity.value or 0
    return (number.quantity.value or 0) < total


def _same_whole(sentence: Sentence, before: int, at: int) -> int | None:
    if before not in sentence.made or not only_joints(sentence.row[sentence.phrases[before].end : at]):
        return None
    return sentence.made[before][0].whole


def _ends(item: Item, steps: int) -> bool:
    """Whether what a word of inclusion governs ends here: at a verb or the end of a clause."""
    if item.w in (";", ".") or item.w in BE or item.w in HAVE:
        return True
    return steps > 2 and any(s.frame == "verb" for s in item.senses)
