"""The table of output formats: a name and the module that writes it, loaded when it is used."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import cast

from ..errors import Problem, SitrepError, UsageError
from ..model import Report
from ..model.records import ReportFile
from .exporter import Exporter, Rendering

_MODULES = {
    "pdf": "to_pdf",
    "md": "to_markdown",
    "html": "to_html",
    "json": "to_json",
    "csv": "to_csv",
    "docx": "to_docx",
    "xlsx": "to_xlsx",
    "geojson": "to_geojson",
}


def _lazy(module: str) -> Exporter:
    def write(report: Report, *, templates: Sequence[Path] = ()) -> Rendering:
        exporter = cast(Exporter, getattr(import_module(f".{module}", __package__), module))
        return exporter(report, templates=templates)

    write.__name__ = module
    return write


FORMATS: dict[str, Exporter] = {name: _lazy(module) for name, module in _MODULES.items()}
"""Every format by the name that `--formats` takes."""


def export(
    report: Report, formats: Sequence[str], *, templates: Sequence[Path] = ()
) -> tuple[tuple[ReportFile, ...], tuple[Problem, ...]]:
    """The files of all formats, in the order asked for; a format that cannot be made is a Problem, not an error.

    Raises UsageError for a format that does not exist.
    """
    if unknown := [name for name in formats if name not in FORMATS]:
        raise UsageError(f"There is no format '{unknown[0]}'; the formats are {', '.join(FORMATS)}.")
    files: list[ReportFile] = []
    problems: list[Problem] = []
    for name in dict.fromkeys(formats):
        try:
            rendering = FORMATS[name](report, templates=templates)
        except SitrepError as error:
            problems.append(Problem(f"{report.stem}.{name}", str(error)))
            continue
        files += rendering.files
        problems += rendering.problems
    return tuple(files), tuple(problems)
