"""What is run when, and the commands of the system that see to it."""

import os
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from ..errors import SitrepError, UsageError


@dataclass(frozen=True, slots=True)
class Schedule:
    """A run of one configuration, at times of the day ("06:00", the machine's time) or every so many minutes.

    `name` tells one schedule from another on the same machine; `minutes` divides an hour and excludes `times`.
    """

    config: Path
    program: Path
    name: str = "sitrep"
    times: tuple[str, ...] = ("06:00",)
    minutes: int | None = None

    def __post_init__(self) -> None:
        if not self.name or not all(letter.isalnum() or letter in "-_" for letter in self.name):
            raise UsageError(f"--name {self.name!r}: use letters, digits, hyphens and underscores.")
        if self.minutes is not None and (self.minutes < 1 or 60 % self.minutes):
            raise UsageError(
                f"--every {self.minutes}: give a number of minutes that divides an hour, such as 15 or 60."
            )
        for time in self.times:
            hour_minute(time)


def program() -> Path:
    """The `sitrep` that is running, by its absolute path; raises SitrepError if it runs without one."""
    for candidate in (Path(sys.argv[0]), Path(sys.executable).with_name("sitrep")):
        if candidate.name == "sitrep" and candidate.is_file():
            return candidate.absolute()
    raise SitrepError("The program's own path is unknown: call it as `sitrep`, from where it is installed.")


def hour_minute(time: str) -> tuple[int, int]:
    """What "06:00" means; raises UsageError for anything else."""
    hour, colon, minute = time.partition(":")
    if not (colon and hour.isdecimal() and minute.isdecimal() and int(hour) < 24 and int(minute) < 60):
        raise UsageError(f"--at {time!r}: give a time of the day, such as 06:00.")
    return int(hour), int(minute)


def call(*command: str, check: bool = True, input: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command of the system; SitrepError if it is not there or fails."""
    if shutil.which(command[0]) is None:
        raise SitrepError(f"{command[0]} is not on this machine: install it, or leave out --install and --remove.")
    done = subprocess.run(
        command, input=input, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"}, check=False
    )
    if check and done.returncode:
        raise SitrepError(f"`{shlex.join(command)}` failed: {' '.join(done.stderr.split()) or done.returncode}.")
    return done
