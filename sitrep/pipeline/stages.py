"""The stages as the flows call them, each with what it needs of the configuration handed in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import ValidationError

from ..attempt import attempt
from ..collect import read_paths
from ..config import CrisisConfig
from ..errors import Problem, SitrepError
from ..files import write_whole
from ..model import Article, Extraction, Reconciliation, Report
from ..model.records import Override, ReportFile
from ..reconcile import Context, reconcile
from ..report import Press, export
from .cut_off import is_late
from .progress import Progress, unseen


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the articles to use, those published after the cut-off, and what could not be read."""

    articles: tuple[Article, ...]
    late: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Understanding:
    """What the articles state, each and together, and the articles that the extractor failed on."""

    extractions: tuple[Extraction, ...]
    reconciliation: Reconciliation
    problems: tuple[Problem, ...] = ()


def read(paths: Sequence[Path], as_of: datetime | None) -> Reading:
    """The articles of files and folders, those published after `as_of` apart. Raises SitrepError if there are none."""
    found, problems = read_paths(paths)
    articles = tuple({article.id: article for article in reversed(found)}.values())[::-1]
    if not articles:
        raise SitrepError(_nothing(problems))
    late = tuple(article for article in articles if as_of and is_late(article, as_of))
    return Reading(tuple(article for article in articles if article not in late), late, problems)


def common_country(articles: Sequence[Article]) -> str | None:
    """The country that all articles that state one state, as the crisis' own where none is configured; else None."""
    stated = {article.country for article in articles if article.country}
    return stated.pop() if len(stated) == 1 else None


def bring_together(
    articles: Sequence[Article],
    crisis: CrisisConfig,
    as_of: datetime | None,
    *,
    known: Mapping[str, Extraction] | None = None,
    overrides: Sequence[Override] = (),
    progress: Progress = unseen,
) -> Understanding:
    """What each article states, and what they state together.

    `known` are extractions that need not be made again, by article id; `overrides` rulings beside the configuration's.
    """
    known, attempts = known or {}, []
    for done, a in enumerate(articles):
        progress("Reading articles", done, len(articles))
        attempts.append((known[a.id], None) if a.id in known else attempt(a))
    progress("Comparing figures", 0, 1)
    extractions = tuple(extraction for extraction, _ in attempts)
    context = Context(
        country=crisis.country or common_country(articles),
        crisis=crisis.name,
        as_of=as_of,
        overrides=(*crisis.overrides, *overrides),
        reliability=crisis.reliability,
        household_sizes=crisis.sizes,
        places=crisis.gazetteer(),
        population=crisis.population,
        event_start=crisis.event_start,
    )
    reconciliation = reconcile(articles, extractions, context)
    return Understanding(extractions, reconciliation, tuple(problem for _, problem in attempts if problem))


def render(
    report: Report, crisis: CrisisConfig, formats: Sequence[str], press: Press | None = None
) -> tuple[tuple[ReportFile, ...], tuple[Problem, ...]]:
    """The files of a report; a format that fails is a problem, the others are made all the same."""
    return export(report, formats, templates=crisis.templates, press=press)


def save(files: Sequence[ReportFile], out: Path) -> tuple[Path, ...]:
    """Write the files into a folder, each whole or not at all."""
    for file in files:
        write_whole(out / file.name, file.data)
    return tuple(out / file.name for file in files)


def load_report(path: Path) -> Report:
    """A finished report from its JSON file. Raises SitrepError where it is none."""
    try:
        return Report.model_validate_json(path.read_bytes())
    except OSError as error:
        raise SitrepError(f"{path}: the report cannot be read ({error.strerror}).") from error
    except ValidationError as error:
        raise SitrepError(f"{path}: not the JSON of a report by this program; give the .json file of one.") from error


def _nothing(problems: Sequence[Problem]) -> str:
    listed = "; ".join(str(problem) for problem in problems[:3])
    return f"No article could be read{f': {listed}' if listed else ''}."
