"""JSON: the whole report, printed half and data half, which `Report.model_validate_json` reads back."""

from collections.abc import Sequence
from pathlib import Path

from ..model import Report
from ..model.records import ReportFile
from .exporter import Rendering


def to_json(report: Report, *, templates: Sequence[Path] = ()) -> Rendering:
    """One `.json` file in the form of `SCHEMA`."""
    return Rendering((ReportFile(f"{report.stem}.json", "application/json", json_bytes(report)),))


def json_bytes(report: Report) -> bytes:
    """The report as JSON, UTF-8, indented by one."""
    return report.model_dump_json(indent=1).encode("utf-8") + b"\n"
