"""Money: the sign or code before a number, the word or code behind it, and the currency that it stands for.

A name that several countries give to their money ("rupees", "pesos", "K") stands for itself until the country of the
article settles it.
"""

import re
from collections.abc import Iterable

from ...languages.language import alternatives, word_list, word_table
from ...late import late
from ...places.countries import demonym_country, iso3

_SIGNS = word_table("quantities", "signs")
_CODES = word_list("quantities", "codes")
_NAMES = word_table("quantities", "money")
_SHARED = word_table("quantities", "shared_money")
_LETTERS = frozenset(_SIGNS) | {code.lower() for code in _CODES}
_WORDS = frozenset(_NAMES) | {name for name in _SHARED if " " not in name and len(name) > 2}


def _one_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


def _glued() -> frozenset[str]:
    signs = {w for w in _LETTERS if w.isalpha()}
    return frozenset(signs | {f"{w}." for w in signs if len(w) > 1} | {w for w in _SIGNS if w.endswith("/")})


_GLUED = _glued()
_LENGTHS = sorted({len(w) for w in _GLUED})
_BEFORE = late(
    rf"(?:(?<![^\W_])(?:{_one_of(w for w in _LETTERS if w[0].isalpha())})"
    rf"|{_one_of(w for w in _SIGNS if not w[0].isalpha())})(?P<gap>\.? ?)$"
)
_AFTER = late(
    rf" ?(?P<name>{_one_of({*_WORDS, *(code.lower() for code in _CODES)})})\b"
    rf"| (?P<nation>[a-z.]+(?: [a-z]+)?) (?P<own>{_one_of(_WORDS)})\b"
)
_SCALED = late(rf"(?:{alternatives('quantities', 'money_scales')})$")
_ONLY_SCALED = word_list("quantities", "scaled_money")
_REACH, _BEHIND, _SCALE = 8, 40, 9


def is_glued(low: str, start: int) -> bool:
    """Whether a sign that ends with a letter or a point stands before digits without a space: "Rs55", "N25 million"."""
    return any(low[start - n : start] in _GLUED and _opens_word(low, start - n) for n in _LENGTHS if n <= start)


def _opens_word(low: str, at: int) -> bool:
    return at == 0 or not (low[at - 1].isalnum() or low[at - 1] == "_")


def sign_before(text: str, low: str, start: int) -> tuple[int, str] | None:
    """Where the sign before a number begins, and its currency; None where there is none."""
    match = _BEFORE.search(low, max(0, start - _REACH), start)
    if match is None:
        return None
    at, gap = match.start(), match.group("gap")
    written = text[at : match.start("gap")]
    if written[0].isalpha() and not _capital(written, gap):
        return None
    return at, _SIGNS.get(written.lower()) or written.upper()


def _capital(written: str, gap: str) -> bool:
    """Whether letters are written as a sign of money: a code in capitals, one letter at the number itself."""
    if written.lower() in _SIGNS:
        return written[0].isupper() and not (gap and len(written) == 1) or written.lower().endswith("$")
    return written.isupper() or not gap and written[0].isupper()


def money_after(text: str, low: str, end: int, stop: int) -> tuple[int, str] | None:
    """Where the money words behind a number end, and the currency; None where there are none."""
    match = _AFTER.match(low, end, min(stop, end + _BEHIND))
    if match is None:
        return None
    name, nation = match.group("name") or match.group("own"), match.group("nation")
    if name in _ONLY_SCALED and not _SCALED.search(low, max(0, end - _SCALE), end):
        return None
    if name.startswith("pound") and low.startswith(" of", match.end()):
        return None
    if name not in _WORDS and not text[match.start("name") : match.end()].isupper():
        return None
    currency = _NAMES.get(name) or (name if name in _SHARED else name.upper())
    if nation:
        country = demonym_country(nation) or iso3(nation)
        return (match.end(), in_country(currency, country)) if country else None
    return match.end(), currency


def money_named(words: list[str]) -> str | None:
    """The currency that stands among the words of a label, codes in capitals: "Requirements (US$)"."""
    for n, word in enumerate(words):
        if word in _CODES:
            return word
        if word.lower() in _SIGNS and not word.isalpha():
            return _SIGNS.get(f"{words[n - 1].lower()}{word}") or _SIGNS[word]
    return None


def in_country(currency: str, country: str | None) -> str:
    """The ISO code of a currency; of a name that countries share the one of this country, else its main one."""
    return _SHARED.get(f"{currency} {country}") or _SHARED.get(currency, currency)
