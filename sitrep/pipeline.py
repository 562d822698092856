"""The main flow on one page: articles in, a dated and cited situation report out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from .collect.from_folder import read_paths
from .config import CrisisConfig
from .errors import Problem, SitrepError
from .extract import extract
from .files import write_whole
from .fingerprint import extractor_version
from .model import Article, Extraction, Reconciliation, Report
from .places import Gazetteer
from .reconcile import reconcile
from .reconcile.context import Context, HouseholdSize
from .report import compose, export


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the articles to use, those published after the cut-off, and what could not be read."""

    articles: tuple[Article, ...]
    late: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run made: the report, its files, the articles left out as too late, and what failed on the way."""

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
) -> Outcome:
    """One report from articles at hand, written to `out` (default: the configuration's folder) in each format.

    The number is `number`, else the previous report's plus one, else 1. The same articles, configuration and `as_of`
    give the same bytes. Raises SitrepError where no article can be used; whatever else fails is in the outcome.
    """
    reading = read(paths, as_of)
    extractions, reconciliation = bring_together(reading.articles, crisis, as_of)
    report = write_up(reading, extractions, reconciliation, crisis, as_of=as_of, number=number, previous=previous)
    files, problems = save(report, out or crisis.report.out, formats or crisis.report.formats, crisis.report.templates)
    return Outcome(report, files, reading.late, (*reading.problems, *problems))


def read(paths: Sequence[Path], as_of: datetime | None) -> Reading:
    """The articles of files and folders, those published after `as_of` apart. Raises SitrepError if there are none."""
    found, problems = read_paths(paths)
    articles = tuple({article.id: article for article in reversed(found)}.values())[::-1]
    if not articles:
        raise SitrepError(_nothing(problems))
    late = tuple(article for article in articles if as_of and _is_late(article, as_of))
    return Reading(tuple(article for article in articles if article not in late), late, problems)


def bring_together(
    articles: Sequence[Article], crisis: CrisisConfig, as_of: datetime | None
) -> tuple[tuple[Extraction, ...], Reconciliation]:
    """What each article states, and what they state together."""
    extractions = tuple(extract(article) for article in articles)
    context = Context(
        country=crisis.country,
        crisis=crisis.name,
        as_of=as_of,
        overrides=crisis.overrides,
        reliability=crisis.reliability,
        household_sizes={code: HouseholdSize(h.size, h.source) for code, h in crisis.household_sizes.items()},
        places=Gazetteer(),
        population=crisis.population,
        event_start=crisis.event_start,
    )
    return extractions, reconcile(articles, extractions, context)


def write_up(
    reading: Reading,
    extractions: Sequence[Extraction],
    reconciliation: Reconciliation,
    crisis: CrisisConfig,
    *,
    as_of: datetime,
    number: int | None = None,
    previous: Report | None = None,
) -> Report:
    """The report of articles that were read and brought together."""
    if not reading.articles:
        raise SitrepError(f"Every article was published after {as_of:%Y-%m-%d %H:%M %Z}, the cut-off; set it later.")
    report = compose(
        crisis.crisis,
        reading.articles,
        extractions,
        reconciliation,
        as_of=as_of,
        number=number or (previous.number + 1 if previous else 1),
        settings=crisis.settings,
        problems=(*reading.problems, *map(_left_out, reading.late)),
        overrides=tuple(f"{o.role}: {o.action} {o.figure}: {o.reason}" for o in crisis.overrides),
    )
    return report.model_copy(update={"extractor": extractor_version()})


def save(
    report: Report, out: Path, formats: Sequence[str], templates: Path | None = None
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Write the report in each format; a format that fails is a problem, the others are written all the same."""
    rendered, problems = export(report, formats, templates=(templates,) if templates else ())
    for file in rendered:
        write_whole(out / file.name, file.data)
    return tuple(out / file.name for file in rendered), problems


def load_report(path: Path) -> Report:
    """A finished report from its JSON file. Raises SitrepError where it is none."""
    try:
        return Report.model_validate_json(path.read_bytes())
    except OSError as error:
        raise SitrepError(f"{path}: the report cannot be read ({error.strerror}).") from error
    except ValidationError as error:
        raise SitrepError(f"{path}: not the JSON of a report by this program; give the .json file of one.") from error


def _is_late(article: Article, as_of: datetime) -> bool:
    """Whether it was published after the cut-off; a day counts as late from the next day on, in the cut-off's zone."""
    published = article.published
    if isinstance(published, datetime):
        return (published if published.tzinfo else published.replace(tzinfo=UTC)) > as_of
    return published is not None and published > as_of.date()


def _left_out(article: Article) -> Problem:
    return Problem(article.name, f"published {article.published}, after the cut-off; left out")


def _nothing(problems: Sequence[Problem]) -> str:
    listed = "; ".join(str(problem) for problem in problems[:3])
    return f"No article could be read{f': {listed}' if listed else ''}."
