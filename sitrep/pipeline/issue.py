"""Issuing: a report with its inputs, files and mails goes into the store in one piece, then its files onto disk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import ValidationError

from .. import __version__
from ..config import CrisisConfig
from ..errors import Problem, SitrepError
from ..files import clear_halves
from ..fingerprint import extractor_version
from ..model import Report
from ..model.protocols import Store
from ..model.records import Override, ReportFile, ReportRecord
from ..report import unmade
from .edition import told
from .mailing import mails_of
from .outside import fingerprints
from .stages import Reading, Understanding, render, save


@dataclass(frozen=True, slots=True)
class Draft:
    """A report that is ready to be issued: what it was made from, its files, the rulings that it obeys.

    `previous` is the report before it, `corrects` the edition that it takes the place of.
    """

    report: Report
    reading: Reading
    found: Understanding
    files: tuple[ReportFile, ...]
    rulings: tuple[Override, ...]
    previous: ReportRecord | None = None
    corrects: ReportRecord | None = None


def issue(crisis: CrisisConfig, store: Store, draft: Draft, at: datetime) -> tuple[Problem, ...]:
    """Keep the report and its mails, all or nothing, then write its files. Hold the crisis' lock.

    Where the folder refuses the files that is a problem: the report is issued, and a later run writes them.
    """
    store.put_extractions(extractor_version(), draft.found.extractions)
    record = _record(crisis, draft, at)
    findings = draft.found.reconciliation.findings
    store.put_report(record, findings=findings, files=draft.files, deliveries=mails_of(crisis, record.id, at))
    return _write(draft.files, crisis.report.out)


def _record(crisis: CrisisConfig, draft: Draft, at: datetime) -> ReportRecord:
    report = draft.report
    return ReportRecord(
        id=report.id,
        crisis=crisis.crisis.slug,
        number=report.number,
        as_of=report.as_of,
        issued=at,
        extractor=extractor_version(),
        report=report.model_dump_json(),
        product=report.settings.product,
        revision=report.revision,
        articles=tuple(extraction.article for extraction in draft.found.extractions),
        cited=tuple(source.article for source in report.sources if source.sentences and not source.previous),
        settings=crisis.model_dump_json(),
        overrides=draft.rulings,
        previous=draft.previous.id if draft.previous else None,
        corrects=draft.corrects.id if draft.corrects else None,
        program=__version__,
        problems=told(draft.reading, draft.found),
        outside=fingerprints(crisis),
    )


def restore_files(store: Store, record: ReportRecord, crisis: CrisisConfig) -> tuple[Problem, ...]:
    """Bring the files of a report to what they should be: all its formats in the store, and all of them on disk.

    A format may have failed when it was issued, and a run may have died between the store and the folder.
    """
    there = store.report_files(record.id)
    added, failed = _complete(store, record, crisis, there)
    return (*failed, *_restore((*there, *added), crisis.report.out))


def _complete(
    store: Store, record: ReportRecord, crisis: CrisisConfig, there: Sequence[ReportFile]
) -> tuple[tuple[ReportFile, ...], tuple[Problem, ...]]:
    """Make the formats that could not be made when the report was issued, as far as they are still wanted."""
    wanted = [name for name in record.formats if name in crisis.report.formats]
    missing = unmade(record.id, wanted, [file.name for file in there])
    if not missing:
        return (), ()
    try:
        files, failed = render(load_issued(record), crisis, missing)
    except SitrepError as error:
        return (), (Problem(record.id, f"{', '.join(missing)} cannot be made ({error})"),)
    store.add_files(record.id, files)
    return files, failed


def _restore(files: Sequence[ReportFile], out: Path) -> tuple[Problem, ...]:
    try:
        for file in files:
            clear_halves(out / file.name)
        missing = [file for file in files if not (out / file.name).exists()]
    except OSError as error:
        return (_unwritten(out, error),)
    return _write(missing, out)


def _write(files: Sequence[ReportFile], out: Path) -> tuple[Problem, ...]:
    try:
        save(files, out)
    except OSError as error:
        return (_unwritten(out, error),)
    return ()


def _unwritten(out: Path, error: OSError) -> Problem:
    what = f"the report's files cannot be written there ({error.strerror or error})"
    return Problem(str(out), f"{what}: the store has them, and the next run writes them")


def load_issued(record: ReportRecord) -> Report:
    """The report of a record. Raises SitrepError where a newer program wrote it in a form unknown here."""
    try:
        return Report.model_validate_json(record.report)
    except ValidationError as error:
        raise SitrepError(f"Report {record.id} in the store is in a form that this version does not know.") from error
