"""When: the days that a sentence settles for its figures, and those of the event that an article goes on about."""

from .compose import Days, days_of
from .dateline import day_of_writing
from .find import periods
from .nearest import period_of
from .period import Period
from .thread import Thread

__all__ = ["Days", "Period", "Thread", "day_of_writing", "days_of", "period_of", "periods"]
