"""Each row of the README's table of failures is made to happen: its exit code and its words are what one sees."""

import re
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sitrep.cli import execute
from sitrep.config import load_config
from sitrep.model.protocols import Store
from sitrep.pipeline.run import Wishes, run_crisis
from sitrep.store import open_store
from sitrep.store.engine import make_engine, store_url, writing

from .eval.soak_world import Feed, serve_feed
from .send.make import Mailbox, login, serve
from .test_readme import table

ROWS = {row[0]: row[1:] for row in table("What goes wrong")}
CRISIS, REPORT = "flood", "flood-sitrep-01"
CONFIG = """
[crisis]
name = "Flood"

[[crisis.sources]]
kind = "folder"
path = "in"
{sources}
[report]
formats = ["md"]
out = "out"
{more}
"""
MAIL = """
[mail]
recipients = ["duty@example.net"]
sender = "sitrep@example.org"
host = "127.0.0.1"
port = {port}
security = "none"
{more}
"""
FEED = """
[[crisis.sources]]
kind = "feed"
url = "{url}"
follow = false

[crisis.http]
local_hosts = ["127.0.0.1"]
retries = 0
"""


def configure(sources: str = "", more: str = "") -> None:
    """The configuration, with more sources or tables."""
    Path("sitrep.toml").write_text(CONFIG.format(sources=sources, more=more))


def mailed(port: int, more: str = "") -> None:
    """The configuration with a mail server."""
    configure(more=MAIL.format(port=port, more=more))


def article(name: str = "one") -> None:
    """One more article in the folder."""
    Path("in", f"{name}.txt").write_text(
        f"Flood\n\nThe mayor of {name.title()} said 27 people were killed on Friday.\n"
    )


@contextmanager
def opened() -> Iterator[Store]:
    store = open_store(load_config(Path("sitrep.toml")).crises[0].store)
    try:
        yield store
    finally:
        store.close()


def nothing_new() -> int:
    configure()
    article()
    assert execute(["run"]) == 0
    return execute(["run"])


def no_run_on_some_mornings() -> int:
    configure()
    article()
    article("two")
    code = execute(["run"])
    assert len(list(Path("out").iterdir())) == 1 and "two articles" in next(Path("out").iterdir()).read_text()
    return code


def a_source_is_down() -> int:
    configure(FEED.format(url="http://127.0.0.1:1/feed.xml"))
    article()
    code = execute(["run"])
    assert "cannot be reached" in next(Path("out").iterdir()).read_text(), "the report names the gap"
    return code


def every_source_is_down() -> int:
    address = 'kind = "feed"\nurl = "http://127.0.0.1:1/feed.xml"'
    Path("sitrep.toml").write_text(
        f'http = {{ local_hosts = ["127.0.0.1"], retries = 0 }}\n[crisis]\nname = "Flood"\n[[sources]]\n{address}\n'
    )
    code = execute(["run"])
    assert not Path("output").exists()
    return code


def a_feed_is_broken() -> int:
    class Broken(Feed):
        def body(self) -> bytes:
            return super().body()[:-200]

    with serve_feed(Broken(3)) as feed:
        configure(FEED.format(url=feed.url))
        code = execute(["run"])
    with opened() as store:
        assert store.article_ids(CRISIS)
    return code


def an_article_cannot_be_read() -> int:
    configure()
    article()
    Path("in", "two.txt").touch()
    code = execute(["run"])
    assert len(list(Path("out").iterdir())) == 1
    return code


def another_run_is_at_work() -> int:
    configure()
    with opened() as store, store.lock(CRISIS):
        words = [sys.executable, "-m", "sitrep", "run"]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
    print(done.stdout, done.stderr)
    return done.returncode


def a_run_was_killed() -> int:
    """As it leaves the store when it dies between the report and its file."""
    mailbox = Mailbox()
    with serve(mailbox) as server:
        mailed(server.port)
        article()
        assert execute(["run", "--no-email"]) == 0
        [path] = Path("out").iterdir()
        made = path.read_bytes()
        path.rename(path.with_name(f".{path.name}.half"))
        with opened() as store:
            store.start_run(CRISIS, datetime.now(UTC))
        code = execute(["run"])
    assert [path.read_bytes() for path in Path("out").iterdir()] == [made] and len(mailbox.got) == 1
    return code


def the_mail_server_is_down() -> int:
    mailed(port=1)
    article()
    code = execute(["run"])
    assert len(list(Path("out").iterdir())) == 1
    return code


