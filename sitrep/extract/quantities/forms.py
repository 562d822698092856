"""The forms of numbers: digits, number words, fractions of a scale, dozens, vague words."""

import re
from collections.abc import Iterable
from functools import cache

from ...languages.language import Language
from .currency import GLUED

_SOFT = "\u00ad?"
_WORD = re.compile(r"[^\W\d_]+")
# What digits may follow where the space got lost: "roads,11 bridges", "Deaths:12", "death16,481 families".
_RUN_ON = r"(?<=[a-z)][,:])|(?<=[a-z]{3})(?=\d{1,3}(?:,\d{3})+\b)|(?<=[a-z]ed)(?=\d+ [a-z]{4})"
_DIGITS = (
    r"\d{1,3}(?:,[\u00ad]?\d{3})+(?![\d])(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?|\d{1,3}, "
    r"000\b|\d{1,3}(?: \d{3})+(?![\d,])|\d+(?:\u00ad+\d+)*(?:\.\d+)?"
)


def number_pattern(language: Language, words: frozenset[str] | None) -> re.Pattern[str]:
    """All forms of numbers that can stand in a text in lower case of these words, in any text for None.

    Case is not ignored, nor are forms tried that the words exclude: each would cost more than all the rest.
    """
    signs = _signs(language)
    return _pattern(language, tuple(words is None or not words.isdisjoint(some) for some in signs))


@cache
def _signs(language: Language) -> tuple[frozenset[str], ...]:
    """The words of which one stands in a fraction of a scale, in a dozen, in a vague number, in number words."""
    scales = frozenset([*language.multipliers, "hundred", "thousand"])
    vague = frozenset(_WORD.findall(phrase)[-1] for phrase in language.vague)
    return scales, frozenset(["dozen"]), vague, scales | language.units.keys()


@cache
def _pattern(language: Language, forms: tuple[bool, ...]) -> re.Pattern[str]:
    scales = _scales(language)
    begins = rf"(?=\d)(?:(?<![\w.,/:])|{GLUED}|{_RUN_ON})"
    digits = rf"{begins}(?P<digits>{_DIGITS})(?:\s?-?(?P<scale>{scales}|[mk](?![\w/])))?"
    wanted = [form for form, may in zip(_spelled(language, scales), forms, strict=True) if may]
    return re.compile("|".join([*([rf"(?<![a-z])(?:{'|'.join(wanted)})"] if wanted else []), digits]))


def _scales(language: Language) -> str:
    """The multipliers, soft hyphens anywhere in them."""
    long = [word for word in language.multipliers if len(word) > 1]
    return _either(_SOFT.join(word) for word in (*long, "hundred", "thousand"))


def _spelled(language: Language, scales: str) -> tuple[str, ...]:
    """The forms that begin with a word; those of several words before those of one."""
    units = _either(language.units)
    vague = _either(re.escape(phrase).replace(r"\ ", r"[ \u00ad]+") for phrase in language.vague)
    word = rf"(?:{units}|{scales})"
    return (
        rf"(?P<fraction>\b(?:half a|a quarter of a|three quarters of a|(?:{units}) and a half|\d+ and a half|a) "
        rf"(?P<fscale>{scales})\b(?! of thousands))",
        rf"(?P<dozen>\b(?:{units}|\d+) dozen\b)",
        rf"(?P<vague>\b(?:{vague})\b)",
        rf"(?P<words>\b{word}"
        rf"(?:(?:[ -]\u00ad*|(?<=hundred) and |(?<=thousand) and |(?<=million) and ){word})*\b)",
    )


def _either(words: Iterable[str]) -> str:
    """An alternation of words by their first letters, of those with one letter the longest first."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        groups.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in sorted(groups.items()))
