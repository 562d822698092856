"""Parts of a map that are not its points: names of countries, boundaries, the inset that shows the whole country."""

from collections.abc import Sequence
from math import sqrt

from ..places.boundaries import Boundaries
from ..places.countries import name as country_name
from .chart import SMALL
from .lettering import Box, Label, Page, fitted, width
from .map_frame import View, area, holds, inset_view, middle, open_path, path, shapes, strokes

_STEPS = (-160, -120, -80, -50, -25, 0, 25, 50, 80, 120, 160)


def country_names(
    page: Page, rings: dict[str, list[list[tuple[float, float]]]], country: str, view: View
) -> list[Label]:
    """The names of the countries that take up enough of the map, where there is room for them."""
    found = []
    for code, pieces in sorted(rings.items(), key=lambda item: (item[0] != country, item[0])):
        largest = max(pieces, key=lambda ring: abs(area(ring)))
        if country_name(code) == code or abs(area(largest)) < 0.015 * view.wide * view.high:
            continue
        text = fitted(country_name(code).upper(), 150, SMALL)
        if (label := _name(page, text, largest)) is not None:
            found.append(label)
    return found


def _name(page: Page, text: str, ring: list[tuple[float, float]]) -> Label | None:
    """A name wholly inside its country as near to the middle as may be, else at the middle if that is free."""
    x, y = middle(ring)
    steps = sorted(((dx, dy) for dx in _STEPS for dy in _STEPS), key=lambda s: (s[0] ** 2 + 4 * s[1] ** 2, s))
    half, up = width(text, SMALL) / 2 + 2, SMALL
    for dx, dy in steps:
        left, right, top, bottom = x + dx - half, x + dx + half, y + dy - up - 2, y + dy + 2
        edge = [(px, py) for px in (left, (left + right) / 2, right) for py in (top, bottom)]
        if all(holds(ring, px, py) for px, py in edge):
            label = page.label(text, round(x + dx, 1), round(y + dy, 1), 0, SMALL, ("above",))
            if label is not None:
                return label
    return page.label(text, round(x, 1), round(y, 1), 0, SMALL, ("above",))


def inner_lines(view: View, inner: Sequence[Boundaries]) -> list[tuple[str, int]]:
    """The imported boundaries as paths with their level, the first level last so that it lies above the second."""
    ordered = sorted(inner, key=lambda b: -b.level)
    return [(text, b.level) for b in ordered if (text := open_path(strokes(view, b.lines)))]


def inset(country: str, points: Sequence[tuple[float, float]], view: View, page: Page) -> dict[str, object]:
    """The whole country in a corner that no point needs, with the frame of the map in it."""
    small = inset_view(country, points, 86.0, 66.0)
    corners = [
        (6.0, 6.0),
        (view.wide - small.wide - 6, 6.0),
        (6.0, view.high - small.high - 6),
        (view.wide - small.wide - 6, view.high - small.high - 6),
    ]
    drawn = [(view.x(x), view.y(y)) for x, y in points]
    left, top = max(corners, key=lambda c: min(_gap(c, small, x, y) for x, y in drawn))
    page.taken.append(Box(left - 4, top - 4, left + small.wide + 4, top + small.high + 4))
    rings = shapes(small)
    west, south, east, north = view.frame
    x, y = small.x(west), small.y(north)
    return {
        "left": left,
        "top": top,
        "wide": small.wide,
        "high": small.high,
        "home": path(rings.get(country, [])),
        "land": [path(r) for c, r in rings.items() if c != country],
        "frame": (x, y, round(small.x(east) - x, 1), round(small.y(south) - y, 1)),
    }


def _gap(corner: tuple[float, float], small: View, x: float, y: float) -> float:
    across = max(corner[0] - x, 0, x - corner[0] - small.wide)
    down = max(corner[1] - y, 0, y - corner[1] - small.high)
    return sqrt(across**2 + down**2)
