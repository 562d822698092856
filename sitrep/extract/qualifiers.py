"""The words that qualify a quantity, taken into its item: "at least", "an estimated", "or more"."""

from functools import cache

from ..languages.language import Language, word_list
from .items import CHANGE, Item
from .quantities import Quantity

_EXACT = frozenset(["only", "just", "a total of", "another", "a further", "an additional", "exactly"])
_CHILD, _OLD, _ELDEST = 18, 66, 100
_OF_AGE = word_list("items", "of_age")
_COME = word_list("items", "come")
_GONE = word_list("items", "gone")


def qualified(row: list[Item], language: Language) -> list[Item]:
    """Take the words that qualify a quantity ("at least", "an estimated", "or more") into its item."""
    out: list[Item] = []
    done = 0
    for i in [i for i, item in enumerate(row) if item.q is not None]:
        out += row[done:i]
        item = row[i]
        _before(out, item, language)
        done = i + 1 + _after(row, i, item, language)
        out.append(item)
    return out + row[done:]


def _before(out: list[Item], item: Item, language: Language) -> None:
    """Take the qualifiers before a quantity; "under 18" is an age and no quantity any more."""
    quantity = item.q
    assert quantity is not None
    if out and out[-1].w in _OF_AGE and _between_ages(quantity, item.w):
        item.q = None
        return
    while found := _qualifier(out, language):
        n, phrase, kind = found
        lead = out[-n - 1].w if len(out) > n else ""
        if phrase in ("<", ">") and _is_markup(out, item) or phrase == "under" and lead in _COME:
            return
        if _is_age(lead, phrase, quantity.value):
            item.q = None
            return
        if kind == "exact" and phrase not in _EXACT or phrase == "up to" and lead in _GONE:
            return
        _qualify(quantity, out[-n].s, phrase, kind)
        if phrase in CHANGE:
            # "Returnees exceeded 40,000": what counts them stands before the verb.
            return
        item.s = out[-n].s
        del out[-n:]


def _qualify(quantity: Quantity, start: int, phrase: str, kind: str) -> None:
    """Give a quantity its qualifier, whose words begin at `start`."""
    if kind != "exact":
        quantity.qualifier = kind
    if kind != "exact" or phrase in ("only", "just", "exactly"):
        quantity.start = start


def _is_age(lead: str, phrase: str, value: float | int | None) -> bool:
    """Whether a number is an age, by the word before its qualifier: "children under | 5", "women over | 65"."""
    if phrase == "under":
        of_age = lead.endswith("s") and lead.isalpha()
        return (value or _OLD) <= (_OLD - 1 if of_age else _CHILD)
    return phrase in ("over", "above") and lead in _OF_AGE and _grown(value)


def _between_ages(quantity: Quantity, written: str) -> bool:
    """ "men | between 18 and 60"."""
    return written.startswith("between") and (quantity.high or _ELDEST) < _ELDEST


def _grown(value: float | int | None) -> bool:
    """ "women over | 65"."""
    return value is not None and _CHILD <= value < _ELDEST


def _is_markup(out: list[Item], item: Item) -> bool:
    """Whether "<" or ">" before a number ends a tag, or stands apart as the quoting of a mail or a button does."""
    sign = out[-1]
    return sign.e < item.s or len(out) > 1 and out[-2].e == sign.s


def _qualifier(out: list[Item], language: Language) -> tuple[int, str, str] | None:
    """The longest qualifier with which the items end: how many items, its words, its kind."""
    if not out or out[-1].w.rpartition(" ")[2] not in _last_words(language):
        return None
    for n in (4, 3, 2, 1):
        span = out[-n:]
        phrase = " ".join([x.w for x in span])
        kind = language.qualifiers.get(phrase)
        if kind and len(span) == n and not any(x.q for x in span):
            return n, phrase, kind
    return None


@cache
def _last_words(language: Language) -> frozenset[str]:
    """The last words of the qualifiers."""
    return frozenset(phrase.rpartition(" ")[2] for phrase in language.qualifiers)


def _after(row: list[Item], i: int, item: Item, language: Language) -> int:
    """Take a qualifier behind a quantity; how many items it has."""
    quantity = item.q
    if quantity is None or i + 1 >= len(row):
        return 0
    for n in (2, 1):
        kind = language.qualifiers_after.get(" ".join([x.w for x in row[i + 1 : i + 1 + n]]))
        if kind and len(row) > i + n and not row[i + 1].cap and not (row[i + 1].sign and row[i + 1].s > item.e):
            quantity.qualifier = kind
            quantity.end = item.e = row[i + n].e
            return n
    if row[i + 1].w == "more" and i + 2 < len(row):
        quantity.end = item.e = row[i + 1].e
        return 1
    return 0
