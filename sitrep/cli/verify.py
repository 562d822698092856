"""`sitrep verify`: every number of a finished report, proved again."""

from pathlib import Path

import click

from ..errors import SitrepError
from .common import end


@click.command("verify")
@click.argument("report", metavar="REPORT", type=click.Path(path_type=Path))
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
def command(report: Path, paths: tuple[Path, ...]) -> None:
    """Re-check every number of a report (.json, .md, .html, .pdf) against the articles that it cites."""
    from ..collect.from_folder import read_paths
    from ..verify import verify_report

    articles, problems = read_paths(paths)
    verdict = verify_report(report, articles)
    for unproved in verdict.unproved:
        click.echo(str(unproved))
    if not verdict.holds:
        count = len(verdict.unproved)
        raise SitrepError(f"{report}: {count} not proved; the lines above say what and where.")
    click.echo(f"{report}: proved: {', '.join(f'{count} {kind}' for kind, count in verdict.proved.items())}.")
    end(problems)
