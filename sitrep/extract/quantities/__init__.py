"""Numbers as people write them: every candidate of a sentence with its span; nothing is decided here.

Takes a cleaned text and a span; returns `Quantity` records. Dates, times, ages, percentages, ordinals, decimals without
a multiplier, telephone numbers and the like are left out, since they count nothing.
"""

from .currency import in_country, money_named
from .find import quantities
from .quantity import Quantity
from .unlike import MONTHS

__all__ = ["MONTHS", "Quantity", "in_country", "money_named", "quantities"]
