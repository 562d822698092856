"""`sitrep generate`: one report from articles at hand."""

from pathlib import Path

import click

from ..errors import UsageError
from .common import as_of_option, config_option, end, load_crisis, now, paths_argument
from .progress import shown
from .when import parse_as_of

PRODUCTS = ("sitrep", "flash", "brief")


@click.command("generate")
@paths_argument
@config_option
@click.option("--crisis", help="The crisis as the report names it; with --config, which of its crises.")
@click.option("--country", help="The country of the crisis, by name or ISO code.")
@as_of_option
@click.option("--number", type=click.IntRange(1), help="The report's number. Default: the previous one's plus 1, or 1.")
@click.option("--previous", type=click.Path(path_type=Path), help="The previous report's JSON, to show what changed.")
@click.option(
    "--product",
    type=click.Choice(PRODUCTS),
    help="Situation report, flash update of two pages or daily brief of one. Default: the configuration's, or sitrep.",
)
@click.option(
    "--paper", type=click.Choice(("A4", "letter")), help="The PDF's paper. Default: the configuration's, or A4."
)
@click.option(
    "--archive", is_flag=True, help="The PDF as PDF/A-3a with the JSON and the tables inside, instead of PDF/UA-1."
)
@click.option("--hxl", is_flag=True, help="HXL hashtags as a second row of the tables.")
@click.option("--out", type=click.Path(path_type=Path), help="Folder for the files. Default: output.")
@click.option("--formats", help="Formats with commas between them, such as pdf,md,json. Default: pdf,md.")
def command(
    paths: tuple[Path, ...],
    config: Path | None,
    crisis: str | None,
    country: str | None,
    as_of: str | None,
    number: int | None,
    previous: Path | None,
    product: str | None,
    paper: str | None,
    archive: bool,
    hxl: bool,
    out: Path | None,
    formats: str | None,
) -> None:
    """Write one situation report from articles: files or folders of text, HTML, PDF, Word, mail or .jsonl."""
    if number is not None and previous is not None:
        raise UsageError("--number and --previous: give one of them, the number follows from the previous report.")
    from ..report import Press

    chosen = load_crisis(config, crisis, country)
    asked = {"product": product, "paper": paper, "archive": archive, "hxl": hxl}
    given = {key: value for key, value in asked.items() if value}
    chosen = chosen.model_copy(update={"report": chosen.report.model_copy(update=given)})
    names = tuple(part.strip() for part in (formats or "").split(",") if part.strip()) or chosen.report.formats
    # The press begins before anything else is loaded, and before the bars, whose thread no copied process may have.
    with Press(names) as press, shown() as progress:
        from ..pipeline import generate, load_report

        outcome = generate(
            paths,
            chosen,
            as_of=parse_as_of(as_of, chosen.report.time_zone, now()),
            number=number,
            previous=load_report(previous) if previous else None,
            out=out,
            formats=names,
            progress=progress,
            press=press,
        )
    for article in outcome.late:
        click.echo(f"sitrep: {article.name}: published {article.published}, after the cut-off; left out.", err=True)
    for path in outcome.files:
        click.echo(path)
    end(outcome.problems)
