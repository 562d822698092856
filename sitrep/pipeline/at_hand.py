"""The main flow on one page: articles in, a dated and cited situation report out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ..config import CrisisConfig
from ..errors import Problem
from ..model import Article, Report
from ..report import Press
from .edition import Edition, write_up
from .progress import Progress, unseen
from .stages import bring_together, read, render, save


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was made: the report, its files, the articles left out as too late, and what failed on the way."""

    report: Report
    files: tuple[Path, ...]
    late: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()


def generate(
    paths: Sequence[Path],
    crisis: CrisisConfig,
    *,
    as_of: datetime,
    number: int | None = None,
    previous: Report | None = None,
    out: Path | None = None,
    formats: Sequence[str] | None = None,
    progress: Progress = unseen,
    press: Press | None = None,
) -> Outcome:
    """One report from articles at hand, written to `out` (default: the configuration's folder) in each format.

    The number is `number`, else the previous report's plus one, else 1. A `press` that runs already lays out the PDF;
    else one is started when the report is written. The same articles, configuration and `as_of`
    give the same bytes. Raises SitrepError where no article can be used; whatever else fails is in the outcome.
    """
    reading = read(paths, as_of)
    found = bring_together(reading.articles, crisis, as_of, progress=progress)
    progress("Writing the report", 0, 1)
    report = write_up(reading, found, crisis, Edition(as_of, number, previous=previous))
    files, problems = render(report, crisis, formats or crisis.report.formats, press)
    paths = save(files, out or crisis.report.out)
    return Outcome(report, paths, reading.late, (*reading.problems, *found.problems, *problems))
