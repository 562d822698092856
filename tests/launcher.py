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
from typing import IO

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

for line in sys.stdin:
    moment, patience, *words = line.rstrip("\\n").split("\\t")
    if patience == "here":
        print(call(moment, words), 0.0, flush=True)
        continue
    begun = time.monotonic()
    child = os.fork()
    if child == 0:
        os._exit(call(moment, words))
    if patience != "for ever":
        time.sleep(float(patience))
        os.kill(child, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print(code, time.monotonic() - begun, flush=True)
"""


@dataclass(frozen=True, slots=True)
class Launcher:
    """The warm process, asked over its standard input."""

    process: subprocess.Popen[str]

    def call(self, at: datetime, *words: object, kill_after: float | None = None) -> tuple[int, float]:
        """The exit code of a call (-9 if it was killed) and how many seconds it took."""
        return self._ask(at, "for ever" if kill_after is None else str(kill_after), words)

    def warm(self, at: datetime, *words: object) -> int:
        """A call in the warm process itself, so that what it imports is there for all later ones."""
        return self._ask(at, "here", words)[0]

    def _ask(self, at: datetime, patience: str, words: tuple[object, ...]) -> tuple[int, float]:
        to, back = self.process.stdin, self.process.stdout
        assert to is not None and back is not None
        to.write("\t".join((at.isoformat(), patience, *map(str, words))) + "\n")
        to.flush()
        code, seconds = back.readline().split()
        return int(code), float(seconds)


@contextmanager
def launch(errors: IO[str]) -> Iterator[Launcher]:
    """A warm process; what its calls say on standard error goes to `errors`, which must be a real file."""
    command = [sys.executable, "-c", PROGRAM]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=errors, text=True) as process:
        yield Launcher(process)
        assert process.stdin is not None
        process.stdin.close()
