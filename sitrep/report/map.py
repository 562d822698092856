"""The locator map: where the places of a measure's figures lie, with graded points, neighbours and a disclaimer."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from ..measures import MEASURES
from ..model import ReportedFigure
from ..model.runs import Name, Runs
from ..places import Gazetteer, Resolution
from .chart_bars import by_place, said
from .chart_data import SIZE, SMALL, WIDE, Chart, Scene
from .lettering import Box, Label, Page, fitted, wrapped
from .map_frame import View, cut, main_view, path, shapes
from .map_parts import country_names, inset
from .phrases import joined, plain

SMALL_COUNT = 10
"""Fewer people than this below the second administrative level are not mapped: they could be found by it."""

_TALLEST = 270.0
_MOST = 25
_LARGEST, _LEAST, _PLAIN = 13.0, 4.5, 2.5
_POINTS = ("admin1", "admin2", "admin3", "admin4", "city")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to be drawn, with its figure where it has one of the map's measure."""

    name: str
    place: Resolution
    figure: ReportedFigure | None = None

    @property
    def point(self) -> tuple[float, float]:
        """Longitude and latitude."""
        return self.place.lon or 0.0, self.place.lat or 0.0

    @property
    def value(self) -> float:
        """The upper bound of the figure, nought without one."""
        if self.figure is None:
            return 0.0
        return float((self.figure.high if self.figure.value is None else self.figure.value) or 0)


def locator(scene: Scene, gazetteer: Gazetteer, measures: Sequence[str]) -> Chart | None:
    """The map of a crisis's country: the figures by place of the first measure that can be mapped, and other places.

    None where no place of the report can be put on it.
    """
    country = scene.report.crisis.country
    if country is None:
        return None
    chosen = max(measures, key=lambda m: (len(_graded(scene, gazetteer, country, m)[0]), -measures.index(m)))
    graded, absent = _graded(scene, gazetteer, country, chosen)
    named = _named(scene, gazetteer, country, graded)
    spots = (graded + named)[:_MOST]
    return _chart(scene, gazetteer, chosen if graded else None, spots, absent) if spots else None


def _chart(
    scene: Scene, gazetteer: Gazetteer, measure: str | None, spots: Sequence[Spot], absent: Sequence[str]
) -> Chart:
    label = MEASURES[measure].label.lower() if measure else ""
    title = scene.words.word("titles", "map" if measure else "map_named").replace("{what}", label)
    alt = scene.alternative("map", title, [_text(scene, s) for s in spots])
    figures = [s.figure for s in spots if s.figure is not None]
    return Chart(
        "map",
        f"map-{measure or 'named'}",
        "overview",
        title,
        alt,
        scene.draw("map.svg.j2", title=title, alt=alt, **_drawing(scene, gazetteer, spots)),
        scene.column("place", "figure", "latitude", "longitude", "source"),
        tuple(_row(scene, s) for s in spots),
        scene.cited(_reading(scene, spots[0], absent), figures),
        tuple(scene.number(figure) for figure in figures),
        scene.table(title, ("place", "figure", "source"), (scene.place_cells(s.name, s.figure) for s in spots)),
    )


def _graded(scene: Scene, gazetteer: Gazetteer, country: str, measure: str) -> tuple[list[Spot], list[str]]:
    """The places of a measure that can be drawn, the largest figure first, and the names of those that cannot."""
    spots, absent = [], []
    for finding, figure in by_place(scene, measure):
        spot = Spot(finding.place or "", gazetteer.resolve(finding.place or "", country), figure)
        if _on_map(spot.place, country) and not _small(spot):
            spots.append(spot)
        else:
            absent.append(spot.name)
    return spots, absent


def _named(scene: Scene, gazetteer: Gazetteer, country: str, graded: Sequence[Spot]) -> list[Spot]:
    """The other places that figures are given for, each once, in the order of the report's findings."""
    drawn = {s.place.place.id for s in graded if s.place.place}
    found = []
    for name in dict.fromkeys(f.place for f in scene.current if f.place and scene.placed(f)):
        place = gazetteer.resolve(name, country)
        if _on_map(place, country) and place.place and place.place.id not in drawn:
            drawn.add(place.place.id)
            found.append(Spot(name, place))
    return found


def _on_map(place: Resolution, country: str) -> bool:
    known = place.resolved and place.country == country and place.lat is not None and place.lon is not None
    return known and place.level in _POINTS


