"""What several commands share: their arguments and how they end."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ..errors import Problem, UsageError

if TYPE_CHECKING:
    from ..config import CrisisConfig
    from ..model.protocols import Store

Command = TypeVar("Command", bound=Callable[..., Any])

paths_argument = click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))

config_option = click.option(
    "--config", type=click.Path(path_type=Path), help="Configuration file, or a folder of them."
)

config_default = click.option(
    "--config",
    type=click.Path(path_type=Path),
    default=Path("sitrep.toml"),
    show_default=True,
    help="Configuration file, or a folder of them.",
)

crisis_option = click.option(
    "--crisis",
    help="One crisis of the configuration, by name; where it has several products, by how their reports' ids begin:"
    " my-crisis-flash.",
)


def as_of_option(function: Command) -> Command:
    """The option --as-of, described in one place."""
    return click.option(
        "--as-of",
        metavar="WHEN",
        help="Cut-off and date of issue: 2024-11-30T18:00+00:00, or a day, whose last minute is meant. Without an"
        " offset the report's time zone holds (UTC unless configured). Default: now, to the minute.",
    )(function)


def load_crisis(config: Path | None, crisis: str | None, country: str | None) -> "CrisisConfig":
    """The crisis that a command is about: from the configuration if one is given, else by its name alone."""
    from pydantic import ValidationError

    from ..config import CrisisConfig, load_config

    if config:
        chosen = load_config(config).crisis(crisis)
    elif crisis:
        chosen = CrisisConfig(name=crisis)
    else:
        raise UsageError("--crisis is missing: name the crisis, or give a configuration with --config.")
    if country is None:
        return chosen
    try:
        return CrisisConfig.model_validate(dict(chosen) | {"country": country})
    except ValidationError as error:
        raise UsageError(f"--country: {error.errors()[0]['msg'].removeprefix('Value error, ')}.") from error


def end(problems: Iterable[Problem], code: int = 0) -> None:
    """Name each problem on a line of standard error; with any but notes, the command ends with exit code 3.

    `code` is the exit code without them.
    """
    for problem in problems:
        click.echo(f"sitrep: {problem}", err=True)
        code = code if problem.note else 3
    if code:
        click.get_current_context().exit(code)


def now() -> datetime:
    """This second, with the machine's own offset: the one place where the command line looks at the clock."""
    return datetime.now().astimezone().replace(microsecond=0)


@contextmanager
def opened(
    config: Path, crisis: str | None, *, any_product: bool = False, report: str | None = None
) -> "Iterator[tuple[CrisisConfig, Store]]":
    """One crisis of the configuration with its store, closed afterwards.

    It is the one that issues `report` if that is given; with `any_product` it does not matter which of its products.
    """
    from ..config import load_config

    settings = load_config(config)
    chosen = settings.issuer(report, crisis) if report else settings.crisis(crisis, any_product=any_product)
    with opened_store(chosen) as store:
        yield chosen, store


@contextmanager
def opened_store(crisis: "CrisisConfig") -> "Iterator[Store]":
    """The store of a crisis, closed afterwards. Raises NoStoreError where no run has made it yet."""
    from ..store import find_store

    store = find_store(crisis.store)
    try:
        yield store
    finally:
        store.close()
