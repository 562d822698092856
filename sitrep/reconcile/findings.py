"""Findings: a group of figures with its identity, relation, range, recommended figure and reasons."""

import hashlib
from collections.abc import Mapping, Sequence

from ..model import Finding, Member, Origin
from ..model.finding import Role
from .area import CRISIS
from .claims import Claim, bounds, claims_of, relation_of, revised_down
from .context import Context
from .credibility import credibility
from .decide import TABLE
from .households import estimate, household_size
from .mention import Mention
from .overrides import Rulings
from .reasons import role_reason
from .recommend import recommend
from .words import table

_COMPARED = 40


def finding_of(
    members: Sequence[Mention], context: Context, rulings: Rulings, notes: Mapping[str, str], key: str
) -> Finding:
    """The finding that a group of figures makes, `key` being its id and `notes` flags by figure id."""
    kept = [m for m in members if not rulings.rejected(m.figure.id, key)]
    rejected = [m for m in members if rulings.rejected(m.figure.id, key)]
    if not kept:
        return _all_rejected(members, rulings, key)
    claims = claims_of(kept)
    chosen, lead, reason = _chosen(claims, rulings)
    low, high = bounds(claims, chosen)
    graded = [(c, credibility(c, claims, chosen)) for c in claims]
    flags = _flags(claims, chosen, members, notes, bool(rejected) or rulings.pinned(lead.figure.id))
    return Finding(
        id=key,
        measure=lead.figure.measure,
        population=lead.figure.population,
        group=_group_name(lead),
        place=_place_name(kept, lead),
        crisis_wide=lead.area.key == CRISIS,
        stock_flow=lead.figure.stock_flow,
        scope=lead.scope,
        since=min((m.period.since for m in kept if m.period.since), default=None),
        until=max((m.period.until for m in kept if m.period.until), default=None),
        relation=relation_of(claims, chosen),
        members=(
            *(_member(m, c, chosen, lead, grade, reason) for c, grade in graded for m in c.mentions),
            *(_rejected(m, rulings, key) for m in rejected),
        ),
        origins=_origins(kept),
        articles=len({m.text for m in kept}),
        low=low,
        high=high,
        flags=flags,
        grouped_by=_grouped_by(kept, lead),
        why=reason,
        estimate=estimate(lead.figure, household_size(context.country, context.household_sizes)),
    )


def identity(members: Sequence[Mention]) -> tuple[object, ...]:
    """What makes a finding the same in the next report: what is counted, where, stock or flow, in which period."""
    m = min(members, key=lambda m: (m.copy, m.order))
    since = min((x.period.since for x in members if x.period.since), default=None) if m.period.kind != "event" else None
    sides = tuple(sorted({x.subject.side for x in members}))
    everybody = any(x.subject.civil == "all" for x in members)
    return (
        m.figure.measure, m.subject.tags, everybody, sides, m.subject.subset, m.area.key, m.area.level == "city",
        m.figure.stock_flow, m.scope, m.period.kind, m.period.cause, since,
    )  # fmt: skip


def ids_of(groups: Sequence[Sequence[Mention]]) -> tuple[str, ...]:
    """An id for each group: of groups with one identity the largest has the plain one, the others add their first day,
    origin and number."""
    taken: set[tuple[object, ...]] = set()
    ids: dict[int, str] = {}
    order = sorted(range(len(groups)), key=lambda i: _size(groups[i]))
    for i in order:
        key = identity(groups[i])
        first = min(groups[i], key=lambda m: (m.copy, m.order))
        if key in taken:
            origin = "" if first.own_voice else first.origin.key
            key = (*key, first.period.since, origin, first.value, first.figure.unit)
        if key in taken:
            key = (*key, first.article.text_sha256, first.figure.start)
        taken.add(key)
        ids[i] = hashlib.sha256(repr(key).encode()).hexdigest()[:12]
    return tuple(ids[i] for i in range(len(groups)))


def _size(group: Sequence[Mention]) -> tuple[object, ...]:
    """Larger groups first; copies do not count."""
    return (-sum(not m.copy for m in group), min((m.copy, m.order) for m in group))


def _chosen(claims: Sequence[Claim], rulings: Rulings) -> tuple[Claim, Mention, str]:
    for claim in claims:
        for m in claim.mentions:
            if rulings.pinned(m.figure.id):
                return claim, m, rulings.sentence(m.figure.id)
    claim, reason = recommend(claims)
    return claim, claim.lead, reason


def _group_name(lead: Mention) -> str | None:
    """The side or subset in the project's own words: an article's adjectives stay in its quotation."""
    side = lead.subject.side.split(":")[0]
    tags = [t for t in (side, *lead.subject.subset) if t not in ("", "all", lead.figure.sector, "multi")]
    labels: Mapping[str, str] = table()["labels"]
    return ", ".join(labels.get(t, t.replace("_", " ")) for t in tags) or None


def _place_name(members: Sequence[Mention], lead: Mention) -> str | None:
    if lead.area.name and lead.area.firm:
        return lead.area.name
    return min((m.area.name for m in members if m.area.firm and m.area.name), default=lead.area.name)


def _origins(members: Sequence[Mention]) -> tuple[Origin, ...]:
    found = {m.origin.key: m.origin for m in members}
    return tuple(found[key] for key in sorted(found))


def _flags(
    claims: Sequence[Claim], chosen: Claim, members: Sequence[Mention], notes: Mapping[str, str], overridden: bool
) -> tuple[str, ...]:
    flags = []
    if chosen.certainty in ("claimed", "forecast", "denied"):
        flags.append(chosen.certainty)
    if chosen.vague:
        flags.append("vague")
    if revised_down(claims, chosen):
        flags.append("revised_down")
    flags += sorted({notes[m.figure.id] for m in members if m.figure.id in notes})
    return (*flags, "overridden") if overridden else tuple(flags)


def _member(m: Mention, claim: Claim, chosen: Claim, lead: Mention, grade: int, reason: str) -> Member:
    role: Role = "recommended" if m is lead else "triangulation" if claim.standing or claim is chosen else "superseded"
    return Member(
        figure=m.figure,
        role=role,
        origin=m.origin.key,
        standing=claim.standing,
        credibility=grade,
        why=reason if m is lead else role_reason(m, claim, chosen),
    )


def _rejected(m: Mention, rulings: Rulings, key: str) -> Member:
    why = rulings.sentence(m.figure.id, key)
    return Member(figure=m.figure, role="rejected", origin=m.origin.key, standing=False, why=why)


def _all_rejected(members: Sequence[Mention], rulings: Rulings, key: str) -> Finding:
    lead = min(members, key=lambda m: m.order)
    return Finding(
        id=key,
        measure=lead.figure.measure,
        population=lead.figure.population,
        place=_place_name(members, lead),
        crisis_wide=lead.area.key == CRISIS,
        stock_flow=lead.figure.stock_flow,
        scope=lead.scope,
        members=tuple(_rejected(m, rulings, key) for m in members),
        origins=_origins(members),
        articles=len({m.text for m in members}),
        flags=("overridden",),
        why=rulings.sentence(lead.figure.id, key),
    )


def _grouped_by(members: Sequence[Mention], lead: Mention) -> tuple[str, ...]:
    """The sentences of the comparisons that speak for every member beside the recommended one."""
    others = [m for m in members if m is not lead][:_COMPARED]
    return tuple(row.sentence for row in TABLE if others and all(row.compare(m, lead) > 0 for m in others))
