"""The command line: one small file a command, loaded when it is called; each parses, makes one call, prints, exits.

To add a command: its file here with a function `command`, and its line in `COMMANDS`.
"""

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from .. import __version__
from ..errors import SitrepError, as_sentence

COMMANDS = {
    "generate": "One report from articles at hand.",
    "run": "What cron calls: collect, extract, reconcile, report, send.",
    "extract": "Figures and needs of articles, on standard output.",
    "reconcile": "What the articles say together: findings as JSON, on standard output.",
    "verify": "Re-check every number of a finished report.",
    "evaluate": "Score the extractor against annotated articles.",
    "correct": "A corrected edition of an issued report.",
    "approve": "Let a report go out that waits, or decline it.",
    "reject": "Take a figure out of the next reports.",
    "pin": "Make a figure the recommended one.",
    "status": "What happened, what fails, what waits.",
    "articles": "The articles that the store holds.",
    "findings": "The findings of an issued report.",
    "init": "Write a commented configuration.",
    "check": "Try every source, the mail server, the store and the formats.",
    "schedule": "Call sitrep every morning, by cron or systemd.",
    "templates": "The templates of the reports and mails.",
    "places": "What place a name means; import a gazetteer.",
    "store": "Export, import or purge what is kept; make a report again.",
}
"""Each command's module and the line that `sitrep --help` shows for it, so that help loads none of them."""
_SELDOM = 20_000
"""Objects made between two looks of the collector: most of what a command makes at first are words, which stay."""


class Commands(click.Group):
    """The table above as a group: a command's module is imported when that command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f".{cmd_name}", __name__).command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands from the table's own lines."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sitrep")
def sitrep() -> None:
    """Humanitarian situation reports from news articles: every figure extracted, reconciled and cited.

    Exit codes: 0 done; 1 failed; 2 usage; 3 done, but some sources, articles or formats failed; 75 locked, try again;
    78 configuration.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its exit code; errors are one sentence on standard error."""
    sys.exit(execute(arguments))


def execute(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    gc.set_threshold(_SELDOM)
    try:
        code: Any = sitrep.main(arguments, prog_name="sitrep", standalone_mode=False)
    except SitrepError as error:
        return _failed(str(error), error.code)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return _failed("Interrupted.", 130)
    except OSError as error:
        return _failed(str(as_sentence(error)), 1)
    return code if isinstance(code, int) else 0


def _failed(sentence: str, code: int) -> int:
    click.echo(f"sitrep: {sentence}", err=True)
    return code
