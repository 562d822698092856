"""A report's JSON form: both halves checked, and what the model itself refuses is named as unproved."""

import json
from pathlib import Path

from pydantic import ValidationError

from ..errors import SitrepError
from ..model import Extraction, Report
from ..report.to_markdown import to_markdown
from .data import check_data
from .from_markdown import read_markdown
from .library import Library
from .pages import check_page
from .printed import check_printed
from .verdict import Protocol, Verdict


def verify_json(path: Path, library: Library) -> Verdict:
    """The verdict on a JSON file. Raises SitrepError where it is no report at all."""
    try:
        return verify_text(path.read_text(encoding="utf-8"), library)
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise SitrepError(f"{path}: not a JSON file ({error}).") from error


def _check_reading(report: Report, library: Library, protocol: Protocol) -> None:
    """Read the report as its readers do: a number may be right and stand beside the wrong words.

    What the extractor read is the report's own data here, which is checked already, so that a newer extractor that
    reads a place in another way finds no fault with an old report.
    """
    library = Library(library, _extractions(report))
    (file,) = to_markdown(report).files
    page = read_markdown(file.data.decode(), report.stem)
    verdict = check_page(page, library)
    lines = file.data.decode().splitlines()
    for unproved in verdict.unproved:
        number = int(unproved.where.rpartition(" ")[2])
        protocol.check(False, "reading", f"“{lines[number - 1][:60]}…”", unproved.what)


def _extractions(report: Report) -> list[Extraction]:
    figures = (*report.figures, *report.out_of_scope)
    return [
        Extraction(
            article=source.article,
            figures=tuple(figure for figure in figures if figure.n == source.n),
            needs=tuple(need for need in report.needs if need.n == source.n),
        )
        for source in report.sources
    ]


def verify_text(text: str, library: Library) -> Verdict:
    """The verdict on the JSON text of a report."""
    data = json.loads(text)
    if not isinstance(data, dict) or "schema_version" not in data:
        raise SitrepError("The JSON is no report of sitrep: it has no schema_version.")
    protocol = Protocol()
    try:
        report = Report.model_validate_json(text)
    except ValidationError as error:
        for one in error.errors():
            protocol.check(False, "form", ".".join(map(str, one["loc"])), one["msg"].removeprefix("Value error, "))
        return protocol.verdict()
    check_data(report, library, protocol)
    check_printed(report, library, protocol)
    _check_reading(report, library, protocol)
    return protocol.verdict()
