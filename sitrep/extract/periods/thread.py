"""The days of figures whose own sentence names none: those of the event that the article goes on about."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ...languages.language import alternatives, times
from ...late import late
from ...model import Figure
from ...model.figure import PeriodBasis
from .clock import back, number_of, whole_month, whole_year
from .compose import Days, is_money, is_running
from .events import RECENT, Entry, Sentences, events
from .known import AHEAD, Known
from .readings import filled
from .shares import is_done, is_later, shares

_GOING_ON = late(rf"\b(?:{alternatives('period', 'going_on')})\b", re.IGNORECASE)
_LATER = late(filled(times()["later"]["pattern"]), re.IGNORECASE)
_OFFSET = late(filled(times()["offset"]["pattern"]), re.IGNORECASE)
_GOES_ON = late(times()["goes_on"]["pattern"], re.IGNORECASE)
_SINCE_THEN = late(times()["since_then"]["pattern"], re.IGNORECASE)
_WEEK = timedelta(7)
"""What "the day after Monday" leaves out where that Monday cannot be the day of publication."""
_FRESH = timedelta(1)
"""How long after its beginning a count of what goes on is one of its first days, up to that of publication."""


class Thread:
    """The days of an article's figures, settled when all are read; none pass between the news and its background."""

    def __init__(self, sentences: Sentences) -> None:
        self._sentences, self._today = sentences, sentences.today
        self._of: dict[str, tuple[int, Days]] = {}
        self._known = Known()

    def note(self, k: int, figure: Figure, days: Days) -> None:
        """A figure of sentence `k` with the days that its sentence settles."""
        self._of[figure.id] = k, days

    def settled(self, figures: Sequence[Figure]) -> tuple[Figure, ...]:
        """The figures with their days; those of the title come last, as the text says more of them."""
        if not figures:
            return ()
        if not all(days.settled and not days.open for _, days in self._of.values()):
            for entry in events(self._sentences, max(k for k, _ in self._of.values()) + AHEAD):
                self._known.remember(entry)
        done: dict[str, Figure] = {}
        for figure in sorted(figures, key=self._in_title):
            done[figure.id] = self._settle(figure, done)
        return tuple(done[f.id] for f in figures)

    def _in_title(self, figure: Figure) -> bool:
        return self._sentences.is_title(self._of[figure.id][0])

    def _settle(self, figure: Figure, before: dict[str, Figure]) -> Figure:
        k, stated = self._of[figure.id]
        if self._in_title(figure) and not stated.settled and (best := _in_text(figure, before.values(), stated.stands)):
            return _with(figure, best.since, best.until, "carried")
        days = self._days(k, figure, stated)
        if days.settled and not stated.within and not stated.past and not stated.own:
            places = (figure.place,) if figure.place else ()
            money, given = is_money(figure.measure), figure.measure == "assisted"
            since = None if _SINCE_THEN.match(figure.quote) else days.since
            self._known.remember(
                Entry(k, since, days.until, places, figure.scope, False, money, given and days.since is None, given)
            )
        basis: PeriodBasis = "counted" if stated.open else "carried"
        if days == stated:
            basis = "joined" if stated.joined else "sentence"
        return _with(figure, days.since, days.until, basis)

    def _days(self, k: int, figure: Figure, stated: Days) -> Days:
        """The days of a figure; stocks stand at a day and share none with an event."""
        if (not stated.settled or stated.open) and (days := self._next_day(k)):
            return days
        if stated.stands:
            return stated if stated.settled or figure.stock_flow == "stock" else self._counted(k)
        if stated.onset and (first := self._beginning(k)):
            return Days(first, stated.until)
        if (stated.open or stated.within) and figure.scope == "current":
            return self._from_event(k, figure, stated)
        if stated.settled:
            return stated
        return self._apart(k, figure) or self._inherited(k, figure)

    def _next_day(self, k: int) -> Days | None:
        """The days of a sentence that reckons from the one before: "A day later", "Two days earlier"."""
        found = _LATER.match(self._sentences.line(k))
        told = [e for e in self._known.near(k) if e.k < k and e.since and (not e.event or e.since == e.until)]
        last = max(told, key=lambda e: (e.k, not e.event), default=Entry(k, None, None, (), "", True)).since
        if found is None or last is None:
            return None
        earlier = found["way"] in ("earlier", "before that", "before")
        if (found["u"] or "").startswith("year"):
            return Days(*whole_year(last.year + number_of(found["n"]) * (-1 if earlier else 1)))
        if (found["u"] or "").startswith("month"):
            month = last + relativedelta(months=number_of(found["n"]) * (-1 if earlier else 1))
            return Days(*whole_month(month.year, month.month))
        gap = last - back(found["n"], found["u"] or "day", last)
        day = last - gap if earlier else last + gap
        if self._today and day > self._today:
            day -= _WEEK
        return Days(day, day)

    def _apart(self, k: int, figure: Figure) -> Days | None:
        """The day of what came so many days before an event, or after it: "two days before the raid"."""
        found = _OFFSET.search(figure.quote)
        event = self._known.nearest(k, figure, lambda e: e.event and e.since is not None and e.scope == figure.scope)
        if found is None or event is None or event.since is None:
            return None
        gap = event.since - back(found["n"], found["u"], event.since)
        day = event.since + gap if found["way"] in ("after", "following") else event.since - gap
        return Days(day, day) if not self._today or day <= self._today else None

    def _from_event(self, k: int, figure: Figure, stated: Days) -> Days:
        """The days of a count, or of "within two days", from the beginning of the event on."""
        last = stated.until or date.max
        entry = self._known.nearest(
            k,
            figure,
            lambda e: (
                e.since is not None
                and e.scope == figure.scope
                and (e.event or e.since < last)
                and not (stated.own and e.since == stated.until)
            ),
        )
        if entry is None or entry.since is None:
            return stated
        if stated.within:
            return Days(entry.since, entry.since + timedelta(stated.within - 1))
        return Days(entry.since, stated.until) if stated.until and entry.since < stated.until else stated

    def _just_told(self, k: int) -> Entry | None:
        """The event of the sentence before, where this one goes on about it, however old it is: "It killed 12"."""
        if not _GOES_ON.match(self._sentences.line(k)) or self._sentences.parted(k - 1, k):
            return None
        return next((e for e in self._known.near(k) if e.k == k - 1 and e.event), None)

    def _counted(self, k: int) -> Days:
        """The day by which the figures just before were counted: it holds of those who stay somewhere, too."""
        near = [
            e for e in self._known.near(k) if k - 1 <= e.k <= k and not e.event and not self._sentences.parted(e.k, k)
        ]
        if not near or near[-1].since or near[-1].aid or near[-1].money:
            return Days()
        return Days(None, near[-1].until)

    def _before(self, k: int, figure: Figure) -> date | None:
        """The day of which the sentence before told, where a figure is of what has come "since then"."""
        if not _SINCE_THEN.match(figure.quote) or figure.certainty != "reported":
            return None
        told = [e for e in self._known.near(k) if k - 2 <= e.k < k and (e.until or e.since) and not e.aid]
        return (told[-1].since or told[-1].until) if told else None

    def _beginning(self, k: int) -> date | None:
        """The first day of what the article says began, up to the sentences after `k`."""
        return next((e.since for e in self._known.near(k) if e.starts and e.since != self._today), None)

    def _inherited(self, k: int, figure: Figure) -> Days:
        """The days of the event or, in one paragraph, of the figure before; none where the text dates nothing."""
        if self._today and (first := self._before(k, figure)):
            return Days(first, self._today)
        if self._today and is_later(figure):
            return Days(None, self._today)
        entry = self._just_told(k) or self._known.nearest(
            k,
            figure,
            lambda e: (
                (e.scope, e.money) == (figure.scope, is_money(figure.measure))
                and (not e.aid or figure.measure == "assisted")
                and shares(e, figure, self._today)
                and (e.event or self._recent(e) or not self._sentences.parted(e.k, k))
            ),
        )
        return self._days_of(entry, k, figure) if entry is not None else Days()

    def _days_of(self, entry: Entry, k: int, figure: Figure) -> Days:
        """The days that an entry gives to a figure of sentence `k` which has none of its own."""
        if not entry.event and entry.since is None and is_running(figure.measure, figure.certainty == "forecast"):
            days = self._from_event(k, figure, Days(None, entry.until))
            return days if days.since != days.until else Days(None, entry.until)
        if not entry.event or entry.heads:
            return Days(entry.since, entry.until)
        going_on = entry.scope == "current" and (_GOING_ON.search(figure.quote) or entry.goes_on)
        if not self._today or not going_on or is_done(entry, figure):
            return Days(entry.since, entry.until or self._today)
        if entry.until is None and entry.since and self._today - entry.since > _FRESH:
            return Days(entry.since)
        return Days(None if entry.since == self._today else entry.since, self._today)

    def _recent(self, entry: Entry) -> bool:
        """Whether days are those of the news itself, which hold for all of the article."""
        if self._today is None or entry.since is None or entry.until is None:
            return False
        return entry.until <= self._today and self._today - entry.since <= RECENT


def _in_text(figure: Figure, text: Iterable[Figure], stands: bool) -> Figure | None:
    """The figure of the text that one of the title is; None where the text goes on about something else.

    Of those who stay somewhere it is only the same number.
    """
    same = [f for f in text if (f.measure, f.scope) == (figure.measure, figure.scope) and (f.since or f.until)]
    return next((f for f in same if f.value == figure.value), same[0] if same and not stands else None)


def _with(figure: Figure, since: date | None, until: date | None, basis: PeriodBasis) -> Figure:
    if since is None and until is None:
        return figure
    return figure.model_copy(update={"since": since, "until": until, "period_basis": basis})
