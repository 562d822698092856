"""Charts of a report: data chosen from its findings, drawn from templates, each with its numbers and their citations.

A drawing has no scale of numerals: every number in it is one that a source states, printed beside its mark.
"""

from collections.abc import Sequence
from pathlib import Path

from ..model import Report, ReportedFinding
from ..model.runs import Table
from ..places import Gazetteer
from .chart import Chart
from .chart_bars import bars
from .chart_claims import claims
from .chart_series import series
from .map import locator
from .scene import Scene

__all__ = ["Chart", "charts_for"]

_MOST_CLAIMS, _CLAIMS_OF_CROWD = 3, 1
"""Conflicts that are drawn; where a report prints a selection, the others are a table each, which says the same in less
room."""

_KINDS = {"sitrep": {"map", "series", "bars", "claims"}, "flash": {"map", "claims"}, "brief": set[str]()}
"""The kinds of drawings that each product has room for."""


def charts_for(report: Report, gazetteer: Gazetteer | None = None, folders: Sequence[Path] = ()) -> tuple[Chart, ...]:
    """The charts and the map that a report's findings allow, in the order of its sections; often none.

    A map needs a `gazetteer` and places that it resolves. `folders` are a user's templates. The same report and
    gazetteer give the same bytes.
    """
    scene = Scene(report, tuple(folders))
    drawn: list[Chart | None] = []
    for section, measures in (("displacement", ("displaced", "idps")), ("casualties", ("deaths", "injured"))):
        drawn += _pair(scene, section, measures)
    if gazetteer is not None:
        drawn.insert(0, locator(scene, gazetteer, ("deaths", "displaced", "injured", "idps")))
    most = _CLAIMS_OF_CROWD if scene.crowded else _MOST_CLAIMS
    drawn += [claims(scene, finding, table) for finding, table in _conflicts(scene)[:most]]
    kinds = _KINDS[report.settings.product]
    return tuple(chart for chart in drawn if chart is not None and chart.kind in kinds)


def _conflicts(scene: Scene) -> tuple[tuple[ReportedFinding, Table | None], ...]:
    """The conflicts that the report lays out, each with its table, in that order; all, if it has no such section."""
    tables = [b for s in scene.report.sections if s.key == "conflicts" for b in s.blocks if isinstance(b, Table)]
    found = {finding.id: finding for finding in scene.conflicts()}
    if tables:
        return tuple((found[table.name], table) for table in tables if table.name in found)
    return tuple((finding, None) for finding in found.values())


def _pair(scene: Scene, section: str, measures: Sequence[str]) -> list[Chart]:
    """The two drawings of a section that stand side by side: over time and by place, first of its first measure."""
    drawn = [make(scene, section, measure) for measure in measures for make in (series, bars)]
    return [chart for chart in drawn if chart is not None][:2]
