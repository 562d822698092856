"""Which places a map shows: those of a measure's figures by place, and the others that figures are given for."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import ReportedFigure
from ..places import Gazetteer, Resolution
from .chart_bars import by_place
from .scene import Scene

SMALL_COUNT = 10
"""Fewer people than this below the second administrative level are not mapped: they could be found by it."""

_POINTS = ("admin1", "admin2", "admin3", "admin4", "city")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to be drawn, with its figure where it has one of the map's measure; `named` is by what it is there."""

    name: str
    place: Resolution
    figure: ReportedFigure | None = None
    named: ReportedFigure | None = None

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


def graded_spots(scene: Scene, gazetteer: Gazetteer, country: str, measure: str) -> tuple[list[Spot], list[str]]:
    """The places of a measure that can be drawn, the largest figure first, and the names of those that cannot."""
    spots, absent = [], []
    for finding, figure in by_place(scene, measure):
        spot = Spot(finding.place or "", gazetteer.resolve(finding.place or "", country), figure)
        if _on_map(spot.place, country) and not _small(spot):
            spots.append(spot)
        else:
            absent.append(spot.name)
    return spots, absent


def named_spots(scene: Scene, gazetteer: Gazetteer, country: str, graded: Sequence[Spot]) -> list[Spot]:
    """The other places that figures are given for, each once, in the order of the report's findings.

    A place that only small counts of people are given for is not drawn: the map would lead to them.
    """
    drawn = {s.place.place.id for s in graded if s.place.place}
    found = []
    for finding in (f for f in scene.current if scene.placed(f)):
        name, figure = finding.place or "", scene.main(finding)
        place = gazetteer.resolve(name, country)
        if not _on_map(place, country) or not place.place or place.place.id in drawn:
            continue
        if figure is None or not _small(Spot(name, place, figure)):
            drawn.add(place.place.id)
            found.append(Spot(name, place, named=figure))
    return found


def _on_map(place: Resolution, country: str) -> bool:
    known = place.resolved and place.country == country and place.lat is not None and place.lon is not None
    return known and place.level in _POINTS


def _small(spot: Spot) -> bool:
    """Whether so few people are counted in so small a place that the map could give them away."""
    people = spot.figure is not None and spot.figure.unit in ("people", "households")
    return people and spot.value < SMALL_COUNT and spot.place.level not in ("admin1", "admin2")
