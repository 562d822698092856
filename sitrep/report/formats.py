"""The table of output formats: a name and the module that writes it, loaded when it is used."""

import os
import threading
from collections.abc import Sequence
from contextlib import suppress
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
    names = tuple(dict.fromkeys(formats))
    made = _beside(report, names, templates) if _worth_a_process(names) else {}
    files: list[ReportFile] = []
    problems: list[Problem] = []
    for name in names:
        rendering = made.get(name) or _rendering(report, name, templates)
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


def _worth_a_process(names: Sequence[str]) -> bool:
    """Whether other formats take long enough to be made while a second processor lays out the pages.

    A process that runs threads is not copied, since the copy could wait for them for ever.
    """
    if "pdf" not in names or not {"docx", "xlsx"} & set(names):
        return False
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return processors > 1 and threading.active_count() == 1


def _beside(report: Report, names: Sequence[str], templates: Sequence[Path]) -> dict[str, Rendering]:
    """All formats, the PDF by a process of its own; none, where the machine lets no process begin or ends it."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    from .fonts import check_fonts
    from .to_pdf import load_engine

    with suppress(SitrepError):
        # Both processes need it, the second for the drawings of the Word document; loaded now, it is loaded once.
        check_fonts()
        load_engine()
    try:
        with ProcessPoolExecutor(1) as pool:
            pages = pool.submit(_rendering, report, "pdf", templates)
            made = {name: _rendering(report, name, templates) for name in names if name != "pdf"}
            return made | {"pdf": pages.result()}
    except (OSError, BrokenProcessPool):
        return {}
