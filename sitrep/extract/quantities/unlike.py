"""Numbers that count nothing: dates, times, ages, shares, labels, lengths, parts of names."""

import re

from ...languages.language import alternatives

MONTHS = alternatives("quantities", "months")
"""The names of the months and their short forms, as the inside of a group."""
_I = re.IGNORECASE
_AFTER = re.compile(
    rf"{alternatives('quantities', 'not_after')}|-(?:{alternatives('quantities', 'compound_digits')})", _I
)
_BEFORE = re.compile(rf"(?:\b(?:{alternatives('quantities', 'not_before')}) ?|[#+:/§№]|[A-Za-z]-|\d[.,]|\d )$", _I)
_AFTER_WORD = re.compile(
    rf"{alternatives('quantities', 'fraction')}|-(?:{alternatives('quantities', 'compound_words')})", _I
)
_BEFORE_WORD = re.compile(rf"\b(?:{alternatives('quantities', 'not_before_word')})[ -]?$", _I)
_SHARE = re.compile(
    r"\s?(?:to|-|–|and|or)\s?[\d.]+\s?(?:per ?cent|percent|pct|%)|(?: per ?cent| percent|%)? of "
    r"(?:them|the population)\b(?<=n)",
    _I,
)
_MONTH_AFTER = re.compile(rf"\s?(?:st|nd|rd|th)?(?: of)?[ -](?:{MONTHS})\b", _I)
_MONTH_BEFORE = re.compile(rf"\b(?:{MONTHS})\.?[ -]$", _I)
_DAYS = re.compile(
    rf"(?:st|nd|rd|th)?\s?(?:to|-|–|and|or|,|until)\s?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{MONTHS})", _I
)
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_YEAR_BEFORE = re.compile(rf"\b(?:{alternatives('quantities', 'year_before')})[ -]?$|['/–-]$", _I)
_NAME_BEFORE = re.compile(r"[A-Z][\w'-]+, ?$")
_AGE_AFTER = re.compile(r"[,.;)]|$| (?:said|told|who|and)\b")
_BEHIND, _AHEAD = 24, 20
"""How much of the text around a number is looked at."""


def before(text: str, at: int) -> str:
    """The stretch of text before a number that bears on it."""
    return text[max(0, at - _BEHIND) : at]


def words_count_nothing(text: str, start: int, end: int) -> bool:
    """Whether number words are a fraction, an age, a compound adjective or a label ("phase three")."""
    return bool(_AFTER_WORD.match(text, end) or _BEFORE_WORD.search(before(text, start)))


def digits_count_nothing(text: str, start: int, end: int, digits: str, scale: str) -> bool:
    """Whether digits without a currency are anything but a count; `scale` is the multiplier behind them, if any."""
    lead, after = before(text, start), text[end : end + _AHEAD]
    if _AFTER.match(after) and not (scale and after[:1].isspace()) or _BEFORE.search(lead):
        return True
    if _SHARE.match(text, end) or _is_age(digits, lead, after):
        return True
    return not scale and _is_date(digits, lead, after)


def _is_age(digits: str, lead: str, after: str) -> bool:
    """ "Ada Obi, 34, said"."""
    return len(digits) <= 3 and bool(_NAME_BEFORE.search(lead) and _AGE_AFTER.match(after))


def _is_date(digits: str, lead: str, after: str) -> bool:
    if len(digits) <= 2 and (_DAYS.match(after) or _MONTH_AFTER.match(after) or _MONTH_BEFORE.search(lead)):
        return True
    if not _YEAR.fullmatch(digits):
        return False
    noun = after[:1] == " " and "a" <= after[1:2] <= "z"
    return not noun or bool(_MONTH_BEFORE.search(lead) or _YEAR_BEFORE.search(lead))
