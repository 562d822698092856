"""A report as its charts see it: what can be drawn of its findings, and the words of drawings."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path

import rtoml

from ..measures import MEASURES
from ..model import Report, ReportedFigure, ReportedFinding
from ..model.runs import Number
from .chart import SIZE, SMALL, WIDE, Kind
from .numbers import is_description, stated
from .phrases import Phrases, load_phrases
from .shares import is_crowded
from .templates import render

_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EVERYBODY = frozenset({"people", "residents"})


@lru_cache(maxsize=4)
def chart_words(language: str = "en") -> Phrases:
    """The words of charts in a language."""
    text = (files("sitrep.languages") / language / "charts.toml").read_text(encoding="utf-8")
    return Phrases(rtoml.loads(text))


class Scene:
    """The findings, figures and words that all charts of a report share."""

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

    @cached_property
    def crowded(self) -> bool:
        """Whether what is printed of the findings is a selection."""
        return is_crowded(sum(f.scope == "current" for f in self.report.findings))

    def main(self, finding: ReportedFinding) -> ReportedFigure | None:
        """The recommended figure, if it can be drawn."""
        figure = self.figures.get(finding.recommended or "")
        return figure if figure is not None and drawable(figure) else None

    def placed(self, finding: ReportedFinding) -> bool:
        """Whether the finding has a place that a sentence of one of its figures names."""
        return is_placed(finding, self.figures)

    def members(self, finding: ReportedFinding) -> tuple[ReportedFigure, ...]:
        """The figures of a finding."""
        return tuple(self.figures[m.figure] for m in finding.members if m.figure in self.figures)

    def conflicts(self) -> tuple[ReportedFinding, ...]:
        """The findings whose sources contradict each other, those of the whole crisis first."""
        found = [f for f in self.current if f.relation == "conflict"]
        order = list(MEASURES)
        return tuple(sorted(found, key=lambda f: (not f.crisis_wide, order.index(f.measure), -f.articles, f.id)))

    def what(self, finding: ReportedFinding) -> str:
        """What a finding counts: "Killed", "Killed: children", "Newly displaced: families"."""
        label = MEASURES[finding.measure].label
        main = self.figures.get(finding.recommended or "")
        group = finding.group if finding.group not in _EVERYBODY else None
        people = (self.phrases.word("people", p) for p in finding.population if p not in _EVERYBODY)
        parts = [group or ", ".join(people)]
        if main is not None and main.unit == "households":
            parts.append(self.phrases.word("units", "households"))
        counted = ", ".join(part for part in parts if part)
        return f"{label}: {counted}" if counted else label

    def number(self, figure: ReportedFigure) -> Number:
        """The figure as a run."""
        return stated(figure, self.phrases)

    def short_day(self, day: date | None, *, year: bool = False) -> str:
        """`28 Nov`; with its `year` where the days of a drawing are of several."""
        if day is None:
            return self.words.word("labels", "no_date")
        months: list[str] = self.words.table["months"]["short"]
        return f"{day.day} {months[day.month - 1]}" + (f" {day.year}" if year else "")

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


def is_placed(finding: ReportedFinding, figures: Mapping[str, ReportedFigure]) -> bool:
    """Whether the finding has a place that a sentence of one of its figures names; one carried over is none."""
    members = (figures[member.figure] for member in finding.members if member.figure in figures)
    return bool(finding.place) and any(figure.place_basis != "carried" for figure in members)


def drawable(figure: ReportedFigure) -> bool:
    """Whether a figure has a number to draw: no vague word, no single person, nothing withheld or denied."""
    if figure.withheld or figure.qualifier == "vague" or figure.certainty in ("denied", "forecast"):
        return False
    known = figure.value is not None or (figure.low is not None and figure.high is not None)
    return known and not is_description(figure)
