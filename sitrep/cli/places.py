"""`sitrep places`: what place a name means, the lists that say so, and importing better ones."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..errors import Problem
    from ..places import Resolution

_FOLDER = partial(
    click.option, type=click.Path(path_type=Path), help="The folder of imports (default: the user's data folder)."
)
_INTO, _FROM = _FOLDER("--into", "folder"), _FOLDER("--from", "folder")


@click.group("places")
def command() -> None:
    """Names of places: resolve one, list what is known, import a gazetteer.

    Known without any import: countries, first- and second-level divisions and towns of GeoNames (CC BY 4.0).
    """


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_INTO
@click.option("--country", help="The country of a GeoJSON file whose features do not name it.")
@click.option("--level", type=click.IntRange(1, 2), help="The level of a GeoJSON file whose features do not say it.")
@click.option("--source", help="Whose boundaries they are, with their licence, as the map is to say.")
def import_(file: Path, folder: Path | None, country: str | None, level: int | None, source: str | None) -> int:
    """Keep the places of FILE: the global P-code list, an OCHA COD table, or a list of your own, as CSV.

    A GeoJSON file of divisions (.geojson, .json; an OCHA COD, geoBoundaries) gives the map its boundaries: those of the
    first level always, those of the second in thinner lines where it shows a part of the country.

    A list of your own has the column name and, each optional, country, level, admin1, admin2, lat, lon, pcode and
    other_names (separated by semicolons). Imported places go before the packaged ones.
    """
    from ..places.stored import default_folder, import_file

    target = folder or default_folder()
    if file.suffix.lower() in (".geojson", ".json"):
        return _import_boundaries(file, target, country, level, source)
    count, problems = import_file(file, target)
    _tell_problems(file, problems)
    click.echo(f"{count} places of {file.name} are kept in {target / file.stem}")
    return 3 if problems else 0


def _import_boundaries(file: Path, target: Path, country: str | None, level: int | None, source: str | None) -> int:
    from ..places.boundaries import FOLDER, import_boundaries

    code = _code(country) if country else None
    kept, problems = import_boundaries(file, target, country=code, level=level, source=source)
    _tell_problems(file, problems)
    click.echo(f"The boundaries of {file.name} are kept in {target / FOLDER}")
    for one in kept:
        click.echo(str(one))
    return 3 if problems else 0


def _code(country: str) -> str:
    """The alpha-3 code of a country that a user names."""
    from ..errors import UsageError
    from ..places.countries import iso3

    if (code := iso3(country)) is None:
        raise UsageError(f"--country {country!r} is no country that is known; give a name or an ISO 3166 code.")
    return code


def _tell_problems(file: Path, problems: "Sequence[Problem]") -> None:
    for problem in problems[:20]:
        click.echo(str(problem), err=True)
    if len(problems) > 20:
        click.echo(f"{file.name}: {len(problems) - 20} more rows are bad", err=True)


@command.command("resolve")
@click.argument("name")
@click.option("--country", help="The country of the document: a name or an ISO code.")
@click.option("--file", "files", multiple=True, type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="A list of your own to go first (repeatable).")  # fmt: skip
@_FROM
def resolve(name: str, country: str | None, files: tuple[Path, ...], folder: Path | None) -> int:
    """Say what place NAME means; exit code 3 if that stays open."""
    from ..places import Gazetteer
    from ..places.stored import default_folder

    code = _code(country) if country else None
    found = Gazetteer.load(files, folder or default_folder()).resolve(name, code)
    for line in _told(found):
        click.echo(line)
    return 0 if found.resolved else 3


def _told(found: "Resolution", depth: int = 0) -> list[str]:
    """A resolution in lines, the members of a list and the candidates of an open name beneath it."""
    from ..places.countries import name as country_name

    pad = "  " * depth
    if found.parts:
        head = f"{pad}{found.asked}: {found.status}, {len(found.parts)} places"
        return [head, *(line for part in found.parts for line in _told(part, depth + 1))]
    if not found.resolved:
        listed = [f"{pad}  perhaps {p.name}, {p.level}, {country_name(p.country)}" for p in found.candidates]
        return [f"{pad}{found.asked}: {found.status}", *listed]
    where = [f"{found.part} of {found.name}" if found.part else found.name, found.level, found.admin2, found.admin1]
    where.append(country_name(found.country or ""))
    point = f" ({found.lat:.2f}, {found.lon:.2f})" if found.lat is not None and found.lon is not None else ""
    code = f" {found.pcode}" if found.pcode else ""
    return [f"{pad}{found.asked}: {', '.join(dict.fromkeys(w for w in where if w))}{code}{point}"]


@command.command("list")
@click.option("--country", help="List the places known of this country instead.")
@_FROM
def list_(country: str | None, folder: Path | None) -> None:
    """The imports that are kept, or with --country the places of a country as tab-separated lines."""
    from ..places import Gazetteer
    from ..places.stored import default_folder

    kept = folder or default_folder()
    if country is None:
        for line in _imports(kept):
            click.echo(line)
        return
    for p in Gazetteer.load((), kept).places(_code(country)):
        point = ("" if degrees is None else str(degrees) for degrees in (p.lat, p.lon))
        click.echo("\t".join((p.name, p.level, p.pcode or "", *point, p.source)))


def _imports(folder: Path) -> list[str]:
    """A line an import: a gazetteer's name, countries and count of places; what boundaries they are."""
    from ..places.boundaries import imported_boundaries

    lines = []
    for kept in sorted(p for p in folder.glob("*") if p.is_dir()):
        files = sorted(kept.glob("*.tsv"))
        count = sum(len(f.read_text(encoding="utf-8").splitlines()) - 1 for f in files)
        where = f"{', '.join(f.stem for f in files[:8])}{' …' if len(files) > 8 else ''}"
        lines += [f"{kept.name}: {count} places in {where}"] if files else []
    lines += [f"boundaries: {one}" for one in imported_boundaries(folder)]
    return lines or [f"Nothing is imported in {folder}; the packaged places (GeoNames, CC BY 4.0) are used."]
