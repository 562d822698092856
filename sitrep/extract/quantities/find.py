"""All numbers of a sentence, ranges joined, money words taken in."""

from ...languages.language import alternatives, load
from ...late import late
from .currency import money_after
from .forms import numbers
from .quantity import Quantity
from .unlike import before
from .values import read, times

_JOIN = late(r"\s?[-–]\s?| to | or | and ")
_BETWEEN = late(r"between (?:\w+ )?$")
_RISE = late(rf"(?:\b(?:{alternatives('quantities', 'rises')})(?: [\w'-]+){{0,6}}? from|by) $")
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
        if quantity is not None:
            _money_after(text, low, quantity, end)
            if not (found and _join(low, found[-1], quantity)):
                found.append(quantity)
    return found


def _money_after(text: str, low: str, quantity: Quantity, stop: int) -> None:
    money = money_after(text, low, quantity.end, stop)
    if money is not None:
        quantity.end = money[0]
        quantity.currency = quantity.currency or money[1]


def _join(low: str, first: Quantity, second: Quantity) -> bool:
    """Make the first number a range where "to", a dash, or "between ... and" joins them; whether it was one."""
    between = low[first.end : second.start]
    if not _JOIN.fullmatch(between) or first.low is not None or first.vague or second.vague:
        return False
    lead = before(low, first.start)
    if "and" in between and not _BETWEEN.search(lead) or "to" in between and _changes(low, first.start):
        return False
    bounds = _bounds(first, second)
    if bounds is None:
        return False
    first.low, first.high = bounds
    first.value, first.end, first.currency = None, second.end, first.currency or second.currency
    if lead.endswith("between "):
        first.start -= len("between ")
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
