"""When: the days that a sentence settles for its figures, and which of them a figure has."""

from .find import Period, period_of, periods

__all__ = ["Period", "period_of", "periods"]
