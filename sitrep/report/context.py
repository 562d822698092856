"""What a template gets: the report, and what is worked out from it for printing."""

from collections.abc import Iterable, Iterator
from typing import Any

from ..model import Report
from ..model.runs import Block, Box, Cite, Picture, Quote, Run, Section, Table


def context(report: Report) -> dict[str, Any]:
    """The variables of every template.

    `report` is the Report; `used` the ids of the sentences that it cites; `language` its language code.
    """
    return {"report": report, "used": used_sentences(report), "language": report.language}


def used_sentences(report: Report) -> frozenset[str]:
    """The ids of the sentences that a citation or a quotation of the report leads to."""
    return frozenset(run.sentence for run in all_runs(report) if isinstance(run, Cite | Quote) and run.sentence)


def pictures(report: Report) -> Iterator[Picture]:
    """Every chart and map of the report, in order."""
    yield from (block for section in report.sections for block in section.blocks if isinstance(block, Picture))


def all_runs(report: Report) -> Iterator[Run]:
    """Every run that the report prints, in order."""
    yield from (*report.edition, *report.as_of_line, *report.production)
    for section in report.sections:
        yield from runs_of(section)


def runs_of(section: Section) -> Iterator[Run]:
    """Every run of a section and of those in it."""
    for block in section.blocks:
        yield from _of_block(block)
    for inner in section.sections:
        yield from runs_of(inner)


def _of_block(block: Block) -> Iterator[Run]:
    if block.type == "paragraph":
        yield from block.runs
    elif block.type == "bullets":
        for item in block.items:
            yield from item
    elif block.type == "boxes":
        yield from _of_boxes(block.boxes)
    elif block.type == "table":
        yield from _of_table(block)
    elif block.type == "picture":
        yield from (*block.numbers, *block.reading)
    elif block.type == "sources":
        yield from block.note


def _of_boxes(boxes: Iterable[Box]) -> Iterator[Run]:
    for box in boxes:
        yield from (box.number, *box.detail, *box.source, *box.as_of)


def _of_table(table: Table) -> Iterator[Run]:
    for row in table.rows:
        for cell in row:
            yield from cell
    yield from table.note


def title(report: Report) -> str:
    """The document's title: `<crisis>: Situation Report No. 1, as of 30 November 2024, ...`."""
    edition = "".join(run.text for run in report.edition if not isinstance(run, Cite))
    as_of = "".join(run.text for run in report.as_of_line if not isinstance(run, Cite))
    return f"{report.heading}. {edition}. {as_of}"
