"""Mailing: what is due of a crisis goes to its mail server as its configuration says."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from ..config import CrisisConfig
from ..errors import ConfigError, Problem
from ..model.protocols import Store
from ..model.records import Delivery
from ..report.templates import render
from ..send import Mailed, ask, queue, send_due


def mails_of(crisis: CrisisConfig, report: str, at: datetime) -> tuple[Delivery, ...]:
    """The mails of a report that is issued now: one a recipient, held back if it has to be approved."""
    mail = crisis.mail
    if not mail.recipients:
        return ()
    return queue(report, crisis.crisis.slug, mail.recipients, mail.letterhead(), at, hold=mail.require_approval)


def mail_due(crisis: CrisisConfig, store: Store, clock: Callable[[], datetime]) -> Mailed:
    """Hand over every mail of the crisis' product that is due. Hold the crisis' lock.

    A server that cannot be used as configured (no password, say) is a problem if something is due: the report stands.
    """
    key, product = crisis.crisis.slug, crisis.report.product
    try:
        server = crisis.mail.server()
    except ConfigError as error:
        due = store.deliveries(crisis=key, product=product, states=("pending", "deferred"))
        waits = (Problem("mail", f"{error} What was not sent waits for the next run."),) if due else ()
        asked = ask(store, key, product, clock())
        return replace(asked, problems=(*waits, *asked.problems))
    renderer = partial(render, folders=crisis.templates)
    return send_due(store, key, product, server, crisis.mail.letterhead(crisis.templates), renderer, clock)
