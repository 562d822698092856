"""Charts and the map in their places: the drawing at the head of its section, its data as a table in the annex."""

from collections.abc import Sequence
from pathlib import Path

from ..model import Report
from ..model.runs import Block, Section, Table
from ..places import Gazetteer
from .charts import Chart, charts_for
from .phrases import load_phrases
from .widths import SMALL_LINE, fitted


def with_pictures(report: Report, gazetteer: Gazetteer | None, folders: Sequence[Path] = ()) -> Report:
    """The report with the charts that its findings allow; the same report where they allow none."""
    charts = charts_for(report, gazetteer, folders)
    if not charts:
        return report
    sections: list[Section] = []
    for section in report.sections:
        sections.append(_placed(section, charts))
        if section.key == "annex":  # The short products have no annex.
            sections.append(_data(report, charts))
    return report.model_copy(update={"sections": tuple(sections)})


def _placed(section: Section, charts: Sequence[Chart]) -> Section:
    """The section with its drawings first, but for a drawing of a finding whose table is there: it goes before that."""
    drawn = {chart.name: chart.picture() for chart in charts if chart.section == section.key}
    blocks: list[Block] = []
    for block in section.blocks:
        if isinstance(block, Table) and (picture := drawn.pop(f"claims-{block.name}", None)):
            blocks.append(picture)
        blocks.append(block)
    # The map stands beside the highlights, which are read first; a lone drawing takes a line for itself, and a table
    # before it can begin on the page that has no more room for the drawing.
    after = section.key == "highlights" or len(drawn) == 1
    ordered = (*blocks, *drawn.values()) if after else (*drawn.values(), *blocks)
    return section.model_copy(update={"blocks": ordered})


def _data(report: Report, charts: Sequence[Chart]) -> Section:
    """What the charts draw, as tables."""
    title = load_phrases(report.language).word("titles", "annex_charts")
    tables = [chart.table for chart in charts]
    sized = (table.model_copy(update={"columns": fitted(table.columns, table.rows, SMALL_LINE)}) for table in tables)
    return Section(key="annex_charts", title=title, blocks=tuple(sized))
