import imaplib
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitrep.collect import open_source
from sitrep.collect.imap import _modified_utf7
from sitrep.collect.settings import ImapSource
from sitrep.model.sources import Source

from .documents import letter
from .dovecot import Dovecot, dovecot
from .server import NOW, fresh, web


@pytest.fixture(scope="module")
def imap_server() -> Iterator[Dovecot]:
    with dovecot() as server:
        yield server


@pytest.fixture
def user(request: pytest.FixtureRequest) -> str:
    return "".join(c if c.isalnum() else "-" for c in request.node.name.lower())[:60]


def deliver(server: Dovecot, user: str, *messages: bytes, folder: str = "INBOX") -> None:
    with imaplib.IMAP4("127.0.0.1", server.plain) as imap:
        imap.login(user, "secret")
        imap.create(f'"{folder}"')
        for message in messages:
            assert imap.append(f'"{folder}"', "", "", message)[0] == "OK"


def imap(server: Dovecot, user: str, monkeypatch: pytest.MonkeyPatch, **settings: object) -> Source:
    monkeypatch.setenv("SITREP_TEST_PASSWORD", "secret")
    given = {
        "kind": "imap",
        "host": "localhost",
        "port": server.tls,
        "user": user,
        "password_env": "SITREP_TEST_PASSWORD",
        "ca_file": server.certificate,
        **settings,
    }
    return open_source(ImapSource.model_validate(given), web())


def flags(server: Dovecot, user: str) -> list[bytes]:
    with imaplib.IMAP4("127.0.0.1", server.plain) as connection:
        connection.login(user, "secret")
        connection.select("INBOX", readonly=True)
        return [line for line in connection.fetch("1:*", "(FLAGS)")[1] if isinstance(line, bytes)]


def test_new_messages_are_read_once_and_nothing_is_marked(
    imap_server: Dovecot, user: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    deliver(imap_server, user, letter("Flood one").as_bytes(), letter("Flood two").as_bytes())
    source = imap(imap_server, user, monkeypatch)
    assert source.check(NOW) is None
    first = source.collect(fresh(), NOW)
    assert [s.article.title for s in first.articles] == ["Flood one", "Flood two"] and not first.problems
    assert first.articles[0].article.publisher == "Relief Desk" and first.articles[0].article.retrieved == NOW
    assert first.articles[0].raw == letter("Flood one").as_bytes().replace(b"\n", b"\r\n")
    assert first.articles[0].media_type == "message/rfc822"
    again = source.collect(first.state, NOW)
    assert not again.articles and not again.problems
    deliver(imap_server, user, letter("Flood three").as_bytes())
    assert [s.article.title for s in source.collect(again.state, NOW).articles] == ["Flood three"]
    assert not any(b"Seen" in line for line in flags(imap_server, user))


def test_a_bad_message_is_named_and_the_others_go_on(
    imap_server: Dovecot, user: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    deliver(imap_server, user, letter("Empty", "").as_bytes(), letter("Flood").as_bytes())
    got = imap(imap_server, user, monkeypatch).collect(fresh(), NOW)
    assert [s.article.title for s in got.articles] == ["Flood"]
    assert "message 1" in got.problems[0].where and "without text" in got.problems[0].what


def test_at_most_so_many_at_a_time_and_folders_with_any_name(
    imap_server: Dovecot, user: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = 'Dépêches & "more"'
    messages = [letter(f"Flood {n}").as_bytes() for n in range(3)]
    deliver(imap_server, user, *messages, folder=_modified_utf7(folder))
    source = imap(imap_server, user, monkeypatch, folder=folder, most=2)
    first = source.collect(fresh(), NOW)
    assert not first.problems and len(first.articles) == 2
    assert len(source.collect(first.state, NOW).articles) == 1


def test_a_mailbox_that_was_made_anew_is_read_from_the_start(
    imap_server: Dovecot, user: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    deliver(imap_server, user, letter("Old").as_bytes(), folder="news")
    source = imap(imap_server, user, monkeypatch, folder="news")
    first = source.collect(fresh(), NOW)
    with imaplib.IMAP4("127.0.0.1", imap_server.plain) as connection:
        connection.login(user, "secret")
        assert connection.delete("news")[0] == "OK"
    threading.Event().wait(1.1)  # the server makes the new mailbox's validity from the second
    deliver(imap_server, user, letter("New").as_bytes(), folder="news")
    assert [s.article.title for s in source.collect(first.state, NOW).articles] == ["New"]


def test_starttls_and_plain_connections(imap_server: Dovecot, user: str, monkeypatch: pytest.MonkeyPatch) -> None:
    deliver(imap_server, user, letter("Flood").as_bytes())
    for security in ("starttls", "none"):
        source = imap(imap_server, user, monkeypatch, security=security, port=imap_server.plain)
        assert len(source.collect(fresh(), NOW).articles) == 1


def test_refusals_are_sentences_without_the_password(
    imap_server: Dovecot, user: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("WRONG", "hunter2")
    secret = tmp_path / "password"
    secret.write_text("secret\n")
    cases = [
        ({"password_env": "WRONG"}, "user name or the password"),
        ({"folder": "absent"}, "no folder"),
        ({"ca_file": None}, "certificate"),
        ({"port": 1}, "cannot be read"),
        ({"password_env": "NOT_SET"}, "NOT_SET is not set"),
        ({"password_env": None}, "no password"),
        ({"password_env": None, "password_file": secret}, "chmod 600"),
    ]
    for settings, sentence in cases:
        secret.chmod(0o644)
        source = imap(imap_server, user, monkeypatch, **settings)
        got = source.collect(fresh(), NOW)
        problem = source.check(NOW)
        assert sentence in got.problems[0].what and got.state.failing_since == NOW
        assert problem is not None and sentence in problem.what and "hunter2" not in problem.what
    secret.chmod(0o600)
    source = imap(imap_server, user, monkeypatch, password_env=None, password_file=secret)
    assert source.check(NOW) is None
