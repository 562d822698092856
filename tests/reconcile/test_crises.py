"""Invented crises of many kinds: what must come out of right figures, finding by finding."""

from typing import Any

import pytest

from sitrep.model import Finding, Reconciliation
from sitrep.reconcile import reconcile

from .make import ALL, Crisis

CASES = [pytest.param(c, e, id=f"{c.name}: {e['measure']} {e['members'][0]}") for c in ALL for e in c.expected]


def names(crisis: Crisis, finding: Finding) -> list[str]:
    by_id = {a.id: a.name for a in crisis.articles}
    return sorted(f"{by_id[m.figure.article]} {m.figure.text}" for m in finding.members)


def found(crisis: Crisis) -> Reconciliation:
    return reconcile(crisis.articles, crisis.extractions, crisis.context)


@pytest.mark.parametrize(("crisis", "expected"), CASES)
def test_a_finding_comes_out(crisis: Crisis, expected: dict[str, Any]) -> None:
    findings = [f for f in found(crisis).findings if f.measure == expected["measure"]]
    together = [f for f in findings if names(crisis, f) == sorted(expected["members"])]
    assert together, [names(crisis, f) for f in findings]
    finding = together[0]
    got = {
        "relation": finding.relation,
        "recommended": finding.recommended.value if finding.recommended else None,
        "low": finding.low,
        "high": finding.high,
        "origins": len(finding.origins),
        "flags": list(finding.flags),
    }
    wanted = {k: v for k, v in expected.items() if k not in ("measure", "members")}
    assert {k: got[k] for k in wanted} == wanted


@pytest.mark.parametrize("crisis", ALL, ids=lambda c: c.name)
def test_duplicates_and_scope(crisis: Crisis) -> None:
    result = found(crisis)
    by_id = {a.id: a.name for a in crisis.articles}
    assert {tuple(sorted(by_id[a] for a in g)) for g in result.duplicates} == set(crisis.duplicates)
    assert sorted(f"{by_id[f.article]} {f.text}" for f in result.out_of_scope) == sorted(crisis.out_of_scope)


@pytest.mark.parametrize("crisis", ALL, ids=lambda c: c.name)
def test_every_reason_is_one_plain_sentence(crisis: Crisis) -> None:
    for finding in found(crisis).findings:
        for why in (finding.why, *(m.why for m in finding.members), *finding.grouped_by):
            assert why and why[0].isupper() and why.endswith(".") and "\n" not in why, why
