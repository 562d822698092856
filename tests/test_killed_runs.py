"""kill -9 of `sitrep run`, 200 times at random moments: nothing lost, nothing sent twice, the next run finishes it.

On SQLite; on a real PostgreSQL a quarter as often, since a killed client leaves it by the same transactions.
"""

import os
import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sitrep.model import Report
from sitrep.model.protocols import Store
from sitrep.store import open_store
from sitrep.verify import verify_report

from .eval.soak_world import Feed, Told, rss, serve_feed
from .launcher import KILLED, Launcher, launch
from .send.make import Mailbox, serve
from .services import postgresql

KILLS = int(os.environ.get("SITREP_TEST_KILLS", "200"))
CRISIS = "syria"
START = datetime(2025, 1, 1, 6, tzinfo=UTC)
CONFIG = """store = "{store}"

[crisis]
name = "Syria"
days = 1

[[crisis.sources]]
kind = "feed"
name = "feed"
url = "{feed}"
follow = false

[[crisis.sources]]
kind = "folder"
name = "folder"
path = "in"

[report]
formats = ["md"]
out = "out"

[http]
local_hosts = ["127.0.0.1"]
interval = 0

[mail]
recipients = ["one@example.net", "two@example.net"]
sender = "Sitrep <sitrep@example.org>"
host = "127.0.0.1"
port = {port}
security = "none"
"""


class ShortFeed(Feed):
    """Two articles a day, without a place: what is drawn on a map or looked up in a gazetteer takes time here."""

    def body(self) -> bytes:
        """The last three days."""
        return rss([told(day, n) for day in range(max(self.day - 2, 0), self.day + 1) for n in range(self.per_day)])


def told(day: int, n: int) -> Told:
    """One article of a day."""
    url, at = f"https://outlet{n}.example.org/{day}", START + timedelta(days=day, minutes=-30 - n)
    text = f"The Red Crescent said {2000 + day * 10 + n:,} people were displaced. Blankets are needed."
    return Told(url, f"Displacement, day {day}, outlet {n}", at, text)


@dataclass
class World:
    """One crisis with its sources, its mail server and its operator, and the moments at which it is killed."""

    folder: Path
    store: str
    kills: int
    feed: Feed
    mailbox: Mailbox
    launcher: Launcher
    chance: random.Random
    day: int = 0
    calls: int = 0
    killed: int = 0
    brought: int = 0
    asked: int = 0
    seconds: float = 0.0
    checked: int = 0

    @property
    def now(self) -> datetime:
        """The clock: a day a round, and a minute a call."""
        return START + timedelta(days=self.day, minutes=self.calls)

    def run(self, kill_after: float | None = None) -> int:
        """`sitrep run` with one more article in the folder; its exit code."""
        self.calls, self.brought = self.calls + 1, self.brought + 1
        head = f"title: Toll of day {self.day}\npublished: {self.now.isoformat()}\npublisher: Desk {self.brought}"
        text = f"The Red Crescent said {20 + self.brought} civilians were killed."
        (self.folder / "in" / f"{self.brought}.txt").write_text(f"---\n{head}\n---\n{text}\n")
        ended = self.launcher.call(self.now, "run", "--config", self.config, kill_after=kill_after)
        self.seconds = self.seconds if kill_after else ended.seconds
        return ended.code

    @property
    def config(self) -> Path:
        """The configuration of all calls."""
        return self.folder / "sitrep.toml"

    def kill_some(self) -> None:
        """One run to five runs, each killed at a moment of its own."""
        for _ in range(self.chance.randint(1, 5)):
            code = self.run(kill_after=self.chance.uniform(0, self.seconds))
            assert code in (KILLED, 0, 3), self.launcher.said()
            self.killed += code == KILLED

    def opened(self) -> Store:
        """The store as the last call left it."""
        return open_store(self.store)

    def check(self) -> None:
        """After a run that was let be: all is as if nobody had been killed, but for mails that are asked about."""
        store = self.opened()
        try:
            ids = store.article_ids(CRISIS)
            assert len(ids) == 2 * (self.day + 1) + self.brought, "an article is lost"
            assert store.article_ids(CRISIS, unreported="sitrep") == (), "a report is missing"
            last = store.last_report(CRISIS)
            assert last is not None
            for number in range(self.checked + 1, last.number + 1):
                self.check_report(store, number)
            self.checked = last.number
            assert len(list((self.folder / "out").iterdir())) == last.number, "a file was left by halves"
            assert {run.outcome for run in store.runs(CRISIS)} <= {"done", "partial", "interrupted"}
            self.check_mails(store)
        finally:
            store.close()

    def check_report(self, store: Store, number: int) -> None:
        """There is no gap at this number, its file is whole, and every number in it stands in its articles."""
        record = store.report(f"{CRISIS}-sitrep-{number:02d}")
        [file] = store.report_files(record.id)
        path = self.folder / "out" / file.name
        assert path.read_bytes() == file.data
        sources = Report.model_validate_json(record.report).sources
        articles = tuple(store.articles(dict.fromkeys(source.article for source in sources)))
        assert verify_report(path, articles).unproved == (), record.id

    def check_mails(self, store: Store) -> None:
        """What is told of each mail is true."""
        arrived = Counter(str(mail["Message-ID"]) for _, mail in self.mailbox.got)
        for mail in store.deliveries():
            count = arrived.pop(mail.message_id, 0)
            assert mail.state in ("sent", "uncertain"), f"{mail.recipient} waits: {mail.state} {mail.reply}"
            assert count == 1 if mail.state == "sent" else count <= 1, f"{mail.state}, arrived {count} times"
            if mail.state == "uncertain":
                assert f"sitrep store mail '{mail.message_id}'" in self.launcher.said(), "the operator is not asked"
        assert not arrived, "a mail is not in the ledger"

    def settle(self) -> None:
        """The operator looks into each mailbox and answers."""
        arrived = {str(mail["Message-ID"]) for _, mail in self.mailbox.got}
        store = self.opened()
        uncertain = store.deliveries(states=("uncertain",))
        store.close()
        for mail in uncertain:
            answer = "--arrived" if mail.message_id in arrived else "--send-again"
            words = ("store", "mail", mail.message_id, answer, "--config", self.config)
            assert self.launcher.call(self.now, *words).code == 0
        self.asked += len(uncertain)

    def next_day(self) -> None:
        """A night passes, the feed has two more articles, and somebody tidies the folder up."""
        for path in (self.folder / "in").iterdir():
            path.unlink()
        self.day, self.calls = self.day + 1, 0
        self.feed.day = self.day