def the_login_is_refused() -> int:
    Path("password").write_text("wrong\n")
    Path("password").chmod(0o600)
    with serve(Mailbox(), auth_required=True, auth_require_tls=False, authenticator=login) as server:
        mailed(server.port, 'user = "desk"\npassword_file = "password"')
        article()
        return execute(["run"])


def others_may_read_the_password() -> int:
    Path("password").write_text("hunter2\n")
    Path("password").chmod(0o644)
    mailed(1, 'user = "desk"\npassword_file = "password"')
    article()
    return execute(["run"])


def a_recipients_server_says_later() -> int:
    with serve(Mailbox(recipients={"duty": "451 4.7.1 later"})) as server:
        mailed(server.port)
        article()
        return execute(["run"])


def a_recipient_is_refused() -> int:
    with serve(Mailbox(recipients={"duty": "550 5.1.1 no such user"})) as server:
        mailed(server.port)
        article()
        return execute(["run"])


def a_run_was_killed_while_the_server_had_a_mail() -> int:
    """As it leaves the ledger when it dies between the mail and the server's word on it."""
    mailbox = Mailbox()
    with serve(mailbox) as server:
        mailed(server.port)
        article()
        assert execute(["run", "--no-email"]) == 0
        with opened() as store:
            [delivery] = store.deliveries()
            assert store.claim(delivery.message_id, datetime.now(UTC))
        code = execute(["run"])
    assert mailbox.got == []
    return code


def a_report_waits_for_approval() -> int:
    mailed(1, "require_approval = true")
    article()
    return execute(["run"])


def a_report_is_corrected_before_its_mails_went_out() -> int:
    mailbox = Mailbox()
    mailed(port=1)
    article()
    assert execute(["run"]) == 3
    with serve(mailbox) as server:
        mailed(server.port)
        code = execute(["correct", REPORT])
        assert execute(["run"]) == 0
    [(_, mail)] = mailbox.got
    assert "Corrected" in str(mail["Subject"])
    return code


def the_output_folder_refuses_files() -> int:
    mailbox = Mailbox()
    Path("out").touch()
    with serve(mailbox) as server:
        mailed(server.port)
        article()
        code = execute(["run"])
        assert len(mailbox.got) == 1
        Path("out").unlink()
        assert execute(["run"]) == 0
    assert len(list(Path("out").iterdir())) == 1
    return code


def an_article_is_dated_after_the_cut_off() -> int:
    configure()
    day = datetime.now(UTC).date() + timedelta(days=30)
    Path("in", "two.md").write_text(f"---\npublished: {day}\n---\nFloods killed 12 people.\n")
    code = execute(["run"])
    assert not Path("out").exists()
    return code


def a_report_is_of_a_time_to_come() -> int:
    configure()
    article()
    [crisis] = load_config(Path("sitrep.toml")).crises
    with opened() as store:
        run_crisis(crisis, store, lambda: datetime.now(UTC) + timedelta(days=2), Wishes())
    article("two")
    return execute(["run"])


def a_format_cannot_be_made() -> int:
    mailbox = Mailbox()
    Path("own").mkdir()
    Path("own", "report.md.j2").write_text("{{ nonsense")
    with serve(mailbox) as server:
        mailed(server.port)
        text = Path("sitrep.toml").read_text()
        Path("sitrep.toml").write_text(text.replace('["md"]', '["html", "md"]\ntemplates = "own"'))
        article()
        code = execute(["run"])
        assert execute(["run"]) == 3, "and says so each time"
        assert [path.suffix for path in Path("out").iterdir()] == [".html"]
        Path("own", "report.md.j2").unlink()
        assert execute(["run"]) == execute(["run"]) == 0
    assert {path.suffix for path in Path("out").iterdir()} == {".html", ".md"}
    [(_, mail)] = mailbox.got
    assert "The Markdown of this report could not be made" in str(mail.get_body(("plain",)))
    assert execute(["store", "rebuild", REPORT]) == 0, "it is the file that would have been issued"
    return code


def the_log_refuses_lines() -> int:
    configure(more='[log]\nfile = "/dev/full"')
    article()
    code = execute(["run"])
    assert len(list(Path("out").iterdir())) == 1
    return code


