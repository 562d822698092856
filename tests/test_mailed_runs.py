"""`sitrep run`, `approve` and `correct` against real mail servers, and what arrives, read by Python's email package."""

import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from sitrep.cli import execute
from sitrep.store import open_store

from .send.make import NOON, Mailbox, login, make_certificate, serve
from .send.test_postfix import delivered
from .services import postfix

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
ONE, TWO = "one@example.net", "two@example.net"
REPORT = "northwest-syria-sitrep-01"
CONFIG = """
[crisis]
name = "Northwest Syria"
country = "SYR"

[[crisis.sources]]
kind = "folder"
path = "in"

[report]
formats = [{formats}]

[log]
file = "sitrep.log"

[mail]
recipients = ["{one}", "Two <{two}>"]
sender = "Situation reports <sitrep@example.org>"
host = "localhost"
port = {port}
{more}
"""
Configure = Callable[..., Path]


@pytest.fixture
def configure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Configure:
    """Writes a configuration for a mail server's port and stands in its folder."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SEEDS, tmp_path / "in")

    def write(port: int, more: str = 'security = "none"', formats: str = '"md"') -> Path:
        (tmp_path / "sitrep.toml").write_text(CONFIG.format(port=port, more=more, formats=formats, one=ONE, two=TWO))
        return tmp_path

    return write


def check(mail: EmailMessage, folder: Path, title: str = "Situation Report No. 1") -> None:
    """The Markdown, the HTML and the PDF of a mail are those that were made."""
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None and html is not None
    markdown = text.get_content().replace("\r\n", "\n")
    assert title in markdown and "## Key figures" in markdown and "| **" not in markdown
    page = html.get_content().replace("\r\n", "\n")
    made = MarkdownIt("commonmark", {"html": False}).enable("table").render(markdown)
    assert made.strip() in page and 'http-equiv="refresh"' not in page and "<img" not in page
    for part in mail.iter_attachments():
        assert part.get_payload(decode=True) == (folder / "output" / str(part.get_filename())).read_bytes()


def test_over_tls_with_a_login_what_was_made_arrives_once(
    configure: Configure, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    context, _ = make_certificate(tmp_path)
    monkeypatch.setenv("DESK_PASSWORD", "hunter2")
    login_by = 'user = "desk"\npassword_env = "DESK_PASSWORD"\nca_file = "certificate.pem"'
    mailbox = Mailbox()
    with serve(mailbox, tls_context=context, require_starttls=True, auth_required=True, authenticator=login) as server:
        folder = configure(server.port, login_by, '"pdf", "md"')
        assert execute(["check"]) == 0
        assert mailbox.got == [] and "works  northwest-syria: mail server" in capfd.readouterr().out
        assert execute(["run"]) == 0
        assert execute(["run"]) == 0
    assert capfd.readouterr() == ("", "")
    assert [to for to, _ in mailbox.got] == [ONE, TWO] and mailbox.tls and mailbox.user == b"desk"
    for to, mail in mailbox.got:
        assert to in str(mail["To"])
        assert str(mail["Subject"]).startswith("[Sitrep] Syria: Northwest Syria - No. 1, as of ")
        assert [part.get_content_type() for part in mail.iter_attachments()] == ["application/pdf", "text/markdown"]
        check(mail, folder)


def test_through_postfix_into_a_maildir(
    configure: Configure, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    make_certificate(tmp_path)
    with postfix([ONE, TWO], tmp_path / "certificate.pem", tmp_path / "key.pem") as (port, mail):
        folder = configure(port, 'ca_file = "certificate.pem"', '"pdf", "md"')
        assert execute(["run"]) == 0 and execute(["run"]) == 0
        assert capfd.readouterr() == ("", "")
        for recipient in (ONE, TWO):
            [arrived] = delivered(mail / recipient, 1)
            assert "with ESMTPS" in str(arrived["Received"])
            assert len(list(arrived.iter_attachments())) == 2
            check(arrived, folder)


def test_a_correction_answers_the_mail_that_it_corrects(
    configure: Configure, capfd: pytest.CaptureFixture[str]
) -> None:
    mailbox = Mailbox()
    with serve(mailbox) as server:
        folder = configure(server.port)
        assert execute(["run"]) == 0
        assert execute(["correct", REPORT]) == 0
        assert execute(["run"]) == 0
    assert capfd.readouterr() == (f"{REPORT}-r1\n", "")
    assert [to for to, _ in mailbox.got] == [ONE, TWO, ONE, TWO]
    first, corrected = mailbox.got[0][1], mailbox.got[2][1]
    assert corrected["In-Reply-To"] == first["Message-ID"] != corrected["Message-ID"]
    assert "corrected edition" in corrected.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    check(corrected, folder)


def test_later_is_tried_again_by_the_next_run_and_never_is_shown(
    configure: Configure, capfd: pytest.CaptureFixture[str]
) -> None:
    mailbox = Mailbox(recipients={"one": "451 4.7.1 come back later", "two": "550 5.1.1 no such user"})
    with serve(mailbox) as server:
        configure(server.port)
        assert execute(["run"]) == 3
        told = capfd.readouterr().err
        assert "451 4.7.1 come back later" in told and "the next run tries again" in told
        assert "550 5.1.1 no such user" in told and "it is not tried again" in told
        assert mailbox.got == []
        mailbox.recipients.clear()
        assert execute(["run"]) == 0
        assert [to for to, _ in mailbox.got] == [ONE]
        assert capfd.readouterr() == ("", "")
        obey(capfd, "was refused (550 5.1.1 no such user)")
        assert execute(["run"]) == 0 and execute(["run"]) == 0
    assert [to for to, _ in mailbox.got] == [ONE, TWO]


def obey(capfd: pytest.CaptureFixture[str], about: str) -> None:
    """Call the first command that `sitrep status` prints below the line about something."""
    assert execute(["status"]) == 0
    shown = capfd.readouterr().out
    _, found, below = shown.partition(about)
    assert found, shown
    command = re.search(r"^ +sitrep (.*)$", below, re.MULTILINE)
    assert command
    assert execute(shlex.split(command[1])) == 0


def test_nothing_goes_before_approval_and_all_goes_with_it(
    configure: Configure, capfd: pytest.CaptureFixture[str]
) -> None:
    mailbox = Mailbox()
    with serve(mailbox) as server:
        folder = configure(server.port, 'security = "none"\nrequire_approval = true')
        assert execute(["run"]) == 0 and execute(["run"]) == 0
        assert mailbox.got == []
        obey(capfd, f"{REPORT} waits for approval")
        assert [to for to, _ in mailbox.got] == [ONE, TWO]
        assert execute(["approve", REPORT]) == 0 and execute(["run"]) == 0
        assert execute(["approve", REPORT, "--decline", "--reason", "too late"]) == 1
        assert "already approved" in capfd.readouterr().err
    assert len(mailbox.got) == 2
    check(mailbox.got[0][1], folder)


def test_a_dry_run_tells_of_the_mails_and_leaves_no_trace(
    configure: Configure, capfd: pytest.CaptureFixture[str]
) -> None:
    mailbox = Mailbox(recipients={"one": "451 4.7.1 come back later"})
    with serve(mailbox) as server:
        folder = configure(server.port)

        def there() -> dict[Path, bytes]:
            return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

        before = there()
        assert execute(["run", "--dry-run"]) == 0
        told = capfd.readouterr().out
        assert f"{REPORT} from 5 articles" in told and there() == before and not (folder / "output").exists()
        for to in (ONE, TWO):
            assert f"  the mail of {REPORT} to {to} would be sent\n" in told
        assert execute(["run", "--dry-run", "--no-email"]) == 0
        assert f"to {ONE} would wait for a later run" in capfd.readouterr().out
        configure(server.port, 'security = "none"\nrequire_approval = true')
        assert execute(["run", "--dry-run"]) == 0
        assert f"to {ONE} would wait for approval" in capfd.readouterr().out
        configure(server.port)
        assert execute(["run"]) == 3
        capfd.readouterr()
        before = there()
        assert execute(["run", "--dry-run"]) == 0
        told = capfd.readouterr().out
        assert "nothing new" in told and there() == before
        assert f"to {ONE} would be tried again (451 4.7.1 come back later)" in told and TWO not in told
    assert len(mailbox.got) == 1


def test_a_dry_run_leaves_an_older_store_as_it_is(configure: Configure, capfd: pytest.CaptureFixture[str]) -> None:
    folder = configure(1)
    store = sqlite3.connect(folder / "sitrep.db")
    store.execute("PRAGMA journal_mode=WAL")
    store.executescript((Path(__file__).parent / "store" / "schemas" / "0001.sql").read_text())
    store.close()
    before = (folder / "sitrep.db").read_bytes()
    assert execute(["run", "--dry-run"]) == 0
    told = capfd.readouterr()
    assert told.out.startswith("The store has schema 0001, which a run brings to") and told.err == ""
    assert "(reports keep the problems that they were told of" in told.out and told.out.count("\n") == 1
    assert (folder / "sitrep.db").read_bytes() == before
    assert execute(["run", "--no-email"]) == 0 and execute(["run", "--dry-run"]) == 0
    capfd.readouterr()


def test_a_mail_without_attachments_says_so(configure: Configure) -> None:
    mailbox = Mailbox()
    with serve(mailbox) as server:
        configure(server.port, formats='"json"')
        assert execute(["run"]) == 0
    mail = mailbox.got[0][1]
    assert not list(mail.iter_attachments())
    assert "Nothing is attached; ask sitrep@example.org" in str(mail.get_body(("plain",)))


def another_process(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "sitrep", *words], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("more", ['user = "desk"\npassword_env = "NOT_SET"', 'security = "none"'])
def test_a_mail_that_a_dead_run_was_handing_over_is_asked_about_at_once(
    configure: Configure, capfd: pytest.CaptureFixture[str], more: str
) -> None:
    folder = configure(1, more)
    assert execute(["run", "--no-email"]) == 0
    store = open_store(str(folder / "sitrep.db"))
    one, two = store.deliveries()
    assert store.claim(one.message_id, NOON)
    with store.lock("northwest-syria"):
        assert f"{ONE} is being handed over" in another_process("status").stdout, "a run that lives has it"
        assert another_process("store", "mail", one.message_id, "--arrived").returncode == 75
    obey(capfd, f"{ONE} may have arrived or not")
    assert [mail.state for mail in store.deliveries()] == ["sent", "pending"]
    assert store.claim(two.message_id, NOON)
    assert execute(["store", "mail", two.message_id, "--send-again"]) == 0, "one need not ask for the status first"
    assert store.claim(two.message_id, NOON)
    assert execute(["run", "--no-email"]) == 3
    assert "may have arrived or not" in capfd.readouterr().err
    assert execute(["store", "mail", two.message_id, "--send-again"]) == 0 and store.claim(two.message_id, NOON)
    capfd.readouterr()
    assert execute(["run"]) == 3
    said = capfd.readouterr().err
    assert "may have arrived or not" in said and "Traceback" not in said
    store.close()


def test_what_is_declined_never_goes(configure: Configure, capfd: pytest.CaptureFixture[str]) -> None:
    mailbox = Mailbox()
    with serve(mailbox) as server:
        configure(server.port, 'security = "none"\nrequire_approval = true')
        assert execute(["run"]) == 0
        assert execute(["approve", REPORT, "--decline"]) == 2
        assert execute(["approve", REPORT, "--decline", "--reason", "a source is wrong"]) == 0
        assert execute(["run"]) == 0 and execute(["approve", REPORT]) == 1
    assert mailbox.got == []
    capfd.readouterr()


@pytest.mark.parametrize(("password", "sentence"), [("wrong-secret", "refused the login"), ("", "is not set")])
def test_a_wrong_password_keeps_the_mail_and_is_never_shown(
    configure: Configure,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    password: str,
    sentence: str,
) -> None:
    context, _ = make_certificate(tmp_path)
    monkeypatch.setenv("DESK_PASSWORD", password)
    mailbox = Mailbox()
    with serve(mailbox, tls_context=context, auth_required=True, authenticator=login) as server:
        folder = configure(server.port, 'user = "desk"\npassword_env = "DESK_PASSWORD"\nca_file = "certificate.pem"')
        assert execute(["check"]) == execute(["run"]) == 3
        said = capfd.readouterr()
        assert said.err.count(sentence) == 2 and (folder / "output").is_dir() and mailbox.got == []
        kept = (said.out + said.err).encode() + (folder / "sitrep.log").read_bytes()
        assert b"wrong-secret" not in kept + b"".join(path.read_bytes() for path in folder.glob("sitrep.db*"))
        monkeypatch.setenv("DESK_PASSWORD", "hunter2")
        assert execute(["run"]) == 0
    assert [to for to, _ in mailbox.got] == [ONE, TWO]
    assert b"hunter2" not in b"".join(path.read_bytes() for path in folder.glob("sitrep.*"))


def test_of_a_corrected_report_only_the_correction_can_be_approved(
    configure: Configure, capfd: pytest.CaptureFixture[str]
) -> None:
    mailbox = Mailbox()
    with serve(mailbox) as server:
        configure(server.port, 'security = "none"\nrequire_approval = true')
        assert execute(["run"]) == execute(["correct", REPORT]) == 0
        said = capfd.readouterr()
        assert said.err == (
            f"sitrep: {REPORT}: 2 mails that had not gone out were withdrawn, since {REPORT}-r1 corrects it\n"
        )
        assert execute(["approve", REPORT]) == 1
        assert f"approve {REPORT}-r1, which goes instead" in capfd.readouterr().err
        assert execute(["approve", f"{REPORT}-r1"]) == 0
        assert execute(["run"]) == 0
    assert [(to, mail["In-Reply-To"]) for to, mail in mailbox.got] == [(ONE, None), (TWO, None)]


def test_who_missed_a_correction_is_told_of_the_edition_that_came(
    configure: Configure, capfd: pytest.CaptureFixture[str]
) -> None:
    mailbox = Mailbox()
    with serve(mailbox) as server:
        configure(server.port)
        assert execute(["run"]) == 0
        assert execute(["correct", REPORT, "--no-email"]) == execute(["correct", REPORT]) == 0
    assert "withdrawn, since northwest-syria-sitrep-01-r2 corrects it" in capfd.readouterr().err
    first, _, last, _ = (mail for _, mail in mailbox.got)
    assert last["In-Reply-To"] == first["Message-ID"]
    assert "It replaces No. 1, sent to you" in last.get_body(("plain",)).get_content()  # type: ignore[union-attr]
