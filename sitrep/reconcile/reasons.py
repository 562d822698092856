"""Reasons: why a figure has its role in a finding, in one sentence."""

from .claims import Claim, compatible, tied
from .mention import Mention
from .recommend import tier

_STANDS_BACK = {
    1: "It stands back because its origin is unnamed or graded low.",
    2: "It stands back because a party to the conflict claims it.",
    3: "It stands back because it is a word without a number.",
    4: "It stands back because it is a forecast.",
    5: "It stands back because it is denied.",
}


def role_reason(m: Mention, claim: Claim, chosen: Claim) -> str:
    """Why a figure is not the recommended one."""
    if claim is chosen:
        return _same_claim(m)
    if not claim.standing:
        return f"{_named(m)} has since given another number."
    if tier(claim) > tier(chosen):
        return _STANDS_BACK[tier(claim)]
    if claim.lead.figure.unit != chosen.lead.figure.unit:
        return "It gives the same count in another unit."
    if compatible(claim, chosen):
        return "It agrees with the recommended figure."
    if tied(claim, chosen):
        return "It is of the same date, from an origin that is not better graded."
    return "Its as-of is earlier."


def _same_claim(m: Mention) -> str:
    if m.copy:
        return "It stands in a copy of an article that is counted already."
    if m.repeats:
        return f"It repeats the number of {_named(m)} without naming it."
    return "It gives the same number from the same origin."


def _named(m: Mention) -> str:
    return m.origin.name if not m.origin.key.startswith("article:") else "The article's publisher"
