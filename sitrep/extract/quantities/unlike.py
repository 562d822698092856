"""Numbers that count nothing: dates, times, ages, shares, labels, lengths, parts of names."""

import re

from ...languages.language import alternatives, word_list
from ...late import late

MONTHS = alternatives("quantities", "months")
"""The names of the months and their short forms, as the inside of a group."""
_AFTER = late(rf"{alternatives('quantities', 'not_after')}|-(?:{alternatives('quantities', 'compound_digits')})")
# What digits go on with behind a hyphen: "covid-19", but not "2k-3k" and "12-to-15".
_HYPHEN = r"(?:[a-jln-z]|(?<!\d)[km])(?<!\d-to)(?<!\d-or)-"
_BEFORE = late(rf"(?:\b(?:{alternatives('quantities', 'not_before')}) ?|[#+/§№]|\d:|{_HYPHEN}|\d[.,]|\d )$")
# The last words of those labels, and the letters with which what makes digits no count can begin behind a space: with
# any other word the patterns need not be tried.
_LABELS = frozenset(re.findall(r"[a-z]+$", alternatives("quantities", "not_before").replace("|", "\n"), re.MULTILINE))
_MAY_FOLLOW = frozenset("%p°hxayto-–")
_AFTER_WORD = late(rf"{alternatives('quantities', 'fraction')}|-(?:{alternatives('quantities', 'compound_words')})")
_BEFORE_WORD = late(rf"\b(?:{alternatives('quantities', 'not_before_word')})[ -]?$")
_SHARE = late(
    r"\s?(?:to|-|–|and|or)\s?[\d.]+\s?(?:per ?cent|percent|pct|%)|(?: per ?cent| percent|%)? of "
    r"(?:them|the population)\b(?<=n)",
)
_MONTH_AFTER = late(rf"\s?(?:st|nd|rd|th)?(?: of)?[ -](?:{MONTHS})\b")
_MONTH_BEFORE = late(rf"\b(?:{MONTHS})\.?[ -](?:\d\d? ?(?:and|-|–|,) ?)?$")
_DAYS = late(rf"(?:st|nd|rd|th)?\s?(?:to|-|–|and|or|,|until)\s?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{MONTHS})")
_YEAR = late(r"1[5-9]\d\d|20\d\d")
_YEAR_BEFORE = late(rf"\b(?:{alternatives('quantities', 'year_before')})[ -]?$|['/–-]$")
_NAME_BEFORE = late(r"[A-Z][\w'-]+, ?$")
_AGE_AFTER = late(r"[,.;)]|$| (?:said|told|who|and)\b")
_NAMES_BEFORE = late(r"[A-Z][\w'-]+ [A-Z][\w'-]+ \($")
_PERSON_BEFORE = late(rf"\b(?:{alternatives('quantities', 'aged_persons')}), ?$")
_AGE_CLOSES = late(r"\) (?:was|is|has|had|who|died|drowned)\b")
_NEXT = late(r"[-–](\d{1,3})(?![\d,.])")
_LAST = late(r"(?<![\d,.])(\d{1,3}|(?:19|20)\d\d)[-–]$")
_SERVICES = tuple(word_list("quantities", "services"))
_PART = late(r" of (?:the |its )?\d[\d,]* [a-z]{3,}")
_NUMBERING = ("number ", "numbered ", "day ")
_BEHIND, _AHEAD = 24, 20
"""How much of the text around a number is looked at."""


def before(text: str, at: int) -> str:
    """The stretch of text before a number that bears on it."""
    return text[max(0, at - _BEHIND) : at]


def words_count_nothing(low: str, start: int, end: int) -> bool:
    """Whether number words are a fraction, an age, a compound adjective or a label ("phase three")."""
    return bool(_AFTER_WORD.match(low, end) or _BEFORE_WORD.search(before(low, start)))


def digits_count_nothing(low: str, start: int, end: int, digits: str, scale: str) -> bool:
    """Whether digits without a currency are anything but a count; `scale` is the multiplier behind them, if any."""
    lead, after = before(low, start), low[end : end + _AHEAD]
    if (after[:1] != " " or after[1:2] in _MAY_FOLLOW) and (
        _AFTER.match(after) and not (scale and after[:1].isspace()) or _SHARE.match(low, end)
    ):
        return True
    if _is_result(lead, after, digits) or low.endswith(_SERVICES, 0, end):
        return True
    # "The evacuees number 3,190" counts them; "number 3" is a name.
    named = _is_labelled(lead) and not (("," in digits or scale) and lead.endswith(_NUMBERING))
    if named and _PART.match(low, end):
        # "In the war zone 12 of 40 schools have shut".
        return False
    return named or not scale and len(digits) <= 2 and _is_day(lead, after)


def _is_labelled(lead: str) -> bool:
    """Whether the word or sign before digits makes them a name, an age or a part of a number."""
    head, _, word = lead[:-1].rpartition(" ")
    if head and lead[-1] == " " and word.isalpha() and word not in _LABELS:
        return False
    return bool(_BEFORE.search(lead))


def _is_result(lead: str, after: str, digits: str) -> bool:
    """Whether digits are a result or years: "won 3-1", "passed 14-0", "in 2014-15"."""
    if len(digits) > 3 or not digits.isdigit():
        return False
    if after[:1] and after[0] in "-–":
        less = _NEXT.match(after)
        return less is not None and int(less.group(1)) <= int(digits)
    if lead[-1:] and lead[-1] in "-–":
        more = _LAST.search(lead)
        return more is not None and int(more.group(1)) >= int(digits) and (len(more.group(1)) < 4 or len(digits) == 2)
    return False


def is_age(text: str, start: int, end: int, digits: str) -> bool:
    """Whether digits tell how old someone is: "Ada Obi, 34, said"."""
    if len(digits) > 3:
        return False
    lead = before(text, start)
    if lead.endswith("("):
        return bool(_NAMES_BEFORE.search(lead) and _AGE_CLOSES.match(text, end, end + _AHEAD))
    if not lead.endswith((", ", ",")):
        return False
    if _PERSON_BEFORE.search(lead):
        return end == len(text) or text[end] in ",.;)"
    return bool(_NAME_BEFORE.search(lead) and _AGE_AFTER.match(text, end, end + _AHEAD))


def is_year(text: str, low: str, start: int, end: int, digits: str) -> bool:
    """Whether four digits are a year: no counted noun follows, or a month, "in" or "since" stands before."""
    if not _YEAR.fullmatch(digits):
        return False
    noun = text[end : end + 1] == " " and "a" <= text[end + 1 : end + 2] <= "z"
    lead = before(low, start)
    return not noun or bool(_MONTH_BEFORE.search(lead) or _YEAR_BEFORE.search(lead))


def _is_day(lead: str, after: str) -> bool:
    return bool(_DAYS.match(after) or _MONTH_AFTER.match(after) or _MONTH_BEFORE.search(lead))
