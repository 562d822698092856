"""Figures and needs as text: JSON lines, CSV, a table to read, and each figure shown in its sentence.

Records are built by hand and not by pydantic's dump: over millions of articles that alone would cost more than
finding the figures.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from ..model import Article, Extraction, Figure, Need, Span

COLUMNS = (
    "kind",
    "article",
    "article_id",
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
    "sectors",
    "stock_flow",
    "since",
    "until",
    "period_basis",
    "quote",
    "quote_start",
    "quote_end",
    "rule",
)
"""Every field of a record, in the order of the CSV; a need leaves those of a figure empty."""

_ROW = "{:<24.24} {:<19.19} {:>22.22} {:<11.11} {:<20.20} {:<28.28} {}\n"


class Writer(NamedTuple):
    """One form of output: what stands first, and the text of one article's records."""

    head: str
    each: Callable[[Article, Extraction], str]


def figure_record(article: Article, figure: Figure) -> dict[str, Any]:
    """A figure as a record, its fields in the order of docs/figures.md."""
    return {
        "kind": "figure",
        "article": article.name,
        "article_id": article.id,
        "id": figure.id,
        "measure": figure.measure,
        "text": figure.text,
        "start": figure.start,
        "end": figure.end,
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "qualifier": figure.qualifier,
        "unit": figure.unit,
        "population": figure.population,
        "group": figure.group,
        "head": figure.head,
        "place": figure.place,
        "place_basis": figure.place_basis,
        "source": figure.source,
        "certainty": figure.certainty,
        "scope": figure.scope,
        "part_of": figure.part_of,
        "sector": figure.sector,
        "stock_flow": figure.stock_flow,
        "since": _iso(figure.since),
        "until": _iso(figure.until),
        "period_basis": figure.period_basis,
        "quote": figure.quote,
        "quote_start": figure.quote_start,
        "quote_end": figure.quote_end,
        "rule": figure.rule,
    }


def need_record(article: Article, need: Need) -> dict[str, Any]:
    """A need as a record."""
    return {
        "kind": "need",
        "article": article.name,
        "article_id": article.id,
        "id": need.id,
        "quote": need.quote,
        "start": need.start,
        "end": need.end,
        "sectors": need.sectors,
        "place": need.place,
        "source": need.source,
        "rule": need.rule,
    }


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


def as_table(article: Article, extraction: Extraction) -> str:
    """Aligned columns for a reader's eye; what is too long is cut, so this form is not for programs."""
    figures = [
        _ROW.format(article.name, f.measure, f.text, f.unit, f.place or "", f.source or "", _line(f.quote)[:80])
        for f in extraction.figures
    ]
    needs = [
        _ROW.format(article.name, "need", "+".join(n.sectors), "", n.place or "", n.source or "", _line(n.quote)[:80])
        for n in extraction.needs
    ]
    return "".join(figures + needs)


def as_explanation(article: Article, extraction: Extraction) -> str:
    """Each figure under its article: the understanding, the rule, and the sentence with [figure] and <cue> marked."""
    parts = [f"== {article.name}\n"]
    for figure in extraction.figures:
        marked = _marked(article.text, figure)
        parts.append(f"{figure.measure}: {figure.text!r} = {_understood(figure)}\n  rule: {figure.rule}\n  {marked}\n")
    for need in extraction.needs:
        parts.append(f"need: {', '.join(need.sectors)}\n  rule: {need.rule}\n  {_line(need.quote)}\n")
    return "".join(parts)


WRITERS = {
    "jsonl": Writer("", as_json_lines),
    "csv": Writer(",".join(COLUMNS) + "\n", as_csv),
    "table": Writer(_ROW.format("ARTICLE", "MEASURE", "FIGURE", "UNIT", "PLACE", "SOURCE", "SENTENCE"), as_table),
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


def _line(text: str) -> str:
    return " ".join(text.split())


def _understood(figure: Figure) -> str:
    number = f"{figure.low} to {figure.high}" if figure.value is None else f"{figure.value}"
    facts = (
        f"{figure.qualifier} {number} {figure.unit}",
        ", ".join(figure.population),
        f"at {figure.place}" if figure.place else "",
        f"says {figure.source}" if figure.source else "",
        figure.certainty,
        figure.scope,
        figure.stock_flow,
        figure.sector or "",
        f"part of {figure.part_of}" if figure.part_of else "",
        f"{_iso(figure.since) or ''}..{_iso(figure.until) or ''}" if figure.since or figure.until else "",
    )
    return "; ".join(fact for fact in facts if fact)


def _marked(text: str, figure: Figure) -> str:
    """The figure's sentence with the figure in square brackets and its cues in angle brackets."""
    own = Span(start=figure.start, end=figure.end, text=figure.text)
    marks = [(own, "[", "]"), *((cue, "<", ">") for cue in figure.cues if cue.end <= own.start or cue.start >= own.end)]
    start = min(figure.quote_start, *(span.start for span, *_ in marks), own.start)
    end = max(figure.quote_end, *(span.end for span, *_ in marks), own.end)
    shown, at = "", start
    for span, opening, closing in sorted(marks, key=lambda mark: mark[0].start):
        if span.start >= at:
            shown += text[at : span.start] + opening + text[span.start : span.end] + closing
            at = span.end
    return _line(shown + text[at:end])
