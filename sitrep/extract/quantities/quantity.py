"""A stated number."""

from dataclasses import dataclass


@dataclass(slots=True)
class Quantity:
    """A stated number: its span without the qualifier, its value (or low and high), a currency if it is money."""

    start: int
    end: int
    value: float | int | None
    low: float | int | None = None
    high: float | int | None = None
    vague: bool = False
    currency: str | None = None
    """Its ISO code, or a name of money that several countries share (`in_country` settles it)."""
    qualifier: str | None = None
    article: bool = False
    """Whether it is only an article or the weak word "one"."""
