"""Builders: records with sensible defaults."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sitrep.model import Article, Extraction, Figure, Finding, Need
from sitrep.model.records import Delivery, ReportRecord, StoredArticle

NOON = datetime(2024, 11, 30, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def article(name: str = "a", text: str | None = None, **fields: Any) -> Article:
    return Article(name=name, text=f"Text of {name}." if text is None else text, **fields)


def stored(*articles: Article) -> list[StoredArticle]:
    return [StoredArticle(a, a.text.encode("utf-8", "surrogatepass") * 3, "text/plain") for a in articles]


def figure(of: Article, number: int = 1, **fields: Any) -> Figure:
    known = {"measure": "deaths", "text": str(number), "start": 0, "end": 1, "value": number} | fields
    return Figure(id=f"f{of.id}-{number}", article=of.id, **known)


def extraction(of: Article, *figures: Figure, needs: tuple[Need, ...] = ()) -> Extraction:
    return Extraction(article=of.id, figures=figures, needs=needs)


def record(number: int = 1, *articles: Article, **fields: Any) -> ReportRecord:
    known: dict[str, Any] = {
        "id": f"syria-{number:02d}",
        "crisis": "syria",
        "number": number,
        "as_of": NOON + number * DAY,
        "issued": NOON + number * DAY,
        "extractor": "1",
        "report": f'{{"number":{number}}}',
        "articles": tuple(a.id for a in articles),
        "cited": tuple(a.id for a in articles[:1]),
    }
    return ReportRecord(**known | fields)


def finding(name: str, *figures: Figure) -> Finding:
    return Finding(id=name, measure="deaths", why=f"because of {len(figures)} figures")


def delivery(report: str = "syria-01", recipient: str = "a@example.org", **fields: Any) -> Delivery:
    known: dict[str, Any] = {"state": "pending", "queued": NOON, "changed": NOON, "crisis": "syria"}
    return Delivery(message_id=f"<{report}.{recipient}>", report=report, recipient=recipient, **known | fields)
