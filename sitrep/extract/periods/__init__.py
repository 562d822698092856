"""When: the days that a sentence settles for its figures, and those of the event that an article goes on about."""

from .compose import Days, days_of
from .find import periods
from .nearest import period_of
from .period import Period
from .thread import Thread

__all__ = ["Days", "Period", "Thread", "days_of", "period_of", "periods"]
