"""Country outlines for locator maps, packaged in `outlines.zip`: Natural Earth 1:50m, public domain.

`script/places-make-outlines.py` makes the file; `LICENCE.txt` inside it says what was changed.
"""

import zipfile
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("outlines.zip")
_SCALE = 100

Point = tuple[float, float]
Frame = tuple[float, float, float, float]
"""West, south, east and north in degrees."""


@lru_cache(maxsize=1)
def _frames() -> dict[str, Frame]:
    with zipfile.ZipFile(_FILE) as packed:
        lines = packed.read("frames.tsv").decode().splitlines()
    table = {}
    for line in lines:
        code, *numbers = line.split("\t")
        west, south, east, north = (int(n) / _SCALE for n in numbers)
        table[code] = (west, south, east, north)
    return table


def frame_of(iso3: str) -> Frame | None:
    """The frame of a country's outline; a country on both sides of the 180th meridian spans the world."""
    return _frames().get(iso3)


def countries_in(frame: Frame) -> tuple[str, ...]:
    """The codes of the countries whose frames meet a frame."""
    return tuple(code for code, other in sorted(_frames().items()) if _meet(frame, other))


def _meet(a: Frame, b: Frame) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


@lru_cache(maxsize=64)
def outline(iso3: str) -> tuple[tuple[Point, ...], ...]:
    """The rings of a country as (longitude, latitude), to be filled by the even-odd rule; empty if unknown."""
    if iso3 not in _frames():
        return ()
    with zipfile.ZipFile(_FILE) as packed:
        lines = packed.read(f"{iso3}.txt").decode().splitlines()
    return tuple(_ring(line) for line in lines)


def _ring(line: str) -> tuple[Point, ...]:
    x = y = 0
    points = []
    for step in line.split():
        dx, dy = step.split(",")
        x, y = x + int(dx), y + int(dy)
        points.append((x / _SCALE, y / _SCALE))
    return tuple(points)
