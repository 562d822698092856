"""Ninety mornings of `sitrep run` with a fake clock: python -m tests.eval.soak [--days 90] [--articles 200] [--pdf]

A feed, a mail server and the program itself, each real and on loopback; on some mornings one of them fails, is killed
or does not come. What must hold is checked every day and at the end: every report verifies, numbers have no gaps,
every mail arrives exactly once or is asked about, and neither the time nor the store's growth per day goes up.
Prints a table; exit code 1 if anything did not hold.
"""

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from sitrep.model.protocols import Store
from sitrep.store import open_store

from ..launcher import KILLED, Ended, Launcher, launch
from ..send.make import Mailbox, serve
from .soak_world import START, Feed, Mood, serve_feed

RECIPIENTS = ("one@example.net", "two@example.net", "grey@example.net", "gone@example.net")
CONFIG = """store = "store.db"

[crisis]
name = "Syria: a long emergency"
country = "Syria"
days = 2

[[crisis.sources]]
kind = "feed"
name = "feed"
url = "{feed}"
follow = false
most = 1000

[report]
formats = [{formats}]
out = "out"

[http]
local_hosts = ["127.0.0.1"]
interval = 0
retries = 1
backoff = 0.1

[mail]
recipients = [{recipients}]
sender = "Sitrep <sitrep@example.org>"
host = "127.0.0.1"
port = {port}
security = "none"
"""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What goes wrong on a day: in words, and for the feed, the mail server and the program."""

    what: str = ""
    mood: Mood = "well"
    mail: str = "up"
    kill: bool = False
    absent: bool = False


def trouble(day: int) -> Trouble:
    """Something every third or fourth day; the first days are quiet."""
    if day < 2:
        return Trouble()
    plan = {
        3: Trouble("feed answers 500", mood="error"),
        5: Trouble("mail server down", mail="down"),
        7: Trouble("feed breaks off", mood="cut"),
        8: Trouble("one recipient put off", mail="grey"),
        11: Trouble("killed at a random moment", kill=True),
        13: Trouble("machine is off", absent=True),
        14: Trouble("nothing new", mood="empty"),
    }
    return plan.get(day % 15, Trouble())


@dataclass
class Soak:
    """One run of the soak: its folder, its servers, and what it found."""

    folder: Path
    feed: Feed
    mailbox: Mailbox
    launcher: Launcher
    seconds: float = 1.0
    chance: random.Random = field(default_factory=lambda: random.Random(90))
    faults: list[str] = field(default_factory=list)
    verified: set[Path] = field(default_factory=set)

    @property
    def config(self) -> Path:
        """The configuration that every morning gets."""
        return self.folder / "sitrep.toml"

    def morning(self, day: int) -> tuple[str, float]:
        """What the duty server does on a day; the exit codes in their order, and the last run's processor seconds."""
        plan, codes = trouble(day), []
        self.feed.day, self.feed.mood = day, plan.mood
        self.mailbox.recipients = {"gone": "550 5.1.1 no such user"} | (
            {"grey": "451 4.7.1 later"} if plan.mail == "grey" else {}
        )
        if plan.absent:
            return "-", 0.0
        if plan.kill:
            codes.append(self.run(day, kill_after=self.chance.uniform(0, self.seconds)).code)
        ended = self.run(day)
        self.seconds = ended.seconds
        return ",".join(str(code) for code in (*codes, ended.code)), ended.cpu

    def run(self, day: int, kill_after: float | None = None) -> Ended:
        """`sitrep run` on that morning."""
        at = START + timedelta(days=day)
        ended = self.launcher.call(at, "run", "--config", self.config, kill_after=kill_after)
        if ended.code not in (0, 3, KILLED):
            self.faults.append(f"day {day}: exit code {ended.code}: {self.launcher.said()}")
        return ended

    def verify(self, day: int) -> None:
        """Every report that is new, against the articles that the store has."""
        for path in sorted((self.folder / "out").glob("*.json")):
            if path not in self.verified:
                self.verified.add(path)
                if self.launcher.call(START, "verify", path, "--config", self.config).code:
                    self.faults.append(f"day {day}: {path.name} does not verify: {self.launcher.said()}")


