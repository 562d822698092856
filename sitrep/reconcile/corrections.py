"""What a corrected edition changes in the edition that it takes the place of, and why."""

from collections.abc import Iterator, Sequence

from ..model import Article, Change, Figure, Reconciliation, Report
from .changes import compare_with


def corrections(edition: Report, reconciliation: Reconciliation, articles: Sequence[Article]) -> tuple[Change, ...]:
    """The figures that an analyst has taken out since, by measure, then every other difference in the findings.

    `edition` is what readers have in hand; `articles` are those of now. A figure that was taken out and has given way
    to another is one change, with the analyst's reason.
    """
    taken = {change.before.id: change for change in _taken_out(edition, reconciliation) if change.before}
    found = compare_with(edition, reconciliation, articles).changes
    replaced = {change.before.id: change for change in found if change.before and change.before.id in taken}
    first = [
        replaced[key].model_copy(update={"why": change.why}) if key in replaced else change
        for key, change in taken.items()
    ]
    return (*first, *(change for change in found if not (change.before and change.before.id in taken)))


def _taken_out(edition: Report, reconciliation: Reconciliation) -> Iterator[Change]:
    """One change for each number of a finding that the edition held and an analyst has rejected since."""
    known = {figure.id: figure for figure in edition.figures}
    printed = {finding.recommended for finding in edition.findings}
    before = {member.figure for finding in edition.findings for member in finding.members if member.role == "rejected"}
    for finding in reconciliation.findings:
        seen: set[tuple[object, ...]] = set()
        rejected = [member for member in finding.members if member.role == "rejected"]
        for member in sorted(rejected, key=lambda member: member.figure.id not in printed):
            figure = known.get(member.figure.id)
            if figure is None or figure.id in before or _number(figure) in seen:
                continue
            seen.add(_number(figure))
            source = next((s for s in edition.sources if s.article == figure.article), None)
            yield Change(
                kind="rejected",
                finding=finding.id,
                measure=figure.measure,
                before=figure,
                before_source=source,
                why=member.why,
            )


def _number(figure: Figure) -> tuple[object, ...]:
    return figure.value, figure.low, figure.high, figure.unit
