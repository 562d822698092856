"""Reports with their exact inputs, findings and files: issued in one transaction or not at all."""

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, select

from ..errors import Problem, SitrepError
from ..model.finding import Finding
from ..model.records import Delivery, Override, ReportFile, ReportRecord
from .base import Part, add, batches, dump, dump_all
from .editions import withdraw_older
from .engine import reading, writing
from .schema import articles, deliveries, findings, report_articles, report_files, reports

_LISTS: dict[str, TypeAdapter[Any]] = {
    "overrides": TypeAdapter(tuple[Override, ...]),
    "problems": TypeAdapter(tuple[Problem, ...]),
    "outside": TypeAdapter(tuple[tuple[str, str], ...]),
}
_PLAIN = (
    *("id", "crisis", "product", "number", "revision", "as_of", "issued", "extractor"),
    *("settings", "report", "previous", "corrects", "program"),
)
_EDITION = ("crisis", "product", "number", "revision")


class Reports(Part):
    """The reports of a store."""

    def put_report(
        self,
        record: ReportRecord,
        *,
        findings: Iterable[Finding] = (),
        files: Iterable[ReportFile] = (),
        deliveries: Iterable[Delivery] = (),
    ) -> None:
        """Issue a report, all or nothing; raises SitrepError for a taken number or an article that is not there.

        Mails of its earlier editions that wait are withdrawn.
        """
        with writing(self._engine) as connection:
            if not _is_new(connection, record):
                return
            _require_articles(connection, record)
            add(connection, reports, [_row(record)])
            add(connection, report_articles, _article_rows(record))
            _put_findings(connection, record.id, findings)
            _put_files(connection, record.id, files)
            _put_deliveries(connection, deliveries)
            withdraw_older(connection, record.id, record.issued)

    def report(self, id: str) -> ReportRecord:
        """One report; raises SitrepError if there is none."""
        with reading(self._engine) as connection:
            found = _records(connection, reports.c.id == id)
        if not found:
            raise SitrepError(f"The store has no report {id}: `sitrep status` lists those it has.")
        return found[0]

    def reports(self, crisis: str, number: int | None = None) -> tuple[ReportRecord, ...]:
        """A crisis' reports, or those of one number, by product, number and revision."""
        chosen = reports.c.crisis == crisis
        if number is not None:
            chosen &= reports.c.number == number
        with reading(self._engine) as connection:
            return _records(connection, chosen)

    def last_report(self, crisis: str, product: str = "sitrep") -> ReportRecord | None:
        """The highest number's highest revision."""
        query = select(reports.c.id).where(reports.c.crisis == crisis, reports.c.product == product)
        query = query.order_by(reports.c.number.desc(), reports.c.revision.desc()).limit(1)
        with reading(self._engine) as connection:
            found = _records(connection, reports.c.id.in_(query))
        return found[0] if found else None

    def report_files(self, id: str) -> tuple[ReportFile, ...]:
        """The files of a report exactly as issued."""
        query = select(report_files).where(report_files.c.report == id).order_by(report_files.c.position)
        with reading(self._engine) as connection:
            return tuple(ReportFile(row.name, row.media_type, bytes(row.data)) for row in connection.execute(query))

    def add_files(self, id: str, files: Iterable[ReportFile]) -> None:
        """Keep files that a report did not have; one of a name that is there stays as it was issued."""
        with writing(self._engine) as connection:
            query = select(report_files.c.name).where(report_files.c.report == id)
            there = set(connection.execute(query).scalars())
            _put_files(connection, id, [file for file in files if file.name not in there], start=len(there))

    def findings(self, report: str) -> tuple[Finding, ...]:
        """A report's findings, in their order."""
        query = select(findings.c.data).where(findings.c.report == report).order_by(findings.c.position)
        with reading(self._engine) as connection:
            texts = tuple(connection.execute(query).scalars())
        return tuple(Finding.model_validate(json.loads(text)) for text in texts)


def _is_new(connection: Connection, record: ReportRecord) -> bool:
    same_id = _records(connection, reports.c.id == record.id)
    if same_id and same_id[0] == _as_kept(record):
        return False
    taken = select(reports.c.id).where(*(reports.c[name] == getattr(record, name) for name in _EDITION))
    other = same_id[0].id if same_id else connection.execute(taken).scalar()
    if other is not None:
        raise SitrepError(
            f"{record.crisis} has already issued {record.product} No. {record.number}, revision {record.revision} "
            f"(report {other}): a report is never replaced, correct it with a further revision."
        )
    return True


def _as_kept(record: ReportRecord) -> ReportRecord:
    cited = set(record.cited)
    return replace(record, cited=tuple(id for id in record.articles if id in cited))


def _require_articles(connection: Connection, record: ReportRecord) -> None:
    known: set[str] = set()
    for batch in batches(record.articles):
        known |= set(connection.execute(select(articles.c.id).where(articles.c.id.in_(batch))).scalars())
    missing = [id for id in record.articles if id not in known]
    if missing:
        raise SitrepError(
            f"The report {record.id} was made from {len(missing)} articles that the store does not have "
            f"({missing[0]} is one): store them first."
        )


def _row(record: ReportRecord) -> dict[str, Any]:
    row = {name: getattr(record, name) for name in _PLAIN}
    return row | {name: dump_all(kind, getattr(record, name)) for name, kind in _LISTS.items()}


def _article_rows(record: ReportRecord) -> list[dict[str, Any]]:
    cited = set(record.cited)
    return [
        {"report": record.id, "position": position, "article": id, "cited": id in cited}
        for position, id in enumerate(record.articles)
    ]


def _put_findings(connection: Connection, report: str, items: Iterable[Finding]) -> None:
    rows = [
        {"report": report, "position": position, "id": item.id, "measure": item.measure, "data": dump(item)}
        for position, item in enumerate(items)
    ]
    add(connection, findings, rows)


def _put_files(connection: Connection, report: str, files: Iterable[ReportFile], start: int = 0) -> None:
    rows = [{"report": report, "position": position, **asdict(file)} for position, file in enumerate(files, start)]
    add(connection, report_files, rows)


def _put_deliveries(connection: Connection, items: Iterable[Delivery]) -> None:
    add(connection, deliveries, [{**asdict(item), "position": position} for position, item in enumerate(items)])


def _records(connection: Connection, condition: Any) -> tuple[ReportRecord, ...]:
    rows = connection.execute(select(reports).where(condition).order_by(*(reports.c[name] for name in _EDITION))).all()
    used = _used(connection, [row.id for row in rows])
    return tuple(
        ReportRecord(
            **{name: getattr(row, name) for name in _PLAIN},
            **{name: kind.validate_python(json.loads(getattr(row, name))) for name, kind in _LISTS.items()},
            articles=tuple(article for article, _ in used.get(row.id, ())),
            cited=tuple(article for article, cited in used.get(row.id, ()) if cited),
        )
        for row in rows
    )


def _used(connection: Connection, ids: list[str]) -> dict[str, list[tuple[str, bool]]]:
    found: dict[str, list[tuple[str, bool]]] = {}
    table = report_articles
    for batch in batches(ids):
        query = select(table).where(table.c.report.in_(batch)).order_by(table.c.report, table.c.position)
        for row in connection.execute(query):
            found.setdefault(row.report, []).append((row.article, row.cited))
    return found
