"""The table of output formats: a name and the module that writes it, loaded when it is used."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import cast

from ..errors import Problem, SitrepError, UsageError
from ..model import Report
from ..model.records import ReportFile
from .exporter import Exporter, Rendering
from .press import Press, pages_of

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
    report: Report, formats: Sequence[str], *, templates: Sequence[Path] = (), press: Press | None = None
) -> tuple[tuple[ReportFile, ...], tuple[Problem, ...]]:
    """The files of all formats, in the order asked for; a format that cannot be made is a Problem, not an error.

    The PDF is laid out by `press`, which may run already, beside the other formats. Raises UsageError for a format
    that does not exist.
    """
    if unknown := [name for name in formats if name not in FORMATS]:
        raise UsageError(f"There is no format '{unknown[0]}'; the formats are {', '.join(FORMATS)}.")
    names = tuple(dict.fromkeys(formats))
    if press is None:
        with Press(names) as own:
            return export(report, names, templates=templates, press=own)
    running = press.start(_rendering, report, templates)
    made = {name: _rendering(report, name, templates) for name in names if name != "pdf" or running is None}
    files: list[ReportFile] = []
    problems: list[Problem] = []
    for name in names:
        rendering = made.get(name) or pages_of(running) or _rendering(report, name, templates)
        files += rendering.files
        problems += rendering.problems
    return tuple(files), tuple(problems)


def unmade(report: str, formats: Sequence[str], files: Sequence[str]) -> tuple[str, ...]:
    """The formats of which a report, by its id, has no file among those names."""
    ends = {name: f"{report}-figures.csv" if name == "csv" else f"{report}.{name}" for name in dict.fromkeys(formats)}
    return tuple(name for name, end in ends.items() if not any(file.endswith(end) for file in files))


def _rendering(report: Report, name: str, templates: Sequence[Path]) -> Rendering:
    """The files of one format, or the problem in place of them."""
    try:
        return FORMATS[name](report, templates=templates)
    except SitrepError as error:
        return Rendering((), (Problem(f"{report.stem}.{name}", str(error)),))
