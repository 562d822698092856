"""Who gives a number, read off the other figures: repeats, attributions that go on, old tolls told again."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from .as_of import moment
from .mention import Mention
from .numbers import same_number
from .origins import may_stand_behind, specificity
from .settle_places import telling

_NEAR = 300
"""Characters within which an attribution goes on without being repeated."""


def thing(m: Mention) -> tuple[object, ...]:
    """What a figure counts, where, within one text."""
    return (m.text, m.figure.measure, m.subject.block, m.area.key)


def scope_of_crisis(mentions: list[Mention]) -> list[Mention]:
    """A telling number that a named origin gives for the crisis is of it, however an article looks back on it."""
    current = {_claim(m) for m in mentions if m.scope == "current" and telling(m) and not m.own_voice}
    return [
        replace(m, scope="current") if m.scope == "background" and telling(m) and _claim(m) in current else m
        for m in mentions
    ]


def continued(mentions: list[Mention]) -> list[Mention]:
    """A number without a source, right after a sourced one in the same paragraph, goes on with that source."""
    settled: list[Mention] = []
    last: Mention | None = None
    for m in mentions:
        if last is not None and _goes_on_after(last, m):
            m = replace(m, origin=last.origin)
        if not m.own_voice and not m.repeats:
            last = m
        settled.append(m)
    return settled


def _goes_on_after(last: Mention, m: Mention) -> bool:
    if last.figure.article != m.figure.article or m.title or not m.own_voice:
        return False
    between = m.article.text[last.figure.end : m.figure.start]
    return "\n" not in between and len(between) < _NEAR


def origins_behind(mentions: list[Mention]) -> list[Mention]:
    """An unnamed repeat of a named origin's number is that origin's: first in its own article, then in any.

    In the same article a rounded repeat is one too ("more than 5,400 dead" over "5,434 dead, the agency said").
    """
    named: dict[tuple[object, ...], list[Mention]] = defaultdict(list)
    here: dict[tuple[object, ...], list[Mention]] = defaultdict(list)
    for m in mentions:
        if specificity(m.origin) > 0:
            named[_claim(m)].append(m)
            if not m.vague:
                here[thing(m)].append(m)
    settled = []
    for m in mentions:
        behind = _behind(m, named.get(_claim(m), ()))
        if behind is m and not m.vague and not specificity(m.origin):
            behind = _behind(m, [n for n in here.get(thing(m), ()) if same_number(m.value, n.value)])
        settled.append(behind)
    return settled


def _claim(m: Mention) -> tuple[object, ...]:
    return (m.figure.measure, m.subject.tags, m.subject.subset, m.area.key, m.value, m.figure.high, m.figure.unit)


def _behind(m: Mention, named: Sequence[Mention]) -> Mention:
    others = [n for n in named if n.origin.key != m.origin.key and may_stand_behind(n.origin, m.origin)]
    if m.vague:
        others = [n for n in others if n.text == m.text]
    if not others:
        return m
    best = min(
        others, key=lambda n: (n.text != m.text, -specificity(n.origin), n.origin.reliability, _when(n), n.origin.key)
    )
    return replace(m, origin=best.origin, repeats=True)


def _when(m: Mention) -> float:
    at: datetime | None = m.as_of.at or moment(m.article)
    return at.timestamp() if at else float("inf")
