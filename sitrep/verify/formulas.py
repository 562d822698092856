"""Derived and rounded numbers: their arithmetic, done again."""

import re
from collections.abc import Sequence
from fractions import Fraction
from math import prod

_SUM = re.compile(r"^\s*([\d,.]+(?:\s*[+×]\s*[\d,.]+)+)\s*=\s*([\d,.]+)\s*$")
_ROUNDED = re.compile(r"^\s*([\d,.]+)\s*≈\s*([\d,.]+)\s*$")


def number(text: str) -> Fraction:
    """A printed numeral as an exact number."""
    return Fraction(text.replace(",", "").rstrip("."))


def half_up(value: Fraction) -> int:
    """Rounded to a whole number, halves upwards."""
    return int((value + Fraction(1, 2)) // 1)


def operands(formula: str) -> tuple[Fraction, ...]:
    """The numbers on the left of `a + b = c` or `a × b = c`; empty if it is no such formula."""
    found = _SUM.match(formula)
    return tuple(number(part) for part in re.split(r"[+×]", found[1])) if found else ()


def adds_up(formula: str) -> bool:
    """Whether the right side follows from the left: a sum exactly, a product half-up."""
    found = _SUM.match(formula)
    if not found or ("+" in found[1]) == ("×" in found[1]):
        return False
    result = number(found[2])
    given = operands(formula)
    return sum(given) == result if "+" in found[1] else half_up(Fraction(prod(given))) == result


def estimates(households: Fraction, size: Fraction, people: Fraction) -> bool:
    """Whether so many people are so many households of that size, half-up."""
    return half_up(households * size) == people


def rounds_to(value: Fraction, printed: Fraction, qualifiers: Sequence[str] | frozenset[str]) -> bool:
    """The rule for boxes: three significant digits, never against the qualifier ("at least" down, "at most" up)."""
    step = int(10 ** max(0, len(str(int(value))) - 3))
    if "at_least" in qualifiers:
        return bool(printed == value // step * step)
    if "at_most" in qualifiers:
        return bool(printed == -(-value // step) * step)
    return bool(printed == (value + Fraction(step, 2)) // step * step)


def rounding(formula: str) -> tuple[Fraction, Fraction] | None:
    """Both sides of `1,234,567 ≈ 1,230,000`."""
    found = _ROUNDED.match(formula)
    return (number(found[1]), number(found[2])) if found else None
