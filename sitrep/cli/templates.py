"""`sitrep templates`: the program's templates, to look at or to take as a start for one's own."""

from pathlib import Path

import click

from ..errors import UsageError
from ..files import write_whole


@click.command("templates")
@click.argument("name", required=False)
@click.option("--copy-to", "folder", type=click.Path(path_type=Path), help="Copy it (or all) into this folder.")
def command(name: str | None, folder: Path | None) -> None:
    """List the templates, print one (NAME), or copy them; a folder of your own goes before the program's by name.

    Name that folder in the configuration: [report] templates = "folder".
    """
    from ..report.templates import own_folder

    found = {path.name: path for path in sorted(own_folder().iterdir()) if path.is_file()}
    if name and name not in found:
        raise UsageError(f"There is no template '{name}'; there are {', '.join(found)}.")
    chosen = {name: found[name]} if name else found
    if folder:
        for one, path in chosen.items():
            if (folder / one).exists():
                raise UsageError(f"{folder / one} is there already; move it away first.")
            write_whole(folder / one, path.read_bytes())
    elif name:
        click.echo(found[name].read_text(encoding="utf-8"), nl=False)
    else:
        click.echo("\n".join(found))
