"""The flow of reconciliation on one page."""

from collections.abc import Sequence

from ..model import Article, Extraction, Reconciliation
from .context import Context
from .duplicates import find_duplicates
from .findings import finding_of
from .group import group
from .mention import Originals
from .parts import find_parts
from .scope import out_of_scope
from .settle import read


def reconcile(articles: Sequence[Article], extractions: Sequence[Extraction], context: Context) -> Reconciliation:
    """All findings of a crisis from its articles and their figures, in an order that does not depend on theirs."""
    by_id = {a.id: a for a in sorted(articles, key=lambda a: (a.id, a.name))}
    figures = [f for e in sorted(extractions, key=lambda e: e.article) for f in e.figures if e.article in by_id]
    duplicates = find_duplicates(tuple(by_id.values()))
    mentions = read(by_id, figures, Originals(duplicates), context)
    inside = [m for m in mentions if not out_of_scope(m, context)]
    outside = [m.figure for m in mentions if out_of_scope(m, context)]
    groups = group(inside)
    parts = find_parts(groups)
    findings = [finding_of(members, context) for members in groups]
    return Reconciliation(
        findings=tuple(sorted(findings, key=lambda f: f.id)),
        parts=parts.pairs,
        sums=parts.sums,
        duplicates=duplicates,
        out_of_scope=tuple(outside),
    )
