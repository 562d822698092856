"""`sitrep findings`: the findings of an issued report, with the ids that `reject` and `pin` take."""

from pathlib import Path

import click

from ..errors import SitrepError
from .common import config_default, crisis_option, opened


@click.command("findings")
@click.argument("report", required=False)
@config_default
@crisis_option
def command(report: str | None, config: Path, crisis: str | None) -> None:
    """Print the findings of a REPORT (its id; default: the last one): figures, roles, reasons, ids."""
    with opened(config, crisis, report=report) as (chosen, store):
        last = store.last_report(chosen.crisis.slug, chosen.report.product)
        wanted = report or (last.id if last else None)
        if wanted is None:
            raise SitrepError(f"{chosen.crisis.slug} has no report yet; `sitrep run` makes one.")
        findings = store.findings(store.report(wanted).id)
    for finding in findings:
        who = ", ".join(finding.population) or "all"
        place = finding.place or ("whole crisis" if finding.crisis_wide else "no place")
        click.echo(f"{finding.id}  {finding.measure} ({who}; {place}): {finding.relation}")
        for member in finding.members:
            said = f", {member.figure.source}" if member.figure.source else ""
            click.echo(f"  {member.figure.id}  {member.role:<13} {member.figure.text} {member.figure.unit}{said}")
