"""Credibility 1-6 of a claim, from who else says the same; reliability, A-F, is the origin's and is graded apart."""

from collections.abc import Sequence

from .claims import Claim, compatible

CONFIRMED, PROBABLE, POSSIBLE, DOUBTFUL, IMPROBABLE, UNJUDGED = range(1, 7)


def credibility(claim: Claim, claims: Sequence[Claim], recommended: Claim) -> int:
    """1 confirmed by another origin, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 not judged."""
    origin = claim.lead.origin
    if claim.certainty == "denied":
        return IMPROBABLE
    if claim.certainty == "forecast" or claim.vague or origin.kind == "unnamed":
        return UNJUDGED
    if any(_confirms(other, claim) for other in claims):
        return CONFIRMED
    if claim.certainty == "claimed":
        return DOUBTFUL
    if claim.standing and claim is not recommended and not compatible(claim, recommended):
        return DOUBTFUL if origin.reliability > recommended.lead.origin.reliability else POSSIBLE
    return PROBABLE if origin.reliability in "AB" else POSSIBLE


def _confirms(other: Claim, claim: Claim) -> bool:
    """Whether another origin of some grade gives a number that agrees, and is no party to the fighting."""
    if other.origin == claim.origin or other.vague or other.certainty != "reported":
        return False
    if other.lead.figure.unit != claim.lead.figure.unit or other.lead.origin.reliability > "C":
        return False
    return compatible(other, claim)
