"""Charts and the map in their places: the drawing at the head of its section, its data as a table in the annex."""

from collections.abc import Sequence
from pathlib import Path

from ..model import Report
from ..model.runs import Section
from ..places import Gazetteer
from .charts import Chart, charts_for
from .phrases import load_phrases


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
            sections.append(Section(key="annex_charts", title=title, blocks=tuple(chart.table for chart in charts)))
    return report.model_copy(update={"sections": tuple(sections)})


def _placed(section: Section, charts: Sequence[Chart]) -> Section:
    drawn = tuple(chart.picture() for chart in charts if chart.section == section.key)
    blocks = (*drawn, *section.blocks) if section.key != "overview" else (*section.blocks, *drawn)
    return section.model_copy(update={"blocks": blocks}) if drawn else section
