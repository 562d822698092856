"""The flow of reconciliation on one page."""

from collections import defaultdict
from collections.abc import Sequence

from ..model import Article, Extraction, Figure, Reconciliation
from .context import Context
from .duplicates import find_duplicates
from .events import events
from .findings import finding_of, ids_of
from .group import group
from .mention import Mention, Originals
from .need import people_in_need
from .overrides import Rulings
from .parts import Parts, find_parts
from .scope import in_time, out_of_scope
from .settle import read


def reconcile(articles: Sequence[Article], extractions: Sequence[Extraction], context: Context) -> Reconciliation:
    """All findings of a crisis from its articles and their figures, in an order that does not depend on theirs."""
    by_id = {a.id: a for a in sorted(articles, key=lambda a: (a.id, a.name)) if in_time(a, context)}
    figures = [f for e in sorted(extractions, key=lambda e: e.article) for f in e.figures if e.article in by_id]
    duplicates = find_duplicates(tuple(by_id.values()))
    stated: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        stated[figure.article].append(figure)
    outside: list[Mention] = []
    groups: list[tuple[Mention, ...]] = []
    parts = Parts()
    for event in events(by_id, stated, duplicates, context):
        own = {key: by_id[key] for key in sorted(event)}
        mentions = read(own, [f for key in own for f in stated[key]], Originals(duplicates), context)
        found = group([m for m in mentions if not out_of_scope(m, context)])
        outside += [m for m in mentions if out_of_scope(m, context)]
        groups += found
        parts += find_parts(found)
    rulings = Rulings(context.overrides)
    ids = ids_of(groups)
    findings = [finding_of(g, context, rulings, parts.notes, key) for g, key in zip(groups, ids, strict=True)]
    areas = [g[0].area for g in groups]
    return Reconciliation(
        findings=tuple(sorted(findings, key=lambda f: (f.measure, not f.crisis_wide, f.place or "", f.id))),
        parts=parts.pairs,
        sums=parts.sums,
        duplicates=duplicates,
        out_of_scope=tuple(m.figure for m in outside),
        people_in_need=people_in_need(list(zip(findings, areas, strict=True)), context),
        warnings=rulings.gone((*ids, *(f.id for f in figures))),
    )
