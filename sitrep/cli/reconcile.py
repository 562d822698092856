"""`sitrep reconcile`: what articles say together, as JSON on standard output."""

import json
from pathlib import Path

import click

from .common import as_of_option, config_option, end, load_crisis, now, paths_argument
from .when import parse_as_of


@click.command("reconcile")
@paths_argument
@config_option
@click.option("--crisis", help="The name of the crisis; with --config, which of its crises.")
@click.option("--country", help="The country of the crisis, by name or ISO code.")
@as_of_option
@click.option("--explain", is_flag=True, help="Show each finding for reading, with why its figures belong together.")
def command(
    paths: tuple[Path, ...],
    config: Path | None,
    crisis: str | None,
    country: str | None,
    as_of: str | None,
    explain: bool,
) -> None:
    """Print the findings of articles: the figures that speak of the same thing, with one recommended."""
    from ..pipeline import bring_together, read
    from ..reconcile import to_json
    from .findings_text import explain as explained

    chosen = load_crisis(config, crisis or (None if config else "Unnamed crisis"), country)
    cut_off = parse_as_of(as_of, chosen.report.time_zone, now()) if as_of else None
    reading = read(paths, cut_off)
    found = bring_together(reading.articles, chosen, cut_off)
    if explain:
        click.echo(explained(found.reconciliation, {article.id: article.name for article in reading.articles}))
    else:
        click.echo(json.dumps(to_json(found.reconciliation, reading.articles), ensure_ascii=False, indent=1))
    end((*reading.problems, *found.problems))
