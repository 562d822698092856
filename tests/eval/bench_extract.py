"""Speed and memory of extraction beside a bare scan: `python -m tests.eval.bench_extract [MEGABYTES]`.

The bare scan finds a number and looks for a cue word near it, with two regular expressions; the extractor does all its
work, reading JSON lines and printing its own included. Both run one after the other on the same corpus, so that the
ratio says something on any machine. The corpus repeats the English articles of the shared one, each with an id of its
own and its numbers changed, so that no cache makes a repetition cheaper than a new article.
"""

import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "news.jsonl"
CEILING = 8.0
"""The most that extraction may cost, in bare scans."""

_NUMBER = re.compile(
    r"\d[\d,.]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?)\b"
)
_CUE = re.compile(r"kill|dead|died|injur|displac|evacuat|homeless|missing|affect|destroy|damag|flee|fled")


def corpus(path: Path, megabytes: float) -> int:
    """Write a corpus of about that size in UTF-8 text; how many articles it has."""
    rows = [row for row in map(json.loads, CORPUS.read_text(encoding="utf-8").splitlines()) if row["language"] == "en"]
    size = articles = 0
    with path.open("w", encoding="utf-8") as file:
        while size < megabytes * 1e6:
            for row in rows:
                text = _renumbered(row["text"], articles)
                file.write(json.dumps({**row, "id": f"{row['id']}-{articles}", "text": text}) + "\n")
                size += len(text)
                articles += 1
    return articles


def _renumbered(text: str, turn: int) -> str:
    return re.sub(r"[1-9](?=\d)", lambda digit: str((int(digit[0]) + turn) % 9 + 1), text)


def bare_scan(path: Path) -> tuple[float, int]:
    """Seconds and code points of the scan, without reading the file."""
    with path.open(encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    began = time.perf_counter()
    for text in texts:
        for found in _NUMBER.finditer(text):
            _CUE.search(text, max(0, found.start() - 60), found.end() + 60)
    return time.perf_counter() - began, sum(map(len, texts))


def extraction(path: Path, jobs: int = 1) -> tuple[float, float]:
    """Seconds of the command, and its peak memory in megabytes."""
    command = [sys.executable, "-m", "sitrep", "extract", str(path), "--jobs", str(jobs)]
    began = time.perf_counter()
    with open(os.devnull, "wb") as nowhere, subprocess.Popen(command, stdout=nowhere) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"the extractor ended with {process.returncode}")
    return time.perf_counter() - began, used.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)


def measure(megabytes: float, jobs: tuple[int, ...] = (1,)) -> Iterator[dict[str, float | str]]:
    """One row for the bare scan and one for each number of processes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.jsonl"
        articles = corpus(path, megabytes)
        bare, size = bare_scan(path)
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        yield _row("bare scan", bare, size, articles, bare, own)
        for count in jobs:
            seconds, memory = extraction(path, count)
            yield _row(f"extract, {count} process{'es' * (count > 1)}", seconds, size, articles, bare, memory)


def _row(name: str, seconds: float, size: int, articles: int, bare: float, memory: float) -> dict[str, float | str]:
    return {
        "what": name,
        "seconds": seconds,
        "MB/s": size / 1e6 / seconds,
        "articles/s": articles / seconds,
        "ratio": seconds / bare,
        "peak MB": memory,
    }


def main() -> None:
    """Print the table; exit with 1 where extraction costs more than the ceiling."""
    if not CORPUS.exists():
        raise SystemExit(f"{CORPUS} is not at hand, so there is nothing to measure on.")
    rows = list(measure(float(sys.argv[1]) if len(sys.argv) > 1 else 20, (1, os.cpu_count() or 1)))
    print(f"{'':24} {'seconds':>8} {'MB/s':>7} {'articles/s':>11} {'ratio':>6} {'peak MB':>8}")
    for row in rows:
        print(
            f"{row['what']:24} {row['seconds']:8.2f} {row['MB/s']:7.2f} {row['articles/s']:11.0f}"
            f" {row['ratio']:6.2f} {row['peak MB']:8.0f}"
        )
    if float(rows[1]["ratio"]) > CEILING:
        raise SystemExit(f"Extraction costs more than {CEILING:g} bare scans.")


if __name__ == "__main__":
    main()
