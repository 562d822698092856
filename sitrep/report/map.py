"""The locator map: where the places of a measure's figures lie, with graded points, neighbours and a disclaimer."""

from collections.abc import Sequence
from math import sqrt

from ..measures import MEASURES
from ..model.runs import Name, Runs, Text
from ..places import Gazetteer
from ..places.boundaries import Boundaries
from .chart import SIZE, SMALL, WIDE, Chart
from .chart_bars import said
from .chart_table import cited, data_table, place_cells
from .lettering import Box, Label, Page, fitted, wrapped
from .map_frame import View, main_view, path, shapes
from .map_parts import country_names, inner_lines, inset
from .map_spots import Spot, graded_spots, named_spots
from .phrases import joined, plain
from .scene import Scene

_TALLEST = 265.0
_NARROW = 0.91
"""How wide the page's letters are beside the widest, by which text is measured."""

# The highlights beside the map, in the units of the drawing: how wide a line is, its type, its height, room after one.
_BESIDE, _TYPE, _LINE, _BULLET = 351.0, 13.5, 18.6, 5.7
# The caption above the map, and the room around it.
_TITLE, _READING, _READING_LINE, _AROUND = 15.7, 12.6, 14.5, 9.0
_MOST = 25
_LARGEST, _LEAST, _PLAIN = 13.0, 4.5, 2.5


def locator(scene: Scene, gazetteer: Gazetteer, measures: Sequence[str]) -> Chart | None:
    """The map of a crisis's country: the figures by place of the first measure that can be mapped, and other places.

    None where no place of the report can be put on it.
    """
    country = scene.report.crisis.country
    if country is None:
        return None
    chosen = max(measures, key=lambda m: (len(graded_spots(scene, gazetteer, country, m)[0]), -measures.index(m)))
    graded, absent = graded_spots(scene, gazetteer, country, chosen)
    named = named_spots(scene, gazetteer, country, graded)
    spots = (graded + named)[:_MOST]
    return _chart(scene, gazetteer, chosen if graded else None, spots, absent) if spots else None


def _chart(
    scene: Scene, gazetteer: Gazetteer, measure: str | None, spots: Sequence[Spot], absent: Sequence[str]
) -> Chart:
    label = MEASURES[measure].label.lower() if measure else ""
    title = scene.words.word("titles", "map" if measure else "map_named").replace("{what}", label)
    alt = scene.alternative("map", title, [_text(scene, s) for s in spots])
    figures = [s.figure for s in spots if s.figure is not None]
    reading = cited(_reading(scene, spots[0], absent), figures)
    return Chart(
        "map",
        f"map-{measure or 'named'}",
        "highlights",
        title,
        alt,
        scene.draw("map.svg.j2", title=title, alt=alt, **_drawing(scene, gazetteer, spots, reading)),
        scene.column("place", "figure", "latitude", "longitude", "source"),
        tuple(_row(scene, s) for s in spots),
        reading,
        tuple(scene.number(figure) for figure in figures),
        data_table(scene, title, ("place", "what", "figure", "source"), (_cells(scene, s) for s in spots)),
    )


def _cells(scene: Scene, spot: Spot) -> tuple[Runs, ...]:
    """A place as a row: its name, and what is counted there."""
    figure = spot.figure or spot.named
    label = Text(text=MEASURES[figure.measure].label) if figure else Text(text="")
    name, number, cite = place_cells(scene, spot.name, figure)
    return name, (label,), number, cite


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
    """A label: the name, the number as stated and in full, its source."""
    name = fitted(spot.name, 120, SIZE)
    if spot.figure is None:
        return name
    return f"{name} {plain(said(scene, spot.figure))} [{spot.figure.n}]"


def _row(scene: Scene, spot: Spot) -> tuple[str, ...]:
    lon, lat = spot.point
    number = plain(said(scene, spot.figure)) if spot.figure else ""
    return (spot.name, number, f"{lat:.2f}", f"{lon:.2f}", f"[{spot.figure.n}]" if spot.figure else "")


def _drawing(scene: Scene, gazetteer: Gazetteer, spots: Sequence[Spot], reading: Runs) -> dict[str, object]:
    framing = [s for s in spots if s.figure is not None] or spots
    points, country = [s.point for s in framing], spots[0].place.country or ""
    towns = all(s.place.level != "admin1" for s in framing)
    inner = gazetteer.boundaries(country)
    view, close = main_view(country, points, WIDE, _tallest(scene, spots, reading, inner), zoom=towns)
    inner = inner if close else tuple(b for b in inner if b.level == 1)
    rings = shapes(view)
    page = Page(Box(4, 4, WIDE - 4, view.high - 4))
    corner = inset(country, points, view, page) if close else None
    marks = _marks(spots, view)
    for _, x, y, radius in marks:
        page.mark(x, y, radius)
    labels = [(label, x, y) for s, x, y, r in marks if (label := _label(scene, page, s, x, y, r)) is not None]
    notes = _notes(scene, [s for s, *_ in marks], inner)
    return {
        "high": view.high + _below(notes),
        "map_high": view.high,
        "land": [path(r) for c, r in rings.items() if c != country],
        "home": path(rings.get(country, [])),
        "inner": inner_lines(view, inner),
        "names": country_names(page, rings, country, view),
        "marks": [(x, y, r, s.place.level == "city") for s, x, y, r in sorted(marks, key=lambda m: -m[3])],
        "labels": [label for label, _, _ in labels],
        "leaders": [line for label, x, y in labels if (line := _leader(label, x, y))],
        "inset": corner,
        "notes": notes,
    }


def _tallest(scene: Scene, spots: Sequence[Spot], reading: Runs, inner: Sequence[Boundaries]) -> float:
    """How tall a map may be: as the highlights beside it, but with room for its labels."""
    lists = (b for s in scene.report.sections if s.key == "highlights" for b in s.blocks if b.type == "bullets")
    beside = [_lines(item, _BESIDE, _TYPE) * _LINE + _BULLET for b in lists for item in b.items]
    around = _TITLE + _lines(reading, WIDE, _READING) * _READING_LINE + _below(_notes(scene, spots, inner)) + _AROUND
    # Rounded: the sum of floats is not the same to the last digit in every version of Python.
    room = round(sum(beside) - around, 1) if beside else _TALLEST
    return min(max(room, 130 + 10.0 * len(spots)), _TALLEST)


def _lines(runs: Runs, room: float, size: float) -> int:
    """How many lines words take on the page."""
    return len(wrapped(plain(runs), room, size * _NARROW, most=20))


def _below(notes: Sequence[str]) -> float:
    return 6 + 12.0 * len(notes)


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


def _notes(scene: Scene, spots: Sequence[Spot], inner: Sequence[Boundaries]) -> tuple[str, ...]:
    """What the marks are, the disclaimer, and what the map is made of, in lines."""
    kinds = {_kind(spot) for spot in spots} if any(spot.figure for spot in spots) else set()
    marks = [scene.label(kind) for kind in ("point_town", "point_division", "point_named") if kind in kinds]
    lines = [scene.label(f"level_{b.level}").replace("{source}", b.origin) for b in inner]
    told = (*marks, scene.label("disclaimer"), scene.label("basemap"), *lines, scene.label("gazetteer"))
    return wrapped(" ".join(told), WIDE - 8, SMALL - 1, most=7)


def _kind(spot: Spot) -> str:
    if spot.figure is None:
        return "point_named"
    return "point_town" if spot.place.level == "city" else "point_division"
