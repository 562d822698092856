"""Against real SMTP servers on loopback: each answers well, badly, or not at all."""

import socket
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from sitrep.errors import ConfigError
from sitrep.model.protocols import Store
from sitrep.model.records import Approval
from sitrep.send import MailServer, check_server
from sitrep.send.smtp import ServerError

from .make import LETTERHEAD, NOON, Mailbox, issue, login, make_certificate, report, send, serve, states


def test_each_recipient_gets_one_mail_of_his_own_and_none_twice(store: Store) -> None:
    issue(store, "a@example.net", "b@example.net")
    mailbox = Mailbox()
    with serve(mailbox) as server:
        mailed = send(store, server)
        again = send(store, server, days=1)
    assert [to for to, _ in mailbox.got] == ["a@example.net", "b@example.net"]
    assert [str(mail["To"]) for _, mail in mailbox.got] == ["a@example.net", "b@example.net"]
    assert len({str(mail["Message-ID"]) for _, mail in mailbox.got}) == 2
    assert (len(mailed.sent), mailed.problems, again.sent) == (2, (), ())
    assert {(d.state, d.attempts, d.code) for d in store.deliveries()} == {("sent", 1, 250)}


def test_refusals_concern_one_recipient_each(store: Store) -> None:
    issue(store, *(f"{name}@example.net" for name in ("ok1", "nobody", "grey", "late", "ok2", "spam")))
    mailbox = Mailbox(
        recipients={"nobody": "550 5.1.1 no such user", "grey": "451 4.7.1 come back later"},
        messages={"late": "452 4.3.1 disk full", "spam": "554 5.7.1 not wanted"},
    )
    with serve(mailbox) as server:
        first = send(store, server)
        assert states(store) == {
            "ok1": "sent", "nobody": "refused", "grey": "deferred", "late": "deferred", "ok2": "sent",
            "spam": "refused",
        }  # fmt: skip
        assert [str(problem) for problem in first.problems if "nobody" in str(problem)] == [
            f"nobody@example.net: the mail of {report().id} was refused (550 5.1.1 no such user): it is not tried again"
        ]
        assert len(first.problems) == 4
        mailbox.recipients.clear()
        mailbox.messages.clear()
        second = send(store, server, days=1)
    assert [d.recipient for d in second.sent] == ["grey@example.net", "late@example.net"]
    assert states(store)["nobody"] == states(store)["spam"] == "refused"
    assert sorted(to.split("@")[0] for to, _ in mailbox.got) == ["grey", "late", "ok1", "ok2"]
    assert [d.attempts for d in store.deliveries() if d.recipient.startswith(("grey", "late"))] == [2, 2]


def test_what_is_put_off_for_too_long_is_given_up_and_shown(store: Store) -> None:
    issue(store, "grey@example.net")
    with serve(Mailbox(recipients={"grey": "451 later"})) as server:
        send(store, server, days=4)
        assert states(store) == {"grey": "deferred"}
        last = send(store, server, days=5.1)
    assert states(store) == {"grey": "refused"}
    assert "given up after 5 days, the last answer was: later" in str(last.problems[0])


def test_a_server_that_is_down_costs_nothing(store: Store) -> None:
    issue(store, "a@example.net", "b@example.net")
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        mailed = send(store, MailServer("127.0.0.1", closed.getsockname()[1], "none", timeout=2))
    assert states(store) == {"a": "pending", "b": "pending"}
    assert "cannot be reached" in str(mailed.problems[0]) and "waits for the next run" in str(mailed.problems[0])
    with serve(Mailbox()) as server:
        assert len(send(store, server).sent) == 2


@pytest.mark.filterwarnings("ignore:Requiring AUTH")  # of aiosmtpd, which does not see that its line is TLS already
@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_over_verified_tls_with_a_login(store: Store, tmp_path: Path, security: str) -> None:
    issue(store, "a@example.net")
    context, trusted = make_certificate(tmp_path)
    mailbox = Mailbox()
    options = {"tls_context": context, "require_starttls": True} if security == "starttls" else {"ssl_context": context}
    with serve(
        mailbox,
        hostname="localhost",
        authenticator=login,
        auth_required=True,
        auth_require_tls=security == "starttls",
        **options,
    ) as at:
        server = replace(at, security=security, ca_file=trusted, user="desk", password="hunter2")
        check_server(server, LETTERHEAD)
        assert mailbox.got == []
        assert send(store, server).problems == ()
    assert len(mailbox.got) == 1 and mailbox.user == b"desk"


def test_whom_we_cannot_trust_gets_neither_mail_nor_password(store: Store, tmp_path: Path) -> None:
    issue(store, "a@example.net")
    context, trusted = make_certificate(tmp_path)
    (tmp_path / "other").mkdir()
    wrong_name, other = make_certificate(tmp_path / "other", "mail.example.org")
    mailbox = Mailbox()
    with serve(mailbox, hostname="localhost", tls_context=context, authenticator=login) as at:
        unknown = replace(at, security="starttls", user="desk", password="hunter2")
        with pytest.raises(ServerError, match="certificate that cannot be trusted"):
            check_server(unknown, LETTERHEAD)
        assert "certificate" in str(send(store, unknown).problems[0])
        wrong_login = replace(unknown, ca_file=trusted, password="guess")
        with pytest.raises(ServerError, match=r"refused the login \(535\)") as refused:
            check_server(wrong_login, LETTERHEAD)
        assert "guess" not in str(refused.value)
        check_server(replace(unknown, verify=False), LETTERHEAD)
        with pytest.raises(ConfigError, match="ca_file"):
            check_server(replace(unknown, ca_file=tmp_path / "nothing.pem"), LETTERHEAD)
    with (
        serve(mailbox, hostname="localhost", tls_context=wrong_name) as at,
        pytest.raises(ServerError, match="certificate"),
    ):
        check_server(replace(at, security="starttls", ca_file=other), LETTERHEAD)
    with serve(mailbox) as at, pytest.raises(ServerError, match="does not offer what is configured"):
        check_server(replace(at, security="starttls"), LETTERHEAD)
    assert mailbox.got == [] and states(store) == {"a": "pending"}


