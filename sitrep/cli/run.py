"""`sitrep run`: what cron calls."""

from pathlib import Path

import click

from ..errors import LockedError, SitrepError
from .common import as_of_option, config_default, crisis_option, end, now
from .when import parse_as_of


@click.command("run")
@config_default
@crisis_option
@as_of_option
@click.option("--dry-run", is_flag=True, help="Show what would happen; write nothing, send nothing.")
@click.option("--no-email", is_flag=True, help="Make the report, leave its mails for a later run.")
@click.option("--force", is_flag=True, help="A report even if nothing is new.")
def command(config: Path, crisis: str | None, as_of: str | None, dry_run: bool, no_email: bool, force: bool) -> None:
    """Collect, extract, reconcile, report and send, for every crisis of the configuration; silent if all is well."""
    from ..config import load_config
    from ..pipeline.journal import write_journal
    from ..pipeline.run import RunResult, Wishes, run_all

    settings = load_config(config)
    crises = (settings.crisis(crisis),) if crisis else settings.crises
    moment = parse_as_of(as_of, crises[0].report.time_zone, now()) if as_of else None
    wishes = Wishes(moment, dry_run, not no_email, force)
    results = []
    for one, result in zip(crises, run_all(crises, now, wishes), strict=True):
        results.append(result)
        if not dry_run:
            write_journal(one, result, now())
        if dry_run and isinstance(result, RunResult):
            click.echo(_would(result))
    errors = [result for result in results if isinstance(result, SitrepError)]
    problems = [problem for result in results if isinstance(result, RunResult) for problem in result.problems]
    if len(errors) == len(results) or any(isinstance(error, LockedError) for error in errors):
        raise next((error for error in errors if isinstance(error, LockedError)), errors[0])
    for error in errors:
        click.echo(f"sitrep: {error}", err=True)
    end(problems)
    if errors:
        click.get_current_context().exit(3)


def _would(result: object) -> str:
    from ..pipeline.run import RunResult

    assert isinstance(result, RunResult)
    if result.report is None:
        return f"{result.crisis}: nothing new; no report."
    files = ", ".join(str(file) for file in result.files)
    return f"{result.crisis}: report {result.report.id} from {result.used} articles; files: {files}."
