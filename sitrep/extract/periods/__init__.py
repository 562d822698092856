"""When: the days that a sentence settles for its figures, and those of the event that an article goes on about."""

from .beside import counts_found, counts_new, is_over_by_then, is_toll, not_aside, of_the_whole
from .compose import Days, Told, days_of
from .dateline import day_of_writing, month_of_title, year_of_writing
from .events import is_over
from .find import periods
from .nearest import Standing, own_times, period_of
from .period import Period
from .thread import Thread

__all__ = [
    "Days",
    "Period",
    "Standing",
    "Thread",
    "Told",
    "counts_found",
    "counts_new",
    "day_of_writing",
    "days_of",
    "is_over",
    "is_over_by_then",
    "is_toll",
    "month_of_title",
    "not_aside",
    "of_the_whole",
    "own_times",
    "period_of",
    "periods",
    "year_of_writing",
]
