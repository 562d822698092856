"""`sitrep check`: every source, the mail server and the store are tried; nothing is sent."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import Problem, SitrepError
from .common import config_default, end, now

if TYPE_CHECKING:
    from ..config import MailConfig


@click.command("check")
@config_default
def command(config: Path) -> None:
    """Try every source, the mail server, the store and the formats of a configuration, and say what does not work."""
    from ..collect import open_source
    from ..collect.http import Http
    from ..config import load_config
    from ..report import FORMATS

    problems: list[Problem] = []
    for crisis in load_config(config).crises:
        key = crisis.crisis.slug
        _try(f"{key}: store", partial(_open_and_close, crisis.store), problems)
        with Http(crisis.http) as http:
            for settings in crisis.sources:
                source = open_source(settings, http)
                _tell(f"{key}: source {source.name}", source.check(now()), problems)
        if crisis.mail.recipients:
            _try(f"{key}: mail server", partial(_log_in, crisis.mail), problems)
        for name in crisis.report.formats:
            unknown = None if name in FORMATS else Problem(name, f"no format; there are {', '.join(FORMATS)}")
            _tell(f"{key}: format {name}", unknown, problems)
    end(problems)


def _open_and_close(store: str) -> None:
    from ..store import open_store

    open_store(store).close()


def _log_in(mail: "MailConfig") -> None:
    from ..send import check_server

    mail.letterhead()
    check_server(mail.server())


def _try(what: str, call: Callable[[], object], problems: list[Problem]) -> None:
    try:
        call()
    except SitrepError as error:
        _tell(what, Problem(what, str(error)), problems)
    else:
        _tell(what, None, problems)


def _tell(what: str, problem: Problem | None, problems: list[Problem]) -> None:
    click.echo(f"{'works' if problem is None else 'fails'}  {what}")
    if problem:
        problems.append(problem)
