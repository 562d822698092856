"""The drawing of figures over time: the recommended one as steps, the range of what stood as a band."""

from collections.abc import Callable, Sequence
from datetime import date
from math import ceil

from .chart import SIZE, SMALL, WIDE
from .claim import Claim
from .lettering import Box, Label, Page, width
from .scene import Scene

Scale = Callable[[float], float]

_TOP, _BOTTOM, _LEFT, _RIGHT = 30.0, 130.0, 22.0, WIDE - 22.0
_LEGEND = 15.0
_SIDES = ("above", "above left", "left", "above right", "right", "below", "below right", "below left")
_WORDS = {"step": "printed", "other": "other", "band": "range"}


def drawing(scene: Scene, claims: Sequence[Claim], steps: Sequence[Claim]) -> dict[str, object]:
    """The coordinates of everything in the drawing."""
    start = min(c.day for c in claims if c.day)
    end = _end(scene.report.as_of.date(), start, max(c.day for c in claims if c.day))
    most = max(c.high for c in claims) or 1.0
    span = max(end.toordinal() + 1 - start.toordinal(), 2)

    def x(moment: float) -> float:
        return round(_LEFT + (moment - start.toordinal()) / span * (_RIGHT - _LEFT), 1)

    def y(value: float) -> float:
        return round(_BOTTOM - value / most * (_BOTTOM - _TOP), 1)

    marked, until = {id(c) for c in steps}, x(end.toordinal() + 1)
    labels = _labels(
        _page(claims, steps, x, y, until),
        [(c, x(c.moment or 0), y(c.high)) for c in (*reversed(steps), *_others(claims, marked))],
    )
    others, band = [c for c in claims if id(c) not in marked], _band(claims, x, y, until)
    key = _key(scene, ("step", *(("other",) if others else ()), *(("band",) if band else ())))
    return {
        "high": key[-1][2] + 8,
        "base": _BOTTOM,
        "left": _LEFT,
        "right": _RIGHT,
        "ticks": _ticks(scene, start, end, x),
        "band": band,
        "line": _line(steps, x, y, until),
        "steps": [(x(c.moment or 0), y(c.high)) for c in steps],
        "others": [(x(c.moment or 0), y(c.high), y(c.low)) for c in others],
        "labels": labels,
        "key": key,
    }


def _page(claims: Sequence[Claim], steps: Sequence[Claim], x: Scale, y: Scale, until: float) -> Page:
    """The page with the marks and the steps on it, which no label may cover."""
    page = Page(Box(_LEFT, 2, WIDE - 2, _BOTTOM - 1))
    for c in claims:
        page.mark(x(c.moment or 0), y(c.high), 4.5)
    for n, c in enumerate(steps):
        after = x(steps[n + 1].moment or 0) if n + 1 < len(steps) else until
        page.line(x(c.moment or 0), y(c.high), after, y(c.high))
        if n + 1 < len(steps):
            page.line(after, y(c.high), after, y(steps[n + 1].high))
    return page


def _end(as_of: date, start: date, last: date) -> date:
    """The last day drawn: the report's, but no long line after the last figure."""
    more = max((last.toordinal() - start.toordinal()) // 3, 1)
    return date.fromordinal(max(min(as_of.toordinal(), last.toordinal() + more), last.toordinal()))


def _others(claims: Sequence[Claim], marked: set[int]) -> list[Claim]:
    """Other figures, the extremes first: they bound the band."""
    rest = [c for c in claims if id(c) not in marked]
    return sorted(rest, key=lambda c: (-c.high, c.figure.n))


def _labels(page: Page, points: Sequence[tuple[Claim, float, float]]) -> list[Label]:
    found: list[Label] = []
    said: set[tuple[str, float]] = set()
    for claim, x, y in points:
        if (claim.text, y) in said:
            continue
        label = page.label(claim.text, x, y, 6, SIZE, _SIDES)
        if label is not None:
            found.append(label)
            said.add((claim.text, y))
    return found


def _ticks(scene: Scene, start: date, end: date, x: Scale) -> list[tuple[float, float, str]]:
    """Days under the line, as many as there is room for: where each is, where its words are centred, its words."""
    days = end.toordinal() - start.toordinal() + 1
    room = (_RIGHT - _LEFT) / days
    years = start.year != end.year
    every = max(1, ceil((width("30 Nov 2024" if years else "30 Nov", SMALL) + 12) / room))
    found = []
    for n in range(start.toordinal(), end.toordinal() + 1, every):
        text, at = scene.short_day(date.fromordinal(n), year=years), round(x(n + 0.5), 1)
        half = width(text, SMALL) / 2 + 1
        found.append((at, round(min(max(at, half), WIDE - half), 1), text))
    return found


def _line(steps: Sequence[Claim], x: Scale, y: Scale, end: float) -> str:
    """The path of the recommended figure: it holds until the next one."""
    path = []
    for n, claim in enumerate(steps):
        at = x(claim.moment or 0)
        path.append(f"M{at} {y(claim.high)}" if n == 0 else f"H{at}V{y(claim.high)}")
    return " ".join([*path, f"H{end}"])


def _band(claims: Sequence[Claim], x: Scale, y: Scale, end: float) -> list[tuple[float, float, float, float]]:
    """Rectangles between the lowest and the highest of the figures that stood: each origin's latest."""
    latest: dict[str, Claim] = {}
    moments = sorted({c.moment for c in claims if c.moment is not None})
    found = []
    for n, moment in enumerate(moments):
        latest.update({c.origin_key: c for c in claims if c.moment == moment})
        low, high = min(c.low for c in latest.values()), max(c.high for c in latest.values())
        until = x(moments[n + 1]) if n + 1 < len(moments) else end
        if high > low:
            found.append((x(moment), y(high), round(until - x(moment), 1), round(y(low) - y(high), 1)))
    return found


def _key(scene: Scene, marks: Sequence[str]) -> list[tuple[str, float, float, str]]:
    """The legend under the drawing: what a mark is, where it stands, its words; as many lines as it needs."""
    at, down = 6.0, _BOTTOM + 38
    found: list[tuple[str, float, float, str]] = []
    for mark in marks:
        text = scene.label(_WORDS[mark])
        wide = 18 + width(text, SMALL)
        if found and at + wide > WIDE - 4:
            at, down = 6.0, down + _LEGEND
        found.append((mark, round(at, 1), down, text))
        at += wide + 16
    return found
