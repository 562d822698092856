"""The JSON form that `sitrep reconcile` prints."""

from collections.abc import Mapping, Sequence
from typing import Any

from ..model import Article, Figure, Finding, Reconciliation


def to_json(reconciliation: Reconciliation, articles: Sequence[Article]) -> dict[str, Any]:
    """Findings, parts, sums, duplicates and what is out of scope; articles go by their names."""
    names = {a.id: a.name for a in articles}
    figures = {m.figure.id: m.figure for f in reconciliation.findings for m in f.members}
    figures.update({f.id: f for f in reconciliation.out_of_scope})
    return {
        "findings": [_finding(f, names) for f in reconciliation.findings],
        "parts": [
            {"part": _place(figures[p.part], names), "whole": _place(figures[p.whole], names), "why": p.why}
            for p in reconciliation.parts
        ],
        "sums": [
            {"whole": _place(figures[whole], names), "parts": [_place(figures[p], names) for p in parts]}
            for whole, parts in reconciliation.sums
        ],
        "duplicates": [[names[a] for a in group] for group in reconciliation.duplicates],
        "people_in_need": reconciliation.people_in_need and reconciliation.people_in_need.model_dump(mode="json"),
        "warnings": list(reconciliation.warnings),
        "out_of_scope": [
            _place(f, names) | {"measure": f.measure, "value": f.value} for f in reconciliation.out_of_scope
        ],
    }


def _finding(finding: Finding, names: Mapping[str, str]) -> dict[str, Any]:
    members = [
        _place(m.figure, names)
        | {
            "value": m.figure.value,
            "low": m.figure.low,
            "high": m.figure.high,
            "unit": m.figure.unit,
            "source": m.figure.source,
            "origin": m.origin,
            "role": m.role,
            "standing": m.standing,
            "credibility": m.credibility,
            "why": m.why,
        }
        for m in finding.members
    ]
    return finding.model_dump(mode="json", exclude={"members", "origins"}) | {
        "origins": len(finding.origins),
        "origin_list": [o.model_dump(mode="json") for o in finding.origins],
        "recommended": next((m for m in members if m["role"] == "recommended"), None),
        "figures": members,
    }


def _place(figure: Figure, names: Mapping[str, str]) -> dict[str, Any]:
    return {"article": names[figure.article], "start": figure.start, "end": figure.end, "text": figure.text}
