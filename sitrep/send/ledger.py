"""The rules of the ledger: which mails a report gives, and what their names are.

A crash while a server has a mail cannot be told from a crash just after: the mail may have arrived or not. Of the two
possible mistakes, a second mail or a question, sitrep chooses the question: such a delivery is uncertain, is never
sent again by itself, and an operator says whether it arrived. The time in which that can happen is as short as SMTP
allows: from the moment when the server has accepted sender and recipient to its word on the message.
"""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from ..model.records import Delivery, DeliveryState
from .settings import Letterhead, address


def queue(
    report: str, crisis: str, recipients: Iterable[str], letterhead: Letterhead, at: datetime, *, hold: bool = False
) -> tuple[Delivery, ...]:
    """One delivery a recipient, each address once; held back if the report waits for approval.

    Raises ConfigError for an address that is none.
    """
    specs = {address(recipient).addr_spec.casefold(): address(recipient).addr_spec for recipient in recipients}
    state: DeliveryState = "held" if hold else "pending"
    return tuple(
        Delivery(
            message_id=message_id(report, spec, at, letterhead),
            report=report,
            crisis=crisis,
            recipient=spec,
            state=state,
            queued=at,
            changed=at,
        )
        for spec in specs.values()
    )


def message_id(report: str, recipient: str, issued: datetime, letterhead: Letterhead) -> str:
    """The mail's name: the same for the same report and recipient, and telling nothing of the recipient."""
    key = "\n".join((report, recipient.casefold(), issued.isoformat()))
    return f"<{hashlib.sha256(key.encode()).hexdigest()[:32]}@{address(letterhead.sender).domain}>"
