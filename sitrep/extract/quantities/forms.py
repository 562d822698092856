"""The forms of numbers: digits, number words, fractions of a scale, dozens, vague words, each with its currency."""

import re
from functools import cache

from ...languages.language import Language

_SOFT = "\u00ad?"
_MONEY = (
    r"(?:us|au|a|c|nz|hk|s)?\$|€|£|₹|₦|¥|₱|\b(?:usd|eur|gbp|chf|pkr|ngn|inr|jpy|cny|aud|cad|kes|"
    r"etb|php|bdt|npr|lkr|mmk|idr|rs\.?|ksh|tk|n(?=\d)|rp)"
)
_DIGITS = (
    r"\d{1,3}(?:,[\u00ad]?\d{3})+(?![\d])(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?|\d{1,3}, "
    r"000\b|\d{1,3}(?: \d{3})+(?![\d,])|\d+(?:\u00ad+\d+)*(?:\.\d+)?"
)


@cache
def number_pattern(language: Language, spelled: bool) -> re.Pattern[str]:
    """All forms of numbers in a text in lower case, which takes a third of the time that ignoring case would take.

    Without `spelled` it finds only those in digits, for sentences that have no number word.
    """
    words = _spelled(language) if spelled else ""
    scale = rf"{_scales(language)}|hundred|thousand|[mk](?![\w/])"
    digits = rf"(?P<digits>(?<![\w.,/:])(?:{_DIGITS}))(?:\s?-?(?P<scale>{scale}))?"
    return re.compile(rf"(?<![a-z])(?:(?P<money>{_MONEY})\s?)?(?:{words}{digits})")


def _longest_first(words: dict[str, int]) -> list[str]:
    return sorted(words, key=len, reverse=True)


def _scales(language: Language) -> str:
    """The multipliers, soft hyphens anywhere in them."""
    return "|".join(_SOFT.join(word) for word in _longest_first(language.multipliers) if len(word) > 1)


def _spelled(language: Language) -> str:
    """The forms that begin with a word; those of several words before those of one."""
    units = "|".join(_longest_first(language.units))
    scale = _scales(language)
    vague = "|".join(re.escape(v).replace(r"\ ", r"[ \u00ad]+") for v in _longest_first(language.vague))
    word = rf"(?:{units}|hundred|thousand|{scale})"
    return (
        rf"(?P<fraction>\b(?:half a|a quarter of a|three quarters of a|(?:{units}) and a half|\d+ and a half|a) "
        rf"(?P<fscale>{scale}|hundred|thousand)\b(?! of thousands))"
        rf"|(?P<dozen>\b(?:{units}|\d+) dozen\b)"
        rf"|(?P<vague>\b(?:{vague})\b)"
        rf"|(?P<words>\b{word}"
        rf"(?:(?:[ -]\u00ad*|(?<=hundred) and |(?<=thousand) and |(?<=million) and ){word})*\b)|"
    )
