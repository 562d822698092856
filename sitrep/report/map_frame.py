"""The geometry of a locator map: which piece of the world it shows, and its outlines cut to that piece."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians

from ..places.outlines import Frame, Point, countries_in, outline

_LEAST_DEGREES = 2.4
_ZOOM = 0.55
"""The map goes near where the points cover less than this share of the country, and an inset shows the country."""


@dataclass(frozen=True, slots=True)
class View:
    """A piece of the world and the size it is drawn in; `turned` counts longitudes from 0 to 360."""

    frame: Frame
    wide: float
    high: float
    turned: bool = False

    def x(self, lon: float) -> float:
        """Across, in the units of the drawing."""
        west, _, east, _ = self.frame
        return round((self.lon(lon) - west) / (east - west) * self.wide, 1)

    def y(self, lat: float) -> float:
        """Down, in the units of the drawing."""
        _, south, _, north = self.frame
        return round((north - lat) / (north - south) * self.high, 1)

    def lon(self, lon: float) -> float:
        """A longitude in the way this view counts."""
        return lon + 360 if self.turned and lon < 0 else lon


def main_view(
    country: str, points: Sequence[Point], wide: float, tallest: float, zoom: bool = True
) -> tuple[View, bool]:
    """The view of a map with these points (longitude, latitude), and whether it shows only a part of the country."""
    turned = _turned(country)
    whole = country_frame(country, points, turned)
    near = _around([(_lon(x, turned), y) for x, y in points], 0.35)
    close = (
        zoom and near[2] - near[0] < _ZOOM * (whole[2] - whole[0]) and near[3] - near[1] < _ZOOM * (whole[3] - whole[1])
    )
    return _view(near if close else whole, wide, tallest, turned), close


def inset_view(country: str, points: Sequence[Point], wide: float, tallest: float) -> View:
    """The view of the whole country in a small frame, as narrow as its shape is."""
    turned = _turned(country)
    frame = country_frame(country, points, turned)
    west, south, east, north = frame
    shape = (east - west) * cos(radians((south + north) / 2)) / (north - south)
    return _view(frame, min(wide, max(tallest * shape, tallest * 0.6)), tallest, turned)


def _turned(country: str) -> bool:
    longitudes = [x for ring in outline(country) for x, _ in ring]
    return bool(longitudes) and max(longitudes) - min(longitudes) > 180


def _lon(lon: float, turned: bool) -> float:
    return lon + 360 if turned and lon < 0 else lon


def country_frame(country: str, points: Sequence[Point], turned: bool) -> Frame:
    """The frame of the country's larger pieces and of the points, with some air."""
    rings = [[(_lon(x, turned), y) for x, y in ring] for ring in outline(country)]
    largest = max((abs(area(ring)) for ring in rings), default=0.0)
    kept = [p for ring in rings if abs(area(ring)) >= largest * 0.04 for p in ring]
    return _around([*kept, *((_lon(x, turned), y) for x, y in points)], 0.06)


