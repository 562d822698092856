"""A sentence as a row of items: words, punctuation, and whole quantities; phrases of the word list are one item."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from ..languages.language import Language, Noun, Sense, load, word_list
from .clean import SOFT
from .quantities import Quantity

_TOKEN = re.compile(r"\w[\w\u00ad]*(?:['\-.](?=\w)\w+)*|[^\w\s]")

BE = word_list("items", "be")
HAVE = word_list("items", "have")
MODAL = word_list("items", "modal")
ADVERBS = word_list("items", "adverbs")
PREPOSITIONS = word_list("items", "prepositions")
DETERMINERS = word_list("items", "determiners")
RELATIVES = word_list("items", "relatives")
COORDINATORS = word_list("items", "coordinators")
SUBORDINATORS = word_list("items", "subordinators")
# Verbs that pass their subject on to the verb behind them: "were reported killed", "are believed to have died".
TRANSPARENT = word_list("items", "transparent")
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


class Joined(NamedTuple):
    """A phrase of the word list: its words, as one string, and what it means."""

    words: tuple[str, ...]
    surface: str
    senses: tuple[Sense, ...]
    noun: Noun | None


@lru_cache(maxsize=1 << 14)
def _lexeme(raw: str, code: str) -> tuple[str, bool, tuple[Sense, ...], Noun | None, bool, bool]:
    """A token as its word, whether capital, its senses, its noun, whether it is a sign, whether "'s" was cut off."""
    word = raw.lower().replace(SOFT, "")
    if not raw[0].isalnum():
        return word, False, (), None, True, False
    possessive = word.endswith("'s") and len(word) > 2
    if possessive:
        word = word[:-2]
    language = load(code)
    return word, raw[0].isupper(), language.triggers.get(word, ()), language.nouns.get(word), False, possessive


def items_of(text: str, start: int, end: int, numbers: list[Quantity], code: str = "en") -> list[Item]:
    """The items of one sentence of a cleaned text, in order; `numbers` are its quantities."""
    language = load(code)
    row: list[Item] = []
    at = 0
    position = start
    while position < end:
        if at < len(numbers) and position >= numbers[at].start:
            number = numbers[at]
            row.append(Item(text[number.start : number.end].lower(), number.start, number.end, q=number))
            position, at = number.end, at + 1
            continue
        stop = numbers[at].start if at < len(numbers) else end
        for token in _TOKEN.finditer(text, position, stop):
            begin, after = token.span()
            word, cap, means, noun, sign, possessive = _lexeme(token.group(), code)
            after -= 2 * possessive
            row.append(Item(word, begin, after, cap, None, means, noun, sign))
            if possessive:
                row.append(Item("'s", after, after + 2))
        position = stop
    return _qualify(_merge(_names(row), language), language)


def _names(row: list[Item]) -> list[Item]:
    """Take the senses off words inside names ("International Rescue Committee"), unless all is in title case."""
    words = [item for item in row if not item.sign and item.q is None]
    if sum(item.cap for item in words) > 0.6 * len(words):
        return row
    for i, item in enumerate(row):
        if (
            item.cap
            and i
            and item.senses
            and (row[i - 1].cap or i + 1 < len(row) and row[i + 1].cap)
            and row[i - 1].w not in (".", ":")
        ):
            item.senses = ()
    return row


def _qualify(row: list[Item], language: Language) -> list[Item]:
    """Take the words that qualify a quantity ("at least", "an estimated", "or more") into its item."""
    out: list[Item] = []
    skip = 0
    for i, item in enumerate(row):
        if skip:
            skip -= 1
            continue
        if item.q is not None:
            _before(out, item, language)
            skip = _after(row, i, item, language)
        out.append(item)
    return out


def _before(out: list[Item], item: Item, language: Language) -> None:
    quantity = item.q
    assert quantity is not None
    while out:
        for n in (4, 3, 2, 1):
            span = out[-n:]
            phrase = " ".join(x.w for x in span)
            kind = language.qualifiers.get(phrase) if len(span) == n and not any(x.q for x in span) else None
            if kind:
                break
        if phrase == "under" and (quantity.value or 99) <= 18:
            item.q = None
            return
        if (
            not kind
            or kind == "exact"
            and phrase not in ("only", "just", "a total of", "another", "a further", "an additional", "exactly")
        ):
            return
        del out[-n:]
        if kind != "exact":
            quantity.qualifier = kind
        if kind != "exact" or phrase in ("only", "just", "exactly"):
            quantity.start = span[0].s
        item.s = span[0].s


def _after(row: list[Item], i: int, item: Item, language: Language) -> int:
    quantity = item.q
    if quantity is None:
        return 0
    for n in (2, 1):
        kind = language.qualifiers_after.get(" ".join(x.w for x in row[i + 1 : i + 1 + n]))
        if kind and len(row) > i + n and not row[i + 1].cap:
            quantity.qualifier = kind
            quantity.end = item.e = row[i + n].e
            return n
    if row[i + 1 : i + 2] and row[i + 1].w == "more" and i + 2 < len(row):
        quantity.end = item.e = row[i + 1].e
        return 1
    return 0


@cache
def _phrases(code: str) -> dict[str, dict[str, tuple[Joined, ...]]]:
    """First word -> second word -> the phrases that begin so, longest first."""
    language = load(code)
    table: dict[str, dict[str, tuple[Joined, ...]]] = {}
    for first, phrases in language.phrases.items():
        for words in phrases:
            surface = " ".join(words)
            joined = Joined(words, surface, language.triggers.get(surface, ()), language.nouns.get(surface))
            known = table.setdefault(first, {})
            known[words[1]] = (*known.get(words[1], ()), joined)
    return table


def _merge(row: list[Item], language: Language) -> list[Item]:
    """Join the items of each phrase that the word list knows, the longest first."""
    table = _phrases(language.code)
    if not any(item.w in table for item in row):
        return row
    merged: list[Item] = []
    words = tuple([item.w for item in row])
    i, last = 0, len(row) - 1
    while i <= last:
        item = row[i]
        seconds = table.get(item.w) if i < last and item.q is None else None
        for phrase in seconds.get(words[i + 1], ()) if seconds else ():
            n = len(phrase.words)
            if words[i : i + n] == phrase.words and not any(x.q for x in row[i + 1 : i + n]):
                end = row[i + n - 1].e
                merged.append(Item(phrase.surface, item.s, end, item.cap, None, phrase.senses, phrase.noun))
                i += n
                break
        else:
            merged.append(item)
            i += 1
    return merged
