"""Builders: a real report in a real store, a letterhead, and mail servers that answer as told."""

import asyncio
import socket
import ssl
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword, Session

from sitrep.model import Article, Crisis, Extraction, Figure, Finding, Origin, Reconciliation, Report, Settings
from sitrep.model.finding import Member
from sitrep.model.protocols import Store
from sitrep.model.records import ReportFile, ReportRecord, StoredArticle
from sitrep.report.compose import compose
from sitrep.report.templates import render
from sitrep.send import Letterhead, MailServer, queue, send_due
from sitrep.send.by_email import Mailed

NOON = datetime(2024, 11, 30, 12, tzinfo=UTC)
LETTERHEAD = Letterhead("Sitrep desk <sitrep@example.org>", reply_to="desk@example.org")
PDF, MARKDOWN = bytes(range(256)) * 40, "# Syria\n\nÜber 27 — ٢٧\n".encode()
FILES = (
    ReportFile("2024-11-30-syria-sitrep-05.pdf", "application/pdf", PDF),
    ReportFile("2024-11-30-syria-sitrep-05.md", "text/markdown", MARKDOWN),
    ReportFile("2024-11-30-syria-sitrep-05.json", "application/json", b"{}"),
)
TEXT = "The monitor said 27 civilians were killed in Idlib on Friday."


def report(name: str = "Syria: escalation of hostilities", number: int = 5, **more: Any) -> Report:
    """A report with one key figure, one highlight and one source."""
    article = Article(
        name="a", text=TEXT, title="Strikes on Idlib | <b>late</b>", publisher="A Publisher",
        published=date(2024, 11, 30), url="https://example.org/a?x=1&y=<2>",
    )  # fmt: skip
    found = Figure(
        id="f1", article=article.id, measure="deaths", text="27", start=17, end=19, value=27,
        population=("civilians",), head="civilians", place="Idlib", source="The monitor", until=date(2024, 11, 29),
        since=date(2024, 11, 29), quote=TEXT, quote_end=len(TEXT), rule="x",
    )  # fmt: skip
    origin = Origin(key="monitor", name="The monitor", kind="monitor", reliability="B")
    finding = Finding(
        id="x", measure="deaths", population=("civilians",), place="Idlib", crisis_wide=True, low=27, high=27,
        members=(Member(figure=found, role="recommended", origin="monitor", credibility=2),), origins=(origin,),
        articles=1, since=found.since, until=found.until,
    )  # fmt: skip
    extraction = Extraction(article=article.id, figures=(found,))
    given = {"as_of": NOON, "number": number, "settings": Settings(time_zone="Asia/Damascus")} | more
    return compose(Crisis(name=name), [article], [extraction], Reconciliation(findings=(finding,)), **given)


def issue(
    store: Store, *recipients: str, of: Report | None = None, files: tuple[ReportFile, ...] = FILES, **more: Any
) -> Report:
    """Issue a report with a mail to each recipient; `hold` holds them back, `corrects` names the earlier edition."""
    made = of or report()
    hold = more.pop("hold", False)
    article = Article(name="a", text=TEXT)
    store.put_articles("syria", "feed", [StoredArticle(article)], NOON)
    record = ReportRecord(
        id=made.id, crisis="syria", number=made.number, revision=made.revision, as_of=made.as_of, issued=NOON,
        extractor="1", report=made.model_dump_json(), articles=(article.id,), **more,
    )  # fmt: skip
    mails = queue(made.id, "syria", recipients, LETTERHEAD, NOON, hold=hold)
    store.put_report(record, files=files, deliveries=mails)
    return made


def send(store: Store, server: MailServer, days: float = 0, letterhead: Letterhead = LETTERHEAD) -> Mailed:
    return send_due(store, "syria", "sitrep", server, letterhead, render, lambda: NOON + timedelta(days=days))


def states(store: Store) -> dict[str, str]:
    return {delivery.recipient.split("@")[0]: delivery.state for delivery in store.deliveries()}


@dataclass
class Mailbox:
    """What a server got, and what it answers to recipients and messages (250 unless told)."""

    got: list[tuple[str, EmailMessage]] = field(default_factory=list)
    recipients: dict[str, str] = field(default_factory=dict)
    messages: dict[str, str] = field(default_factory=dict)
    on_message: Callable[[str], None] | None = None
    tls: bool = False
    user: bytes | None = None

    async def handle_RCPT(self, _server: Any, _session: Session, envelope: Envelope, to: str, _options: Any) -> str:
        answer = self.recipients.get(to.split("@")[0], "250 ok")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(to)
        return answer

    async def handle_DATA(self, _server: Any, session: Session, envelope: Envelope) -> str:
        [to] = envelope.rcpt_tos
        if self.on_message:
            await asyncio.to_thread(self.on_message, to)
        answer = self.messages.get(to.split("@")[0], "250 2.0.0 taken")
        if answer.startswith("250"):
            self.tls, self.user = session.ssl is not None, session.auth_data
            assert isinstance(envelope.content, bytes)
            self.got.append((to, BytesParser(EmailMessage, policy=default).parsebytes(envelope.content)))
        return answer


def login(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (b"desk", b"hunter2")
    return AuthResult(success=right, handled=False, auth_data=b"desk" if right else None)


@contextmanager
def serve(mailbox: Mailbox, **options: Any) -> Iterator[MailServer]:
    """A real SMTP server on loopback; options are aiosmtpd's, a port is found if none is given."""
    options.setdefault("hostname", "127.0.0.1")
    with socket.create_server((options["hostname"], options.pop("port", 0))) as free:
        port = free.getsockname()[1]
    controller = Controller(mailbox, port=port, ready_timeout=30, **options)
    controller.start()
    try:
        yield MailServer(options["hostname"], port, "none", timeout=20, hello="sitrep.example.org")
    finally:
        controller.stop()


def make_certificate(folder: Path, name: str = "localhost") -> tuple[ssl.SSLContext, Path]:
    """A server's TLS context for a name, and the file of whom to trust."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key, "-out", certificate,
         "-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}"],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context, certificate
