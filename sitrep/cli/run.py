"""`sitrep run`: what cron calls."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import LockedError, Problem, SitrepError
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
    done = [result for result in results if not isinstance(result, SitrepError)]
    for result in done if dry_run else ():
        click.echo(_would(result))
        for delivery in result.planned:
            click.echo(f"  the mail of {delivery.report} to {delivery.recipient} {_fate(delivery, no_email)}")
    problems += [problem for result in done for problem in result.problems]
    _end([result for result in results if isinstance(result, SitrepError)], problems, len(crises))


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


def _would(result: "RunResult") -> str:
    if result.report is None:
        return f"{result.crisis}: nothing new; no report."
    files = ", ".join(str(file) for file in result.files)
    return f"{result.crisis}: report {result.report.id} from {result.used} articles; files: {files}."
