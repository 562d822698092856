"""Writing up: what was read and brought together becomes one edition of one report."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from ..config import CrisisConfig
from ..errors import Problem, SitrepError
from ..extract import sentence_spans
from ..fingerprint import extractor_version
from ..model import Report
from ..model.records import Override
from ..model.runs import Cite
from ..reconcile import compare_with, corrections
from ..reconcile.context import Override as Ruling
from ..report import compose, with_full_texts
from .cut_off import left_out
from .stages import Reading, Understanding


@dataclass(frozen=True, slots=True)
class Edition:
    """Which report is written: its cut-off, its place in the series, and what it is compared with.

    The number is `number`, else that of `previous` plus one, else 1. `previous` is the report before it, `corrects` the
    edition that it takes the place of; `issued` is when, if not at the cut-off. `overrides` are rulings beside the
    configuration's; `extractor` is the version that found the figures, if it was not this one.
    """

    as_of: datetime
    number: int | None = None
    revision: int = 0
    previous: Report | None = None
    corrects: Report | None = None
    issued: datetime | None = None
    overrides: Sequence[Override] = ()
    extractor: str | None = None


def write_up(reading: Reading, found: Understanding, crisis: CrisisConfig, edition: Edition) -> Report:
    """The report of articles that were read and brought together. Raises SitrepError if there are none."""
    if not reading.articles:
        raise SitrepError(
            f"Every article was published after {edition.as_of:%Y-%m-%d %H:%M %Z}, the cut-off; set it later."
        )
    previous, corrects = edition.previous, edition.corrects
    changes = compare_with(previous, found.reconciliation, reading.articles).changes if previous else ()
    rulings: tuple[Ruling, ...] = (*crisis.overrides, *edition.overrides)
    warnings = (Problem("Ruling", warning) for warning in found.reconciliation.warnings)
    report = compose(
        crisis.crisis,
        reading.articles,
        found.extractions,
        found.reconciliation,
        as_of=edition.as_of,
        number=edition.number or (previous.number + 1 if previous else 1),
        revision=edition.revision,
        settings=crisis.settings,
        changes=changes,
        corrections=corrections(corrects, found.reconciliation, reading.articles) if corrects else (),
        previous=_name(previous, crisis) if previous else None,
        problems=(*told(reading, found), *warnings),
        overrides=[_ruled(ruling) for ruling in rulings],
        issued=edition.issued,
        gazetteer=crisis.gazetteer(),
        templates=crisis.templates,
        split=sentence_spans,
    )
    if crisis.report.full_text:
        report = with_full_texts(report, reading.articles, found.extractions)
    return report.model_copy(update={"extractor": edition.extractor or extractor_version()})


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
