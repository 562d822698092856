"""What all charts share: the Chart itself, and a report's findings as dated, sourced, numeric claims."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

from ..measures import MEASURES
from ..model import Report, ReportedFigure, ReportedFinding
from ..model.runs import Cite, Column, Name, Number, Picture, Runs, Table, Text
from .numbers import day, figure_text, is_description, stated, with_commas
from .phrases import Phrases, joined, load_phrases, plain
from .templates import render

Kind = Literal["series", "bars", "claims", "map"]

WIDE = 680.0
"""The width of every drawing, in its own units; on an A4 page one unit is about three quarters of a point."""

_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EVERYBODY = frozenset({"civilians", "civilian", "people", "residents"})
_LESS = {"rejected": 0, "triangulation": 1, "superseded": 2, "recommended": 3}

SIZE = 11.5
SMALL = 10.0


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with its title, its reading in one line, its alternative text and its data as rows.

    `section` is the key of the report's section where it belongs. `rows` are the data as plain text, `table` is what is
    printed of them. `runs` are the reading with its citations, `numbers` every number that the drawing shows: as a
    `Picture` block they are what `verify` checks.
    """

    kind: Kind
    name: str
    section: str
    title: str
    alt: str
    svg: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    runs: Runs
    numbers: tuple[Number, ...]
    table: Table

    @property
    def reading(self) -> str:
        """What the drawing shows, in one line."""
        return plain(self.runs)

    def picture(self) -> Picture:
        """The chart as a block of a section."""
        return Picture(
            name=self.name, title=self.title, alt=self.alt, svg=self.svg, reading=self.runs, numbers=self.numbers
        )


@dataclass(frozen=True, slots=True)
class Claim:
    """One numeric figure of a finding: bounds, when it holds or was published, and who gives it."""

    figure: ReportedFigure
    text: str
    low: float
    high: float
    day: date | None
    moment: float | None
    origin: str
    origin_key: str
    role: str
    standing: bool


@lru_cache(maxsize=4)
def chart_words(language: str = "en") -> Phrases:
    """The words of charts in a language."""
    text = (files("sitrep.languages") / language / "charts.toml").read_text(encoding="utf-8")
    return Phrases(tomllib.loads(text))


