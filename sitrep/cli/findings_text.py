"""Findings as text for reading: `sitrep reconcile --explain`."""

from collections.abc import Iterator, Mapping

from ..measures import MEASURES
from ..model import Figure, Finding, Reconciliation


def explain(reconciliation: Reconciliation, names: Mapping[str, str]) -> str:
    """Each finding with its figures, their roles and the reasons; `names` are the articles' names by id."""
    lines = [line for finding in reconciliation.findings for line in _finding(finding, names)]
    lines += [f"same text: {', '.join(names[i] for i in group)}" for group in reconciliation.duplicates]
    lines += [f"out of scope: {_figure(figure, names)}" for figure in reconciliation.out_of_scope]
    return "\n".join(lines)


def _finding(finding: Finding, names: Mapping[str, str]) -> Iterator[str]:
    facts = (
        ", ".join(finding.population),
        finding.group or "",
        finding.place or ("the whole crisis" if finding.crisis_wide else "no place"),
        finding.scope,
        f"since {finding.since}" if finding.since else "",
        f"until {finding.until}" if finding.until else "",
    )
    yield f"== {MEASURES[finding.measure].label}: {'; '.join(fact for fact in facts if fact)}"
    counts = f"{finding.articles} articles, {len(finding.origins)} independent origins"
    yield f"   {finding.relation}; {counts}. {finding.why}"
    if finding.grouped_by:
        yield f"   together by {', '.join(finding.grouped_by)}"
    for member in finding.members:
        yield f"   {member.role:<13} {_figure(member.figure, names)}{f'  ({member.why})' if member.why else ''}"
    yield ""


def _figure(figure: Figure, names: Mapping[str, str]) -> str:
    said = f" by {figure.source}" if figure.source else ""
    return f"'{figure.text}' {figure.unit} {figure.measure}{said}, {names[figure.article]} {figure.start}-{figure.end}"
