"""Lines of a crontab, with absolute paths: cron gives a command PATH=/usr/bin:/bin, the home folder, and no more."""

import shlex

from ..errors import SitrepError
from .plan import Schedule, call, hour_minute


def crontab_block(schedule: Schedule) -> str:
    """The lines for a crontab, between two marks by which they are found again."""
    command = shlex.join([str(schedule.program), "run", "--config", str(schedule.config)])
    if "\n" in command:
        raise SitrepError("A path with a line break cannot stand in a crontab: rename the folder.")
    command = command.replace("%", r"\%")  # cron reads a bare % as the end of the command
    return "\n".join(
        (_mark(schedule, "begin"), *(f"{when} {command}" for when in _cron_times(schedule)), _mark(schedule, "end"), "")
    )


def _mark(schedule: Schedule, end: str) -> str:
    return f"# {end} {schedule.name} (sitrep schedule)"


def _cron_times(schedule: Schedule) -> list[str]:
    if schedule.minutes is None:
        return [f"{minute} {hour} * * *" for hour, minute in map(hour_minute, schedule.times)]
    return ["0 * * * *" if schedule.minutes == 60 else f"*/{schedule.minutes} * * * *"]


def without_block(crontab: str, schedule: Schedule) -> str:
    """A crontab without the lines of this schedule, all others as they were; SitrepError if its end is missing."""
    before, begin, rest = crontab.partition(_mark(schedule, "begin") + "\n")
    if not begin:
        return crontab
    _, end, after = rest.partition(_mark(schedule, "end") + "\n")
    if not end:
        raise SitrepError(
            f"The crontab has the mark that begins {schedule.name} but not the one that ends it: mend it."
        )
    return before + after


def install_cron(schedule: Schedule) -> None:
    """Put the lines into this user's crontab, in the place of earlier ones."""
    found = _read_crontab()
    kept = without_block(found, schedule)
    if kept and not kept.endswith("\n"):
        kept += "\n"
    _write_crontab(kept + crontab_block(schedule))


def remove_cron(schedule: Schedule) -> bool:
    """Take the lines out of this user's crontab; False if they were not in it."""
    found = _read_crontab()
    kept = without_block(found, schedule)
    if kept != found:
        _write_crontab(kept)
    return kept != found


def _read_crontab() -> str:
    done = call("crontab", "-l", check=False)
    if done.returncode and "no crontab" not in done.stderr:
        raise SitrepError(f"The crontab cannot be read: {' '.join(done.stderr.split()) or 'crontab -l failed'}.")
    return "" if done.returncode else done.stdout


def _write_crontab(text: str) -> None:
    if text:
        call("crontab", "-", input=text)
    else:
        call("crontab", "-r")