def check_end(soak: Soak, store: Store, days: list["Day"]) -> None:
    """Numbers without gaps, mails exactly once, time and growth flat."""
    crisis = "syria-a-long-emergency"
    numbers = [report.number for report in store.reports(crisis)]
    if numbers != list(range(1, len(numbers) + 1)):
        soak.faults.append(f"numbers have gaps: {numbers}")
    arrived = Counter(str(mail["Message-ID"]) for _, mail in soak.mailbox.got)
    for delivery in store.deliveries():
        count, state = arrived[delivery.message_id], delivery.state
        right = {"sent": count == 1, "refused": count == 0, "uncertain": count <= 1}.get(state, False)
        if not right:
            soak.faults.append(f"{delivery.report} to {delivery.recipient}: {state}, arrived {count} times")
    quiet = [day.seconds for day in days if not day.what]
    for what, values in (("time", quiet), ("growth", _growth(days))):
        third = len(values) // 3
        early, late = _middle(values[min(5, third // 2) : third]), _middle(values[-third:])
        print(f"{what} per day: {early:.2f} in the first third, {late:.2f} in the last")
        if len(days) >= 30 and late > early * 1.25 + 0.2:
            soak.faults.append(f"the {what} per day grows from {early:.2f} to {late:.2f}")


@dataclass(frozen=True, slots=True)
class Day:
    """One line of the table; `seconds` is processor time, `megabytes` the store's size."""

    day: int
    codes: str
    seconds: float
    megabytes: float
    reports: int
    mails: int
    what: str

    def line(self) -> str:
        """The line as Markdown."""
        cells = (self.codes, f"{self.seconds:.1f}", f"{self.megabytes:.1f}", self.reports, self.mails, self.what)
        return f"| {self.day} | {' | '.join(map(str, cells))} |"


def _growth(days: list[Day]) -> list[float]:
    return [after.megabytes - before.megabytes for before, after in zip(days, days[1:], strict=False)]


def _middle(values: list[float]) -> float:
    ordered = sorted(values)
    return ordered[len(ordered) // 2] if ordered else 0.0


@contextmanager
def world(articles: int, formats: tuple[str, ...]) -> Iterator[tuple[Soak, int]]:
    """The folder and the servers; the mail server is switched on by whoever needs it, at the port given."""
    mailbox = Mailbox()
    with (
        tempfile.TemporaryDirectory(prefix="sitrep-soak-") as name,
        serve_feed(Feed(articles)) as feed,
        launch(Path(name) / "errors") as launcher,
    ):
        with serve(mailbox) as server:
            port = server.port
        soak = Soak(Path(name), feed, mailbox, launcher)
        quoted = [", ".join(f'"{word}"' for word in words) for words in (formats, RECIPIENTS)]
        soak.config.write_text(
            CONFIG.format(feed=feed.url, formats=quoted[0], recipients=quoted[1], port=port), encoding="utf-8"
        )
        launcher.warm(START, "run", "--dry-run", "--config", soak.config)
        yield soak, port


def one_day(soak: Soak, port: int, day: int) -> Day:
    """A morning with or without a mail server, and what is there after it."""
    if trouble(day).mail == "down":
        codes, seconds = soak.morning(day)
    else:
        with serve(soak.mailbox, port=port):
            codes, seconds = soak.morning(day)
    soak.verify(day)
    size = sum(path.stat().st_size for path in soak.folder.glob("store.db*")) / 1e6
    return Day(day, codes, seconds, size, len(soak.verified), len(soak.mailbox.got), trouble(day).what)


def main() -> int:
    """Run it and print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--days", type=int, default=90)
    options.add_argument("--articles", type=int, default=200, help="a day")
    options.add_argument("--pdf", action="store_true", help="make the PDF too (some seconds a day)")
    given = options.parse_args()
    begun = datetime.now()
    faults = live(given.days, given.articles, ("md", "json", *(["pdf"] if given.pdf else [])))
    print(f"took {datetime.now() - begun}")
    for fault in faults:
        print(f"FAULT {fault}")
    return 1 if faults else 0


def live(count: int, articles: int, formats: tuple[str, ...]) -> list[str]:
    """So many days with so many articles each, a line of the table a day; what did not hold."""
    with world(articles, formats) as (soak, port):
        print("| day | exit codes | CPU seconds | store MB | reports | mails | what went wrong |")
        print("| ---: | --- | ---: | ---: | ---: | ---: | --- |")
        days = []
        for number in range(count):
            days.append(one_day(soak, port, number))
            print(days[-1].line(), flush=True)
        store = open_store(str(soak.folder / "store.db"))
        check_end(soak, store, days)
        store.close()
        return soak.faults


if __name__ == "__main__":
    sys.exit(main())
