"""XLSX: figures, findings and sources as typed tables with filters and frozen heads, for those who count in Excel."""

import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..model import Report
from ..model.records import ReportFile
from .columns import FIGURES, RECONCILIATION, SOURCES
from .context import title
from .exporter import Rendering
from .rows import figure_rows, finding_rows, source_rows
from .xml_text import printable

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LONGEST = 32_000
_WIDEST = 48


def to_xlsx(report: Report, *, templates: Sequence[Path] = ()) -> Rendering:
    """One `.xlsx` file with a sheet per table. Text is written as text, so that no cell is a formula."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    issued = report.issued.replace(tzinfo=None)
    book.set_properties({"title": title(report), "author": "sitrep", "created": issued})
    for name, columns, rows in (
        ("Figures", FIGURES, figure_rows(report)),
        ("Reconciliation", RECONCILIATION, finding_rows(report)),
        ("Sources", SOURCES, source_rows(report)),
    ):
        _sheet(book, name, columns, list(rows))
    book.close()
    return Rendering((ReportFile(f"{report.stem}.xlsx", MEDIA_TYPE, out.getvalue()),))


def _sheet(book: "Workbook", name: str, columns: Mapping[str, str], rows: Sequence[Mapping[str, object]]) -> None:
    """One typed table: a filter on each column, the head frozen, widths by what stands in them."""
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 1)
    for at, column in enumerate(columns):
        cells = [row.get(column) for row in rows]
        sheet.set_column(at, at, _width(column, cells))
        for line, cell in enumerate(cells, 1):
            _write(sheet, line, at, cell)
    heads = [{"header": column} for column in columns]
    sheet.add_table(0, 0, max(len(rows), 1), len(columns) - 1, {"name": name, "columns": heads})


def _write(sheet: "Worksheet", line: int, at: int, cell: object) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, bool):
        sheet.write_boolean(line, at, cell)
    elif isinstance(cell, int | float):
        sheet.write_number(line, at, cell)
    else:
        sheet.write_string(line, at, printable(str(cell))[:_LONGEST])


def _width(column: str, cells: Iterable[object]) -> int:
    longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
    return min(_WIDEST, max(len(column) + 3, longest + 1))
