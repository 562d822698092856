"""When two numbers agree, and how exact a number is."""

Number = float | int

_ROUNDING = 0.1
"""A round number stands for no other that is further off: "100,000" is no way to say 125,000."""


def same_number(a: Number | None, b: Number | None) -> bool:
    """Two values agree: equal at the coarser one's significant digits (within a tenth), or within two per cent."""
    if a is None or b is None:
        return False
    if a == b:
        return True
    low, high = sorted((abs(a), abs(b)))
    if low == 0:
        return False
    if (high - low) / high <= 0.02:
        return True
    if (high - low) / high > _ROUNDING:
        return False
    coarser = min((a, b), key=digits)
    other = b if coarser is a else a
    return digits(coarser) >= 1 and at_digits(other, digits(coarser)) == coarser and digits(coarser) < digits(other)


def digits(value: Number) -> int:
    """The significant digits of a number as it stands: 180 has two, 182 three, 7.9 million two."""
    if isinstance(value, float) and not value.is_integer():
        return len(str(value).replace(".", "").lstrip("0"))
    return len(str(abs(int(value))).rstrip("0")) or 1


def at_digits(value: Number, count: int) -> Number:
    """A number rounded half up to so many significant digits."""
    size = len(str(abs(int(value))))
    step: int = 10 ** max(size - count, 0)
    return int((value + step / 2) // step * step)
