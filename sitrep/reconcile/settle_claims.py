"""One claim in two articles: what a named source says once is read in one place, however exactly each tells where."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from .area import CRISIS, Area
from .mention import Mention
from .origins import specificity

_APART = 3
"""Days between two publications up to which both can tell of one statement."""

_LEAST = 10
"""Below it, two statements have the same number by chance."""


def one_claim(mentions: list[Mention]) -> list[Mention]:
    """Give a source's number one place where two articles tell it and the place of one is missing or contains the
    other's: the narrower one, or none if no sentence states that."""
    told: dict[object, list[Mention]] = defaultdict(list)
    for m in mentions:
        if _can_repeat(m):
            told[_statement(m)].append(m)
    places = {key: found for key, group in told.items() if (found := _common(group))}
    return [
        replace(m, area=places[_statement(m)]) if _can_repeat(m) and _statement(m) in places else m for m in mentions
    ]


def _can_repeat(m: Mention) -> bool:
    return not m.vague and (m.value or 0) >= _LEAST and specificity(m.origin) > 0


def _statement(m: Mention) -> object:
    f, s, p = m.figure, m.subject, m.period
    return (
        (f.measure, f.stock_flow, f.value, f.low, f.high, f.qualifier, f.unit),
        (s.block, s.civil, s.side),
        (m.origin.key, m.scope, p.kind, p.cause),
    )


def _common(group: Iterable[Mention]) -> Area | None:
    """The one place of several articles' figures; None where they are alike already or of different things."""
    members = sorted(group, key=lambda m: m.order)
    areas = {m.area.key: m.area for m in sorted(members, key=lambda m: m.area.firm)}
    if len({m.text for m in members}) < 2 or len(areas) != 2 or not _one_day(members):
        return None
    if any(len({m.area.key for m in members if m.text == text}) > 1 for text in {m.text for m in members}):
        return None
    one, other = areas.values()
    wide, narrow = (one, other) if _contains(one, other) else (other, one)
    if not _contains(wide, narrow):
        return None
    return narrow if narrow.firm else wide


def _contains(wide: Area, narrow: Area) -> bool:
    return wide.key == CRISIS or bool(narrow.within) and narrow.within == wide.key


def _one_day(members: list[Mention]) -> bool:
    """Whether all can be of one event: no two days stated, and published, reprints aside, within few days."""
    stated = {(m.period.since, m.period.until) for m in members if m.period.since or m.period.until}
    published = [m.article.published_day for m in members if m.article.published_day and not m.copy]
    near = not published or (max(published) - min(published)).days <= _APART
    return len(stated) < 2 and near
