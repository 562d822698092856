"""Rebuilding: the files of an issued report once more, from what the store kept of its inputs."""

from dataclasses import dataclass

from pydantic import ValidationError

from ..config import CrisisConfig
from ..errors import Problem, SitrepError
from ..model import Report
from ..model.protocols import Store
from ..model.records import ReportFile, ReportRecord
from .edition import Edition, write_up
from .issue import load_issued
from .outside import differences
from .stages import Reading, bring_together, render


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The files made again, and for each name, made again or issued, whether the bytes are those that were issued.

    `program` is the version that issued them; `problems` are formats that could not be made, and files outside the
    store that have changed since.
    """

    files: tuple[ReportFile, ...]
    same: tuple[tuple[str, bool], ...]
    program: str
    problems: tuple[Problem, ...]

    @property
    def differing(self) -> tuple[str, ...]:
        """The names of the files that are not the same."""
        return tuple(name for name, same in self.same if not same)


def rebuild(store: Store, report: str) -> Rebuilt:
    """Make the files of a report again from its articles, figures, settings, rulings and problems as they were.

    Raises SitrepError where the store no longer has one of them.
    """
    record = store.report(report)
    crisis = _settings(record)
    made = _write_again(store, record, crisis)
    files, failed = render(made, crisis, crisis.report.formats)
    issued = {file.name: file.data for file in store.report_files(report)}
    again = {file.name: file.data for file in files}
    same = tuple((name, issued.get(name) == again.get(name)) for name in issued | again)
    return Rebuilt(files, same, record.program, (*failed, *differences(crisis, record.outside)))


def _write_again(store: Store, record: ReportRecord, crisis: CrisisConfig) -> Report:
    issued, articles = load_issued(record), tuple(store.articles(record.articles))
    known = store.extractions(record.extractor, record.articles)
    if any(article.id not in known for article in articles):
        raise SitrepError(f"The store no longer has the figures that {record.id} was made from: it was purged of them.")
    found = bring_together(articles, crisis, issued.as_of, known=known, overrides=record.overrides)
    edition = Edition(
        issued.as_of,
        number=record.number,
        revision=record.revision,
        previous=load_issued(store.report(record.previous)) if record.previous else None,
        corrects=load_issued(store.report(record.corrects)) if record.corrects else None,
        issued=issued.issued,
        overrides=record.overrides,
        extractor=record.extractor,
    )
    return write_up(Reading(articles, problems=record.problems), found, crisis, edition)


def _settings(record: ReportRecord) -> CrisisConfig:
    try:
        return CrisisConfig.model_validate_json(record.settings)
    except ValidationError as error:
        raise SitrepError(f"The settings of {record.id} are in a form that this version does not know.") from error
