"""The lines between neighbouring areas, each once: what two areas share, so that coasts and frontiers are left out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

Point = tuple[float, float]
Line = tuple[Point, ...]
_Edge = tuple[Point, Point]


def borders(areas: Sequence[Iterable[Sequence[Point]]]) -> tuple[Line, ...]:
    """The lines that two areas (their rings) have in common; of areas that share no point's pair all their rings."""
    owners: Counter[_Edge] = Counter()
    for rings in areas:
        owners.update({_edge(ring[n - 1], ring[n]) for ring in rings for n in range(1, len(ring))})
    shared = [edge for edge, count in owners.items() if count > 1 and edge[0] != edge[1]]
    return _chained(shared) if shared else tuple(tuple(ring) for rings in areas for ring in rings)


def _edge(a: Point, b: Point) -> _Edge:
    return (a, b) if a <= b else (b, a)


def _chained(edges: Sequence[_Edge]) -> tuple[Line, ...]:
    """Edges put together to lines that are as long as they come, from where lines end or meet."""
    at: dict[Point, set[Point]] = defaultdict(set)
    for a, b in edges:
        at[a].add(b)
        at[b].add(a)
    starts = sorted(at, key=lambda p: (len(at[p]) == 2, p))
    return tuple(_line(at, start) for start in starts for _ in range(len(at[start])) if at[start])


def _line(at: dict[Point, set[Point]], start: Point) -> Line:
    """The line from a point along its least neighbour, taken out of what is left."""
    line = [start]
    joint = False
    while at[line[-1]] and not joint:
        here, there = line[-1], min(at[line[-1]])
        joint = len(at[there]) != 2
        at[here].discard(there)
        at[there].discard(here)
        line.append(there)
    return tuple(line)
