"""`sitrep run`: what cron calls."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import LockedError, OlderStoreError, Problem, SitrepError
from .common import as_of_option, config_default, crisis_option, end, now
from .progress import shown
from .when import parse_as_of

if TYPE_CHECKING:
    from ..model.records import Delivery
    from ..pipeline.run import RunResult


@click.command("run")
@config_default
@crisis_option
@as_of_option
@click.option("--dry-run", is_flag=True, help="Show what would happen; write nothing, send nothing.")
@click.option("--no-email", is_flag=True, help="Make the report, leave its mails for a later run.")
@click.option("--force", is_flag=True, help="A report even if nothing is new, or the last one is of a time to come.")
def command(config: Path, crisis: str | None, as_of: str | None, dry_run: bool, no_email: bool, force: bool) -> None:
    """Collect, extract, reconcile, report and send, for every crisis of the configuration; silent if all is well."""
    from ..config import load_config
    from ..pipeline.journal import write_journal
    from ..pipeline.run import Wishes, run_all

    settings = load_config(config)
    crises = settings.named(crisis)
    moment = parse_as_of(as_of, crises[0].report.time_zone, now()) if as_of else None
    problems: list[Problem] = []
    with shown() as progress:
        wishes = Wishes(moment, dry_run, not no_email, force, progress)
        results = []
        for one, result in zip(crises, run_all(crises, now, wishes), strict=True):
            results.append(result)
            problems += () if dry_run else write_journal(one, result, now())
    older = dict.fromkeys(str(result) for result in results if isinstance(result, OlderStoreError))
    done = [result for result in results if not isinstance(result, SitrepError)]
    for line in (*older, *(line for result in done for line in _would(result, no_email))) if dry_run else ():
        click.echo(line)
    problems += [problem for result in done for problem in result.problems]
    errors = [r for r in results if isinstance(r, SitrepError) and not isinstance(r, OlderStoreError)]
    _end(errors, problems, len(crises))


def _end(errors: list[SitrepError], problems: list[Problem], crises: int) -> None:
    """Name all that went wrong; the exit code is that of the worst: failed, failed in part, locked.

    A crisis that is locked is being worked on, so it hides nothing that happened to the others.
    """
    failed = [error for error in errors if not isinstance(error, LockedError)]
    if len(errors) == crises:
        *named, last = [error for error in errors if isinstance(error, LockedError)] + failed
    else:
        named, last = errors, None
    for error in named:
        click.echo(f"sitrep: {error}", err=True)
    if last:
        raise last
    end(problems, 3 if failed else 75 if errors else 0)


def _fate(delivery: "Delivery", no_email: bool) -> str:
    """What a run would do with a mail."""
    if delivery.state in ("pending", "deferred") and no_email:
        return "would wait for a later run"
    words = " ".join(str(part) for part in (delivery.code, delivery.reply) if part)
    return {
        "pending": "would be sent",
        "deferred": f"would be tried again ({words})",
        "held": "would wait for approval",
    }.get(delivery.state, "may have arrived or not: `sitrep status` asks which")


def _would(result: "RunResult", no_email: bool) -> Iterator[str]:
    """What a run would do for a crisis, in lines: the report, then each mail."""
    if result.report is None:
        yield f"{result.crisis}: nothing new; no report."
    else:
        files = ", ".join(str(file) for file in result.files)
        yield f"{result.crisis}: report {result.report.id} from {result.used} articles; files: {files}."
    for delivery in result.planned:
        yield f"  the mail of {delivery.report} to {delivery.recipient} {_fate(delivery, no_email)}"
