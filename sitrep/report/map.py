"""The locator map: where the places of a measure's figures lie, with graded points, neighbours and a disclaimer."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from ..measures import MEASURES
from ..model import ReportedFigure, ReportedFinding
from ..model.runs import Name, Runs
from ..places import Gazetteer, Resolution
from ..places.countries import name as country_name
from .chart_bars import by_place
from .chart_data import SIZE, SMALL, WIDE, Chart, Scene
from .lettering import Box, Label, Page, fitted, wrapped
from .map_frame import View, area, cut, inset_view, main_view, middle, path, shapes
from .phrases import joined

SMALL_COUNT = 10
"""Fewer people than this below the second administrative level are not mapped: they could be found by it."""

_TALLEST = 400.0
_MOST = 25
_LARGEST, _LEAST = 13.0, 4.0
_POINTS = ("admin1", "admin2", "admin3", "admin4", "city")


@dataclass(frozen=True, slots=True)
class Spot:
    """A figure with the place that it is drawn at."""

    finding: ReportedFinding
    figure: ReportedFigure
    place: Resolution
    value: float

    @property
    def point(self) -> tuple[float, float]:
        """Longitude and latitude."""
        return self.place.lon or 0.0, self.place.lat or 0.0


def locator(scene: Scene, gazetteer: Gazetteer, measure: str) -> Chart | None:
    """The map of a measure's figures by place in the crisis's country, None where none can be put on it."""
    country = scene.report.crisis.country
    pairs = by_place(scene, measure)
    spots, absent = _spots(gazetteer, country, pairs)
    if not spots or country is None:
        return None
    what = MEASURES[measure].label.lower()
    title = scene.words.word("titles", "map").replace("{what}", what)
    items = [f"{s.finding.place}: {scene.number(s.figure).text}" for s in spots]
    alt = scene.alternative("map", title, items)
    drawing = _drawing(scene, gazetteer, country, spots)
    return Chart(
        "map",
        f"map-{measure}",
        MEASURES[measure].section,
        title,
        alt,
        scene.draw("map.svg.j2", title=title, alt=alt, **drawing),
        scene.column("place", "figure", "latitude", "longitude", "source"),
        tuple(_row(scene, s) for s in spots),
        scene.cited(_reading(scene, spots[0], absent), [s.figure for s in spots]),
        tuple(scene.number(s.figure) for s in spots),
    )


def _spots(
    gazetteer: Gazetteer, country: str | None, pairs: Sequence[tuple[ReportedFinding, ReportedFigure]]
) -> tuple[list[Spot], list[str]]:
    """What can be drawn, the largest first, and the names of the places that cannot."""
    spots, absent = [], []
    for finding, figure in pairs:
        place = gazetteer.resolve(finding.place or "", country)
        value = float((figure.high if figure.value is None else figure.value) or 0)
        if place.country == country and _mappable(place, figure, value):
            spots.append(Spot(finding, figure, place, value))
        else:
            absent.append(finding.place or "")
    return spots[:_MOST], absent


def _mappable(place: Resolution, figure: ReportedFigure, value: float) -> bool:
    if not place.resolved or place.level not in _POINTS or place.lat is None or place.lon is None:
        return False
    people = figure.unit in ("people", "households")
    return not (people and value < SMALL_COUNT and place.level not in ("admin1", "admin2"))


def _reading(scene: Scene, most: Spot, absent: Sequence[str]) -> Runs:
    runs = scene.words("map", most=scene.number(most.figure), place=Name(text=most.finding.place or ""))
    if not absent:
        return runs
    names = scene.phrases.series(Name(text=name) for name in absent[:6])
    return joined((runs, scene.words("map_more", places=names)))


def _row(scene: Scene, spot: Spot) -> tuple[str, ...]:
    lon, lat = spot.point
    return (spot.finding.place or "", scene.number(spot.figure).text, f"{lat:.2f}", f"{lon:.2f}", f"[{spot.figure.n}]")


def _drawing(scene: Scene, gazetteer: Gazetteer, country: str, spots: Sequence[Spot]) -> dict[str, object]:
    points = [s.point for s in spots]
    view, close = main_view(country, points, WIDE, _TALLEST)
    rings = shapes(view)
    page = Page(Box(4, 4, WIDE - 4, view.high - 4))
    inset = _inset(country, points, view, page) if close else None
    marks = [(s, view.x(s.point[0]), view.y(s.point[1]), _radius(s, spots)) for s in spots]
    for _, x, y, radius in marks:
        page.mark(x, y, radius)
    labels = [(label, x, y) for s, x, y, r in marks if (label := _label(scene, page, s, x, y, r)) is not None]
    notes = _notes(scene)
    return {
        "high": view.high + 8 + 13 * len(notes),
        "map_high": view.high,
        "land": [path(r) for c, r in rings.items() if c != country],
        "home": path(rings.get(country, [])),
        "inner": [path([ring]) for line in gazetteer.boundaries(country) if len(ring := cut(view, line)) >= 3],
        "names": _names(page, rings, country, view),
        "marks": [(x, y, r, s.place.level == "city") for s, x, y, r in reversed(marks)],
        "labels": [label for label, _, _ in labels],
        "leaders": [line for label, x, y in labels if (line := _leader(label, x, y))],
        "inset": inset,
        "notes": notes,
    }


def _radius(spot: Spot, spots: Sequence[Spot]) -> float:
    """By the area of the point, the smallest still to be seen."""
    most = max(s.value for s in spots) or 1.0
    return round(max(_LEAST, _LARGEST * sqrt(spot.value / most)), 1)


def _label(scene: Scene, page: Page, spot: Spot, x: float, y: float, radius: float) -> Label | None:
    text = f"{fitted(spot.finding.place or '', 150, SIZE)} {fitted(scene.number(spot.figure).text, 110, SIZE)}"
    for gap in (radius + 4, radius + 14, radius + 28, radius + 44):
        if found := page.label(f"{text} [{spot.figure.n}]", x, y, gap, SIZE, bold=True):
            return found
    return None


def _leader(label: Label, x: float, y: float) -> tuple[float, float, float, float] | None:
    """A line from a point to its label where they are not side by side."""
    near = (label.x, label.y - SIZE * 0.35)
    away = sqrt((near[0] - x) ** 2 + (near[1] - y) ** 2)
    return None if away < _LARGEST + 12 else (x, y, round(near[0], 1), round(near[1], 1))


def _names(page: Page, rings: dict[str, list[list[tuple[float, float]]]], country: str, view: View) -> list[Label]:
    """The names of the countries that take up enough of the map, where there is room for them."""
    found = []
    for code, pieces in sorted(rings.items(), key=lambda item: (item[0] != country, item[0])):
        largest = max(pieces, key=lambda ring: abs(area(ring)))
        if abs(area(largest)) < 0.015 * view.wide * view.high:
            continue
        x, y = middle(largest)
        text = fitted(country_name(code).upper(), 220, SMALL)
        for step in (0, 26, -26, 52, -52, 90, -90):
            label = page.label(text, round(x, 1), round(y + step, 1), 0, SMALL, ("above",))
            if label is not None:
                found.append(label)
                break
    return found


def _inset(country: str, points: Sequence[tuple[float, float]], view: View, page: Page) -> dict[str, object]:
    """The whole country in a corner that no point needs, with the frame of the map in it."""
    small = inset_view(country, points, 150.0, 105.0)
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


def _notes(scene: Scene) -> tuple[str, ...]:
    """The disclaimer and what the map is made of, in lines."""
    text = " ".join(scene.label(key) for key in ("disclaimer", "basemap", "gazetteer"))
    return wrapped(text, WIDE - 8, SMALL - 1, most=3)
