"""A corrected edition: the same articles and as-of time, the rulings, settings and extractor of now."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from ..config import CrisisConfig
from ..errors import Problem, UsageError
from ..model import Article, Report
from ..model.protocols import Store
from ..model.records import Delivery, DeliveryState, ReportRecord
from .edition import Edition, write_up
from .issue import Draft, issue, load_issued, restore_files
from .stages import Reading, bring_together, render

WAITING: tuple[DeliveryState, ...] = ("held", "pending", "deferred")


def correct(
    crisis: CrisisConfig, store: Store, report: str, clock: Callable[[], datetime]
) -> tuple[Report, tuple[Problem, ...]]:
    """Issue the next revision of a report. Hold the crisis' lock. Raises UsageError for a report of another crisis.

    Mails of earlier editions that have not gone out are withdrawn, and named among the problems as a note.
    """
    key = crisis.crisis.slug
    record = store.report(report)
    if (record.crisis, record.product) != (key, crisis.report.product):
        raise UsageError(f"{report} is a {record.product} report of {record.crisis}, not one of {crisis.series}.")
    editions = [one for one in store.reports(key, record.number) if one.product == record.product]
    newest = max(editions, key=lambda one: one.revision)
    unwritten = restore_files(store, newest, crisis)
    rulings, articles = store.overrides(key), tuple(store.articles(newest.articles))
    as_of, reading = load_issued(newest).as_of, _reading(newest, articles)
    found = bring_together(articles, crisis, as_of, overrides=rulings)
    before = store.report(newest.previous) if newest.previous else None
    edition = Edition(
        as_of,
        number=newest.number,
        revision=newest.revision + 1,
        previous=load_issued(before) if before else None,
        corrects=load_issued(newest),
        issued=clock().replace(second=0, microsecond=0),
        overrides=rulings,
    )
    made = write_up(reading, found, crisis, edition)
    files, failed = render(made, crisis, crisis.report.formats)
    waiting = [mail for one in editions for mail in store.deliveries(report=one.id, states=WAITING)]
    draft = Draft(made, reading, found, files, tuple(rulings), before, newest)
    told = issue(crisis, store, draft, clock())
    return made, (*unwritten, *found.problems, *failed, *told, *_withdrawn(waiting, made.id))


def _reading(record: ReportRecord, articles: tuple[Article, ...]) -> Reading:
    """The articles, and what failed beside them when they were collected; what failed in them is tried again."""
    names = {article.name for article in articles}
    return Reading(articles, problems=tuple(problem for problem in record.problems if problem.where not in names))


def _withdrawn(waiting: Iterable[Delivery], by: str) -> Iterator[Problem]:
    """What became of the mails of earlier editions that had not gone out: a note on each edition."""
    for report, count in Counter(mail.report for mail in waiting).items():
        mails = f"{count} mails that had not gone out were" if count > 1 else "a mail that had not gone out was"
        yield Problem(report, f"{mails} withdrawn, since {by} corrects it", note=True)
