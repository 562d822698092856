"""The unattended flow on one page: what cron calls every morning for each crisis."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from ..collect.http import Hosts
from ..config import CrisisConfig
from ..errors import Problem, SitrepError, as_sentence
from ..model import Report
from ..model.protocols import Store
from ..model.records import Delivery, ReportRecord, RunOutcome
from ..send import Mailed, ask
from .cut_off import CLOCK_SKEW, check_cut_off, is_late, left_out, to_come
from .dry import looked_at, planned
from .edition import Edition, write_up
from .gather import Gathered, gather
from .issue import Draft, issue, load_issued, restore_files
from .mailing import mail_due
from .progress import Progress, unseen
from .stages import Reading, bring_together, render
from .window import Window, choose

Clock = Callable[[], datetime]


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


@dataclass(frozen=True, slots=True)
class _Turn:
    """What holds throughout the run of one crisis."""

    crisis: CrisisConfig
    store: Store
    clock: Clock
    wishes: Wishes

    @property
    def key(self) -> str:
        """The crisis as the store knows it."""
        return self.crisis.crisis.slug

    @property
    def product(self) -> str:
        """The product whose reports are numbered."""
        return self.crisis.report.product


def run_crisis(crisis: CrisisConfig, store: Store, clock: Clock, wishes: Wishes) -> RunResult:
    """One run: collect, extract, reconcile, report, send; each step is kept before the next begins.

    Whatever fails on the way is among the problems. Raises LockedError if the crisis is being worked on, SitrepError
    if no report can be made at all; the run is then noted as failed.
    """
    turn = _Turn(crisis, store, clock, wishes)
    if wishes.dry_run:
        return _work(turn)
    with store.lock(turn.key):
        run = store.start_run(turn.key, clock())
        try:
            result = _work(turn)
        except Exception as error:  # whatever it is, it is noted, and the other crises have their turn
            failed = as_sentence(error)
            store.finish_run(run, clock(), "failed", problems=(Problem("", str(failed)),))
            raise failed from error
        report = result.report.id if result.report else None
        store.finish_run(run, clock(), result.outcome, report=report, counts=result.counts, problems=result.problems)
    return result


def _work(turn: _Turn) -> RunResult:
    crisis, store, wishes = turn.crisis, turn.store, turn.wishes
    now = turn.clock().replace(second=0, microsecond=0)
    last = store.last_report(turn.key, turn.product)
    if wishes.as_of:
        check_cut_off(wishes.as_of, now, last)
    unwritten = restore_files(store, last, crisis) if last and not wishes.dry_run else ()
    gathered = gather(crisis, store, now, keep=not wishes.dry_run, progress=wishes.progress, hosts=wishes.hosts)
    outcome: RunOutcome = "failed" if gathered.blind else "nothing_new"
    result = RunResult(turn.key, outcome, gathered.new, problems=gathered.problems)
    result = _report_if_new(turn, result, gathered, last, now)
    result = _mail(turn, replace(result, problems=(*unwritten, *result.problems)))
    return replace(result, outcome=_outcome(result))


def _report_if_new(
    turn: _Turn, result: RunResult, gathered: Gathered, last: ReportRecord | None, now: datetime
) -> RunResult:
    """Make the next report if there is something new to tell, and note what is left out of it, or why there is none."""
    crisis, wishes = turn.crisis, turn.wishes
    as_of = wishes.as_of or now.astimezone(ZoneInfo(crisis.report.time_zone))
    ahead = last is not None and last.as_of > now + CLOCK_SKEW
    if last and as_of <= last.as_of and not (ahead and wishes.force):
        return replace(result, problems=(*result.problems, *((to_come(last),) if ahead else ())))
    window = choose(turn.store, turn.key, turn.product, as_of, crisis.days, gathered)
    if window.new or wishes.force and window.articles:
        result = _report(turn, result, window, as_of, last)
    return replace(result, problems=(*result.problems, *_unused(result, window, wishes, now)))


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


def _report(turn: _Turn, result: RunResult, window: Window, as_of: datetime, last: ReportRecord | None) -> RunResult:
    """Make the report of the window and, unless nothing is to be written, issue it."""
    crisis, progress = turn.crisis, turn.wishes.progress
    rulings = turn.store.overrides(turn.key)
    found = bring_together(window.articles, crisis, as_of, known=window.known, overrides=rulings, progress=progress)
    progress("Writing the report", 0, 1)
    reading = Reading(window.articles, window.late, result.problems)
    edition = Edition(as_of, previous=load_issued(last) if last else None, overrides=rulings)
    report = write_up(reading, found, crisis, edition)
    rendered, failed = render(report, crisis, crisis.report.formats)
    problems = (*result.problems, *found.problems, *failed)
    if not turn.wishes.dry_run:
        draft = Draft(report, reading, found, rendered, rulings, previous=last)
        problems += issue(crisis, turn.store, draft, turn.clock())
    files = tuple(crisis.report.out / file.name for file in rendered)
    return replace(result, used=len(window.articles), report=report, files=files, problems=problems)


def _mail(turn: _Turn, result: RunResult) -> RunResult:
    """Hand over what is due, mails of earlier reports included."""
    if turn.wishes.dry_run:
        return replace(result, planned=planned(turn.crisis, turn.store, result.report, turn.clock()))
    turn.wishes.progress("Sending mails", 0, 1)
    if turn.wishes.email and turn.crisis.mail.sender:
        mailed = mail_due(turn.crisis, turn.store, turn.clock)
    else:
        mailed = ask(turn.store, turn.key, turn.product, turn.clock())
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
