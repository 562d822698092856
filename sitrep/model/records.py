"""Records: what the store keeps beside the four nouns. Every point in time is aware (UTC in the store)."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from ..errors import Problem
from .article import Article

DeliveryState = Literal["held", "pending", "handing_over", "sent", "deferred", "refused", "uncertain", "withdrawn"]
RunOutcome = Literal["running", "done", "nothing_new", "partial", "failed", "interrupted"]


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article with the bytes it was read from (None where only the text was at hand)."""

    article: Article
    raw: bytes | None = None
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class SourceState:
    """What a source must remember between two runs.

    `source` is its name within the crisis, `cursor` whatever else it needs (its own text, JSON for instance).
    `failing_since` and `problem` are None while it works; `failures` counts failures in a row.
    """

    source: str
    etag: str | None = None
    last_modified: str | None = None
    cursor: str | None = None
    checked: datetime | None = None
    succeeded: datetime | None = None
    failures: int = 0
    failing_since: datetime | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Override:
    """An analyst's word on one figure: `reject` takes it out, `pin` recommends it; `role` is never a name."""

    crisis: str
    figure: str
    action: Literal["reject", "pin"]
    role: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Approval:
    """A decision on a report that was held back; `role` is who decided."""

    report: str
    decision: Literal["approved", "declined"]
    role: str
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReportFile:
    """One rendered file of a report, as it was issued."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """One edition of one report, with all that is needed to make it again; numbers count per crisis and product.

    `crisis` is the slug; `revision` is above 0 in a corrected edition.

    `articles` are the ids of every article it was made from, in the order in which they went in; `cited` those that
    it cites. `extractor` is the version that found the figures, `settings` and `report` are JSON texts
    (the crisis' effective configuration; the Report). `previous` is the id of the report whose changes it shows,
    `corrects` of the one that it replaces. `problems` are what sources and articles failed on while it was made;
    `outside` are the files that it was made with and the store does not keep, each with its SHA-256.
    """

    id: str
    crisis: str
    number: int
    as_of: datetime
    issued: datetime
    extractor: str
    report: str
    product: str = "sitrep"
    revision: int = 0
    articles: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()
    settings: str = "{}"
    overrides: tuple[Override, ...] = ()
    previous: str | None = None
    corrects: str | None = None
    program: str = ""
    problems: tuple[Problem, ...] = ()
    outside: tuple[tuple[str, str], ...] = ()

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats that it was to be made in."""
        return tuple(json.loads(self.settings).get("report", {}).get("formats", ()))


@dataclass(frozen=True, slots=True)
class Delivery:
    """One mail of one report to one recipient; `message_id` names it and never changes.

    held -> pending -> handing_over -> sent | deferred (tried again) | refused (not tried again) | uncertain (the
    process died, or the line broke, while the server had the message: an operator decides). `code` and `reply` are
    the server's last words.
    """

    message_id: str
    report: str
    crisis: str
    recipient: str
    state: DeliveryState
    queued: datetime
    changed: datetime
    attempts: int = 0
    code: int | None = None
    reply: str = ""


@dataclass(frozen=True, slots=True)
class RunRecord:
    """One run over one crisis: when, how it ended, what it counted, and what went wrong."""

    id: str
    crisis: str
    started: datetime
    finished: datetime | None = None
    outcome: RunOutcome = "running"
    report: str | None = None
    counts: tuple[tuple[str, int], ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Purged:
    """How much a purge took out; `pages` are the bytes of articles whose text stays."""

    articles: int = 0
    figures: int = 0
    pages: int = 0
    runs: int = 0
