"""Findings: a group of figures with its relation, range, recommended figure and reasons."""

import hashlib
from collections.abc import Sequence

from ..model import Finding, Member, Origin
from .area import CRISIS
from .claims import Claim, bounds, claims_of, relation_of, revised_down
from .context import Context
from .decide import speaks_for
from .mention import Mention
from .recommend import recommend


def finding_of(members: Sequence[Mention], context: Context) -> Finding:
    """The finding that a group of figures makes."""
    claims = claims_of(members)
    chosen, reason = recommend(claims)
    low, high = bounds(claims, chosen)
    relation = relation_of(claims, chosen)
    lead = chosen.lead
    flags = _flags(claims, chosen)
    origins = _origins(members)
    return Finding(
        id=_identity(lead, members),
        measure=lead.figure.measure,
        population=lead.figure.population,
        group=lead.figure.group or lead.subject.side or None,
        place=_place_name(members, lead, context),
        crisis_wide=lead.area.key == CRISIS,
        stock_flow=lead.figure.stock_flow,
        scope=lead.figure.scope,
        since=min((m.period.since for m in members if m.period.since), default=None),
        until=max((m.period.until for m in members if m.period.until), default=None),
        relation=relation,
        members=tuple(_member(m, c, chosen) for c in claims for m in c.mentions),
        origins=origins,
        articles=len({m.text for m in members}),
        low=low,
        high=high,
        flags=flags,
        grouped_by=_grouped_by(members),
        why=reason,
    )


def _identity(lead: Mention, members: Sequence[Mention]) -> str:
    since = min((m.period.since for m in members if m.period.since), default=None)
    key = (
        lead.figure.measure, lead.subject.tags, lead.subject.civil == "all", lead.subject.side, lead.subject.subset,
        lead.area.key, lead.figure.stock_flow, lead.figure.scope, lead.period.kind, lead.period.cause, since,
        min(m.order for m in members),
    )  # fmt: skip
    return hashlib.sha256(repr(key).encode()).hexdigest()[:12]


def _place_name(members: Sequence[Mention], lead: Mention, context: Context) -> str | None:
    named = [m.area.name for m in members if m.area.firm and m.area.name]
    return lead.area.name if lead.area.name and lead.area.firm else min(named, default=lead.area.name)


def _origins(members: Sequence[Mention]) -> tuple[Origin, ...]:
    found = {m.origin.key: m.origin for m in members}
    return tuple(found[key] for key in sorted(found))


def _flags(claims: Sequence[Claim], chosen: Claim) -> tuple[str, ...]:
    flags = []
    if chosen.certainty in ("claimed", "forecast", "denied"):
        flags.append(chosen.certainty)
    if revised_down(claims, chosen):
        flags.append("revised_down")
    return tuple(flags)


def _member(m: Mention, claim: Claim, chosen: Claim) -> Member:
    role = (
        "recommended" if claim is chosen and m is chosen.lead else "triangulation" if claim.standing else "superseded"
    )
    return Member(figure=m.figure, role=role, origin=m.origin.key, standing=claim.standing)


def _grouped_by(members: Sequence[Mention]) -> tuple[str, ...]:
    if len(members) < 2:
        return ()
    return speaks_for(members[0], members[-1])
