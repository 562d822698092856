"""Time and memory of `sitrep generate` with all formats: `python -m tests.eval.bench_report [5 500]`.

Prints a table: articles, seconds by the clock and of the processor, the largest process' peak memory, pages of the PDF,
then what each format takes of a report of the last size that is ready. The articles are invented.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2

from sitrep.config import CrisisConfig
from sitrep.pipeline import Edition, bring_together, read, write_up
from sitrep.report import FORMATS, export

from .soak_world import START, told_on

ADAY = 20
CRISIS = "Northwest Syria: invented hostilities"


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of the program took: seconds by the clock and of the processor, megabytes at the peak, pages."""

    seconds: float
    processor: float
    megabytes: float
    pages: int


def write_articles(count: int, path: Path) -> datetime:
    """So many articles as lines of JSON, and the hour after the last one."""
    told = [article for day in range(count // ADAY + 1) for article in told_on(day, ADAY)][:count]
    lines = (
        json.dumps(
            {
                "id": f"a{n}", "title": article.title, "publisher": f"Outlet {n % 23}", "url": article.url,
                "published": article.published.isoformat(), "text": article.text,
            }
        )
        for n, article in enumerate(told)
    )  # fmt: skip
    path.write_text("\n".join(lines), encoding="utf-8")
    return max((article.published for article in told), default=START) + timedelta(hours=1)


def generate(articles: Path, as_of: datetime, out: Path) -> Run:
    """One run of the command with all formats, in a process of its own."""
    command = [
        sys.executable, "-m", "sitrep", "generate", str(articles), "--crisis", CRISIS, "--country", "SYR",
        "--as-of", as_of.isoformat(), "--formats", ",".join(FORMATS), "--out", str(out),
    ]  # fmt: skip
    began = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {child.returncode}")
    pages = len(pypdfium2.PdfDocument(next(out.glob("*.pdf"))))
    unit = 1024 if sys.platform != "darwin" else 1024**2
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / unit, pages)


def by_format(articles: Path, as_of: datetime) -> Iterator[tuple[str, float, int]]:
    """What each format takes of a ready report: seconds of the processor, bytes."""
    crisis = CrisisConfig(name=CRISIS, country="SYR")
    reading = read([articles], as_of.astimezone(UTC))
    report = write_up(reading, bring_together(reading.articles, crisis, as_of), crisis, Edition(as_of))
    for name in FORMATS:
        began = time.process_time()
        files, _ = export(report, (name,))
        yield name, time.process_time() - began, sum(len(file.data) for file in files)


def main(counts: list[int]) -> None:
    """Print both tables."""
    print(f"{'articles':>8} {'seconds':>8} {'CPU s':>7} {'peak MB':>8} {'pages':>6}")
    with TemporaryDirectory() as folder:
        for count in counts:
            articles = Path(folder) / f"{count}.jsonl"
            as_of = write_articles(count, articles)
            run = generate(articles, as_of, Path(folder) / str(count))
            print(f"{count:8} {run.seconds:8.1f} {run.processor:7.1f} {run.megabytes:8.0f} {run.pages:6}", flush=True)
        print(f"\n{'format':>8} {'CPU s':>7} {'kB':>8}   of {counts[-1]} articles, with its imports")
        for name, seconds, size in by_format(articles, as_of):
            print(f"{name:>8} {seconds:7.2f} {size / 1000:8.0f}")


if __name__ == "__main__":
    main([int(given) for given in sys.argv[1:]] or [5, 500])
