"""kill -9 while a mail is on its way: at every point nothing is lost and nothing is sent twice."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from sitrep.model.protocols import Store

from .make import Mailbox, issue, send, serve, states

SENDER = """
import sys
from sitrep.send import MailServer
from sitrep.store import open_store
from tests.send.make import send
store = open_store(sys.argv[1])
with store.lock("syria"):
    send(store, MailServer("127.0.0.1", int(sys.argv[2]), "none", timeout=30))
"""


def kill_when(store: Path, mailbox: Mailbox, port: int, reached: threading.Event) -> None:
    """Start a sender and kill it once the server says so."""
    sender = subprocess.Popen([sys.executable, "-c", SENDER, store, str(port)], cwd=Path(__file__).parents[2])
    assert reached.wait(60)
    sender.kill()
    sender.wait()


def test_killed_while_the_server_has_the_mail(store: Store, tmp_path: Path) -> None:
    issue(store, "a@example.net", "b@example.net")
    reached, go_on = threading.Event(), threading.Event()

    def hold(_to: str) -> None:
        reached.set()
        go_on.wait(30)

    mailbox = Mailbox(on_message=hold)
    with serve(mailbox) as server:
        kill_when(tmp_path / "store.db", mailbox, server.port, reached)
        go_on.set()
        mailbox.on_message = None
        assert states(store) == {"a": "handing_over", "b": "pending"}
        with store.lock("syria"):
            mailed = send(store, server, days=1)
        assert states(store) == {"a": "uncertain", "b": "sent"}
        assert "a@example.net" in str(mailed.problems[0])
        send(store, server, days=2)
    assert [to for to, _ in mailbox.got].count("a@example.net") <= 1
    assert [to for to, _ in mailbox.got].count("b@example.net") == 1


@pytest.mark.parametrize("at", ["a", "b"])
def test_killed_before_the_mail_is_offered(store: Store, tmp_path: Path, at: str) -> None:
    issue(store, "a@example.net", "b@example.net")
    reached, go_on = threading.Event(), threading.Event()

    class Slow(Mailbox):
        async def handle_RCPT(self, *arguments):  # type: ignore[no-untyped-def]
            import asyncio

            if arguments[3].startswith(at) and not reached.is_set():
                reached.set()
                await asyncio.to_thread(go_on.wait, 30)
            return await super().handle_RCPT(*arguments)

    mailbox = Slow()
    with serve(mailbox) as server:
        kill_when(tmp_path / "store.db", mailbox, server.port, reached)
        go_on.set()
        with store.lock("syria"):
            assert send(store, server, days=1).uncertain == ()
    assert states(store) == {"a": "sent", "b": "sent"}
    assert sorted(to for to, _ in mailbox.got) == ["a@example.net", "b@example.net"], "each once"
