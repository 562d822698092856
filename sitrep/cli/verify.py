"""`sitrep verify`: every number of a finished report, proved again."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import Problem, SitrepError, UsageError
from .common import config_option, crisis_option, end, opened

if TYPE_CHECKING:
    from ..model import Article
    from ..model.protocols import Store


@click.command("verify")
@click.argument("report", metavar="REPORT", type=click.Path(path_type=Path))
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@config_option
@crisis_option
def command(report: Path, paths: tuple[Path, ...], config: Path | None, crisis: str | None) -> None:
    """Re-check every number of a REPORT (.json, .md, .html, .pdf) against the articles that it cites.

    The articles are those at PATH, else those in the store of --config, else those that the report itself carries
    (a JSON or PDF made with full_text).
    """
    from ..verify import verify_report

    articles, problems = _articles(report, paths, config, crisis)
    verdict = verify_report(report, articles)
    for unproved in verdict.unproved:
        click.echo(str(unproved))
    if not verdict.holds:
        count = len(verdict.unproved)
        raise SitrepError(f"{report}: {count} not proved; the lines above say what and where.")
    click.echo(f"{report}: proved: {', '.join(f'{count} {kind}' for kind, count in verdict.proved.items())}.")
    end(problems)


def _articles(
    report: Path, paths: Sequence[Path], config: Path | None, crisis: str | None
) -> "tuple[tuple[Article, ...], tuple[Problem, ...]]":
    if paths:
        from ..collect.from_folder import read_paths

        return read_paths(paths)
    if config:
        with opened(config, crisis, any_product=True) as (chosen, store):
            return tuple(store.articles(_cited(report, store) or store.article_ids(chosen.crisis.slug))), ()
    from ..verify import articles_within

    articles = articles_within(report)
    if not articles:
        raise UsageError(f"{report}: give the articles that it cites, or with --config the store that holds them.")
    return articles, ()


def _cited(report: Path, store: "Store") -> tuple[str, ...]:
    """The articles that the store's report of that file's name cites; none if it has no such report."""
    from ..pipeline.issue import load_issued

    try:
        issued = load_issued(store.report(report.stem[len("2024-11-30-") :]))
    except SitrepError:
        return ()
    return tuple(dict.fromkeys(source.article for source in issued.sources))
