"""The unattended flow on one page: what cron calls every morning for each crisis."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from ..collect.http import Hosts
from ..config import CrisisConfig
from ..errors import Problem, SitrepError, UsageError, as_sentence
from ..model import Report
from ..model.protocols import Store
from ..model.records import Delivery, ReportRecord, RunOutcome
from ..send import Mailed, ask
from .dry import looked_at, planned
from .gather import gather
from .issue import issue, load_issued, restore_files
from .mailing import mail_due
from .progress import Progress, unseen
from .stages import Reading, bring_together, is_late, left_out, render, write_up
from .window import Window, choose

Clock = Callable[[], datetime]
CLOCK_SKEW = timedelta(minutes=5)
"""How far two clocks may differ before a time counts as still to come."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What one call asks for: a cut-off other than now, nothing written, no mail, a report even if nothing is new,
    or if the last one is as of a time to come.

    `progress` is told of each step; `hosts` keeps the crises of a call to one pace with each web server.
    """

    as_of: datetime | None = None
    dry_run: bool = False
    email: bool = True
    force: bool = False
    progress: Progress = unseen
    hosts: Hosts = field(default_factory=Hosts)


@dataclass(frozen=True, slots=True)
class RunResult:
    """What one run did for one crisis; `report` is None if nothing was new, or no source could be read (`failed`).

    `planned` are the mails that a dry run finds to be handed over, held, or asked about.
    """

    crisis: str
    outcome: RunOutcome
    collected: int = 0
    used: int = 0
    report: Report | None = None
    files: tuple[Path, ...] = ()
    mailed: Mailed | None = None
    planned: tuple[Delivery, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """The numbers of the run for its summary."""
        mailed = self.mailed or Mailed()
        counts = {"collected": self.collected, "used": self.used, "problems": len(self.problems)}
        return counts | {"sent": len(mailed.sent), "deferred": len(mailed.deferred), "refused": len(mailed.refused)}


def run_crisis(crisis: CrisisConfig, store: Store, clock: Clock, wishes: Wishes) -> RunResult:
    """One run: collect, extract, reconcile, report, send; each step is kept before the next begins.

    Whatever fails on the way is among the problems. Raises LockedError if the crisis is being worked on, SitrepError
    if no report can be made at all; the run is then noted as failed.
    """
    key = crisis.crisis.slug
    if wishes.dry_run:
        return _work(crisis, store, clock, wishes)
    with store.lock(key):
        run = store.start_run(key, clock())
        try:
            result = _work(crisis, store, clock, wishes)
        except Exception as error:  # whatever it is, it is noted, and the other crises have their turn
            failed = as_sentence(error)
            store.finish_run(run, clock(), "failed", problems=(Problem("", str(failed)),))
            raise failed from error
        report = result.report.id if result.report else None
        store.finish_run(run, clock(), result.outcome, report=report, counts=result.counts, problems=result.problems)
    return result


def _work(crisis: CrisisConfig, store: Store, clock: Clock, wishes: Wishes) -> RunResult:
    key, product = crisis.crisis.slug, crisis.report.product
    now = clock().replace(second=0, microsecond=0)
    as_of = wishes.as_of or now.astimezone(ZoneInfo(crisis.report.time_zone))
    last = store.last_report(key, product)
    _check(wishes, now, last)
    unwritten = restore_files(store, last, crisis) if last and not wishes.dry_run else ()
    gathered = gather(crisis, store, now, keep=not wishes.dry_run, progress=wishes.progress, hosts=wishes.hosts)
    result = RunResult(key, "failed" if gathered.blind else "nothing_new", gathered.new, problems=gathered.problems)
    ahead = last is not None and last.as_of > now + CLOCK_SKEW
    if last and as_of <= last.as_of and not (ahead and wishes.force):
        result = replace(result, problems=(*result.problems, *((_to_come(last),) if ahead else ())))
    else:
        window = choose(store, key, product, as_of, crisis.days, gathered)
        if window.new or wishes.force and window.articles:
            result = _report(result, crisis, store, wishes, as_of, window, last, clock)
        result = replace(result, problems=(*result.problems, *_unused(result, window, wishes, now)))
    result = _mail(replace(result, problems=(*unwritten, *result.problems)), crisis, store, clock, wishes)
    return replace(result, outcome=_outcome(result))


def _check(wishes: Wishes, now: datetime, last: ReportRecord | None) -> None:
    """Refuse a cut-off that is still to come, or not after that of the last report."""
    if wishes.as_of is None:
        return
    if wishes.as_of > now + CLOCK_SKEW:
        raise UsageError(f"--as-of: {wishes.as_of.isoformat()} is still to come: leave it out for a report as of now.")
    if last and wishes.as_of <= last.as_of:
        raise UsageError(f"Report {last.id} is as of {last.as_of.isoformat()}: --as-of must be later.")


def _to_come(last: ReportRecord) -> Problem:
    """What is wrong where the last report is as of a time to come: a clock was, or is, wrong."""
    what = f"it is as of {last.as_of.isoformat()}, later than now: no report is made before then"
    return Problem(last.id, f"{what}; if the clock is right now, `sitrep run --force` makes one all the same")


def _unused(result: RunResult, window: Window, wishes: Wishes, now: datetime) -> tuple[Problem, ...]:
    """Notes on what the cut-off left out, where something came or was made, and on why nothing was.

    What appeared within these minutes is nothing to speak of: the next run has it.
    """
    worth_naming = wishes.as_of or now + CLOCK_SKEW
    late = [article for article in window.late if article.published is None or is_late(article, worth_naming)]
    named = left_out(late) if result.collected or result.report or wishes.as_of else ()
    if result.report or not wishes.as_of:
        return named
    what = f"nothing new was published until {wishes.as_of.isoformat()}: no report is made"
    return (*named, Problem(result.crisis, what, note=True))


def _report(
    result: RunResult,
    crisis: CrisisConfig,
    store: Store,
    wishes: Wishes,
    as_of: datetime,
    window: Window,
    last: ReportRecord | None,
    clock: Clock,
) -> RunResult:
    """Make the report of the window and, unless nothing is to be written, issue it."""
    rulings = store.overrides(crisis.crisis.slug)
    found = bring_together(
        window.articles, crisis, as_of, known=window.known, overrides=rulings, progress=wishes.progress
    )
    wishes.progress("Writing the report", 0, 1)
    previous = load_issued(last) if last else None
    reading = Reading(window.articles, window.late, result.problems)
    report = write_up(reading, found, crisis, as_of=as_of, previous=previous, overrides=rulings)
    rendered, failed = render(report, crisis, crisis.report.formats)
    problems = (*result.problems, *found.problems, *failed)
    if not wishes.dry_run:
        problems += issue(crisis, store, report, reading, found, rendered, rulings, clock(), previous=last)
    return replace(
        result,
        used=len(window.articles),
        report=report,
        files=tuple(crisis.report.out / file.name for file in rendered),
        problems=problems,
    )


def _mail(result: RunResult, crisis: CrisisConfig, store: Store, clock: Clock, wishes: Wishes) -> RunResult:
    """Hand over what is due, mails of earlier reports included."""
    if wishes.dry_run:
        return replace(result, planned=planned(crisis, store, result.report, clock()))
    wishes.progress("Sending mails", 0, 1)
    if wishes.email and crisis.mail.sender:
        mailed = mail_due(crisis, store, clock)
    else:
        mailed = ask(store, crisis.crisis.slug, crisis.report.product, clock())
    return replace(result, mailed=mailed, problems=(*result.problems, *mailed.problems))


def _outcome(result: RunResult) -> RunOutcome:
    if result.report is None:
        return result.outcome
    return "partial" if any(not problem.note for problem in result.problems) else "done"


def run_all(crises: tuple[CrisisConfig, ...], clock: Clock, wishes: Wishes) -> Iterator[RunResult | SitrepError]:
    """One run of each crisis, one after the other; one that cannot run gives its error, and the others go on."""
    from ..store import open_store

    for crisis in crises:
        try:
            with looked_at(crisis.store) if wishes.dry_run else closing(open_store(crisis.store)) as store:
                yield run_crisis(crisis, store, clock, wishes)
        except Exception as error:
            yield as_sentence(error)
