"""What an output format is: one function from a Report to files, so that a format is one small module."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from ..errors import Problem
from ..model import Report
from ..model.records import ReportFile


@dataclass(frozen=True)
class Rendering:
    """The files of one format, with what the readers of standard error should know (a character that no font has)."""

    files: tuple[ReportFile, ...]
    problems: tuple[Problem, ...] = field(default=())


class Exporter(Protocol):
    """Writes a report in one format. The same report gives the same bytes.

    `templates` are folders of the user's own templates, which go before the program's by name. Raises SitrepError
    where the format cannot be made on this machine (no Pango, no font), so that the others still are.
    """

    def __call__(self, report: Report, *, templates: Sequence[Path] = ()) -> Rendering:
        """The files, named after `report.stem`."""
        ...
