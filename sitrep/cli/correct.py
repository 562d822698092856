"""`sitrep correct`: a corrected edition of an issued report."""

from pathlib import Path

import click

from .common import config_default, crisis_option, end, now, opened


@click.command("correct")
@click.argument("report")
@click.option("--no-email", is_flag=True, help="Make the edition, leave its mails for a later run.")
@config_default
@crisis_option
def command(report: str, no_email: bool, config: Path, crisis: str | None) -> None:
    """Make a REPORT (its id) again, from its own articles, with the rulings and settings of now.

    The edition has the same number and names what it corrects; its mails go to the recipients of now. What has not
    gone out of the earlier edition is withdrawn.
    """
    from ..pipeline.correct import correct
    from ..pipeline.mailing import mail_due

    with opened(config, crisis, report=report) as (chosen, store), store.lock(chosen.crisis.slug):
        made, problems = correct(chosen, store, report, now)
        click.echo(made.id)
        if not no_email and chosen.mail.sender:
            problems = (*problems, *mail_due(chosen, store, now).problems)
    end(problems)
