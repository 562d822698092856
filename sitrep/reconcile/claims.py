"""Claims: what each origin says of one thing, which of it still stands, how the claims relate, and the range."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ..measures import MEASURES
from ..model.finding import Relation
from .as_of import moment
from .compare import unit
from .mention import Mention
from .numbers import Number, same_number


@dataclass(frozen=True, slots=True)
class Claim:
    """One number of one origin, with every figure that states it. `at` is the newest as-of that the origin itself gave
    it: a repeat elsewhere makes it no newer. `lead` is the figure that speaks for the claim: in a body rather than a
    title, from a named source, the newest. `standing` is False where the origin has replaced it."""

    mentions: tuple[Mention, ...]
    at: datetime | None
    lead: Mention
    standing: bool = True

    @property
    def origin(self) -> str:
        """The key of its origin."""
        return self.lead.origin.key

    @property
    def value(self) -> Number | None:
        """The number; of a range the lower bound."""
        return self.lead.value

    @property
    def high(self) -> Number | None:
        """The number; of a range the upper bound."""
        return self.lead.figure.high if self.lead.figure.high is not None else self.lead.value

    @property
    def vague(self) -> bool:
        """Whether it is a number word without a number."""
        return self.lead.vague

    @property
    def certainty(self) -> str:
        """As its best figure has it."""
        return self.lead.figure.certainty


def _lead_order(m: Mention) -> tuple[object, ...]:
    at = m.as_of.at
    certain = ("reported", "claimed", "forecast", "denied").index(m.figure.certainty)
    return (
        certain,
        m.copy,
        m.repeats,
        m.title,
        m.figure.source is None,
        m.as_of.earlier,
        -(at.timestamp() if at else 0),
        m.order,
    )


def claims_of(mentions: Sequence[Mention]) -> tuple[Claim, ...]:
    """The claims in a group, each marked whether it still stands."""
    by_claim: dict[tuple[object, ...], list[Mention]] = defaultdict(list)
    for m in mentions:
        by_claim[(m.origin.key, m.value, m.figure.high, m.figure.unit, m.figure.certainty == "denied")].append(m)
    found = [
        Claim(tuple(sorted(ms, key=lambda m: m.order)), _newest(ms), min(ms, key=_lead_order))
        for ms in by_claim.values()
    ]
    found.sort(key=lambda c: c.lead.order)
    own: dict[str, list[Claim]] = defaultdict(list)
    for c in found:
        own[c.origin].append(c)
    return tuple(replace(c, standing=not any(_replaces(d, c) for d in own[c.origin])) for c in found)


def _newest(mentions: Sequence[Mention]) -> datetime | None:
    own = [m for m in mentions if not m.repeats and not m.copy and not m.as_of.earlier] or [
        m for m in mentions if not m.repeats and not m.copy
    ]
    known = [m.as_of.at for m in own or mentions if m.as_of.at is not None]
    if not known:
        return None
    return max(known) if own else min(known)


def _replaces(new: Claim, old: Claim) -> bool:
    """Whether one claim is the same origin's newer word on the other: another number, a later as-of."""
    if new is old or new.origin != old.origin or new.vague or new.lead.figure.unit != old.lead.figure.unit:
        return False
    if new.certainty in ("forecast", "denied") or old.certainty == "forecast":
        return False
    if same_number(new.value, old.value) and new.high == old.high:
        return False
    return later(new, old)


def later(a: Claim, b: Claim) -> bool:
    """Whether one claim is newer. Undated is never newer; of two at one moment a higher toll is."""
    if a.at is None or b.at is None:
        return False
    if a.at != b.at:
        return a.at > b.at
    return cumulative(a.lead) and not a.vague and not b.vague and (a.value or 0) > (b.value or 0)


def cumulative(m: Mention) -> bool:
    """Whether the number can only grow unless it is revised: flows are, stocks are not."""
    return m.figure.stock_flow == "flow" and MEASURES[m.figure.measure].stock_flow == "flow"


def tied(a: Claim, b: Claim) -> bool:
    """Whether two counts are of one moment: the same day, or the same stated stretch of days."""
    if a.at is None or b.at is None:
        return a.at is b.at
    if a.at.date() == b.at.date():
        return not _told_apart(a, b)
    p, q = a.lead.period, b.lead.period
    return p.window is not None and p.window == q.window and abs((a.at - b.at).days) <= 1


def _told_apart(a: Claim, b: Claim) -> bool:
    """Whether both texts state the moment of the count, and so the later one on the same day."""
    return a.lead.as_of.stated and b.lead.as_of.stated and a.at != b.at


def compatible(a: Claim, b: Claim) -> bool:
    """Whether both can be right: equal, rounded, within each other's bounds, households that fit people, or vague."""
    if a.vague or b.vague:
        return True
    if a.lead.figure.unit != b.lead.figure.unit:
        return unit(a.lead, b.lead) >= 0
    if same_number(a.value, b.value):
        return True
    return _within(a, b) or _within(b, a)


def _within(a: Claim, b: Claim) -> bool:
    """Whether one claim is a range that holds the other."""
    if a.lead.figure.high is None or a.value is None or b.value is None or a.high is None:
        return False
    return a.value <= b.value <= a.high


def relation_of(claims: Sequence[Claim], recommended: Claim) -> Relation:
    """How the claims stand to the recommended one: conflict before update before agreement."""
    found = {_relation(c, recommended) for c in claims if c is not recommended and c.certainty != "denied"}
    order: tuple[Relation, ...] = ("conflict", "update", "agreement")
    for relation in order:
        if relation in found:
            return relation
    return "single"


def _relation(c: Claim, recommended: Claim) -> Relation:
    if c.certainty == "forecast" and recommended.certainty != "forecast":
        return "single"
    if compatible(c, recommended):
        same = c.origin == recommended.origin and (
            c.value == recommended.value or c.lead.figure.unit != recommended.lead.figure.unit
        )
        return "single" if same else "agreement"
    if not c.standing:
        return "update"
    if c.origin == recommended.origin:
        return "conflict"
    if tied(c, recommended) or not later(recommended, c):
        return "conflict"
    grows = (c.value or 0) < (recommended.value or 0)
    return "update" if grows or not cumulative(recommended.lead) else "conflict"


def bounds(claims: Sequence[Claim], recommended: Claim) -> tuple[Number | None, Number | None]:
    """The lowest and highest number that still stands, in the recommended figure's unit; None for forecasts only."""
    standing = [
        c
        for c in claims
        if c.standing
        and c.certainty not in ("forecast", "denied")
        and c.lead.figure.unit == recommended.lead.figure.unit
    ]
    firm = [c for c in standing if not c.vague] or standing
    lows = [c.value for c in firm if c.value is not None]
    highs = [c.high for c in firm if c.high is not None]
    return (min(lows), max(highs)) if lows and highs else (None, None)


def revised_down(claims: Sequence[Claim], recommended: Claim) -> Claim | None:
    """The higher number that the same origin gave before, of a count that should only grow."""
    if not cumulative(recommended.lead):
        return None
    higher = [
        c
        for c in claims
        if not c.standing
        and c.origin == recommended.origin
        and not compatible(c, recommended)
        and not c.vague
        and (c.value or 0) > (recommended.value or 0)
        and later(recommended, c)
    ]
    return max(higher, key=lambda c: (c.at.timestamp() if c.at else 0.0, c.lead.order), default=None)


def when(claim: Claim) -> float:
    """Its as-of as a number to order by; unknown comes first."""
    at = claim.at or moment(claim.lead.article)
    return at.timestamp() if at else 0.0
