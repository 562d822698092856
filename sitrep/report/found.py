"""A finding as a report's data have it: ids in place of its figures, nothing that names a private person."""

from collections.abc import Iterable

from ..model import Finding, Origin, ReportedFinding
from ..model.finding import WITHHELD_PERSON
from ..model.reported import ReportedMember
from .privacy import Privacy


def as_found(finding: Finding, privacy: Privacy) -> ReportedFinding:
    """The finding as reported."""
    main, origins = finding.recommended, _origins(finding.origins, privacy)
    members = tuple(
        ReportedMember(
            figure=member.figure.id,
            role=member.role,
            origin=origins[member.origin].key if member.origin in origins else member.origin,
            standing=member.standing,
            credibility=member.credibility,
            why=privacy.clean(member.why),
        )
        for member in finding.members
    )
    changed = {
        "place": privacy.said(finding.place),
        "group": privacy.said(finding.group),
        "why": privacy.clean(finding.why),
        "recommended": main.id if main else None,
    }
    fields = finding.model_dump(exclude={"members", "origins", "grouped_by"}) | changed
    return ReportedFinding(**fields, members=members, origins=tuple(origins.values()))


def _origins(given: Iterable[Origin], privacy: Privacy) -> dict[str, Origin]:
    """The origins by the keys that they had: a person whose name is withheld has a key without it."""
    found: dict[str, Origin] = {}
    for origin in given:
        name, key = privacy.clean(origin.name), origin.key
        if name != origin.name and origin.kind == "person":
            key = f"{WITHHELD_PERSON}-{len(found) + 1}"
        found[origin.key] = origin.model_copy(update={"key": key, "name": name})
    return found
