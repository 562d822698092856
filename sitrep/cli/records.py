"""Figures and needs for programs: JSON lines and CSV, and the table of every form of output.

Records are built by hand and not by pydantic's dump: over millions of articles that alone would cost more than
finding the figures.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import date
from operator import attrgetter
from typing import Any, NamedTuple

from ..model import Article, Extraction, Figure, Need
from .figures_text import TABLE_HEAD, as_explanation, as_table

_FIELDS = (
    "id",
    "measure",
    "text",
    "start",
    "end",
    "value",
    "low",
    "high",
    "qualifier",
    "unit",
    "population",
    "group",
    "head",
    "place",
    "place_basis",
    "source",
    "certainty",
    "scope",
    "part_of",
    "sector",
    "stock_flow",
    "since",
    "until",
    "period_basis",
    "quote",
    "quote_start",
    "quote_end",
    "rule",
)
"""The fields of a figure, in the order of docs/figures.md."""
_AT = _FIELDS.index("sector") + 1
COLUMNS = ("kind", "article", "article_id", *_FIELDS[:_AT], "sectors", *_FIELDS[_AT:])
"""Every field of a record, in the order of the CSV; a need leaves those of a figure empty."""
_values = attrgetter(*_FIELDS)


class Writer(NamedTuple):
    """One form of output: what stands first, and the text of one article's records."""

    head: str
    each: Callable[[Article, Extraction], str]


def figure_record(article: Article, figure: Figure) -> dict[str, Any]:
    """A figure as a record, its fields in the order of docs/figures.md."""
    record = _head("figure", article) | dict(zip(_FIELDS, _values(figure), strict=True))
    return record | {"since": _iso(figure.since), "until": _iso(figure.until)}


def need_record(article: Article, need: Need) -> dict[str, Any]:
    """A need as a record."""
    return _head("need", article) | {
        "id": need.id,
        "quote": need.quote,
        "start": need.start,
        "end": need.end,
        "sectors": need.sectors,
        "place": need.place,
        "source": need.source,
        "rule": need.rule,
    }


def _head(kind: str, article: Article) -> dict[str, Any]:
    return {"kind": kind, "article": article.name, "article_id": article.id}


def records(article: Article, extraction: Extraction) -> Iterator[dict[str, Any]]:
    """All records of an article: its figures, then its needs, each in the order of the text."""
    for figure in extraction.figures:
        yield figure_record(article, figure)
    for need in extraction.needs:
        yield need_record(article, need)


def as_json_lines(article: Article, extraction: Extraction) -> str:
    """One JSON object a line."""
    return "".join(_json(record) for record in records(article, extraction))


def as_csv(article: Article, extraction: Extraction) -> str:
    """One CSV row a record; lists are joined by a bar."""
    text = io.StringIO()
    rows = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    for record in records(article, extraction):
        lists = {key: "|".join(record[key]) for key in ("population", "sectors") if key in record}
        rows.writerow(record | lists)
    return text.getvalue()


WRITERS = {
    "jsonl": Writer("", as_json_lines),
    "csv": Writer(",".join(COLUMNS) + "\n", as_csv),
    "table": Writer(TABLE_HEAD, as_table),
    "explain": Writer("", as_explanation),
}
"""Each form of output by its name."""

_encode = json.JSONEncoder(ensure_ascii=False).encode


def _json(record: dict[str, Any]) -> str:
    line = _encode(record) + "\n"
    try:
        line.encode()
    except UnicodeEncodeError:
        # Half a surrogate pair cannot be written as UTF-8, but JSON's own escapes can say it.
        return json.dumps(record) + "\n"
    return line


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
