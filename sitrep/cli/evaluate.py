"""`sitrep evaluate`: how well the extractor does on annotated articles."""

import json
from pathlib import Path

import click


@click.command("evaluate")
@click.argument("gold_dir", metavar="GOLD_DIR", type=click.Path(path_type=Path))
@click.option("--errors", is_flag=True, help="Also list every miss, false alarm and wrong attribute.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def command(gold_dir: Path, errors: bool, as_json: bool) -> None:
    """Precision, recall, F1 and attributes of the extractor on a folder of NAME.txt with NAME.json beside it."""
    from ..evaluate import evaluate_folder
    from ..evaluate.table import table

    scores = evaluate_folder(gold_dir)
    if errors:
        for slip in scores.slips:
            click.echo(f"{slip.kind:<10} {slip.article} {slip.start}-{slip.end}  {slip.what}")
            click.echo(f"           {slip.sentence}")
    click.echo(json.dumps(scores.summary(), indent=1) if as_json else table(scores))
