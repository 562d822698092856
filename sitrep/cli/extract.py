"""`sitrep extract`: the figures and needs of articles, streamed to standard output in the order of the articles."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import click

from ..errors import Problem, SitrepError
from ..model import Article
from .common import end, paths_argument
from .many import in_order
from .records import WRITERS


@click.command("extract")
@paths_argument
@click.option("--format", "form", type=click.Choice(["jsonl", "csv", "table"]), default="jsonl", show_default=True)
@click.option("--explain", is_flag=True, help="Show each figure in its sentence, with its rule and cues, for reading.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, metavar="N", help="Processes to use.")
def command(paths: tuple[Path, ...], form: str, explain: bool, jobs: int) -> None:
    """Print the figures and needs of articles: files or folders of text, HTML, PDF, Word, mail or .jsonl.

    One JSON object a line: the fields of a figure or need, `kind`, `article` (its given id, else the file's name),
    `article_id` (a hash that tells articles of one name apart), `quote` and `rule`.
    """
    name = "explain" if explain else form
    problems: list[Problem] = []
    out = sys.stdout.buffer
    out.write(WRITERS[name].head.encode())
    found = False
    results: Iterator[tuple[str, Problem | None]]
    results = in_order(partial(_found_in, name), _readable(paths, problems), jobs)
    for text, problem in results:
        out.write(text.encode("utf-8", "replace"))
        found = True
        if problem:
            problems.append(problem)
    out.flush()
    _require(found, problems)
    end(problems)


def _require(found: bool, problems: Iterable[Problem]) -> None:
    """End with exit code 1 where nothing could be read, after naming each problem."""
    if not found:
        for problem in problems:
            click.echo(f"sitrep: {problem}", err=True)
        raise SitrepError("No readable article was found; give a .txt, .md, .html, .pdf, .docx, .eml or .jsonl file.")


def _found_in(form: str, article: Article) -> tuple[str, Problem | None]:
    from ..attempt import attempt

    extraction, problem = attempt(article)
    return WRITERS[form].each(article, extraction), problem


def _readable(paths: Sequence[Path], problems: list[Problem]) -> Iterator[Article]:
    """The articles one by one; what cannot be read is added to `problems`."""
    from ..collect.from_folder import iter_paths

    for item in iter_paths(paths):
        if isinstance(item, Problem):
            problems.append(item)
        else:
            yield item
