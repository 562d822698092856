"""Builders: articles with their figures, and the invented crises of `crises/` in the form in which tests use them."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sitrep.measures import MEASURES
from sitrep.model import Article, Extraction, Figure, Reconciliation
from sitrep.reconcile import Context, reconcile

CRISES = Path(__file__).parent / "crises"
SHORT = {"m": "measure", "q": "qualifier", "pop": "population", "basis": "place_basis", "sf": "stock_flow"}


def article(
    name: str, text: str, published: str | datetime | date | None = "2031-03-01T12:00:00Z", **fields: Any
) -> Article:
    """An English article of outlet `name`."""
    given = {"publisher": f"Outlet {name}", "language": "en", "text": text, **fields}
    return Article(name=name, published=published, **given)


def figure(of: Article, measure: str, text: str, value: float | int | None, n: int = 1, **fields: Any) -> Figure:
    """A figure at the nth place where `text` stands in the article, with its sentence."""
    start = -1
    for _ in range(n):
        start = of.text.index(text, start + 1)
    first = max(of.text.rfind(". ", 0, start) + 2 if ". " in of.text[:start] else 0, of.text.rfind("\n", 0, start) + 1)
    ends = [e for e in (of.text.find(". ", start), of.text.find("\n", start), len(of.text)) if e >= 0]
    last = min(ends)
    usual = MEASURES[measure]
    given = {"unit": usual.unit, "stock_flow": usual.stock_flow, "quote": of.text[first:last], **fields}
    return Figure(
        id=f"{of.id}-{start}-{measure}", article=of.id, measure=measure, text=text, start=start, end=start + len(text),
        value=value, quote_start=first, quote_end=last, **given,
    )  # fmt: skip


def together(pairs: Iterable[tuple[Article, list[Figure]]], context: Context | None = None) -> Reconciliation:
    """Reconcile articles with their figures."""
    given = list(pairs)
    extractions = [Extraction(article=a.id, figures=tuple(f)) for a, f in given]
    return reconcile([a for a, _ in given], extractions, context or Context())


@dataclass(frozen=True)
class Crisis:
    """One invented crisis with what must come out."""

    name: str
    context: Context
    articles: tuple[Article, ...]
    extractions: tuple[Extraction, ...]
    expected: tuple[dict[str, Any], ...]
    duplicates: tuple[tuple[str, ...], ...]
    out_of_scope: tuple[str, ...]


def crisis(path: Path) -> Crisis:
    """Read one of them."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    articles, extractions = [], []
    for a in data["article"]:
        made = article(a["id"], a["text"].strip(), a["published"], publisher=a["publisher"], country=data["country"])
        articles.append(made)
        extractions.append(Extraction(article=made.id, figures=tuple(_figures(made, a["figures"]))))
    last = data["finding"][-1]
    context = Context(country=data["country"], crisis=data["crisis"])
    return Crisis(
        path.stem, context, tuple(articles), tuple(extractions), tuple(data["finding"]),
        tuple(map(tuple, last.pop("duplicates", ()))), tuple(last.pop("out_of_scope", ())),
    )  # fmt: skip


def _figures(of: Article, given: list[dict[str, Any]]) -> list[Figure]:
    figures: list[Figure] = []
    for g in given:
        fields = {SHORT.get(k, k): v for k, v in g.items() if k not in ("t", "v", "n", "part")}
        made = figure(of, fields.pop("measure"), g["t"], g["v"], g.get("n", 1), **fields)
        if "part" in g:
            whole = next(f for f in figures if g["part"] in (f.measure, f.text))
            made = made.model_copy(update={"part_of": whole.id})
        figures.append(made)
    return figures


ALL = tuple(crisis(path) for path in sorted(CRISES.glob("*.toml")))
