"""Charts and the map in their places: the drawing at the head of its section, its data as a table in the annex."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ..model import Report
from ..model.runs import Cite, Column, Name, Number, Runs, Section, Table
from ..places import Gazetteer
from .charts import Chart, charts_for
from .numbers import day
from .phrases import load_phrases

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CITE = re.compile(r"\[(\d+)\]")
_NOT_FOR_PRINT = frozenset({"Latitude", "Longitude", "Low", "High"})


def with_pictures(report: Report, gazetteer: Gazetteer | None, folders: Sequence[Path] = ()) -> Report:
    """The report with the charts that its findings allow; the same report where they allow none."""
    charts = charts_for(report, gazetteer, folders)
    if not charts:
        return report
    sections = []
    for section in report.sections:
        sections.append(_placed(section, charts))
        if section.key == "annex":
            title = load_phrases(report.language).word("titles", "annex_charts")
            sections.append(Section(key="annex_charts", title=title, blocks=tuple(_data(chart) for chart in charts)))
    return report.model_copy(update={"sections": tuple(sections)})


def _placed(section: Section, charts: Sequence[Chart]) -> Section:
    drawn = tuple(chart.picture() for chart in charts if chart.section == section.key)
    blocks = (*drawn, *section.blocks) if section.key != "overview" else (*section.blocks, *drawn)
    return section.model_copy(update={"blocks": blocks}) if drawn else section


def _data(chart: Chart) -> Table:
    """What the chart draws, as a table: places stand for themselves, without their coordinates."""
    kept = [index for index, column in enumerate(chart.columns) if column not in _NOT_FOR_PRINT]
    numbers = {number.text: number for number in chart.numbers}
    return Table(
        caption=chart.title,
        columns=tuple(Column(title=chart.columns[i], numeric=_is_numeric(chart, i)) for i in kept),
        rows=tuple(tuple(_cell(row[i], numbers) for i in kept) for row in chart.rows),
        small=True,
    )


def _is_numeric(chart: Chart, index: int) -> bool:
    cells = [row[index] for row in chart.rows if row[index]]
    return bool(cells) and all(cell[-1].isdigit() or cell[:1].isdigit() for cell in cells) and "-" not in cells[0]


def _cell(text: str, numbers: dict[str, Number]) -> Runs:
    if not text:
        return ()
    if text in numbers:
        return (numbers[text],)
    if _DAY.fullmatch(text):
        return (day(date.fromisoformat(text), load_phrases()),)
    if _CITE.fullmatch(text):
        return (Cite(source=int(text[1:-1])),)
    return (Name(text=text),)
