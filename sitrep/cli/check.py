"""`sitrep check`: sources, mail server, store, folders and formats are tried; nothing is sent or kept."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import Problem, SitrepError
from .common import config_default, end, now

if TYPE_CHECKING:
    from ..collect.http import Hosts
    from ..config import CrisisConfig, MailConfig


@click.command("check")
@config_default
def command(config: Path) -> None:
    """Try every source, the mail server, the store, the folders and the formats, and say what does not work."""
    from ..collect.http import Hosts
    from ..config import load_config

    problems, hosts = list[Problem](), Hosts()
    for crisis in load_config(config).crises:
        for what, problem in _tried(crisis, hosts):
            told = f"{crisis.crisis.slug}: {what}"
            click.echo(f"{'works' if problem is None else 'fails'}  {told}")
            if problem:
                problems.append(Problem(told, problem.what))
    end(problems)


def _tried(crisis: "CrisisConfig", hosts: "Hosts") -> Iterator[tuple[str, Problem | None]]:
    """Everything that a run needs, and what is wrong with it."""
    from ..collect import open_source
    from ..collect.http import Http

    yield "store", _try(partial(_open_and_close, crisis.store))
    with Http(crisis.http, hosts=hosts) as http:
        for settings in crisis.sources:
            yield f"source {settings.label}", open_source(settings, http).check(now())
    if crisis.mail.recipients:
        yield "mail server", _try(partial(_log_in, crisis.mail))
    yield f"folder {crisis.report.out}", _writable(crisis.report.out)
    if crisis.log:
        yield f"log {crisis.log.file}", _writable(crisis.log.file.parent)
    yield from _formats(crisis)


def _formats(crisis: "CrisisConfig") -> Iterator[tuple[str, Problem | None]]:
    """Each format with the report of one article that states nothing: its libraries, fonts and templates are there."""
    from ..model import Article
    from ..pipeline import Edition, Reading, bring_together, render, write_up

    article = Article(name="check", text="This is no news.", published=now())
    found = bring_together([article], crisis, now())
    report = write_up(Reading((article,)), found, crisis, Edition(now()))
    for name in crisis.report.formats:
        yield f"format {name}", next(iter(render(report, crisis, (name,))[1]), None)


def _open_and_close(store: str) -> None:
    from ..store import open_store

    open_store(store).close()


def _log_in(mail: "MailConfig") -> None:
    from ..send import check_server

    check_server(mail.server(), mail.letterhead())


def _try(call: Callable[[], object]) -> Problem | None:
    try:
        call()
    except SitrepError as error:
        return Problem("", str(error))
    return None


def _writable(path: Path) -> Problem | None:
    """Whether files can be put into a folder that is there or can be made, as far as rights tell without trying."""
    there = next(folder for folder in (path.absolute(), *path.absolute().parents) if folder.exists())
    if not there.is_dir():
        return Problem("", f"{there} is no folder")
    return None if os.access(there, os.W_OK) else Problem("", f"{there} may not be written by this user")
