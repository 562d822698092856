"""A sentence that states figures: each decision made a record, with its place, period, source and certainty."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from ..languages.language import word_list
from ..late import late
from ..measures import MEASURES
from ..model import Figure, Span
from ..model.figure import Certainty, Scope
from .counting import Decision
from .items import Item
from .parts import Parts
from .periods import (
    Days,
    Period,
    Standing,
    Told,
    counts_found,
    counts_new,
    days_of,
    is_over,
    is_over_by_then,
    is_toll,
    not_aside,
    of_the_whole,
    own_times,
    period_of,
)
from .population import population
from .prefilter import lowered
from .quantities import Quantity
from .reading import Reading
from .sector import sector_of
from .stated import bounds, clause_at, identity, unit_of
from .truth import Spot, Telling, certainty_of, speaks_of_war

# "Since May 40 have died", not "Floods May Displace Thousands".
_MONTH = late(r"\bMay\b(?! [A-Z])")
_ITS_UNIT = late(r" [a-z]+ \(")
_BRACKET = late(r" [a-z]+\)")
_MOVES, _STAYS, _BURIED = (word_list("period", name) for name in ("moves", "stays", "buried"))
_SHARES = word_list("period", "shares")
_NEXT = 160
"""Code points behind a sentence in which the next one can deny it."""


class Statement:
    """One sentence with its decisions, while their figures are made in the order of the text."""

    def __init__(self, reading: Reading, k: int, row: list[Item], decisions: list[Decision]) -> None:
        self.reading, self.k, self.row, self.decisions = reading, k, row, decisions
        self.start, self.end = reading.spans[k]
        self.title = reading.is_title(k)
        self.times = reading.times(k)
        self.units = [unit_of(d, reading.article.country) for d in decisions]
        self.ids = [identity(reading.article.id, d) for d in decisions]
        self.wholes = Parts(row, decisions, self.ids, self.units, reading.recent).wholes
        self.made: list[Figure] = []

    @cached_property
    def war(self) -> bool:
        """Whether the sentence or its article is about fighting."""
        return self.reading.topic.war or speaks_of_war(self.reading.line(self.k), self.reading.words(self.k))

    def figures(self) -> list[Figure]:
        """The figures of all decisions."""
        if self.k and self.reading.quiet(self.k - 1) and is_over(self.reading, self.k - 1):
            self.reading.scopes.leave(self.reading.spans[self.k - 1], (self.start, self.end))
        for n in range(len(self.decisions)):
            self.made.append(self._figure(n))
        return self.made

    def _figure(self, n: int) -> Figure:
        decision = self.decisions[n]
        article, measure = self.reading.article, decision.measure
        spot, spec = self._spot(decision.quantity), MEASURES[measure]
        place, basis = self._place(decision, spot)
        times = not_aside(self.reading.text, self.start, self.end, spot, self.times)
        period = period_of(own_times(times, spot), spot)
        source = self.reading.voices.source(self.k, spot.start, spot.clause)
        certainty = certainty_of(self._telling(decision, spot, source))
        days = self._days(decision, spot, certainty, times)
        figure = Figure(
            id=self.ids[n],
            article=article.id,
            measure=measure,
            text=article.text[spot.start : spot.end],
            start=spot.start,
            end=spot.end,
            **bounds(decision.quantity),
            unit=self.units[n],
            population=self._population(n),
            group=" ".join(decision.phrase.words) or None,
            head=decision.phrase.word,
            place=place,
            place_basis=basis,
            source=source,
            certainty=certainty,
            scope=self._scope(n, spot, None if certainty == "forecast" else period),
            part_of=self.wholes.get(n),
            sector=self._sector(decision) if spec.sectored else None,
            stock_flow=spec.stock_flow,
            quote=article.text[self.start : self.end],
            quote_start=self.start,
            quote_end=self.end,
            rule=decision.rule,
            cues=tuple(self._cue(self.row[c]) for c in decision.cues if 0 <= c < len(self.row)),
        )
        self.reading.thread.note(self.k, figure, days)
        return figure

    def _days(self, decision: Decision, spot: Standing, certainty: Certainty, times: list[Period]) -> Days:
        """The days that the sentence gives for a figure."""
        text, measure = self.reading.text, decision.measure
        more = measure != "missing" and counts_new(text, self.start, spot)
        bodies = counts_found(text, self.start, spot) or measure == "deaths" and self._cued(decision, _BURIED)
        over = measure != "missing" and is_over_by_then(text, spot)
        toll = is_toll(text, self.start, spot)
        told = Told(measure, self._stands(decision), certainty == "forecast", more, bodies, over, toll)
        return days_of(of_the_whole(text, spot, times), self.reading.today, spot, told)

    def _stands(self, decision: Decision) -> bool:
        """Whether people are counted where they are, as on a day, and not as they flee or cross a border."""
        if decision.measure == "displaced":
            return self._cued(decision, _STAYS, _SHARES)
        return MEASURES[decision.measure].stock_flow == "stock" and not self._cued(decision, _MOVES)

    def _cued(self, decision: Decision, words: frozenset[str], shares: frozenset[str] = frozenset()) -> bool:
        """Whether one of the words tells what a figure counts, and not behind one that tells of a share of it."""
        cues = [c for c in decision.cues if 0 <= c < len(self.row) and self.row[c - 1].w not in shares]
        return any(self.row[c].w.partition(" ")[0] in words for c in cues)

    def _population(self, n: int) -> tuple[str, ...]:
        """The tags of a figure of people; a part without its own has those of its whole."""
        if self.units[n] != "people":
            return ()
        whole = self._whole(n)
        return population(self.row, self.decisions[n], self.decisions, whole.population if whole else ())

    def _whole(self, n: int) -> Figure | None:
        """The figure of which a decision's is a part, where it has been made."""
        return next((f for f in (*self.made, *self.reading.recent) if f.id == self.wholes.get(n)), None)

    def _cue(self, item: Item) -> Span:
        return Span(start=item.s, end=item.e, text=self.reading.article.text[item.s : item.e])

    def _spot(self, quantity: Quantity) -> Standing:
        at = quantity.start
        others = [d.quantity.start for d in self.decisions if d.quantity.start != at]
        return Standing(at, quantity.end, clause_at(self.reading.text, self.start, self.end, at), others)

    def _place(self, decision: Decision, spot: Standing) -> tuple[str | None, Any]:
        """The place of a figure; a part whose place is only carried over is where its whole is."""
        if (same := self._said_again(spot)) is not None:
            return same.place, same.place_basis
        setting = self.reading.setting
        apart = [d.quantity.start for d in self.decisions if d is not decision and d.whole != decision.at]
        place, basis = setting.place(self.k, (spot.start, spot.end), apart, spot.clause, decision.measure, self.title)
        if decision.whole is not None and basis == "carried":
            whole = self._first(lambda d: d.at == decision.whole)
            return (whole.place, whole.place_basis) if whole is not None else (place, basis)
        return place, basis

    def _said_again(self, spot: Standing) -> Figure | None:
        """The figure that one in brackets behind it says again in other units: "530 households (3,000 people)"."""
        text = self.reading.text
        if text[spot.start - 1] != "(" or _BRACKET.match(text, spot.end) is None:
            return None
        before = next((f for f in reversed(self.made) if f.end < spot.start), None)
        if before is None or _ITS_UNIT.fullmatch(text, before.end, spot.start) is None:
            return None
        return before

    def _first(self, wanted: Callable[[Decision], bool]) -> Figure | None:
        """The first figure made of a decision that is wanted."""
        return next((f for d, f in zip(self.decisions, self.made, strict=False) if wanted(d)), None)

    def _scope(self, n: int, spot: Standing, period: Period | None) -> Scope:
        """The scope of a figure; a part in the clause of its whole is as the whole is."""
        measure, whole = self.decisions[n].measure, self._whole(n)
        place = Spot(spot.start, (spot.start, *spot.others), spot.clause, (self.start, self.end))
        scope = self.reading.scopes.scope(place, period, measure, MEASURES[measure].stock_flow == "stock")
        beside = whole is not None and spot.clause[0] <= whole.start < spot.clause[1]
        return whole.scope if whole is not None and beside and whole.scope == "background" else scope

    def _telling(self, decision: Decision, spot: Standing, source: str | None) -> Telling:
        (left, right), text = spot.clause, self.reading.text
        path = frozenset(self.row[p].w for p in decision.candidate.path) if decision.candidate else frozenset()
        if months := _MONTH.findall(text, left, right):
            path -= frozenset(month.lower() for month in months)
        before, after = _told(text[left : spot.start]), _told(text[spot.end : right])
        war, money = source is not None and self.war, decision.quantity.currency is not None
        office = self.reading.voices.office(source) if war and source else ""
        rest = lowered(text[right : self.end + _NEXT]).lstrip(" ,;.")
        return Telling(path, before, after, decision.measure, source, war, money, office, rest)

    def _sector(self, decision: Decision) -> str:
        """The cluster: of facilities their own, or that of the others in the sentence; else by the words near."""
        if decision.measure != "facilities_affected":
            told = sector_of(self.reading.text, self.row, decision, self.decisions, self.start)
            return told or self._sector_before(decision) or "multi"
        heads = [d.phrase.head for d in (decision, *self.decisions)]
        return decision.sector or next((head.sector for head in heads if head and head.sector), "early_recovery")

    def _sector_before(self, decision: Decision) -> str | None:
        """The cluster of the last figure of the same measure, near above, of which the article may go on to speak."""
        if not decision.inherited and decision.candidate is not None:
            return None
        last = next((f for f in reversed((*self.reading.recent, *self.made)) if f.measure == decision.measure), None)
        return last.sector if last is not None else None


def _told(text: str) -> str:
    """A part of a clause in lower case, without the month that is written as what may be."""
    return lowered(_MONTH.sub("", text))
