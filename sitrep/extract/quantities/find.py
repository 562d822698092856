"""All numbers of a sentence, ranges joined, money words taken in."""

from ...languages.language import alternatives, load
from ...late import late
from .currency import money_after
from .forms import numbers
from .quantity import Quantity
from .unlike import before
from .values import read, times

_JOIN = late(r"\s?[-–]\s?| to |-to-|-or-| or | and ")
_VAGUE_JOIN = late(r",? (?:if not|or|or even|or perhaps|and|and even|upon|to|maybe|perhaps|perhaps even|possibly) ")
_BETWEEN = late(r"between (?:\w+ )?$")
_RISE = late(rf"(?:\b(?:{alternatives('quantities', 'rises')})(?: [\w'-]+){{0,6}}? from|by) $")
_OPENS_RANGE = late(r"between $|(?:anywhere|ranging) (?:from|between) $")
_VOTED = late(rf"\b(?:{alternatives('quantities', 'voted')}) (?:by )?$")
_FEW = late(r"[1-9]\d{0,2}")
_NEXT_WORD = late(r" ([a-z-]+)")
_COUNTING = late(rf"(?:(?:^|[.:;(\n]) ?|\b(?:{alternatives('quantities', 'before_thousands')}) )$")
_THREE = 3
_CLOSES = (") ", "] ")
_SCALE_OF = late(r"(?:thousand|lakhs?|lacs?|million|crores?)$")
_LAKH, _CRORE, _GAP = 100000, 10000000, 16
_CLAUSE = 80
"""How far before "from 54 to 61" the verb can stand that says it is no range."""
_SCALES = (1000, 1000000, 1000000000)


def quantities(
    text: str, low: str, start: int, end: int, words: frozenset[str] | None = None, code: str = "en"
) -> list[Quantity]:
    """All number expressions of `text[start:end]`, ranges joined, in the order of the text.

    `low` is the text in lower case with the same offsets. `words` are the words of the sentence, where they are
    known: forms that they exclude are not looked for.
    """
    language = load(code)
    found: list[Quantity] = []
    for match in numbers(low, start, end, words, language):
        quantity = read(match, text, low, language)
        if quantity is not None and not _opens_item(low, start, quantity):
            _money_after(text, low, quantity, end)
            if found and _is_vote(low, found[-1], quantity):
                found.pop()
            elif not (found and _join(low, found[-1], quantity)):
                found.append(quantity)
    return found


def _opens_item(low: str, start: int, quantity: Quantity) -> bool:
    """Whether a number only counts the items of a list: "(2) Families ..." at the begin of a sentence."""
    return (
        quantity.start - start < 2
        and quantity.end - quantity.start < 3
        and low[quantity.end : quantity.end + 2] in _CLOSES
    )


def _is_vote(low: str, first: Quantity, second: Quantity) -> bool:
    """Whether two numbers are the result of a vote or a match: "voted 120 to 40"."""
    if low[first.end : second.start] != " to " or first.value is None or second.value is None:
        return False
    return first.value >= second.value and _VOTED.search(before(low, first.start)) is not None


def _money_after(text: str, low: str, quantity: Quantity, stop: int) -> None:
    money = money_after(text, low, quantity.end, stop)
    if money is not None:
        quantity.end = money[0]
        quantity.currency = quantity.currency or money[1]


def _join(low: str, first: Quantity, second: Quantity) -> bool:
    """Whether a number only goes on with the one before it, which is made to end with it."""
    between = low[first.end : second.start]
    if len(between) > _GAP:
        return False
    return (
        _is_spaced(low, first, second, between)
        or _is_range(low, first, second, between)
        or _is_sum(low, first, second, between)
        or _is_repeated(low, first, second, between)
        or _is_vaguer(first, second, between)
    )


def _is_spaced(low: str, first: Quantity, second: Quantity, between: str) -> bool:
    """Take in the thousands behind a comma and a blank: "some 1, 200 people", "312 families or 4, 263 persons"."""
    if between != ", " or second.end - second.start != _THREE or first.value is None or second.value is None:
        return False
    if not (_FEW.fullmatch(low, first.start, first.end) and low[second.start : second.end].isdigit()):
        return False
    following = _NEXT_WORD.match(low, second.end)
    noun = load().nouns.get(following.group(1)) if following else None
    if noun is None or noun.kind == "excluded" or not _COUNTING.search(before(low, first.start)):
        return False
    first.value, first.end = first.value * 1000 + second.value, second.end
    return True


def _is_range(low: str, first: Quantity, second: Quantity, between: str) -> bool:
    """Make the first number a range where "to", a dash, or "between ... and" joins them; whether it was one."""
    if not _JOIN.fullmatch(between) or first.low is not None or first.vague or second.vague:
        return False
    lead = before(low, first.start)
    if between == " and " and not _BETWEEN.search(lead) or between == " to " and _changes(low, first.start):
        return False
    bounds = _bounds(first, second)
    if bounds is None:
        return False
    first.low, first.high = bounds
    first.value, first.end, first.currency = None, second.end, first.currency or second.currency
    opened = _OPENS_RANGE.search(lead)
    if opened:
        first.start -= len(opened.group())
    return True


def _is_sum(low: str, first: Quantity, second: Quantity, between: str) -> bool:
    """Add a number at a smaller scale: "5 lakh 30 thousand", "2 million 300 thousand"."""
    if between != " " or first.value is None or second.value is None:
        return False
    scales = [_SCALE_OF.search(low, quantity.start, quantity.end) for quantity in (first, second)]
    if not all(scales) or first.value < _LAKH or second.value >= min(first.value, _CRORE):
        return False
    first.value, first.end, first.currency = first.value + second.value, second.end, first.currency or second.currency
    return True


def _is_repeated(low: str, first: Quantity, second: Quantity, between: str) -> bool:
    """Take in the same number in brackets: "twelve (12)"."""
    if between != " (" or first.value is None or first.value != second.value or low[second.end : second.end + 1] != ")":
        return False
    first.end = second.end + 1
    return True


def _is_vaguer(first: Quantity, second: Quantity, between: str) -> bool:
    """Take in the vaguer half of a vague number, of which the first is the lower bound: "dozens, if not hundreds"."""
    if not (first.vague and second.vague and _VAGUE_JOIN.fullmatch(between)):
        return False
    if "and" in between and first.value != second.value:
        return False
    first.end = second.end
    return True


def _changes(low: str, at: int) -> bool:
    """Whether a number is where a change began: "rose from | 54 to 61", "raised the number of dead from | 54 to 61"."""
    return _RISE.search(low[max(0, at - _CLAUSE) : at]) is not None


def _bounds(first: Quantity, second: Quantity) -> tuple[float | int, float | int] | None:
    """The bounds of a range, the lower one at the upper one's scale ("2 to 3 million"); None where it is none."""
    low, high = first.value, second.value
    if low is None or high is None or first.currency and second.currency and first.currency != second.currency:
        return None
    if low < high / 100 and high >= 1000:
        low = next((times(low, scale) for scale in _SCALES if high / 100 <= low * scale < high), low)
    return (low, high) if low < high else None