def _small(spot: Spot) -> bool:
    """Whether so few people are counted in so small a place that the map could give them away."""
    people = spot.figure is not None and spot.figure.unit in ("people", "households")
    return people and spot.value < SMALL_COUNT and spot.place.level not in ("admin1", "admin2")


def _reading(scene: Scene, most: Spot, absent: Sequence[str]) -> Runs:
    if most.figure is None:
        runs = scene.words("map_named")
    else:
        runs = scene.words("map", most=said(scene, most.figure), place=Name(text=most.name))
    if not absent:
        return runs
    names = scene.phrases.series(Name(text=name) for name in absent[:6])
    return joined((runs, scene.words("map_more", places=names)))


def _text(scene: Scene, spot: Spot) -> str:
    """A label: the name, the number as stated, its source."""
    name = fitted(spot.name, 150, SIZE)
    if spot.figure is None:
        return name
    return f"{name} {fitted(plain(said(scene, spot.figure)), 130, SIZE)} [{spot.figure.n}]"


def _row(scene: Scene, spot: Spot) -> tuple[str, ...]:
    lon, lat = spot.point
    number = plain(said(scene, spot.figure)) if spot.figure else ""
    return (spot.name, number, f"{lat:.2f}", f"{lon:.2f}", f"[{spot.figure.n}]" if spot.figure else "")


def _drawing(scene: Scene, gazetteer: Gazetteer, spots: Sequence[Spot]) -> dict[str, object]:
    framing = [s for s in spots if s.figure is not None] or spots
    points, country = [s.point for s in framing], spots[0].place.country or ""
    towns = all(s.place.level != "admin1" for s in framing)
    view, close = main_view(country, points, WIDE, _TALLEST, zoom=towns)
    rings = shapes(view)
    page = Page(Box(4, 4, WIDE - 4, view.high - 4))
    corner = inset(country, points, view, page) if close else None
    marks = _marks(spots, view)
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
        "names": country_names(page, rings, country, view),
        "marks": [(x, y, r, s.place.level == "city") for s, x, y, r in sorted(marks, key=lambda m: -m[3])],
        "labels": [label for label, _, _ in labels],
        "leaders": [line for label, x, y in labels if (line := _leader(label, x, y))],
        "inset": corner,
        "notes": notes,
    }


def _marks(spots: Sequence[Spot], view: View) -> list[tuple[Spot, float, float, float]]:
    """The points with their radius; a place without a figure is left out near another point and off the map."""
    marks: list[tuple[Spot, float, float, float]] = []
    for spot in spots:
        x, y = view.x(spot.point[0]), view.y(spot.point[1])
        off = not (8 < x < view.wide - 8 and 8 < y < view.high - 8)
        near = any(abs(x - ox) < r + 6 and abs(y - oy) < r + 6 for _, ox, oy, r in marks)
        if spot.figure is not None or not (off or near):
            marks.append((spot, x, y, _radius(spot, spots)))
    return marks


def _radius(spot: Spot, spots: Sequence[Spot]) -> float:
    """By the area of the point, the smallest still to be seen."""
    if spot.figure is None:
        return _PLAIN
    most = max(s.value for s in spots) or 1.0
    return round(max(_LEAST, _LARGEST * sqrt(spot.value / most)), 1)


def _label(scene: Scene, page: Page, spot: Spot, x: float, y: float, radius: float) -> Label | None:
    for gap in (radius + 4, radius + 14, radius + 28, radius + 44):
        if found := page.label(_text(scene, spot), x, y, gap, SIZE, bold=spot.figure is not None):
            return found
    return None


def _leader(label: Label, x: float, y: float) -> tuple[float, float, float, float] | None:
    """A line from a point to its label where they are not side by side."""
    near = (label.x, label.y - SIZE * 0.35)
    away = sqrt((near[0] - x) ** 2 + (near[1] - y) ** 2)
    return None if away < _LARGEST + 12 else (x, y, round(near[0], 1), round(near[1], 1))


def _notes(scene: Scene) -> tuple[str, ...]:
    """The disclaimer and what the map is made of, in lines."""
    text = " ".join(scene.label(key) for key in ("points", "disclaimer", "basemap", "gazetteer"))
    return wrapped(text, WIDE - 8, SMALL - 1, most=3)
