"""Changes since the last report: what is new, updated, revised down, in conflict, settled or withdrawn, and why."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..measures import MEASURES
from ..model import Article, Change, Figure, Finding, Reconciliation, Report, ReportedFinding
from ..model.finding import WITHHELD_PERSON
from ..model.report import ChangeKind

_ORDER = {key: i for i, key in enumerate(MEASURES)}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs from the last report, and the findings (by id) in which nothing does."""

    changes: tuple[Change, ...] = ()
    unchanged: tuple[str, ...] = ()


def compare_with(previous: Report, reconciliation: Reconciliation, articles: Sequence[Article]) -> Comparison:
    """Compare the findings of now with those of a report, read back from its own JSON.

    `articles` are those of now: a figure whose article is not among them was withdrawn with it. Findings meet by id,
    else by a figure that both hold, else by what they count and where. Background findings are not compared.
    """
    now = [f for f in reconciliation.findings if f.scope == "current"]
    before = [f for f in previous.findings if f.scope == "current" and f.recommended is not None]
    pairs = _match(before, now)
    figures = {f.id: f for f in previous.figures}
    present = frozenset(a.id for a in articles)
    changes: list[Change] = []
    unchanged: list[str] = []
    for old in before:
        new = pairs.get(old.id)
        figure = figures.get(old.recommended or "")
        if figure is None:
            continue
        change = _changed(previous, old, figure, new) if new else _withdrawn(previous, old, figure, present)
        if change is not None:
            changes.append(change)
        elif new is not None:
            unchanged.append(new.id)
    met = {f.id for f in pairs.values()}
    changes += [_new(f) for f in now if f.id not in met and f.recommended is not None]
    return Comparison(tuple(sorted(changes, key=_rank)), tuple(sorted(unchanged)))


def _rank(change: Change) -> tuple[object, ...]:
    return (_ORDER.get(change.measure, len(_ORDER)), change.before is None, change.finding)


def _match(before: Sequence[ReportedFinding], now: Sequence[Finding]) -> Mapping[str, Finding]:
    """Old finding id -> the finding of now that it has become; each is used once."""
    pairs: dict[str, Finding] = {}
    free = {f.id: f for f in now}
    for key in (_by_id, _by_figures, _by_subject):
        for old in before:
            if old.id not in pairs and (new := key(old, free.values())) is not None:
                pairs[old.id] = free.pop(new.id)
    return pairs


def _by_id(old: ReportedFinding, now: Iterable[Finding]) -> Finding | None:
    return next((f for f in now if f.id == old.id), None)


def _by_figures(old: ReportedFinding, now: Iterable[Finding]) -> Finding | None:
    mine = {m.figure for m in old.members}
    shared = [(len(mine & {m.figure.id for m in f.members}), f) for f in now if f.measure == old.measure]
    best = max(shared, key=lambda s: (s[0], s[1].id), default=(0, None))
    return best[1] if best[0] else None


def _by_subject(old: ReportedFinding, now: Iterable[Finding]) -> Finding | None:
    """The only finding that counts the same, there and so."""
    alike = [f for f in now if _subject(f) == _subject(old)]
    return alike[0] if len(alike) == 1 else None


def _subject(f: Finding | ReportedFinding) -> tuple[object, ...]:
    return (f.measure, f.population, f.group, f.place, f.crisis_wide, f.stock_flow)


def _changed(previous: Report, old: ReportedFinding, before: Figure, new: Finding) -> Change | None:
    after = new.recommended
    if after is None:
        return _change(previous, "withdrawn", old, before, None, new.why)
    same = (before.value, before.low, before.high, before.unit) == (after.value, after.low, after.high, after.unit)
    if new.relation == "conflict" and old.relation != "conflict":
        return _change(previous, "conflict", old, before, after, "Another origin now gives a different number.", new)
    if same:
        if old.relation == "conflict" and new.relation != "conflict":
            return _change(previous, "settled", old, before, after, "The origins no longer differ.", new)
        return None
    if before.unit != after.unit:
        if any(m.figure.unit == before.unit and m.figure.value == before.value for m in new.members):
            # The old number still stands beside the new one: families and people are no rise or fall.
            return None
        return _change(previous, "updated", old, before, after, "Now counted in another unit: no rise or fall.", new)
    falls = (after.value or 0) < (before.value or 0)
    kind: ChangeKind = "revised_down" if falls and new.stock_flow == "flow" else "updated"
    return _change(previous, kind, old, before, after, _reason(old, before, new), new)


def _reason(old: ReportedFinding, before: Figure, new: Finding) -> str:
    """Who changed the number: the analyst, the same origin, or another one."""
    if "overridden" in new.flags:
        return new.why
    old_origin = next((m.origin for m in old.members if m.figure == before.id), None)
    new_origin = next((m.origin for m in new.members if m.role == "recommended"), None)
    name = next((o.name for o in new.origins if o.key == new_origin), "another origin")
    if _is_same(old_origin, new_origin):
        return f"A later count of the same origin, {name}."
    return f"A count of another origin, {name}, is now recommended."


def _is_same(old: str | None, new: str | None) -> bool:
    """Whether it may be the same origin: of a person the last report may have withheld the name."""
    return old == new or bool(old and new and old.startswith(WITHHELD_PERSON) and new.startswith("person:"))


def _withdrawn(previous: Report, old: ReportedFinding, before: Figure, present: Collection[str]) -> Change:
    if before.article not in present:
        why = "The article that stated it is no longer among the articles."
    else:
        why = "Its article states it no more as a current figure of this crisis."
    return _change(previous, "withdrawn", old, before, None, why)


def _new(finding: Finding) -> Change:
    figure = finding.recommended
    assert figure is not None
    return Change(kind="new", finding=finding.id, measure=finding.measure, after=figure.id)


def _change(
    previous: Report,
    kind: ChangeKind,
    old: ReportedFinding,
    before: Figure,
    after: Figure | None,
    why: str,
    new: Finding | None = None,
) -> Change:
    return Change(
        kind=kind,
        finding=new.id if new else old.id,
        measure=old.measure,
        before=before,
        before_source=next((s for s in previous.sources if s.article == before.article), None),
        after=after.id if after else None,
        why=why,
    )