def _around(points: Sequence[Point], air: float) -> Frame:
    """The frame of points, with a share of itself as air on all sides, never smaller than the outlines are good for."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    flat = cos(radians((min(ys) + max(ys)) / 2)) or 0.1
    half = max((max(xs) - min(xs)) * (0.5 + air), _LEAST_DEGREES / flat / 2)
    tall = max((max(ys) - min(ys)) * (0.5 + air), _LEAST_DEGREES / 2)
    x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return x - half, max(y - tall, -90.0), x + half, min(y + tall, 90.0)


def _view(frame: Frame, wide: float, tallest: float, turned: bool) -> View:
    """The frame widened to the shape of the drawing: as wide as it may be, as tall as it must be."""
    west, south, east, north = frame
    flat = cos(radians((south + north) / 2))
    high = wide * (north - south) / ((east - west) * flat)
    if high > tallest:
        more = (north - south) * wide / tallest / flat - (east - west)
        return View((west - more / 2, south, east + more / 2, north), wide, tallest, turned)
    if high < tallest * 0.6:
        more = (east - west) * flat * tallest * 0.6 / wide - (north - south)
        south, north, high = max(south - more / 2, -90.0), min(north + more / 2, 90.0), tallest * 0.6
    return View((west, south, east, north), wide, round(high, 1), turned)


def shapes(view: View) -> dict[str, list[list[Point]]]:
    """By country, its rings within the view, in the units of the drawing."""
    west, south, east, north = view.frame
    frames: list[Frame] = [view.frame]
    if view.turned or east > 180:
        frames.append((west - 360, south, east - 360, north))
    found = {}
    for country in dict.fromkeys(c for frame in frames for c in countries_in(frame)):
        rings = [ring for line in outline(country) if len(ring := cut(view, line)) >= 3]
        if rings:
            found[country] = rings
    return found


def cut(view: View, line: Iterable[Point]) -> list[Point]:
    """A ring cut to the view (Sutherland and Hodgman), a hair beyond its edges so that no seam is seen."""
    ring = [(view.x(lon), view.y(lat)) for lon, lat in line]
    ring = ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring
    for axis, edge, sign in ((0, -2.0, 1), (0, view.wide + 2, -1), (1, -2.0, 1), (1, view.high + 2, -1)):
        ring = _side(ring, axis, edge, sign)
    return [p for n, p in enumerate(ring) if n == 0 or p != ring[n - 1]]


def _side(ring: Sequence[Point], axis: int, edge: float, sign: int) -> list[Point]:
    kept: list[Point] = []
    for n, point in enumerate(ring):
        before = ring[n - 1]
        here, there = sign * (point[axis] - edge) >= 0, sign * (before[axis] - edge) >= 0
        if here != there:
            share = (edge - before[axis]) / (point[axis] - before[axis])
            meet = [before[k] + share * (point[k] - before[k]) for k in (0, 1)]
            kept.append((round(meet[0], 1), round(meet[1], 1)))
        if here:
            kept.append(point)
    return kept


def area(ring: Sequence[Point]) -> float:
    """The signed area of a ring."""
    return sum(ring[n - 1][0] * p[1] - p[0] * ring[n - 1][1] for n, p in enumerate(ring)) / 2


def middle(ring: Sequence[Point]) -> Point:
    """The centre of gravity of a ring."""
    whole = area(ring) * 6 or 1.0
    terms = [(ring[n - 1], p, ring[n - 1][0] * p[1] - p[0] * ring[n - 1][1]) for n, p in enumerate(ring)]
    return sum((a[0] + b[0]) * t for a, b, t in terms) / whole, sum((a[1] + b[1]) * t for a, b, t in terms) / whole


def holds(ring: Sequence[Point], x: float, y: float) -> bool:
    """Whether a point lies inside a ring."""
    inside = False
    for n, (ax, ay) in enumerate(ring):
        bx, by = ring[n - 1]
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


def strokes(view: View, lines: Iterable[Sequence[Point]]) -> Iterator[list[Point]]:
    """The stretches of open lines that may be seen in the view, in the units of the drawing."""
    for line in lines:
        drawn = [(view.x(lon), view.y(lat)) for lon, lat in line]
        kept: list[Point] = []
        for a, b in pairwise(drawn):
            seen = max(a[0], b[0]) >= 0 <= max(a[1], b[1]) and min(a[0], b[0]) <= view.wide
            if seen and min(a[1], b[1]) <= view.high:
                kept = kept or [a]
                kept += [b] if b != kept[-1] else []
            elif kept:
                yield kept
                kept = []
        if len(kept) > 1:
            yield kept


def open_path(lines: Iterable[Sequence[Point]]) -> str:
    """Open lines as the data of an SVG path."""
    return "".join("M" + "L".join(f"{x:g} {y:g}" for x, y in line) for line in lines)


def path(rings: Iterable[Sequence[Point]]) -> str:
    """Rings as the data of an SVG path."""
    return "".join("M" + "L".join(f"{x:g} {y:g}" for x, y in ring) + "Z" for ring in rings)
