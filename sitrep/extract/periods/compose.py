"""The period of a figure from the times of its sentence: what happened when, counted on which day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .nearest import period_of
from .period import Period
from .roles import shifted

_NEAR = 24
"""How far after a number the day can stand with which it is compared: "up from 238 deaths on Tuesday"."""


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a figure covers, as far as its own sentence settles them."""

    since: date | None = None
    until: date | None = None
    open: bool = False
    """Whether it is a count of a day, which an event that began earlier can complete."""
    joined: bool = False
    """Whether the beginning and the day of the count are told apart in the sentence."""
    within: int = 0
    """How many days the figure took, reckoned from the event: "within two days"."""

    @property
    def settled(self) -> bool:
        """Whether there is any day."""
        return self.since is not None or self.until is not None


def days_of(
    times: Sequence[Period],
    today: date | None,
    at: int,
    end: int,
    others: list[int],
    clause: tuple[int, int],
    stock: bool,
    more: bool = False,
) -> Days:
    """The days of the figure at `at`; a stock stands at a day.

    `more` says that it counts new ones only, which are of the day that is told of them.
    """
    times = [t for t in times if (t.since or t.until) and (t.role != "earlier" or 0 <= t.start - end < _NEAR)]
    earlier = next((t for t in times if t.role == "earlier"), None)
    count = earlier or period_of([t for t in times if t.role == "count"], at, end, others, clause)
    counted = count.until if count else None
    if more and count and period_of([t for t in times if t.role != "since"], at, end, others, clause) is count:
        return Days(counted, counted)
    event = period_of([t for t in times if t.role not in ("count", "earlier")], at, end, others, clause)
    if event is None or event.since is None and event.until is None:
        return Days(None, counted, open=count is not None)
    event = shifted(event, today, counted)
    if stock and event.role == "day":
        return Days(None, event.until)
    if stock and event.role == "span" and today is not None and event.until == today and _whole_year(event):
        return Days(event.since, date(today.year, 12, 31))
    if event.role == "span" and count and period_of([count, event], at, end, others, clause) is count:
        return Days(None, counted, open=True)
    if event.role in ("day", "since") and counted and event.since and counted > event.since:
        return Days(event.since, counted, joined=True)
    within = (event.until - event.since).days + 1 if event.role == "within" and event.until and event.since else 0
    return Days(event.since, event.until, within=within)


def _whole_year(event: Period) -> bool:
    return event.since is not None and (event.since.month, event.since.day) == (1, 1)
