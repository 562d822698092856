"""The value of one number expression."""

import re

from ...languages.language import Language
from ...late import late
from .currency import sign_before
from .quantity import Quantity
from .unlike import digits_count_nothing, is_age, is_year, words_count_nothing

_SPACE = late("[ \u00ad]+")
_SPACING = late("[ ,']")
_RANGE = late(r" ?(?:to|-|–|and) ?\d[\d.]* ?(?:million|billion|lakh|crore|thousand)\b")
"""What stands behind the lower bound of a range that leaves its scale to the upper one."""
_LONGEST = 15
"""Digits of the longest number that counts something."""
_SCORE = "a score"
_COUPLE = "a couple"
_HALVES = frozenset(["half a dozen", "half-a-dozen"])
"""Vague in form only."""
_NEXT = late(r" (?:[a-z-]+(?:ed|al|an|er) )?([a-z]+)")
# "A couple of", "a couple hundred", "a couple more" are some.
_COUNTING = frozenset(["of", "more", "other", "others", "dozen", "hundred", "thousand", "million"])
_JOINTS = ("and", "&")
_ONE = ("a", "another")
_PARTS = {"half": 0.5, "quarter": 0.25, "quarters": 0.75, "½": 0.5, "¼": 0.25, "¾": 0.75}
_LABELS = 1000
"""Below this letters with a number are a label ("K9", "SH1"), not a sum of money."""


def read(match: re.Match[str], text: str, low: str, language: Language) -> Quantity | None:
    """One match of the pattern in `low` as a quantity, None where it counts nothing."""
    quantity = Quantity(match.start(), match.end(), None)
    if match.lastgroup in ("digits", "scale"):
        return _digits(match, text, low, quantity, language)
    return _spelled(match, low, quantity, language)


def _spelled(match: re.Match[str], low: str, quantity: Quantity, language: Language) -> Quantity | None:
    """A number that begins with a word."""
    if match.lastgroup == "words":
        return _words(match, low, quantity, language)
    if match.lastgroup == "fraction":
        quantity.value = _fraction(match, language)
    elif match.lastgroup == "point":
        quantity.value = _point(match.group("point"), match.group("pscale"), language)
    elif match.group("dozen") == _SCORE:
        quantity.value, quantity.vague = 20, True
    elif match.lastgroup == "dozen":
        quantity.value = 12 * _small(match.group("dozen").split()[0], language)
    else:
        vague = _SPACE.sub(" ", match.group("vague"))
        quantity.value = language.vague[vague]
        quantity.vague = not (vague in _HALVES or vague == _COUPLE and _are_married(low, match.end(), language))
    return quantity


def _are_married(low: str, end: int, language: Language) -> bool:
    """Whether "a couple" are two people, not some: nothing that it counts stands behind it."""
    following = _NEXT.match(low, end)
    return following is None or following[1] not in _COUNTING and following[1] not in language.nouns


def _words(match: re.Match[str], low: str, quantity: Quantity, language: Language) -> Quantity | None:
    words = re.split("[ -]", match.group("words").replace("\u00ad", ""))
    if words[0] in language.multipliers or words[0] == "hundred":
        return None
    if words_count_nothing(low, quantity.start, match.end()):
        last = len(words[-1]) + 1
        if len(words) == 1 or low[match.end() : match.end() + 1] != "-" or words_value(words, language) is not None:
            return None
        # "Two three-year-old girls"
        words, quantity.end = words[:-1], quantity.end - last
    quantity.value = words_value(words, language)
    quantity.article = words == ["one"]
    return quantity if quantity.value is not None else None


def words_value(words: list[str], language: Language) -> int | None:
    """The value of spelled-out number words, or None where they do not make one number ("two three")."""
    total = current = 0
    last = 1 << 60
    for word in words:
        if word in _JOINTS or word in _ONE:
            continue
        if word in language.units:
            value = language.units[word]
            if current % 100 and not (current % 100 >= 20 and current % 10 == 0 and value < 10):
                return None
            current += value
        elif word == "hundred":
            current = max(current, 1) * 100
        else:
            scale = language.multipliers[word]
            if scale >= last and current == 0:
                return None
            total += max(current, 1) * scale
            current, last = 0, scale
    return total + current


def _small(word: str, language: Language) -> int:
    return language.units[word] if word in language.units else int(word)


def _scale(word: str, language: Language) -> int:
    return language.multipliers.get(word, 100 if word == "hundred" else 1000)


def _fraction(match: re.Match[str], language: Language) -> float | int:
    """ "half a million", "two and a half million", "a million and a half", "a thousand"."""
    words, size = re.split("[ -]", match.group("fraction")), _scale(match.group("fscale"), language)
    part = next((_PARTS[word] for word in words if word in _PARTS), 0)
    if part and "and" not in words:
        return times(part, size)
    return times((1 if words[0] in _ONE else _small(words[0], language)) + part, size)


def _point(phrase: str, scale: str, language: Language) -> float | int:
    """ "two point five million"."""
    whole, _, tenths = phrase.split(" ")[:3]
    return times(_small(whole, language) + _small(tenths, language) / 10, _scale(scale, language))


def _digits(match: re.Match[str], text: str, low: str, quantity: Quantity, language: Language) -> Quantity | None:
    digits, part = _parted(match.group("digits").replace("\u00ad", ""))
    scale = (match.group("scale") or "").replace("\u00ad", "")
    if len(digits) > _LONGEST:
        return None
    value = float(_SPACING.sub("", digits)) + part
    if not _sign(text, low, quantity, bool(scale) or value >= _LABELS):
        return None
    if quantity.currency is None and (
        digits_count_nothing(low, quantity.start, quantity.end, digits, scale)
        or is_age(text, quantity.start, quantity.end, digits)
        or not scale
        and is_year(text, low, quantity.start, quantity.end, digits)
    ):
        return None
    if scale:
        quantity.value = times(value, _scale(scale, language))
        return quantity
    whole = value == int(value) or quantity.currency is not None or _RANGE.match(low, quantity.end) is not None
    if digits.startswith("0") or not whole:
        return None
    quantity.value = times(value, 1)
    return quantity


def _parted(written: str) -> tuple[str, float]:
    """Digits, and the fraction behind them: "1½"."""
    return (written[:-1].strip(), _PARTS[written[-1]]) if written[-1] in _PARTS else (written, 0)


def _sign(text: str, low: str, quantity: Quantity, large: bool) -> bool:
    """Take in the sign of money before digits; whether they are a number and no part of a word ("K9", "H1N1")."""
    sign = sign_before(text, low, quantity.start)
    glued = text[quantity.start - 1 : quantity.start].isalnum()
    if sign is None:
        return not glued or "," in low[quantity.start : quantity.end] or low.endswith("ed", 0, quantity.start)
    if glued and not large:
        return False
    quantity.start, quantity.currency = sign
    return True


def times(value: float, scale: int) -> float | int:
    """A number at a scale, whole where it can be."""
    product = round(value * scale, 6)
    return int(product) if product == int(product) else product