def test_nothing_goes_before_approval_and_all_goes_after(store: Store) -> None:
    made = issue(store, "a@example.net", hold=True)
    mailbox = Mailbox()
    with serve(mailbox) as server:
        assert send(store, server).sent == () and states(store) == {"a": "held"}
        store.decide(Approval(made.id, "approved", "head of office", NOON))
        assert len(send(store, server).sent) == 1
    assert len(mailbox.got) == 1


def test_a_correction_answers_the_mail_that_it_corrects(store: Store) -> None:
    first = issue(store, "a@example.net")
    mailbox = Mailbox()
    with serve(mailbox) as server:
        send(store, server)
        issue(store, "a@example.net", "new@example.net", of=report(revision=1), corrects=first.id)
        send(store, server, days=1)
    [_, one], [_, two], [_, three] = mailbox.got
    assert str(two["In-Reply-To"]) == str(one["Message-ID"]) != str(two["Message-ID"])
    assert three["In-Reply-To"] is None
    for mail in (two, three):
        part = mail.get_body(("plain",))
        assert part is not None and "It replaces No. 5" in part.get_content()


def test_a_report_whose_mail_cannot_be_made_does_not_stop_the_others(store: Store) -> None:
    issue(
        store,
        "a@example.net",
        of=report(number=5),
    )
    damaged = report(number=6)
    issue(
        store,
        "b@example.net",
        of=damaged.model_copy(update={"settings": damaged.settings.model_copy(update={"product": "gone"})}),
    )
    with serve(Mailbox()) as server:
        mailed = send(store, server)
    assert states(store) == {"a": "sent", "b": "pending"}
    assert "cannot be made" in str(mailed.problems[0])


class Script(threading.Thread):
    """A server that speaks SMTP up to a word of the client's and then hangs up, on each line anew."""

    def __init__(self, until: str) -> None:
        super().__init__(daemon=True)
        self.until, self.lines = until, 0
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.start()

    def run(self) -> None:
        while True:
            try:
                line, _ = self.socket.accept()
            except OSError:
                return
            self.lines += 1
            with line, line.makefile("rwb") as talk:
                self._talk(talk)

    def _talk(self, talk) -> None:  # type: ignore[no-untyped-def]
        in_data = False
        talk.write(b"220 ready\r\n")
        talk.flush()
        for said in talk:
            word = said.decode().strip().upper()
            if (in_data and word == "." and self.until == ".") or (not in_data and word.startswith(self.until)):
                return
            if in_data:
                in_data = word != "."
                answer = b"" if in_data else b"250 taken\r\n"
            else:
                in_data = word == "DATA"
                answer = b"354 go\r\n" if in_data else b"250 ok\r\n"
            talk.write(answer)
            talk.flush()


@pytest.mark.parametrize(
    ("until", "state"),
    [("EHLO", "pending"), ("MAIL", "deferred"), ("RCPT", "deferred"), ("DATA", "deferred"), (".", "uncertain")],
)
def test_where_the_line_breaks_decides_whether_a_mail_may_have_arrived(store: Store, until: str, state: str) -> None:
    issue(store, "a@example.net", "b@example.net")
    script = Script(until)
    server = MailServer("127.0.0.1", script.socket.getsockname()[1], "none", timeout=5)
    mailed = send(store, server)
    script.socket.close()
    assert states(store) == {"a": state, "b": state}
    if until == ".":
        assert len(mailed.uncertain) == 2 and "may have arrived or not" in str(mailed.problems[0])
        mailbox = Mailbox()
        with serve(mailbox) as good:
            assert len(send(store, good, days=1).uncertain) == 2 and mailbox.got == [], "never a second mail"
            store.resolve(store.deliveries()[0].message_id, False, NOON)
            assert len(send(store, good, days=1).sent) == 1
        assert [to for to, _ in mailbox.got] == ["a@example.net"]


def test_a_server_that_says_nothing_is_left_after_the_timeout(store: Store) -> None:
    issue(store, "a@example.net")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        mailed = send(store, MailServer("127.0.0.1", silent.getsockname()[1], "none", timeout=0.5))
    assert "timed out" in str(mailed.problems[0]) and states(store) == {"a": "pending"}


def test_dots_and_long_lines_arrive_as_they_were(store: Store) -> None:
    from sitrep.model.records import ReportFile

    text = b".\n..\n.hidden\n" + b"x" * 5000 + b"\r\n.\r\nQUIT\r\n"
    issue(store, "a@example.net", files=(ReportFile("r.md", "text/markdown", text),))
    mailbox = Mailbox()
    with serve(mailbox) as server:
        send(store, server)
    [attached] = mailbox.got[0][1].iter_attachments()
    assert attached.get_payload(decode=True) == text


def test_the_size_that_the_server_announces_is_respected(store: Store) -> None:
    issue(store, "a@example.net")
    with serve(Mailbox(), data_size_limit=1000) as server:
        send(store, server)
    assert states(store) == {"a": "refused"}


def test_keep_trying_is_a_setting(store: Store) -> None:
    issue(store, "grey@example.net")
    with serve(Mailbox(recipients={"grey": "451 later"})) as server:
        send(store, server)
        send(store, server, days=1, letterhead=replace(LETTERHEAD, keep_trying=timedelta(hours=6)))
    assert states(store) == {"grey": "refused"}
