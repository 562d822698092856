"""`sitrep init`: a commented configuration that works as it stands."""

from importlib.resources import files
from pathlib import Path

import click

from ..errors import UsageError
from ..files import write_whole


@click.command("init")
@click.argument("path", type=click.Path(path_type=Path), default=Path("sitrep.toml"))
def command(path: Path) -> None:
    """Write a commented configuration to PATH (default: sitrep.toml), and the folder that it reads articles from."""
    target = path / "sitrep.toml" if path.is_dir() else path
    if target.exists():
        raise UsageError(f"{target} is there already; give another name.")
    write_whole(target, (files("sitrep.config") / "start.toml").read_bytes())
    (target.parent / "articles").mkdir(exist_ok=True)
    click.echo(
        f"{target}: set the name and country of the crisis, put articles into {target.parent / 'articles'}, then"
    )
    click.echo(f"  sitrep check --config {target}")
    click.echo(f"  sitrep run --config {target}")
