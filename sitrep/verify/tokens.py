"""Numbers in a text, token by token, so that "95" is never proved by "1995", nor "30" by "10:30" or "30 per cent".

This reader is the verifier's own: it shares the words of a language with extraction, and no code, so that a slip of
the one is not a slip of the other.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ..languages.language import Language, load

Kind = Literal["number", "vague", "percent", "ordinal", "clock", "date"]


@dataclass(frozen=True, slots=True)
class Token:
    """A number as it stands in a text, with what it means.

    `text[start:end]` is the number without its qualifier; `qualifiers` are the kinds of the qualifiers around it
    ("at_least", "about"), and `reach` is where the first of them begins.
    """

    start: int
    end: int
    value: float
    kind: Kind
    qualifiers: frozenset[str] = frozenset()
    reach: int = 0

    def same_number(self, other: "Token") -> bool:
        """Equal in kind and value, whatever the qualifiers."""
        return self.kind == other.kind and abs(self.value - other.value) <= 1e-9 * max(1.0, abs(self.value))

    def proves(self, printed: "Token") -> bool:
        """Equal in kind, value and qualifiers: neither a dropped nor an added "more than" passes."""
        return self.same_number(printed) and self.qualifiers == printed.qualifiers


def tokens(text: str, language: str = "en") -> tuple[Token, ...]:
    """Every number of the text, in numerals and in words, in order; every digit of it belongs to one token."""
    words = _words(language)
    found = []
    for match in words.number.finditer(text):
        token = _read(match, text, words)
        if token is not None:
            found.append(_qualified(token, text, words))
    return tuple(found)


def readings(text: str, language: str = "en") -> tuple[Token, ...]:
    """The tokens, and for numerals in groups of three with plain spaces ("30 400") each group alone as well."""
    return (*tokens(text, language), *_single_groups(text, language))


def _single_groups(text: str, language: str) -> Iterator[Token]:
    words = _words(language)
    for match in re.finditer(r"(?<![\d,.])\d{1,3}(?: \d{3})+(?![\d,])", text):
        for group in re.finditer(r"\d+", match[0]):
            start = match.start() + group.start()
            yield _qualified(Token(start, start + len(group[0]), float(group[0]), "number"), text, words)


@dataclass(frozen=True, eq=False)
class _Words:
    language: Language
    number: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]


_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_PARTS = {
    "a": 1,
    "an": 1,
    "another": 1,
    "half a": 0.5,
    "half an": 0.5,
    "a quarter of a": 0.25,
    "three quarters of a": 0.75,
}
_CLOCK_AFTER = re.compile(r"\s?(?:a\.?m\b|p\.?m\b|hours\b|hrs\b|GMT|UTC)", re.I)
_PERCENT_AFTER = re.compile(r"\s?(?:%|per ?cent\b|pct\b)", re.I)
_DATE_AFTER = re.compile(
    rf"(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}}|\s(?:and|to)\s\d{{1,2}})?,?\s(?:of\s)?(?:{_MONTHS})\b", re.I
)
_DATE_BEFORE = re.compile(rf"\b(?:{_MONTHS})\.?\s(?:\d{{1,2}}(?:st|nd|rd|th)?(?:,|\s?[-–]|\sand|\sto)?\s?)?$", re.I)


@cache
def _words(code: str) -> _Words:
    language = load(code)
    scale = _any(word for word in language.multipliers if len(word) > 1)
    long_scale = _any(word for word in language.multipliers if len(word) > 2)
    letter = _any(word for word in language.multipliers if len(word) == 1)
    unit = _any(language.units)
    vague = _any(language.vague)
    word = rf"(?:{unit}|{long_scale})"
    number = re.compile(
        rf"(?P<vague>\b(?:{vague})\b(?!\s+(?:{long_scale})\b))"
        rf"|(?P<part>\bhalf an?|\ba quarter of a|\bthree quarters of a|\banother|\ban?)[\s-]"
        rf"(?P<whole>{long_scale}|dozen)\b"
        rf"|(?P<clock>(?<![\d:])\d{{1,2}}:\d\d(?::\d\d)?(?!\d))"
        rf"|(?P<iso>(?<!\d)\d{{4}}-\d\d-\d\d(?!\d))"
        rf"|(?P<digits>\d{{1,3}}(?:[,\u00a0\u202f ]\d{{3}})+(?![\d,]*\d)|\d+)(?P<fraction>\.\d+)?"
        rf"(?P<suffix>(?:st|nd|rd|th)\b|(?:\sand\sa\shalf)?(?:[\s\u00a0-]?(?:{scale}|dozen)|(?:{letter}))\b)?"
        rf"|(?P<words>\b{word}(?:(?:[\s-]|\sand\s){word})*(?:\sdozen)?\b)",
        re.I,
    )
    before = _any(phrase for phrase, kind in language.qualifiers.items() if kind != "exact")
    after = _any(language.qualifiers_after)
    return _Words(
        language,
        number,
        re.compile(
            rf"(?<![\w-])({before})[\s\u00a0]*(?:the\s+|a\s+)?(?:[A-Z]{{0,3}}[$€£₹₦¥₱]|\b[A-Z]{{3}})?\s?$", re.I
        ),
        re.compile(rf"[\s,]*(?:\w+[\s]+)?({after})\b", re.I),
    )


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)


def _read(match: re.Match[str], text: str, words: _Words) -> Token | None:
    start, end = match.span()
    if match["vague"]:
        return Token(start, end, float(words.language.vague[_folded(match["vague"])]), "vague")
    if match["part"]:
        return Token(start, end, _PARTS[_folded(match["part"])] * _scale(match["whole"], words), "number")
    if match["clock"] or match["iso"]:
        digits = float(re.sub(r"\D", "", match[0]))
        return Token(start, end, digits, "clock" if match["clock"] else "date")
    if match["words"]:
        value = _spelled(match["words"], words)
        return None if value is None else _typed(Token(start, end, value, "number"), text)
    return _numeral(match, text, words)


def _numeral(match: re.Match[str], text: str, words: _Words) -> Token:
    start, end = match.span()
    value = float(re.sub(r"\D", "", match["digits"]) + (match["fraction"] or ""))
    suffix = _folded(match["suffix"] or "")
    if suffix in ("st", "nd", "rd", "th"):
        return _typed(Token(start, end, value, "ordinal"), text)
    if suffix:
        half = suffix.startswith("and a half")
        word = suffix.removeprefix("and a half").strip(" -\u00a0")
        # 4.1 million is a whole number, which its product in binary is not.
        value = round((value + 0.5 * half) * _scale(word, words), 6)
    return _typed(Token(start, end, value, "number"), text)


def _typed(token: Token, text: str) -> Token:
    """The token with its kind by what stands around it."""
    kind: Kind = token.kind
    if _PERCENT_AFTER.match(text, token.end):
        kind = "percent"
    elif token.value < 10_000 and _is_date(token, text):
        kind = "date"
    elif token.kind == "number" and token.value <= 2400 and _CLOCK_AFTER.match(text, token.end):
        kind = "clock"
    return Token(token.start, token.end, token.value, kind)


def _is_date(token: Token, text: str) -> bool:
    head = text[max(0, token.start - 24) : token.start]
    if token.value <= 31 and _DATE_AFTER.match(text, token.end):
        return True
    before = _DATE_BEFORE.search(head)
    return before is not None and (token.value <= 31 or 1900 <= token.value <= 2100)


def _spelled(text: str, words: _Words) -> float | None:
    """The value of spelled-out number words; None where they make no number ("million" alone)."""
    language, total, current, seen = words.language, 0.0, 0.0, False
    for word in re.split(r"[\s-]+", text.lower()):
        if word == "and":
            continue
        if word in language.units:
            current, seen = current + language.units[word], True
        elif word == "hundred":
            current = max(current, 1) * 100
        else:
            total, current = total + max(current, 1) * _scale(word, words), 0
    return total + current if seen else None


def _scale(word: str, words: _Words) -> int:
    return 12 if _folded(word) == "dozen" else words.language.multipliers[_folded(word)]


def _folded(text: str) -> str:
    return " ".join(text.lower().split())


def _qualified(token: Token, text: str, words: _Words) -> Token:
    """The token with the kinds of the qualifiers directly before and after it."""
    if token.kind not in ("number", "vague"):
        return Token(token.start, token.end, token.value, token.kind, frozenset(), token.start)
    kinds: set[str] = set()
    reach = token.start
    while (found := words.before.search(text, max(0, reach - 40), reach)) and not _is_mark(found):
        kinds.add(words.language.qualifiers[_folded(found[1])])
        reach = found.start()
    found = words.after.match(text, token.end)
    if found and not words.number.match(text, _after_blanks(text, found.end())):  # else the next one's: "31 to over 45"
        kinds.add(words.language.qualifiers_after[_folded(found[1])])
    return Token(token.start, token.end, token.value, token.kind, frozenset(kinds), reach)


def _is_mark(found: re.Match[str]) -> bool:
    """Whether a sign before a number is none of it: with a blank behind it, ">" opens a quotation or ends a button."""
    return found[1] in ("<", ">") and found[0][-1].isspace()


def _after_blanks(text: str, at: int) -> int:
    while text[at : at + 1].isspace():
        at += 1
    return at
