"""Through a real mail server into a maildir, read back by Python's email package: what was made is what arrived."""

import time
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from sitrep.model.protocols import Store
from sitrep.report.templates import render
from sitrep.send import MailServer
from sitrep.send.message import make_message

from ..services import postfix
from .make import FILES, LETTERHEAD, MARKDOWN, PDF, issue, make_certificate, send, states


def delivered(folder: Path, count: int) -> list[EmailMessage]:
    for _ in range(300):
        files = sorted(folder.glob("new/*"))
        if len(files) >= count:
            break
        time.sleep(0.1)
    return [message_from_bytes(file.read_bytes(), _class=EmailMessage, policy=default) for file in files]


def test_what_arrives_is_what_was_made(store: Store, tmp_path: Path) -> None:
    _, trusted = make_certificate(tmp_path)
    made = issue(store, "a@example.net", "nobody@example.net", "b@example.net")
    with postfix(["a@example.net", "b@example.net"], trusted, tmp_path / "key.pem") as (port, mail):
        server = MailServer("localhost", port, "starttls", ca_file=trusted, timeout=30)
        mailed = send(store, server)
        assert states(store) == {"a": "sent", "nobody": "refused", "b": "sent"}
        assert "550 5.1.1" in str(mailed.problems[0]) and "nobody@example.net" in str(mailed.problems[0])
        send(store, server, days=1)
        for recipient in ("a@example.net", "b@example.net"):
            [arrived] = delivered(mail / recipient, 1)
            check(store, arrived, made, recipient)


def check(store: Store, arrived: EmailMessage, made, recipient: str) -> None:  # type: ignore[no-untyped-def]
    [delivery] = [d for d in store.deliveries() if d.recipient == recipient]
    sent = make_message(made, FILES, delivery, LETTERHEAD, render)
    sent = message_from_bytes(sent.as_bytes(), _class=EmailMessage, policy=default)
    for name in (
        "From",
        "To",
        "Subject",
        "Message-ID",
        "Date",
        "List-Id",
        "List-Unsubscribe",
        "Reply-To",
        "Auto-Submitted",
    ):
        assert arrived[name] == sent[name], name
    for kind in ("plain", "html"):
        got, gave = arrived.get_body((kind,)), sent.get_body((kind,))
        assert got is not None and gave is not None
        assert got.get_content().replace("\r\n", "\n") == gave.get_content().replace("\r\n", "\n")
    pdf, markdown = arrived.iter_attachments()
    assert (pdf.get_content(), markdown.get_payload(decode=True)) == (PDF, MARKDOWN)
    assert "with ESMTPS" in str(arrived["Received"]), "the line was encrypted"


def test_an_untrusted_postfix_gets_nothing(store: Store, tmp_path: Path) -> None:
    _, trusted = make_certificate(tmp_path)
    issue(store, "a@example.net")
    with postfix(["a@example.net"], trusted, tmp_path / "key.pem") as (port, mail):
        server = MailServer("localhost", port, "starttls", timeout=30)
        assert "certificate" in str(send(store, server).problems[0])
        assert states(store) == {"a": "pending"}
        assert len(send(store, replace(server, ca_file=trusted)).sent) == 1
        assert len(delivered(mail / "a@example.net", 1)) == 1
