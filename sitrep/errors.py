"""The one error class: one sentence that says what is wrong, where, and what to do."""

from dataclasses import dataclass
from pathlib import Path


class SitrepError(Exception):
    """A problem that a user can act on; its text is one sentence and `code` the exit code it stands for."""

    code = 1


class UsageError(SitrepError):
    """The command was called in a way that has no meaning (exit code 2)."""

    code = 2


class NoStoreError(SitrepError):
    """There is no store where one was looked for (exit code 1)."""


class OlderStoreError(SitrepError):
    """The store is of an older schema where nothing may be written, so that it cannot be read (exit code 1)."""


class LockedError(SitrepError):
    """Something else is at work on this crisis; try again later (exit code 75)."""

    code = 75


class ConfigError(SitrepError):
    """The configuration is wrong; the sentence names the key and, where known, the line (exit code 78)."""

    code = 78


def as_sentence(error: Exception) -> SitrepError:
    """Any failure as a SitrepError: what a file refused by its name, a mistake of the program by its place in it."""
    if isinstance(error, SitrepError):
        return error
    if isinstance(error, OSError):
        return SitrepError(f"{error.filename or 'Input or output'}: {error.strerror or error}.")
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f", {Path(trace.tb_frame.f_code.co_filename).name} line {trace.tb_lineno}" if trace else ""
    return SitrepError(f"The program itself failed ({type(error).__name__}: {error}{where}): please report it.")


@dataclass(frozen=True, slots=True)
class Problem:
    """A bad item that did not stop the run: `where` names it ("" the run itself), `what` is one sentence about it.

    A `note` tells of a detail that was not understood in something that was read whole: it leaves the exit code alone.
    """

    where: str
    what: str
    note: bool = False

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" if self.where else self.what
