"""The forms of numbers: digits, number words, fractions of a scale, dozens, vague words."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ...languages.language import Language
from ...late import late
from ..clean import SOFT
from .currency import is_glued

_WORD = re.compile(r"[^\W\d_]+")
# What digits may follow where the space got lost: "roads,11 bridges", "Deaths:12", "death16,481 families".
_RUN_ON = late(r"(?<=[a-z)][,:])|(?<=[a-z]{3})(?=\d{1,3}(?:,\d{3})+\b)|(?<=[a-z]ed)(?=\d+ [a-z]{4})")
# All begin with the same digit, so that a text is searched for a digit before anything else is tried.
_DIGITS = (
    r"\d(?:\d{0,2}(?:[,'][\u00ad]?\d{3})+(?![\d])(?:\.\d+)?|\d?(?:,\d{2})+,\d{3}(?:\.\d+)?|\d{0,2}, 000\b"
    r"|\d{0,2}(?: \d{3})+(?![\d,])|\d*(?:\u00ad+\d+)*(?:\.\d+)?)(?: ?[½¼¾])?"
)
_INSIDE = frozenset("_.,/:")
"""Signs behind which digits go on with a name, a time or another number."""


def numbers(
    low: str, start: int, end: int, words: frozenset[str] | None, language: Language
) -> Iterator[re.Match[str]]:
    """What may be a number in a stretch of a text in lower case that has these words, any words for None.

    Case is not ignored, nor are forms tried that the words exclude: each would cost more than all the rest.
    """
    pattern = _pattern(language, _first_form(words, language), SOFT in low[start:end])
    at = start
    while match := pattern.search(low, at, end):
        if match.lastgroup in ("digits", "scale") and not _may_begin(low, match.start()):
            at = match.start() + 1
        else:
            at = match.end()
            yield match


def _may_begin(low: str, at: int) -> bool:
    """Whether digits can begin a number here: they stand apart, or behind a sign of money or a word run together."""
    before = low[at - 1 : at]
    if not (before.isalnum() or before in _INSIDE):
        return True
    return is_glued(low, at) or _RUN_ON.match(low, at) is not None


def _first_form(words: frozenset[str] | None, language: Language) -> int | None:
    """The first of the forms that begin with a word that these words allow, None where they allow none."""
    if words is None or not words.isdisjoint(_of_all_forms(language)):
        return 0
    return -1 if not words.isdisjoint(language.units.keys()) else None


@cache
def _of_all_forms(language: Language) -> frozenset[str]:
    """The words of which one stands in every number that begins with a word, number words below a hundred apart."""
    vague = (_WORD.findall(phrase)[-1] for phrase in language.vague)
    return frozenset([*language.multipliers, "hundred", "thousand", "dozen", "score", *vague])


@cache
def _pattern(language: Language, first: int | None, soft: bool) -> re.Pattern[str]:
    """The forms that begin with a word from the `first` on, none of them for None; then the digits.

    Where the text has soft hyphens (`soft`), they may stand anywhere in a multiplier.
    """
    scales = _scales(language, f"{SOFT}?" if soft else "")
    digits = rf"(?P<digits>{_DIGITS})(?:\s?-?(?P<scale>(?:{scales})(?!(?!s\b)[a-z])|[mk](?![\w/])))?"
    if first is None:
        return re.compile(digits)
    return re.compile(rf"(?<![a-z])(?:{'|'.join(_spelled(language, scales)[first:])})|{digits}")


def _scales(language: Language, joint: str) -> str:
    """The multipliers, with what may stand between two of their letters."""
    long = [word for word in language.multipliers if len(word) > 1]
    return _either(joint.join(word) for word in (*long, "hundred", "thousand"))


def _spelled(language: Language, scales: str) -> tuple[str, ...]:
    """The forms that begin with a word; those of several words before those of one."""
    units = _either(language.units)
    vague = _either(re.escape(phrase).replace(r"\ ", r"[ \u00ad]+") for phrase in language.vague)
    return (
        rf"(?P<fraction>\b(?:half[ -]a|(?:three[ -]quarters|quarter)[ -]of[ -]a|a quarter(?: of a)?|a half|[½¼¾]"
        rf"|(?:{units}|\d+)[ -]and[ -]a[ -]half|a|another)"
        rf"[ -](?P<fscale>{scales})\b(?P<more> and a half\b)?(?! of thousands|[ -](?:and[ -])?(?:{units}|{scales})\b))",
        rf"(?P<point>\b(?:{units}) point (?:{units}) (?P<pscale>{scales})\b)",
        rf"(?P<dozen>\b(?:{units}|\d+) dozen\b|\ba score(?= of [a-z]))",
        rf"(?P<vague>\b(?:{vague})\b)",
        rf"(?P<words>\b(?=[a-z])(?:a(?:nother)? (?=(?:{scales})\b))?"
        r"(?:(?:[ -]\u00ad*|(?:(?<=hundred)|(?<=thousand)|(?<=million))(?: and | & |-and-))?"
        rf"(?<![a-z])(?:{units}|{scales}))+\b)",
    )


def _either(words: Iterable[str]) -> str:
    """An alternation of words by their first letters, of those with one letter the longest first."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        groups.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in sorted(groups.items()))
