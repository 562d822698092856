"""kill -9 of a writer at random moments: what was told to be kept is kept, and nothing is kept by halves."""

import random
import subprocess
import sys
import time
from pathlib import Path

from sitrep.model.protocols import Store

WRITER = """
import sys
from tests.store.make import *
from sitrep.store import open_store
store = open_store(sys.argv[1])
first = int(sys.argv[2])
print("ready", flush=True)
for n in range(first, first + 100_000):
    some = [article(f"{n}-{k}") for k in range(5)]
    store.put_articles("syria", "feed", stored(*some), NOON)
    store.put_extractions("1", [extraction(a, figure(a)) for a in some])
    issued = record(n, *some, id=f"r{n}", as_of=NOON, issued=NOON)
    mails = [delivery(issued.id, r) for r in ("a@example.org", "b@example.org")]
    store.put_report(issued, findings=[finding(f"f{n}")], deliveries=mails)
    print(n, flush=True)
"""


def test_a_killed_writer_leaves_whole_reports_only(store: Store, where: str) -> None:
    rounds, next_number = random.Random(6), 1
    for _ in range(6):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, where, str(next_number)],
            cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert writer.stdout is not None and writer.stdout.readline() == "ready\n"
        time.sleep(rounds.uniform(0, 0.15))
        writer.kill()
        told = [int(line) for line in writer.stdout.read().splitlines() if line.endswith(tuple("0123456789"))]
        writer.wait()
        issued = store.reports("syria")
        numbers = [report.number for report in issued]
        assert set(told) <= set(numbers), "what was acknowledged is there"
        assert numbers == list(range(1, len(numbers) + 1)), "without gaps"
        next_number = len(numbers) + 1
    for report in issued:
        assert len(list(store.articles(report.articles))) == 5
        assert [len(e.figures) for e in store.extractions("1", report.articles).values()] == [1] * 5
        assert (len(store.findings(report.id)), len(store.deliveries(report=report.id))) == (1, 2)
