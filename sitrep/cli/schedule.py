"""`sitrep schedule`: lines for cron or units for systemd that call `sitrep run`."""

import os
from pathlib import Path

import click

from ..errors import UsageError
from .common import config_default


@click.command("schedule")
@config_default
@click.option("--at", "times", multiple=True, metavar="HH:MM", help="A time of the day, or several. Default: 06:00.")
@click.option("--every", "minutes", type=int, metavar="MINUTES", help="Every so many minutes instead, up to 60.")
@click.option("--systemd", is_flag=True, help="A service and a timer of systemd instead of lines for cron.")
@click.option("--name", default="sitrep", show_default=True, help="Tells several schedules apart.")
@click.option("--install", is_flag=True, help="Put it in place: into your crontab, or among the units.")
@click.option("--remove", is_flag=True, help="Take it out again.")
def command(
    config: Path, times: tuple[str, ...], minutes: int | None, systemd: bool, name: str, install: bool, remove: bool
) -> None:
    """Print what makes cron or systemd run the reports every morning, or put it in place with --install.

    A configuration that no run could use is refused.
    """
    from .. import schedule as scheduling
    from ..config import load_config

    if install and remove:
        raise UsageError("--install and --remove: give one of them.")
    if times and minutes is not None:
        raise UsageError("--at and --every: give one of them.")
    if not remove and not config.is_file() and not config.is_dir():
        raise UsageError(f"--config {config}: there is no such file; `sitrep init` writes one.")
    if not remove:
        load_config(config)
    plan = scheduling.Schedule(config.absolute(), scheduling.program(), name, times or ("06:00",), minutes)
    if install:
        (scheduling.install_systemd if systemd else scheduling.install_cron)(plan)
        if systemd and os.geteuid():
            click.echo(
                "sitrep: your timers rest while you are logged out, unless `loginctl enable-linger` is set.", err=True
            )
    elif remove:
        if not (scheduling.remove_systemd if systemd else scheduling.remove_cron)(plan):
            click.echo(f"sitrep: {name} was not scheduled here.", err=True)
    elif systemd:
        for unit, text in scheduling.units(plan).items():
            click.echo(f"# {scheduling.unit_folder() / unit}\n{text}")
    else:
        click.echo(scheduling.crontab_block(plan), nl=False)
