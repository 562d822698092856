"""Grouping: figures that speak of the same thing are put together, by the table, without comparing all pairs."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..model import Figure
from .decide import decide
from .mention import Mention

_FORBIDDEN = float("-inf")


@dataclass(slots=True, eq=False)
class Group:
    """Figures of one thing while it grows. A newcomer is compared with one member of each shape, with those of its own
    article, and with one of its value and one of its origin: what the rest could say is said by these."""

    members: list[Mention] = field(default_factory=list)
    _shapes: dict[object, Mention] = field(default_factory=dict)
    _articles: dict[str, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    _values: dict[object, Mention] = field(default_factory=dict)
    _origins: dict[str, Mention] = field(default_factory=dict)

    def add(self, m: Mention) -> None:
        """Take a figure in."""
        self.members.append(m)
        self._shapes.setdefault(shape(m), m)
        self._articles[m.text].append(m)
        self._values.setdefault((m.value, m.figure.unit), m)
        self._origins.setdefault(m.origin.key, m)

    def score(self, m: Mention) -> float:
        """How well a figure fits: the best score among those compared; minus infinity if one forbids."""
        best = _FORBIDDEN
        for other in self._compared_with(m):
            verdict = decide(m, other)
            if verdict.apart is not None:
                return _FORBIDDEN
            best = max(best, verdict.score)
        return best

    def _compared_with(self, m: Mention) -> Iterable[Mention]:
        yield from self._shapes.values()
        yield from self._articles.get(m.text, ())
        for other in (self._values.get((m.value, m.figure.unit)), self._origins.get(m.origin.key)):
            if other is not None:
                yield other


def shape(m: Mention) -> object:
    """What the comparisons that forbid look at, article and number apart."""
    p = m.period
    day = (p.until or (m.as_of.at.date() if m.as_of.at else None)) if p.kind in ("spell", "increment") else None
    owner = m.origin.key if m.figure.measure.startswith("funding") else None
    return (
        m.subject.civil,
        m.subject.side,
        m.area.level,
        m.area.firm,
        p.kind,
        p.cause,
        p.since,
        day,
        m.figure.unit,
        owner,
    )


def block(m: Mention) -> tuple[object, ...]:
    """What must be equal for two figures to be compared at all."""
    f: Figure = m.figure
    unit = f.unit if f.measure.startswith("funding") else ""
    return (f.measure, f.stock_flow, m.scope, unit, m.area.key, *m.subject.block)


def group(mentions: Sequence[Mention]) -> tuple[tuple[Mention, ...], ...]:
    """All figures in groups of one thing each; the result does not depend on the order of the articles."""
    blocks: dict[tuple[object, ...], list[Group]] = defaultdict(list)
    home: dict[tuple[object, ...], Group] = {}
    for m in sorted((m for m in mentions if not m.copy), key=_turn):
        found = _fitting(m, blocks[block(m)])
        found.add(m)
        for key in _counterparts(m):
            home.setdefault(key, found)
    for m in sorted((m for m in mentions if m.copy), key=_turn):
        known = next((home[key] for key in _counterparts(m) if key in home), None)
        (known or _fitting(m, blocks[block(m)])).add(m)
    return tuple(tuple(g.members) for key in sorted(blocks, key=repr) for g in blocks[key])


def _fitting(m: Mention, groups: list[Group]) -> Group:
    """The group that a figure fits best; a new one, added to `groups`, where all of them forbid it."""
    scores = [group.score(m) for group in groups]
    best = max(scores, default=_FORBIDDEN)
    if best > _FORBIDDEN:
        return groups[scores.index(best)]
    groups.append(Group())
    return groups[-1]


def _turn(m: Mention) -> tuple[object, ...]:
    """Figures with a number, a period and a place of their own come first; the vaguer ones then find their group."""
    at = m.as_of.at.timestamp() if m.as_of.at else float("inf")
    return (m.vague, m.period.since is None, not m.area.firm, m.title, at, m.order)


def _counterparts(m: Mention) -> tuple[tuple[object, ...], ...]:
    """What a figure and its copy in a reprint have in common: with the place, else without, should it have been cut."""
    f = m.figure
    number = (m.text, f.measure, f.value, f.low, f.high, f.unit, m.subject.tags)
    return (*number, m.area.key), number
