"""`sitrep store`: export, import, purge, rebuild, and an operator's word on an uncertain mail."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from ..errors import SitrepError, UsageError
from ..files import write_lines
from .common import config_default, crisis_option, end, now, opened

if TYPE_CHECKING:
    from ..model.protocols import Store


def _store_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The store of a configuration, or another one."""
    other = "Another store than the configuration's: a SQLite file, or a postgresql:// URL."
    return config_default(click.option("--store", "where", metavar="PATH|URL", help=other)(function))


@contextmanager
def _open(where: str | None, config: Path, *, make: bool = False) -> "Iterator[Store]":
    """The store meant, closed afterwards."""
    from ..config import load_config
    from ..store import find_store, open_store

    stores = [where] if where else list(dict.fromkeys(crisis.store for crisis in load_config(config).crises))
    if len(stores) > 1:
        raise UsageError(f"--store: the configuration has {len(stores)} stores; give the address of one of them.")
    with closing(open_store(stores[0]) if make else find_store(stores[0])) as store:
        yield store


@click.group("store")
def command() -> None:
    """Take all out of the store, put it into another, drop what is old, make a report again, answer for a mail."""


@command.command("export")
@_store_options
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), default="-")
def export(where: str | None, config: Path, file: Path) -> None:
    """Write everything to FILE (standard output without one) as JSON lines; nobody else may read the file."""
    with _open(where, config) as store:
        lines = (f"{line}\n" for line in store.export())
        if str(file) == "-":
            for line in lines:
                click.echo(line, nl=False)
        else:
            write_lines(file, lines)


@command.command("import")
@_store_options
@click.argument("file", type=click.File("r", encoding="utf-8", errors="replace"), default="-")
def import_(where: str | None, config: Path, file: IO[str]) -> None:
    """Take in what `export` wrote; what is there already stays as it is."""
    with _open(where, config, make=True) as store:
        rows = store.load(line.rstrip("\n") for line in file)
    click.echo(f"{rows:,} rows read.")


@command.command("purge")
@_store_options
@click.option("--older-than", "days", type=click.IntRange(1), required=True, metavar="DAYS", help="The age, in days.")
@click.option("--cited", is_flag=True, help="Also what reports were made from; they can then not be made again.")
def purge(where: str | None, config: Path, days: int, cited: bool) -> None:
    """Drop older articles that no report was made from, the saved pages of those that none cites, and older runs."""
    with _open(where, config) as store:
        purged = store.purge(now() - timedelta(days=days), cited=cited)
    click.echo(
        f"Dropped {purged.articles:,} articles with {purged.figures:,} figures, "
        f"{purged.pages:,} saved pages and {purged.runs:,} runs."
    )


@command.command("rebuild")
@click.argument("report")
@click.option("--out", type=click.Path(path_type=Path), help="Folder for the files. Default: they are only compared.")
@_store_options
def rebuild(report: str, out: Path | None, where: str | None, config: Path) -> None:
    """Make the files of a REPORT (its id) again from what the store kept of it, and compare them with those issued.

    Nothing is collected or mailed, and nothing in the store is changed.
    """
    from .. import __version__
    from ..pipeline import save
    from ..pipeline.rebuild import rebuild as again

    with _open(where, config) as store:
        rebuilt = again(store, report)
    for name, same in rebuilt.same:
        click.echo(f"{'same' if same else 'differs'}  {name}")
    if out:
        save(rebuilt.files, out)
    if rebuilt.differing:
        for problem in rebuilt.problems:
            click.echo(f"sitrep: {problem}", err=True)
        count = f"{len(rebuilt.differing)} of {len(rebuilt.same)} files"
        why = f"sitrep {rebuilt.program} issued it, and this is {__version__}"
        if rebuilt.program == __version__:
            why = "the same version issued it, so a template, a gazetteer, a font or a library has changed"
        raise SitrepError(f"{count} of {report} are not as they were issued: {why}.")
    end(rebuilt.problems)


@command.command("mail")
@click.argument("message_id")
@click.option("--arrived", "answer", flag_value="arrived", help="It arrived: never send it again.")
@click.option(
    "--send-again", "answer", flag_value="again", help="It did not: the next run sends it, or its correction."
)
@config_default
@crisis_option
def mail(message_id: str, answer: str | None, config: Path, crisis: str | None) -> None:
    """Answer for a mail that may have arrived or not, or that was refused, by its MESSAGE_ID (`sitrep status`)."""
    if answer is None:
        raise UsageError("--arrived or --send-again: give one of them.")
    with opened(config, crisis, any_product=True) as (chosen, store), store.lock(chosen.crisis.slug):
        store.recover(chosen.crisis.slug, now())
        store.resolve(message_id, answer == "arrived", now())
