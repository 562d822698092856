"""The stages as the flows call them, each with what it needs of the configuration handed in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from ..attempt import attempt
from ..collect import read_paths
from ..config import CrisisConfig
from ..errors import Problem, SitrepError
from ..files import write_whole
from ..fingerprint import extractor_version
from ..model import Article, Extraction, Reconciliation, Report
from ..model.records import Override, ReportFile
from ..model.runs import Cite
from ..reconcile import Context, compare_with, corrections, reconcile
from ..reconcile.context import Override as Ruling
from ..report import Press, compose, export, full_texts
from .progress import Progress, unseen

_MOST_NAMED = 20


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


def write_up(
    reading: Reading,
    found: Understanding,
    crisis: CrisisConfig,
    *,
    as_of: datetime,
    number: int | None = None,
    revision: int = 0,
    previous: Report | None = None,
    corrects: Report | None = None,
    issued: datetime | None = None,
    overrides: Sequence[Override] = (),
    extractor: str | None = None,
) -> Report:
    """The report of articles that were read and brought together. Raises SitrepError if there are none.

    `extractor` is the version that found the figures, if it was not this one.
    `previous` is the report before it, `corrects` the edition that it takes the place of.
    """
    if not reading.articles:
        raise SitrepError(f"Every article was published after {as_of:%Y-%m-%d %H:%M %Z}, the cut-off; set it later.")
    changes = compare_with(previous, found.reconciliation, reading.articles).changes if previous else ()
    rulings: tuple[Ruling, ...] = (*crisis.overrides, *overrides)
    warnings = (Problem("Ruling", warning) for warning in found.reconciliation.warnings)
    report = compose(
        crisis.crisis,
        reading.articles,
        found.extractions,
        found.reconciliation,
        as_of=as_of,
        number=number or (previous.number + 1 if previous else 1),
        revision=revision,
        settings=crisis.settings,
        changes=changes,
        corrections=corrections(corrects, found.reconciliation, reading.articles) if corrects else (),
        previous=_name(previous, crisis) if previous else None,
        problems=(*told(reading, found), *warnings),
        overrides=[_ruled(ruling) for ruling in rulings],
        issued=issued,
        gazetteer=crisis.gazetteer(),
        templates=crisis.templates,
    )
    texts = full_texts(report.sources, reading.articles, found.extractions) if crisis.report.full_text else ()
    return report.model_copy(update={"extractor": extractor or extractor_version(), "texts": texts})


def told(reading: Reading, found: Understanding) -> tuple[Problem, ...]:
    """What a report is told of that failed or was left out while its articles were read."""
    return (*reading.problems, *found.problems, *left_out(reading.late))


def _ruled(ruling: Ruling) -> str:
    done = "taken out" if ruling.action == "reject" else "made the recommended one"
    return f"{ruling.figure} was {done} by {ruling.role}: {ruling.reason}"


def _name(report: Report, crisis: CrisisConfig) -> str:
    """How a report is referred to: `Situation Report No. 1, 30 November 2024`."""
    edition = "".join(run.text for run in report.edition if not isinstance(run, Cite))
    local = report.as_of.astimezone(ZoneInfo(crisis.report.time_zone))
    return f"{edition}, {local.day} {local:%B %Y}"


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


def is_late(article: Article, as_of: datetime) -> bool:
    """Whether it was published after the cut-off; a day counts as late from the next day on, in the cut-off's zone."""
    published = article.published
    if isinstance(published, datetime):
        return (published if published.tzinfo else published.replace(tzinfo=UTC)) > as_of
    return published is not None and published > as_of.date()


def left_out(late: Sequence[Article]) -> tuple[Problem, ...]:
    """A note on each article that came after the cut-off, the first twenty by name."""
    named = late if len(late) <= _MOST_NAMED else late[: _MOST_NAMED - 1]
    notes = tuple(
        Problem(article.name, f"{_when(article)} after the cut-off; left out", note=True) for article in named
    )
    rest = len(late) - len(named)
    return (*notes, Problem("Articles", f"{rest} more came after the cut-off; left out", note=True)) if rest else notes


def _when(article: Article) -> str:
    return f"published {article.published}," if article.published else "has no date and was first seen"


def _nothing(problems: Sequence[Problem]) -> str:
    listed = "; ".join(str(problem) for problem in problems[:3])
    return f"No article could be read{f': {listed}' if listed else ''}."
