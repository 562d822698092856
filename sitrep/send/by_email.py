"""Mails of a crisis: all that is due is handed over, one recipient at a time, with the ledger before and after."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from smtplib import SMTP

from pydantic import ValidationError

from ..errors import ConfigError, Problem, SitrepError
from ..model import Report
from ..model.protocols import Renderer, Store
from ..model.records import Delivery, ReportFile, ReportRecord
from .message import Corrected, make_message
from .settings import Letterhead, MailServer, address
from .smtp import ServerError, connect, hand_over, text_of

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Mailed:
    """What became of the mails that were due; `uncertain` are all that wait for the operator, earlier ones too."""

    sent: tuple[Delivery, ...] = ()
    deferred: tuple[Delivery, ...] = ()
    refused: tuple[Delivery, ...] = ()
    uncertain: tuple[Delivery, ...] = ()
    problems: tuple[Problem, ...] = ()


def send_due(
    store: Store, crisis: str, product: str, server: MailServer, letterhead: Letterhead, render: Renderer, clock: Clock
) -> Mailed:
    """Hand over every mail of a crisis' reports of that product that is due. Hold the crisis' lock.

    Refusals concern one recipient each; where the server cannot be reached the rest waits for the next run. Nothing is
    raised for either: both are among the problems.
    """
    store.recover(crisis, clock())
    due = partial(store.deliveries, crisis=crisis, product=product, states=("pending", "deferred"))
    before = due()
    _give_up(store, before, letterhead, clock())
    round_ = _Round(store, letterhead, render, clock)
    waiting = list(due())
    try:
        while waiting:
            with connect(server) as line:
                while waiting and round_.hand(line, waiting.pop(0)):
                    pass
    except (ServerError, ConfigError) as error:
        round_.problems.append(Problem("mail", f"{error} What was not sent waits for the next run."))
    uncertain = store.deliveries(crisis=crisis, product=product, states=("uncertain",))
    return _summary(store, before, uncertain, round_.problems)


def ask(store: Store, crisis: str, product: str, at: datetime) -> Mailed:
    """Hand over nothing; what a dead run was handing over becomes a question, which is asked. Hold the crisis' lock."""
    store.recover(crisis, at)
    return _summary(store, (), store.deliveries(crisis=crisis, product=product, states=("uncertain",)), ())


def check_server(server: MailServer, letterhead: Letterhead) -> None:
    """Connect, encrypt, log in, name the sender and hang up, sending nothing; raises ServerError with one sentence."""
    sender = address(letterhead.sender).addr_spec
    with connect(server) as line:
        code, reply = line.mail(sender)
        line.rset()
    if code != 250:
        why = f"{code} {text_of(reply)}"
        raise ServerError(f"The mail server {server} takes no mail from {sender} ({why}): check user and sender.")


def _give_up(store: Store, deliveries: Iterable[Delivery], letterhead: Letterhead, now: datetime) -> None:
    for delivery in deliveries:
        if delivery.state == "deferred" and now - delivery.queued > letterhead.keep_trying:
            reply = f"given up after {letterhead.keep_trying.days} days, the last answer was: {delivery.reply}"
            store.settle(delivery.message_id, "refused", now, delivery.code, reply)


@dataclass(frozen=True, slots=True)
class _Round:
    """One round of mails over one or more lines to the server."""

    store: Store
    letterhead: Letterhead
    render: Renderer
    clock: Clock
    problems: list[Problem] = field(default_factory=list)
    issued: dict[str, "Issued"] = field(default_factory=dict)
    """The report of the last mail: most mails of a round are of one report."""

    def hand(self, line: SMTP, delivery: Delivery) -> bool:
        """Hand over one mail and note what became of it; False if the line is of no further use."""
        try:
            issued = self._issued(delivery.report)
            corrects = _corrected(self.store, issued.record, delivery)
            message = make_message(
                issued.report, issued.files, delivery, self.letterhead, self.render, corrects, issued.record.formats
            )
        except (SitrepError, ValidationError) as error:
            self.problems.append(Problem(delivery.recipient, f"the mail of {delivery.report} cannot be made: {error}"))
            return True
        sender = address(self.letterhead.sender).addr_spec
        answer = hand_over(
            line, sender, delivery.recipient, message, lambda: self.store.claim(delivery.message_id, self.clock())
        )
        if answer is None:
            return True
        self.store.settle(delivery.message_id, answer.state, self.clock(), answer.code, answer.reply)
        return not answer.gone

    def _issued(self, id: str) -> "Issued":
        if id not in self.issued:
            record = self.store.report(id)
            report = Report.model_validate_json(record.report)
            self.issued.clear()
            self.issued[id] = Issued(record, report, self.store.report_files(id))
        return self.issued[id]


@dataclass(frozen=True, slots=True)
class Issued:
    """A report as the store has it: its record, what it says, its files."""

    record: ReportRecord
    report: Report
    files: tuple[ReportFile, ...]


def _corrected(store: Store, record: ReportRecord, delivery: Delivery) -> Corrected | None:
    """What a mail corrects: the last edition that its reader may have, else the one before it."""
    if record.corrects is None:
        return None
    earlier = direct = store.report(record.corrects)
    while True:
        for mail in store.deliveries(report=earlier.id, states=("sent", "uncertain")):
            if mail.recipient.casefold() == delivery.recipient.casefold():
                return Corrected(_name(earlier), mail.message_id, mail.changed if mail.state == "sent" else None)
        if earlier.corrects is None:
            return Corrected(_name(direct))
        earlier = store.report(earlier.corrects)


def _name(record: ReportRecord) -> str:
    return f"No. {record.number}" + (f", revision {record.revision}" if record.revision else "")


def _summary(
    store: Store, before: Sequence[Delivery], uncertain: tuple[Delivery, ...], problems: Iterable[Problem]
) -> Mailed:
    due, reports = ({d.message_id for d in before}, dict.fromkeys(d.report for d in before))
    now = [delivery for report in reports for delivery in store.deliveries(report=report) if delivery.message_id in due]
    sent, deferred, refused = (
        tuple(delivery for delivery in now if delivery.state == state) for state in ("sent", "deferred", "refused")
    )
    told = (
        *problems,
        *(_problem(delivery, "was put off", "the next run tries again") for delivery in deferred),
        *(_problem(delivery, "was refused", "it is not tried again") for delivery in refused),
        *(_problem(delivery, "may have arrived or not", _question(delivery)) for delivery in uncertain),
    )
    return Mailed(sent, deferred, refused, uncertain, told)


def _question(delivery: Delivery) -> str:
    """What the operator is asked, with the command that answers."""
    return f"say which by `sitrep store mail '{delivery.message_id}' --arrived` or `--send-again`"


def _problem(delivery: Delivery, what: str, then: str) -> Problem:
    words = " ".join(str(part) for part in (delivery.code, delivery.reply) if part)
    return Problem(delivery.recipient, f"the mail of {delivery.report} {what} ({words}): {then}")