class Scene:
    """A report as the charts see it."""

    def __init__(self, report: Report, folders: tuple[Path, ...] = ()) -> None:
        """`folders` are a user's own templates."""
        self.report = report
        self.words = chart_words(report.language)
        self.phrases = load_phrases(report.language)
        self._folders = folders

    @cached_property
    def figures(self) -> dict[str, ReportedFigure]:
        """All figures by id."""
        return {figure.id: figure for figure in self.report.figures}

    @cached_property
    def current(self) -> tuple[ReportedFinding, ...]:
        """The findings about the present that recommend a figure with a number."""
        return tuple(f for f in self.report.findings if f.scope == "current" and self.main(f) is not None)

    def main(self, finding: ReportedFinding) -> ReportedFigure | None:
        """The recommended figure, if it can be drawn."""
        figure = self.figures.get(finding.recommended or "")
        return figure if figure is not None and _drawable(figure) else None

    def placed(self, finding: ReportedFinding) -> bool:
        """Whether the finding has a place that a sentence of one of its figures names; one carried over is none."""
        figures = (self.figures[m.figure] for m in finding.members if m.figure in self.figures)
        return bool(finding.place) and any(figure.place_basis != "carried" for figure in figures)

    def conflicts(self) -> tuple[ReportedFinding, ...]:
        """The findings whose sources contradict each other, those of the whole crisis first."""
        found = [f for f in self.current if f.relation == "conflict"]
        order = list(MEASURES)
        return tuple(sorted(found, key=lambda f: (not f.crisis_wide, order.index(f.measure), -f.articles, f.id)))

    def claims(self, finding: ReportedFinding) -> tuple[Claim, ...]:
        """What can be drawn of a finding in the unit of its recommended figure, by time, rejected figures left out."""
        main = self.main(finding)
        if main is None:
            return ()
        names = {origin.key: (origin.name, origin.kind) for origin in finding.origins}
        found = []
        for member in finding.members:
            figure = self.figures.get(member.figure)
            if figure is None or member.role == "rejected" or not _drawable(figure) or figure.unit != main.unit:
                continue
            low = figure.low if figure.low is not None else figure.value
            high = figure.high if figure.high is not None else figure.value
            assert low is not None and high is not None
            day, moment = self._when(figure)
            name = self._origin(*names.get(member.origin, ("", "unnamed")), figure.source)
            text = figure_text(figure, self.phrases, prose=False)
            found.append(Claim(figure, text, low, high, day, moment, name, member.origin, member.role, member.standing))
        kept = {(c.figure.n, c.low, c.high, c.origin_key): c for c in sorted(found, key=lambda c: _LESS[c.role])}
        return tuple(sorted(kept.values(), key=lambda c: (c.moment is None, c.moment or 0, c.figure.n, c.figure.start)))

    def _when(self, figure: ReportedFigure) -> tuple[date | None, float | None]:
        """The day that a figure speaks of, else of its publication; as a number with the hour where that is known."""
        source = next((s for s in self.report.sources if s.n == figure.n), None)
        published = source.published if source else None
        day = figure.until or (published.date() if isinstance(published, datetime) else published)
        if day is None:
            return None, None
        hour = 0.5
        if isinstance(published, datetime) and published.date() == day:
            hour = (published.hour * 60 + published.minute) / 1440
        return day, day.toordinal() + hour

    def _origin(self, name: str, kind: str, source: str | None) -> str:
        """A name to print: a person's is not, nor what the report withholds, an empty one is not."""
        if source and self.phrases.word("withheld", "name") in source:
            kind = "person"
        if kind in ("person", "witness"):
            return self.words.word("labels", kind)
        return name or self.words.word("labels", "unnamed")

    def what(self, finding: ReportedFinding) -> str:
        """What a finding counts: "Killed", "Killed, children", "Newly displaced, families"."""
        label = MEASURES[finding.measure].label
        main = self.figures.get(finding.recommended or "")
        group = finding.group if finding.group not in _EVERYBODY else None
        people = (self.phrases.word("people", p) for p in finding.population if p not in _EVERYBODY)
        parts = [group or ", ".join(people)]
        if main is not None and main.unit == "households":
            parts.append(self.phrases.word("units", "households"))
        return ", ".join([label, *(p for p in parts if p)])

    def number(self, figure: ReportedFigure) -> Number:
        """The figure as a run."""
        return stated(figure, self.phrases)

    def cited(self, runs: Runs, figures: Iterable[ReportedFigure]) -> Runs:
        """A reading closed by a full stop and the citations of all the figures that are drawn, each once."""
        cites: list[Cite] = []
        for figure in figures:
            cite = Cite(source=figure.n, sentence=figure.sentence)
            if cite not in cites:
                cites.append(cite)
        spaced = [piece for cite in sorted(cites, key=lambda c: (c.source, c.sentence)) for piece in (" ", cite)]
        return joined((runs, ".", *spaced))

    def table(self, title: str, heads: Sequence[str], rows: Iterable[tuple[Runs, ...]]) -> Table:
        """The data of a chart as a table of the annex; the column of figures is set to the right."""
        columns = tuple(Column(title=self.words.word("columns", key), numeric=key == "figure") for key in heads)
        return Table(caption=title, columns=columns, rows=tuple(rows), small=True)

    def claim_cells(self, claim: Claim) -> tuple[Runs, ...]:
        """A claim as a row: who, as of when, how much, where it stands, its role."""
        when: Runs = (day(claim.day, self.phrases),) if claim.day else ()
        cite = Cite(source=claim.figure.n, sentence=claim.figure.sentence)
        role = Text(text=self.phrases.word("labels", claim.role))
        return (Name(text=claim.origin),), when, (self.number(claim.figure),), (cite,), (role,)

    def place_cells(self, name: str, figure: ReportedFigure | None) -> tuple[Runs, ...]:
        """A place as a row: its name, how much, where it stands."""
        if figure is None:
            return (Name(text=name),), (), ()
        cite = Cite(source=figure.n, sentence=figure.sentence)
        return (Name(text=name),), (self.number(figure),), (cite,)

    def short_day(self, day: date | None) -> str:
        """`28 Nov`."""
        if day is None:
            return self.words.word("labels", "no_date")
        months: list[str] = self.words.table["months"]["short"]
        return f"{day.day} {months[day.month - 1]}"

    def column(self, *keys: str) -> tuple[str, ...]:
        """Titles of columns."""
        return tuple(self.words.word("columns", key) for key in keys)

    def draw(self, template: str, **context: object) -> str:
        """A template filled; `wide` and the sizes of letters are known to it."""
        known = {"wide": WIDE, "size": SIZE, "small": SMALL, "word": self.label}
        return _NOT_XML.sub("", render(template, known | context, self._folders))

    def label(self, key: str) -> str:
        """A word of the drawings."""
        return self.words.word("labels", key)

    def alternative(self, kind: Kind, title: str, items: Sequence[str]) -> str:
        """The alternative text: the kind, the title, and the data as far as an ear can follow it."""
        told = "; ".join(items[:12]) + ("; …" if len(items) > 12 else "")
        return f"{self.words.word('kinds', kind)}. {title}. {told}."


def _drawable(figure: ReportedFigure) -> bool:
    """Whether a figure has a number to draw: no vague word, no single person, nothing withheld or denied."""
    if figure.withheld or figure.qualifier == "vague" or figure.certainty in ("denied", "forecast"):
        return False
    known = figure.value is not None or (figure.low is not None and figure.high is not None)
    return known and not is_description(figure)


def plain_value(value: float) -> str:
    """A value in the data of a chart."""
    return with_commas(int(value) if float(value).is_integer() else value)
