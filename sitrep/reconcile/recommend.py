"""Recommend: which claim the report prints, and why in one sentence.

First who may be: what is claimed, denied, forecast, vague or of a low grade stands back. Of the rest the latest wins,
then the better-graded origin, then the named one, then the more specific one.
"""

from collections.abc import Sequence

from .as_of import moment
from .claims import Claim, tied
from .numbers import digits

_REASON = {
    1: "no better source than an unnamed or low-graded one gives a number",
    2: "only a party to the conflict gives a number",
    3: "only a number word without a number is given",
    4: "only a forecast is given",
    5: "the number is denied",
}


def tier(claim: Claim) -> int:
    """How far back a claim stands: 0 may be recommended; the others only while nothing better stands."""
    origin = claim.lead.origin
    if claim.certainty == "denied":
        return 5
    if claim.certainty == "forecast":
        return 4
    if claim.vague:
        return 3
    if claim.certainty == "claimed":
        return 2
    return 1 if origin.kind == "unnamed" or origin.reliability in "EF" else 0


def recommend(claims: Sequence[Claim]) -> tuple[Claim, str]:
    """The claim to recommend and the reason: who may be, the latest as-of, the better grade, named, specific."""
    standing = [c for c in claims if c.standing] or list(claims)
    best = min(tier(c) for c in standing)
    may = [c for c in standing if tier(c) == best]
    if len(may) == 1:
        return may[0], _only(may[0], standing, best)
    newest = max(may, key=lambda c: (c.at is not None, c.at.timestamp() if c.at else 0.0, -_grade(c)))
    level = [c for c in may if c is newest or tied(c, newest)]
    chosen = min(level, key=_preference)
    return chosen, _why(chosen, newest, level, may)


def _grade(c: Claim) -> int:
    return ord(c.lead.origin.reliability)


def _preference(c: Claim) -> tuple[object, ...]:
    """Of claims as new as each other: the better grade, the later, the named, the more specific."""
    at = c.at.timestamp() if c.at else 0.0
    inexact = ("exact", "at_least", "range", "about", "at_most", "vague").index(c.lead.figure.qualifier)
    households = c.lead.figure.unit == "households"
    published = moment(c.lead.article)
    newest = -published.timestamp() if published else 0.0
    named = c.lead.figure.source is not None
    return (_grade(c), households, -at, not named, newest, -digits(c.value or 0), inexact, c.lead.order)


def _only(c: Claim, standing: Sequence[Claim], best: int) -> str:
    if best:
        return f"Recommended because {_REASON[best]}."
    if len(standing) > 1:
        return "Recommended because claims, forecasts, vague words and low-graded sources stand back behind it."
    return "Recommended because it is the only number that stands."


def _why(chosen: Claim, newest: Claim, level: Sequence[Claim], may: Sequence[Claim]) -> str:
    if len(level) == 1:
        return "Recommended because its as-of is the latest."
    grades = {c.lead.origin.reliability for c in level}
    if len(grades) > 1:
        alike = "of the same date" if len({c.at.date() if c.at else None for c in level}) == 1 else "of the same days"
        return (
            f"Recommended because, of counts {alike}, it comes from the better-graded origin "
            f"(reliability {chosen.lead.origin.reliability})."
        )
    if chosen is newest and len({c.at for c in level}) > 1:
        return "Recommended because it is the later of counts of the same day."
    return "Recommended because, of equal claims, it is more specific."
