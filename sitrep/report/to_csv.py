"""CSV: one row per figure, with the columns that users of Helix and HDX look for; sources and findings beside it."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ..model import Report
from ..model.records import ReportFile
from .columns import FIGURES, RECONCILIATION, SOURCES
from .exporter import Rendering
from .rows import figure_rows, finding_rows, source_rows
from .to_datapackage import datapackage

Row = Mapping[str, object]


def to_csv(report: Report, *, templates: Sequence[Path] = ()) -> Rendering:
    """`-figures.csv`, `-sources.csv`, `-reconciliation.csv` and a Frictionless `-datapackage.json`."""
    tables = (
        ("figures", FIGURES, figure_rows(report)),
        ("sources", SOURCES, source_rows(report)),
        ("reconciliation", RECONCILIATION, finding_rows(report)),
    )
    files = tuple(
        ReportFile(f"{report.stem}-{name}.csv", "text/csv", _csv(columns, rows, report.settings.hxl))
        for name, columns, rows in tables
    )
    package = datapackage(report, [(file.name, columns) for file, (_, columns, _) in zip(files, tables, strict=True)])
    return Rendering((*files, ReportFile(f"{report.stem}-datapackage.json", "application/json", package)))


def _csv(columns: Mapping[str, str], rows: Iterable[Row], hxl: bool) -> bytes:
    """UTF-8 with a mark for spreadsheets, CRLF as RFC 4180 has it; the HXL hashtags as a second row where wanted."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    if hxl:
        writer.writerow(columns.values())
    for row in rows:
        writer.writerow([neutral(row.get(column)) for column in columns])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def neutral(value: object) -> object:
    """A cell that no spreadsheet takes for a formula: text that begins like one gets an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.lstrip()[:1] in {"=", "+", "-", "@"} or str(value)[:1] in {"\t", "\r"}:
        return f"'{value}"
    return value
