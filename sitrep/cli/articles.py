"""`sitrep articles`: what the store holds of a crisis."""

from pathlib import Path

import click

from .common import config_default, crisis_option, opened


@click.command("articles")
@click.option("--unreported", is_flag=True, help="Only those that no report was made from yet.")
@config_default
@crisis_option
def command(unreported: bool, config: Path, crisis: str | None) -> None:
    """List the articles of a crisis by time of publication: id, date, publisher, title."""
    with opened(config, crisis, any_product=not unreported) as (chosen, store):
        product = chosen.report.product if unreported else None
        for article in store.articles(store.article_ids(chosen.crisis.slug, unreported=product)):
            day = str(article.published_day or "no date")
            click.echo(f"{article.id}  {day:<10}  {article.publisher or '-'}: {article.title or article.name}")
