"""The period of a figure from the times of its sentence: what happened when, counted on which day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from .nearest import Standing, own_times, period_of
from .period import Period
from .roles import shifted

_ZONE = timedelta(1)
"""How far a day can lie after that of publication by the clocks of two places."""
_LONG = timedelta(366)
"""What is longer than this tells of a stock how long ago it began."""
_STANDING = frozenset(["assisted", "displaced", "returned", "refugees"])
"""What is counted on a day without being the toll of an event: those who are sheltered, served or have come."""


def is_money(measure: str) -> bool:
    """Whether a measure is of sums of money."""
    return measure in ("funding_required", "funding_received")


def is_running(measure: str, ahead: bool) -> bool:
    """Whether a count of a day runs from the event on: the dead of a quake, not the people in its shelters."""
    return not ahead and measure not in _STANDING and not is_money(measure)


@dataclass(frozen=True, slots=True)
class Told:
    """What kind of count a figure is, as far as that decides what a day is to it."""

    measure: str
    stock: bool
    """Whether it stands at a day."""
    ahead: bool
    """Whether it is of what may come."""
    more: bool
    """Whether it counts new ones only, which are of the day that is told of them."""
    bodies: bool = False
    """Whether it is of bodies, whose day is that of their finding, or the sum of a toll on that day."""
    over: bool = False
    """Whether it is of what happened and was over, not the running count of it: "drowned", not "have drowned"."""
    toll: bool = False
    """Whether it is the number of a toll, of which the latest deaths are only some."""


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a figure covers, as far as its own sentence settles them."""

    since: date | None = None
    until: date | None = None
    open: bool = False
    """Whether it is a count of a day, which an event that began earlier can complete."""
    past: bool = False
    """Whether it is the older number with which another is compared, so that its days are nobody else's."""
    own: bool = False
    """Whether the days are those of the latest deaths or of the finding of bodies, which say nothing of others."""
    joined: bool = False
    """Whether the beginning and the day of the count are told apart in the sentence."""
    onset: bool = False
    """Whether it runs from the beginning of something that another sentence dates: "since the war began"."""
    stands: bool = False
    """Whether it is of what stands at a day, which shares no days with an event."""
    within: int = 0
    """How many days the figure took, reckoned from the event: "within two days"."""

    @property
    def settled(self) -> bool:
        """Whether there is any day."""
        return self.since is not None or self.until is not None


def days_of(times: Sequence[Period], today: date | None, figure: Standing, told: Told) -> Days:
    """The days of a figure; a stock stands at a day."""
    days = _days(times, today, figure, told)
    return replace(days, stands=told.stock, own=told.bodies or told.more and any(t.role == "latest" for t in times))


def _days(times: Sequence[Period], today: date | None, figure: Standing, told: Told) -> Days:
    times = [_of_latest(t, told) for t in own_times(times, figure)]
    if told.measure == "idps":
        times = [t for t in times if not _of_flight(t, today)]
    nearest = period_of(times, figure)
    onset = nearest is not None and nearest.role == "onset"
    before = any(t.role == "day_before" for t in times)
    times = [t for t in times if _counts(t, today, told)]
    earlier = next((t for t in times if t.role == "earlier"), None)
    count = earlier or period_of([t for t in times if t.role == "count"], figure)
    counted = count.until if count else None
    if counted and before:
        counted -= timedelta(1)
    if onset and not told.stock:
        return Days(None, counted, onset=True)
    if told.more and not told.ahead and count and _only(count, times, figure):
        return Days(counted, counted)
    event = period_of([t for t in times if t.role not in ("count", "earlier")], figure)
    if event and count and _apart(count, event, figure.clause):
        event = None
    if event is not None:
        return _of_event(event, count, counted, today, figure, told)
    if told.measure == "funding_received" and not told.ahead:
        return Days(counted, counted)
    running = count is not None and is_running(told.measure, told.ahead)
    return Days(None, counted, open=running, past=earlier is not None)


def _of_event(
    event: Period, count: Period | None, counted: date | None, today: date | None, figure: Standing, told: Told
) -> Days:
    """The days of a figure of an event, where it was counted on the day `counted`, if the sentence tells one."""
    if event.role == "rising":
        return Days(event.since, counted or today)
    if event.role == "early":
        return Days(event.since)
    event = _ended(shifted(event, today, counted), today, told)
    if event.role == "day" and (told.bodies or told.stock):
        return Days(None, event.until, open=told.bodies)
    if event.role == "span" and count and period_of([count, event], figure) is count:
        return Days(None, counted, open=is_running(told.measure, told.ahead))
    if event.role == "day" and (told.more or count and count.spoken and told.over):
        return Days(event.since, event.until)
    if event.role in ("day", "since") and counted and event.since and counted > event.since:
        return Days(event.since, counted, joined=True)
    within = (event.until - event.since).days + 1 if event.role == "within" and event.until and event.since else 0
    return Days(event.since, event.until, within=within)


def _only(count: Period, times: Sequence[Period], figure: Standing) -> bool:
    """Whether the day of a count is the only one that can be told of new ones."""
    if any(t.role == "day" for t in times):
        return False
    return period_of([t for t in times if t.role != "since"], figure) is count


def _of_latest(time: Period, told: Told) -> Period:
    """The day of the latest deaths is theirs; the toll that they bring to its height is only counted on it."""
    if time.role != "latest":
        return time
    return replace(time, role="count", since=None) if told.toll else replace(time, role="day")


def _apart(count: Period, event: Period, clause: tuple[int, int]) -> bool:
    """Whether a figure's clause names the day of the count, and only another clause that of something else."""
    return clause[0] <= count.start < clause[1] and not clause[0] <= event.start < clause[1] and event.role == "day"


def _counts(time: Period, today: date | None, told: Told) -> bool:
    """Whether a time says anything of a figure; nobody has yet counted on a day to come."""
    if time.role == "count" and today and time.until and time.until > today + _ZONE:
        return told.ahead
    return time.since is not None or time.until is not None


def _of_flight(time: Period, today: date | None) -> bool:
    """Whether a time tells when the displaced fled, or for how many years they have been away."""
    if time.flight and time.role in ("day", "span", "since", "early"):
        return True
    if time.role == "since" and time.since and today:
        return today - time.since > _LONG
    return time.since is not None and time.until is not None and time.until - time.since > _LONG


def _ended(event: Period, today: date | None, told: Told) -> Period:
    """The year or month of publication goes on for what stands or is to come; what has happened ends today."""
    if today is None or event.since is None or event.until is None or event.role not in ("span", "compared"):
        return event
    if told.stock or told.ahead:
        whole_year = (event.since.month, event.since.day) == (1, 1) and event.until == today
        return replace(event, until=date(today.year, 12, 31)) if whole_year else event
    return replace(event, until=today) if event.since <= today < event.until else event