def the_disk_of_the_store_is_full() -> int:
    """A limit on the size of files stands for the disk's end."""
    configure()
    article()
    with opened():
        pass
    done = subprocess.run(
        [sys.executable, "-m", "sitrep", "run"],
        capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000)),
    )  # fmt: skip
    print(done.stdout, done.stderr)
    assert not Path("out").exists()
    assert execute(["run"]) == 0
    assert len(list(Path("out").iterdir())) == 1
    return done.returncode


def the_store_is_older() -> int:
    configure()
    article()
    with closing(sqlite3.connect("sitrep.db")) as store:
        store.executescript((Path(__file__).parent / "store" / "schemas" / "0001.sql").read_text())
    code = execute(["run", "--dry-run"])
    assert execute(["run"]) == 0 and Path("out").exists()
    return code


def the_store_is_newer() -> int:
    configure()
    with opened():
        pass
    engine = make_engine(store_url("sitrep.db"))
    with writing(engine) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    return execute(["run"])


def the_configuration_is_wrong() -> int:
    configure(more="[mial]\nsender = 'a@example.org'")
    return execute(["run"])


MADE: dict[str, Callable[[], int]] = {
    "Nothing new": nothing_new,
    "No run on some mornings": no_run_on_some_mornings,
    "A source is down": a_source_is_down,
    "Every source is down": every_source_is_down,
    "A feed is broken": a_feed_is_broken,
    "An article cannot be read": an_article_cannot_be_read,
    "Another run is at work": another_run_is_at_work,
    "A run was killed, or the power failed": a_run_was_killed,
    "The mail server is down": the_mail_server_is_down,
    "The login is refused": the_login_is_refused,
    "Others may read the password": others_may_read_the_password,
    'A recipient\'s server says "later" (4xx)': a_recipients_server_says_later,
    "A recipient is refused (5xx)": a_recipient_is_refused,
    "A run was killed while the server had a mail": a_run_was_killed_while_the_server_had_a_mail,
    "A report waits for approval": a_report_waits_for_approval,
    "A report is corrected before its mails went out": a_report_is_corrected_before_its_mails_went_out,
    "The output folder refuses files": the_output_folder_refuses_files,
    "An article is dated after the cut-off": an_article_is_dated_after_the_cut_off,
    "A report is of a time to come, since a clock was wrong": a_report_is_of_a_time_to_come,
    "A format cannot be made (a template of your own, no font)": a_format_cannot_be_made,
    "The log refuses lines": the_log_refuses_lines,
    "The store's disk is full": the_disk_of_the_store_is_full,
    "The store is of an older version": the_store_is_older,
    "The store is of a newer version": the_store_is_newer,
    "The configuration is wrong": the_configuration_is_wrong,
}


def test_every_row_is_made_to_happen() -> None:
    assert list(MADE) == list(ROWS)


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
@pytest.mark.parametrize("what", MADE)
def test_one_sees_what_the_row_says(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    _, expected, seen, _ = ROWS[what]
    code = MADE[what]()
    said = "".join(capfd.readouterr())
    assert code == int(expected.strip("`")), said
    assert "Traceback" not in said
    if seen == "nothing":
        assert said == ""
    now, _, later = seen.partition("in `status`")
    assert all(words in said for words in re.findall("`([^`]+)`", now)), said
    if later:
        execute(["status"])
        status = capfd.readouterr().out
        assert all(words in status for words in re.findall("`([^`]+)`", later)), status


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_check_finds_what_would_go_wrong_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("templates").mkdir()
    Path("templates", "report.md.j2").write_text("{{ nonsense")
    Path("out").touch()
    with serve(Mailbox(), auth_required=True, auth_require_tls=False, authenticator=login) as server:
        mailed(server.port, '[log]\nfile = "/dev/null/x/log"')
        text = Path("sitrep.toml").read_text()
        Path("sitrep.toml").write_text(text.replace("[report]", '[report]\ntemplates = "templates"'))
        assert execute(["check"]) == 3
    printed, said = capfd.readouterr()
    assert [line.partition(" ")[0] for line in printed.splitlines()] == ["works", *["fails"] * 5]
    for words in (
        "in: does not exist",
        "takes no mail from sitrep@example.org (530",
        "out is no folder",
        "/dev/null is no folder",
        "report.md.j2, line 1: ",
    ):
        assert words in said, said
    assert ".." not in said
    assert {path.name for path in Path().iterdir() if not path.is_dir()} == {"sitrep.toml", "sitrep.db", "out"}
