"""`sitrep approve`: the gate before a report is mailed."""

from pathlib import Path

import click

from ..errors import UsageError
from .common import config_default, crisis_option, end, now, opened


@click.command("approve")
@click.argument("report")
@click.option("--decline", is_flag=True, help="Withdraw its mails instead.")
@click.option("--reason", default="", help="Why; needed with --decline.")
@click.option("--role", default="editor", show_default=True, help="Who decides: a role, never a name.")
@config_default
@crisis_option
def command(report: str, decline: bool, reason: str, role: str, config: Path, crisis: str | None) -> None:
    """Approve a REPORT (its id) that waits, and send its mails; or decline it."""
    from ..model.records import Approval
    from ..pipeline.mailing import mail_due

    if decline and not reason:
        raise UsageError("--decline needs --reason: say in a few words what is wrong with the report.")
    with opened(config, crisis, report=report) as (chosen, store), store.lock(chosen.crisis.slug):
        record = store.report(report)
        store.decide(Approval(record.id, "declined" if decline else "approved", role, now(), reason))
        if not decline and chosen.mail.sender:
            end(mail_due(chosen, store, now).problems)
