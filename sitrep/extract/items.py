"""A sentence as a row of items: words, punctuation, and whole quantities; phrases of the word list are one item."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from ..languages.language import Language, load, word_list
from ..languages.phrases import Opened, Phrase
from ..languages.senses import Noun, Sense
from .clean import SOFT
from .quantities import Quantity

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}(?= [a-zA-Z])|\d{1,3}[ -]years?[ -]old\b|\w[\w\u00ad]*(?:['\-.](?=\w)\w+)*|[^\w\s\u00ad]"
)

BE = word_list("items", "be")
HAVE = word_list("items", "have")
MODAL = word_list("items", "modal")
ADVERBS = word_list("items", "adverbs")
PREPOSITIONS = word_list("items", "prepositions")
DETERMINERS = word_list("items", "determiners")
RELATIVES = word_list("items", "relatives")
COORDINATORS = word_list("items", "coordinators")
_EXACT = frozenset(["only", "just", "a total of", "another", "a further", "an additional", "exactly"])
_CHILD, _OLD, _ELDEST = 18, 66, 100
_OF_AGE = word_list("items", "of_age")
_OLD_WORD = (" old", " year-old", " years-old", "-years-old")
_COME = word_list("items", "come")
SUBORDINATORS = word_list("items", "subordinators")
# Verbs that pass their subject on to the verb behind them: "were reported killed", "are believed to have died".
TRANSPARENT = word_list("items", "transparent")
_GONE = word_list("items", "gone")
CHANGE = word_list("items", "change")


@dataclass(slots=True)
class Item:
    """One word, phrase, sign or quantity. `w` is lower-case; `s`, `e` are offsets into the article's text."""

    w: str
    s: int
    e: int
    cap: bool = False
    q: Quantity | None = None
    senses: tuple[Sense, ...] = ()
    noun: Noun | None = None
    sign: bool = False


class _Lexeme(NamedTuple):
    """What a token is wherever it stands."""

    word: str
    cap: bool
    senses: tuple[Sense, ...]
    noun: Noun | None
    sign: bool
    possessive: bool
    """Whether "'s" was cut off."""
    opens: Opened | None


@lru_cache(maxsize=1 << 14)
def _lexeme(raw: str, code: str) -> _Lexeme:
    word = raw.lower().replace(SOFT, "")
    if word.endswith(_OLD_WORD):
        # "A 45 year old man", "Ada Obi, 45 years old, was"
        word = f"{word[:3].rstrip(' -y')}-year-old"
    possessive = word.endswith("'s") and len(word) > 2
    if possessive:
        word = word[:-2]
    language, opens = load(code), _opened(word, code)
    if not raw[0].isalnum():
        return _Lexeme(word, False, (), None, True, False, opens)
    senses, noun = language.triggers.get(word, ()), language.nouns.get(word)
    return _Lexeme(word, raw[0].isupper(), senses, noun, False, possessive, opens)


def items_of(text: str, start: int, end: int, numbers: list[Quantity], code: str = "en") -> list[Item]:
    """The items of one sentence of a cleaned text, in order; `numbers` are its quantities."""
    row: list[Item] = []
    opening: list[tuple[int, Opened]] = []
    position = start
    for number in numbers:
        _tokens(text, position, number.start, code, row, opening)
        row.append(Item(text[number.start : number.end].lower(), number.start, number.end, q=number))
        position = number.end
    _tokens(text, position, end, code, row, opening)
    _names(row)
    if opening:
        row = _merge(row, opening)
    return _qualify(row, load(code)) if numbers else row


def _tokens(text: str, start: int, end: int, code: str, row: list[Item], opening: list[tuple[int, Opened]]) -> None:
    """Add the items between two numbers, and note where phrases of the word list may begin."""
    for token in _TOKEN.finditer(text, start, end):
        word, cap, senses, noun, sign, possessive, opens = _lexeme(token.group(), code)
        begin, after = token.span()
        if opens is not None:
            opening.append((len(row), opens))
        if possessive:
            row.append(Item(word, begin, after - 2, cap, None, senses, noun))
            row.append(Item("'s", after - 2, after))
        else:
            row.append(Item(word, begin, after, cap, None, senses, noun, sign))


def _names(row: list[Item]) -> None:
    """Take the senses off words inside names ("International Rescue Committee"), unless all is in title case."""
    inside = [i for i in range(1, len(row)) if row[i].cap and row[i].senses and _in_name(row, i)]
    if not inside:
        return
    words = [item.cap for item in row if not item.sign and item.q is None]
    if sum(words) <= 0.6 * len(words):
        for i in inside:
            row[i].senses = ()


def _in_name(row: list[Item], i: int) -> bool:
    """Whether another capitalised word stands beside."""
    return (row[i - 1].cap or i + 1 < len(row) and row[i + 1].cap) and row[i - 1].w not in (".", ":")


def _qualify(row: list[Item], language: Language) -> list[Item]:
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
        if phrase in ("<", ">") and _is_markup(out, item):
            return
        if phrase == "under" and len(out) > n and out[-n - 1].w in _COME:
            return
        of_age = len(out) > n and out[-n - 1].w.endswith("s") and out[-n - 1].w.isalpha()
        if phrase == "under" and (quantity.value or _OLD) <= (_OLD - 1 if of_age else _CHILD):
            item.q = None
            return
        if phrase in ("over", "above") and len(out) > n and out[-n - 1].w in _OF_AGE and _grown(quantity.value):
            item.q = None
            return
        if kind == "exact" and phrase not in _EXACT or phrase == "up to" and len(out) > n and out[-n - 1].w in _GONE:
            return
        if kind != "exact":
            quantity.qualifier = kind
        if kind != "exact" or phrase in ("only", "just", "exactly"):
            quantity.start = out[-n].s
        if phrase in CHANGE:
            # "Returnees exceeded 40,000": what counts them stands before the verb.
            return
        item.s = out[-n].s
        del out[-n:]


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


@cache
def _opened(first: str, code: str) -> Opened | None:
    """The phrases that begin with this word, None where there are none."""
    return load(code).phrases.get(first)


def _merge(row: list[Item], opening: list[tuple[int, Opened]]) -> list[Item]:
    """Join the items of each phrase that the word list knows, the longest first."""
    merged: list[Item] = []
    done = 0
    for i, opened in opening:
        phrase = _phrase(row, i, opened) if done <= i < len(row) - 1 else None
        if phrase is not None:
            merged += row[done:i]
            done = i + phrase.surface.count(" ") + 1
            first = row[i]
            merged.append(Item(phrase.surface, first.s, row[done - 1].e, first.cap, None, phrase.senses, phrase.noun))
    return merged + row[done:] if done else row


def _phrase(row: list[Item], i: int, opened: Opened) -> Phrase | None:
    """The longest phrase that stands at `i`, no quantity in it."""
    for length in opened.lengths.get(row[i + 1].w, ()):
        span = row[i : i + length]
        phrase = opened.phrases.get(" ".join([x.w for x in span])) if len(span) == length else None
        if phrase is not None and not any(x.q for x in span):
            return phrase
    return None
