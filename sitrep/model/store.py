"""The store, as a Protocol in parts: what the pipeline asks of whatever keeps things between runs."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from ..errors import Problem
from .article import Article
from .figure import Extraction
from .finding import Finding
from .ledger import Ledger
from .records import (
    Delivery,
    Override,
    Purged,
    ReportFile,
    ReportRecord,
    RunOutcome,
    RunRecord,
    SourceState,
    StoredArticle,
)


class SourceStore(Protocol):
    """What sources remember between runs."""

    def source_state(self, crisis: str, source: str) -> SourceState:
        """The state of one source of a crisis; a fresh one if it was never read."""
        ...

    def put_source_state(self, crisis: str, state: SourceState) -> None:
        """Remember it. Call it after put_articles: a state that is ahead of the articles would lose them."""
        ...

    def source_states(self, crisis: str) -> tuple[SourceState, ...]:
        """All source states of a crisis, by name."""
        ...


class ArticleStore(Protocol):
    """Articles, and what was found in them."""

    def put_articles(self, crisis: str, source: str, articles: Iterable[StoredArticle], seen: datetime) -> int:
        """Keep articles (the first version of an id stays) and that this crisis saw them; how many were new to it.

        Each batch of 500 is one transaction, so that a slow iterable does not block others.
        """
        ...

    def articles(self, ids: Iterable[str]) -> Iterator[Article]:
        """The articles of these ids, in their order; raises SitrepError for one that is not there."""
        ...

    def raw(self, article: str) -> StoredArticle:
        """One article with the bytes it was read from."""
        ...

    def article_ids(
        self,
        crisis: str,
        *,
        seen_after: datetime | None = None,
        unreported: str | None = None,
    ) -> tuple[str, ...]:
        """Ids of a crisis' articles by time of publication, then id; undated ones last.

        `seen_after` (exclusive) is when the crisis first saw them; `unreported` names a product: only those that none
        of its reports was made from.
        """
        ...

    def put_extractions(self, extractor: str, extractions: Iterable[Extraction]) -> None:
        """Keep what one version of the extractor found, the empty ones too; what is there already stays."""
        ...

    def extractions(self, extractor: str, articles: Iterable[str]) -> dict[str, Extraction]:
        """What that version found, by article id; articles it has not seen are missing from the result."""
        ...


class ReportStore(Protocol):
    """Issued reports, and the rulings that the next ones obey."""

    def put_report(
        self,
        record: ReportRecord,
        *,
        findings: Iterable[Finding] = (),
        files: Iterable[ReportFile] = (),
        deliveries: Iterable[Delivery] = (),
    ) -> None:
        """Issue a report: its inputs, findings, files and mails to come, all or nothing. The same id again is a no-op.
        Mails of its earlier editions that are held, pending or deferred are withdrawn.

        Raises SitrepError if this crisis already has another report of that product, number and revision.
        """
        ...

    def report(self, id: str) -> ReportRecord:
        """One report; raises SitrepError if there is none."""
        ...

    def reports(self, crisis: str, number: int | None = None) -> tuple[ReportRecord, ...]:
        """A crisis' reports, or those of one number, by product, number and revision."""
        ...

    def last_report(self, crisis: str, product: str = "sitrep") -> ReportRecord | None:
        """The highest number's highest revision."""
        ...

    def report_files(self, id: str) -> tuple[ReportFile, ...]:
        """The files of a report exactly as issued."""
        ...

    def add_files(self, id: str, files: Iterable[ReportFile]) -> None:
        """Keep files that a report did not have; one of a name that is there stays as it was issued."""
        ...

    def findings(self, report: str) -> tuple[Finding, ...]:
        """A report's findings, in their order."""
        ...

    def put_override(self, override: Override) -> None:
        """Keep an analyst's word; a later one on the same figure replaces an earlier one."""
        ...

    def drop_override(self, crisis: str, figure: str) -> bool:
        """Take an analyst's word back; False if there was none."""
        ...

    def overrides(self, crisis: str) -> tuple[Override, ...]:
        """The overrides in force, by time."""
        ...


class RunStore(Protocol):
    """When the program ran and how it ended."""

    def start_run(self, crisis: str, at: datetime) -> str:
        """Note that a run began; its id. Runs of this crisis that never ended become `interrupted`: hold the lock."""
        ...

    def finish_run(
        self,
        id: str,
        at: datetime,
        outcome: RunOutcome,
        *,
        report: str | None = None,
        counts: dict[str, int] | None = None,
        problems: Iterable[Problem] = (),
    ) -> None:
        """Note how a run ended."""
        ...

    def runs(self, crisis: str | None = None, limit: int = 20) -> tuple[RunRecord, ...]:
        """The latest runs, newest first."""
        ...


class Store(SourceStore, ArticleStore, ReportStore, Ledger, RunStore, Protocol):
    """All that is kept between runs. Every write is one transaction and idempotent; times are aware datetimes."""

    def lock(self, crisis: str) -> AbstractContextManager[None]:
        """Hold the crisis alone; raises LockedError at once if another living process has it."""
        ...

    def close(self) -> None:
        """Give back files and connections."""
        ...

    def purge(self, before: datetime, *, cited: bool = False) -> Purged:
        """Drop older runs, older articles that no report was made from, and their figures.

        Of articles that went into a report without being cited the text stays (the report can be made again) and the
        page's bytes go. With `cited` all older articles go; the reports stay, but cannot be made again.
        """
        ...

    def export(self) -> Iterator[str]:
        """Everything as JSON lines, a header first; readable by `load` of either database."""
        ...

    def load(self, lines: Iterable[str]) -> int:
        """Take in an export; rows that are there already stay; how many lines were read."""
        ...
