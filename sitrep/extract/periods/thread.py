"""The days of figures whose own sentence names none: those of the event that the article goes on about."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from ...languages.language import alternatives, times
from ...late import late
from ...model import Figure
from ...model.figure import PeriodBasis
from .clock import back, number_of, whole_year
from .compose import Days, is_money, is_running
from .events import RECENT, Entry, Sentences, events
from .readings import filled

_GOING_ON = late(rf"\b(?:{alternatives('period', 'going_on')})\b", re.IGNORECASE)
_LATER = late(filled(times()["later"]["pattern"]), re.IGNORECASE)
_AFTERWARDS = late(filled(times()["afterwards"]["pattern"]), re.IGNORECASE)
_SINCE_THEN = late(times()["since_then"]["pattern"], re.IGNORECASE)
_GIVEN = late(rf"\b(?:{alternatives('period', 'given')})\b", re.IGNORECASE)
_WEEK = timedelta(7)
"""What "the day after Monday" leaves out where that Monday cannot be the day of publication."""
_OF_THE_EVENT = frozenset(["injured", "casualties", "missing", "housing_destroyed", "housing_damaged"])
"""What an event did at once, whatever is told of it afterwards."""
_AT_ONCE = _OF_THE_EVENT | {"deaths", "affected"}
"""What an event of one day has done by its end."""
_FRESH = timedelta(1)
"""How long after its beginning a count of what goes on is one of its first days, up to that of publication."""
_BESIDE = 40
"""How far behind a number the words can stand that say that it is of later."""
_BACK = 200
"""Sentences back to which the days of an event are carried."""
_AHEAD = 6
"""Sentences ahead in which the event of a figure can still be dated."""


class Thread:
    """The days of an article's figures, settled when all are read; none pass between the news and its background."""

    def __init__(self, sentences: Sentences) -> None:
        self._sentences, self._today = sentences, sentences.today
        self._of: dict[str, tuple[int, Days]] = {}
        self._entries: dict[int, list[Entry]] = defaultdict(list)
        """The days that are known, by the sentence that gives them."""

    def note(self, k: int, figure: Figure, days: Days) -> None:
        """A figure of sentence `k` with the days that its sentence settles."""
        self._of[figure.id] = k, days

    def settled(self, figures: Sequence[Figure]) -> tuple[Figure, ...]:
        """The figures with their days; those of the title come last, as the text says more of them."""
        if not figures:
            return ()
        if not all(days.settled and not days.open for _, days in self._of.values()):
            for entry in events(self._sentences, max(k for k, _ in self._of.values()) + _AHEAD):
                self._remember(entry)
        done: dict[str, Figure] = {}
        for figure in sorted(figures, key=self._in_title):
            done[figure.id] = self._settle(figure, done)
        return tuple(done[f.id] for f in figures)

    def _in_title(self, figure: Figure) -> bool:
        return self._sentences.is_title(self._of[figure.id][0])

    def _settle(self, figure: Figure, before: dict[str, Figure]) -> Figure:
        k, stated = self._of[figure.id]
        if self._in_title(figure) and not stated.settled and (best := _in_text(figure, before.values())):
            return _with(figure, best.since, best.until, "carried")
        days = self._days(k, figure, stated)
        if days.settled and not stated.within and not stated.past:
            places = (figure.place,) if figure.place else ()
            money, aid = is_money(figure.measure), figure.measure == "assisted" and days.since is None
            since = None if _SINCE_THEN.match(figure.quote) else days.since
            self._remember(Entry(k, since, days.until, places, figure.scope, False, money, aid))
        basis: PeriodBasis = "counted" if stated.open else "carried"
        if days == stated:
            basis = "joined" if stated.joined else "sentence"
        return _with(figure, days.since, days.until, basis)

    def _days(self, k: int, figure: Figure, stated: Days) -> Days:
        """The days of a figure; stocks stand at a day and share none with an event."""
        if (not stated.settled or stated.open) and (days := self._next_day(k)):
            return days
        if figure.stock_flow == "stock":
            return stated
        if stated.onset and (first := self._beginning(k)):
            return Days(first, stated.until)
        if (stated.open or stated.within) and figure.scope == "current":
            return self._from_event(k, figure, stated)
        return stated if stated.settled else self._inherited(k, figure)

    def _next_day(self, k: int) -> Days | None:
        """The days of a sentence that reckons from the one before: "A day later", "Two days earlier"."""
        found = _LATER.match(self._sentences.line(k))
        last = next((e.since for e in reversed(self._near(k)) if not e.event and e.k < k and e.since), None)
        if found is None or last is None:
            return None
        earlier = found["way"] in ("earlier", "before that")
        if (found["u"] or "").startswith("year"):
            return Days(*whole_year(last.year + number_of(found["n"]) * (-1 if earlier else 1)))
        gap = last - back(found["n"], found["u"] or "day", last)
        day = last - gap if earlier else last + gap
        if self._today and day > self._today:
            day -= _WEEK
        return Days(day, day)

    def _from_event(self, k: int, figure: Figure, stated: Days) -> Days:
        """The days of a count, or of "within two days", from the beginning of the event on."""
        last = stated.until or date.max
        entry = self._nearest(
            k, figure, lambda e: e.since is not None and e.scope == figure.scope and (e.event or e.since < last)
        )
        if entry is None or entry.since is None:
            return stated
        if stated.within:
            return Days(entry.since, entry.since + timedelta(stated.within - 1))
        return Days(entry.since, stated.until) if stated.until and entry.since < stated.until else stated

    def _before(self, k: int, figure: Figure) -> date | None:
        """The day of which the sentence before told, where a figure is of what has come "since then"."""
        if not _SINCE_THEN.match(figure.quote) or figure.certainty != "reported":
            return None
        told = [e for e in self._near(k) if k - 2 <= e.k < k and (e.until or e.since) and not e.aid]
        return (told[-1].since or told[-1].until) if told else None

    def _beginning(self, k: int) -> date | None:
        """The first day of what the article says began, up to the sentences after `k`."""
        return next((e.since for e in self._near(k) if e.starts and e.since != self._today), None)

    def _inherited(self, k: int, figure: Figure) -> Days:
        """The days of the event or, in one paragraph, of the figure before; none where the text dates nothing."""
        if self._today and (first := self._before(k, figure)):
            return Days(first, self._today)
        if self._today and _is_later(figure):
            return Days(None, self._today)
        entry = self._nearest(
            k,
            figure,
            lambda e: (
                (e.scope, e.money) == (figure.scope, is_money(figure.measure))
                and (not e.aid or figure.measure == "assisted")
                and (e.event or self._recent(e) or not self._sentences.parted(e.k, k))
            ),
        )
        if entry is None:
            return Days()
        if not entry.event and entry.since is None and is_running(figure.measure, figure.certainty == "forecast"):
            days = self._from_event(k, figure, Days(None, entry.until))
            return days if days.since != days.until else Days(None, entry.until)
        if not entry.event:
            return Days(entry.since, entry.until)
        if self._today and (_GOING_ON.search(figure.quote) or entry.goes_on) and not _done(entry, figure):
            if entry.until is None and entry.since and self._today - entry.since > _FRESH:
                return Days(entry.since)
            return Days(None if entry.since == self._today else entry.since, self._today)
        return Days(entry.since, entry.until or self._today)

    def _remember(self, entry: Entry) -> None:
        """Keep what a sentence says of days, once: a list of many figures gives the same days for each."""
        if entry not in self._entries[entry.k]:
            self._entries[entry.k].append(entry)

    def _near(self, k: int) -> list[Entry]:
        """What is known of the sentences around `k`, in their order; articles longer than that go on about much."""
        return [e for j in range(max(0, k - _BACK), k + _AHEAD + 1) for e in self._entries.get(j, ())]

    def _recent(self, entry: Entry) -> bool:
        """Whether days are those of the news itself, which hold for all of the article."""
        if self._today is None or entry.since is None or entry.until is None:
            return False
        return entry.until <= self._today and self._today - entry.since <= RECENT

    def _nearest(self, k: int, figure: Figure, fits: Callable[[Entry], bool]) -> Entry | None:
        """The nearest earlier days of the same place, else of any; else the first later ones."""
        fitting = [e for e in self._near(k) if fits(e)]
        earlier = sorted((e for e in fitting if e.k <= k), key=lambda e: (-e.k, e.event))
        later = sorted((e for e in fitting if k < e.k <= k + _AHEAD), key=lambda e: e.k)
        for group in (earlier, later):
            if group:
                if group[0].event and not group[0].places:
                    return group[0]
                return next((e for e in group if figure.place in e.places), group[0])
        return None


def _done(entry: Entry, figure: Figure) -> bool:
    """Whether a figure is of what an event did in one day, however long the count of it goes on."""
    return entry.sudden and entry.since == entry.until and figure.measure in _AT_ONCE


def _is_later(figure: Figure) -> bool:
    """Whether a figure tells of what came after the event: who has since died, whom aid has reached by today."""
    if figure.certainty != "reported" or figure.measure in _OF_THE_EVENT:
        return False
    if figure.measure == "assisted" and _GIVEN.search(figure.quote):
        return True
    at = figure.end - figure.quote_start
    return _AFTERWARDS.search(figure.quote, 0, at + _BESIDE) is not None


def _in_text(figure: Figure, text: Iterable[Figure]) -> Figure | None:
    """The figure of the text that one of the title is; None where the text goes on about something else."""
    same = [f for f in text if (f.measure, f.scope) == (figure.measure, figure.scope) and (f.since or f.until)]
    return next((f for f in same if f.value == figure.value), same[0] if same else None)


def _with(figure: Figure, since: date | None, until: date | None, basis: PeriodBasis) -> Figure:
    if since is None and until is None:
        return figure
    return figure.model_copy(update={"since": since, "until": until, "period_basis": basis})