def seed() -> int:
    """What the moments are drawn from: another each time, or the one of SITREP_TEST_SEED to look at a failure again."""
    return int(os.environ.get("SITREP_TEST_SEED") or time.time_ns() % 1_000_000)


@contextmanager
def database(kind: str, folder: Path) -> Iterator[str]:
    """The address of an empty store of that kind."""
    if kind == "sqlite":
        yield str(folder / "store.db")
        return
    with postgresql() as socket:
        yield f"postgresql://sitrep@/postgres?host={socket}"


@pytest.fixture(params=(("sqlite", KILLS), ("postgresql", KILLS // 4)), ids=("sqlite", "postgresql"))
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """All of it, each server real and on loopback, with a warm process to call."""
    (tmp_path / "in").mkdir()
    (kind, kills), mailbox, drawn = request.param, Mailbox(), seed()
    print(f"SITREP_TEST_SEED={drawn}")
    with (
        database(kind, tmp_path) as store,
        serve_feed(ShortFeed(2)) as feed,
        serve(mailbox) as server,
        launch(tmp_path / "errors") as launcher,
    ):
        made = World(tmp_path, store, kills, feed, mailbox, launcher, random.Random(drawn))
        made.config.write_text(CONFIG.format(store=store, feed=feed.url, port=server.port))
        assert launcher.warm(START, "run", "--config", made.config).code == 0
        yield made


def test_killed_two_hundred_times(world: World) -> None:
    for _ in range(3):
        world.next_day()
        assert world.run() == 0, world.launcher.said()
        world.check()
    while world.killed < world.kills:
        world.next_day()
        world.kill_some()
        assert world.run() in (0, 3), world.launcher.said()
        world.check()
        world.settle()
    world.next_day()
    assert world.run() == 0, world.launcher.said()
    store = world.opened()
    assert {mail.state for mail in store.deliveries()} == {"sent"}
    arrived = Counter(str(mail["Message-ID"]) for _, mail in world.mailbox.got)
    assert set(arrived.values()) == {1} and len(arrived) == len(store.deliveries())
    print(f"{world.killed} runs killed, {world.checked} reports, {len(arrived)} mails, {world.asked} asked about")
    store.close()


def test_corrections_that_are_killed(world: World) -> None:
    """The first report is corrected again and again, while there is a later one: editions without gaps, each whole."""
    world.next_day()
    assert world.run() == 0
    report, killed = f"{CRISIS}-sitrep-01", 0
    words = ("correct", report, "--config", world.config)
    seconds = world.launcher.call(world.now, *words).seconds
    while killed < world.kills // 20:
        for moment in (world.chance.uniform(0, seconds), None):
            world.calls += 1
            code = world.launcher.call(world.now, *words, kill_after=moment).code
            assert code in (KILLED, 0, 3), world.launcher.said()
            killed += code == KILLED
        world.settle()
    world.calls += 1
    assert world.launcher.call(world.now, "run", "--config", world.config).code == 0, world.launcher.said()
    store = world.opened()
    editions = store.reports(CRISIS, 1)
    assert [edition.revision for edition in editions] == list(range(len(editions))) and len(editions) > killed
    for edition in editions:
        for file in store.report_files(edition.id):
            assert (world.folder / "out" / file.name).read_bytes() == file.data
    arrived = Counter(str(mail["Message-ID"]) for _, mail in world.mailbox.got)
    mails = store.deliveries()
    assert {mail.state for mail in mails} <= {"sent", "withdrawn"}
    assert arrived == dict.fromkeys((mail.message_id for mail in mails if mail.state == "sent"), 1)
    # What a killed call had not sent, the next edition withdraws; the newest edition has gone to everybody.
    assert {mail.report for mail in mails if mail.state == "withdrawn"} <= {edition.id for edition in editions[:-1]}
    store.close()
