"""`sitrep` called again and again from one warm process, each call a process of its own that may be killed.

A call forks, so it pays for no import: a kill at a random moment then falls on what the program does, not on Python's
start. The clock of the call is given, since `sitrep run` counts in minutes.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
KILLED = -9
PROGRAM = """
import os, signal, sys, time
from datetime import datetime
from importlib import import_module
from sitrep.cli import execute

def call(moment, words):
    for name in ("run", "approve", "correct"):
        import_module(f"sitrep.cli.{name}").now = lambda: datetime.fromisoformat(moment)
    return execute(words)

answers = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)
for line in sys.stdin:
    moment, patience, *words = line.rstrip("\\n").split("\\t")
    if patience == "here":
        print(call(moment, words), 0.0, 0.0, file=answers, flush=True)
        continue
    begun = time.monotonic()
    child = os.fork()
    if child == 0:
        os._exit(call(moment, words))
    if patience != "for ever":
        time.sleep(float(patience))
        os.kill(child, signal.SIGKILL)
    _, status, used = os.wait4(child, 0)
    seconds = time.monotonic() - begun
    print(os.waitstatus_to_exitcode(status), seconds, used.ru_utime + used.ru_stime, file=answers, flush=True)
"""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a call ended: its exit code (-9 if it was killed), its seconds by the clock and of the processor."""

    code: int
    seconds: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Launcher:
    """The warm process, asked over its standard input; what the calls print goes to a file."""

    process: subprocess.Popen[str]
    errors: Path

    def call(self, at: datetime, *words: object, kill_after: float | None = None) -> Ended:
        """Call `sitrep` with these words, and kill it after so many seconds, if any are given."""
        return self._ask(at, "for ever" if kill_after is None else str(kill_after), words)

    def warm(self, at: datetime, *words: object) -> Ended:
        """A call in the warm process itself, so that what it imports is there for all later ones."""
        return self._ask(at, "here", words)

    def said(self) -> str:
        """What the last calls said."""
        return self.errors.read_text(encoding="utf-8")[-2000:]

    def _ask(self, at: datetime, patience: str, words: tuple[object, ...]) -> Ended:
        to, back = self.process.stdin, self.process.stdout
        assert to is not None and back is not None
        to.write("\t".join((at.isoformat(), patience, *map(str, words))) + "\n")
        to.flush()
        code, seconds, cpu = back.readline().split()
        return Ended(int(code), float(seconds), float(cpu))


@contextmanager
def launch(errors: Path) -> Iterator[Launcher]:
    """A warm process for as long as the block lasts."""
    command, pipe = [sys.executable, "-c", PROGRAM], subprocess.PIPE
    with (
        errors.open("a", encoding="utf-8") as file,
        subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=file, text=True) as process,
    ):
        yield Launcher(process, errors)
        assert process.stdin is not None
        process.stdin.close()
