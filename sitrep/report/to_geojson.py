"""GeoJSON: the findings whose place a sentence names and the gazetteer knows, as points at the middle of the place.

Small counts of people below the second administrative level are left out, because they could be found by them;
exact coordinates of an article never get here, since only the gazetteer's are written.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..measures import MEASURES
from ..model import Report, ReportedFigure, ReportedFinding
from ..model.records import ReportFile
from ..model.reported import Location
from .exporter import Rendering
from .map_spots import SMALL_COUNT
from .rows import iso
from .scene import is_placed

_WIDE = frozenset({"admin1", "admin2"})


def to_geojson(report: Report, *, templates: Sequence[Path] = ()) -> Rendering:
    """One `.geojson` file (RFC 7946); without a country of the crisis it holds no point."""
    collection = {
        "type": "FeatureCollection",
        "name": report.stem,
        "report_id": report.id,
        "as_of": report.as_of.isoformat(),
        "note": "Points are the middle of the named place, not of an event, and imply no opinion on boundaries.",
        "attribution": "Places: GeoNames (CC BY 4.0)",
        "features": list(_features(report)),
    }
    data = (json.dumps(collection, indent=1, ensure_ascii=False) + "\n").encode("utf-8", "replace")
    return Rendering((ReportFile(f"{report.stem}.geojson", "application/geo+json", data),))


def _features(report: Report) -> Iterator[dict[str, object]]:
    figures = {figure.id: figure for figure in report.figures}
    known = {location.asked: location for location in report.locations}
    for finding in report.findings:
        figure, place = figures.get(finding.recommended or ""), known.get(finding.place or "")
        if figure is None or place is None or place.lat is None or finding.scope != "current":
            continue
        if is_placed(finding, figures) and not _small(figure, place):
            yield _feature(report, finding, figure, place)


def _small(figure: ReportedFigure, place: Location) -> bool:
    value = figure.value if figure.value is not None else figure.high
    people = figure.unit in {"people", "households"}
    return people and (value or 0) < SMALL_COUNT and place.level not in _WIDE


def _feature(report: Report, finding: ReportedFinding, figure: ReportedFigure, place: Location) -> dict[str, object]:
    source = report.sources[figure.n - 1]
    return {
        "type": "Feature",
        "id": finding.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {
            "indicator": finding.measure,
            "label": MEASURES[finding.measure].label,
            "text": figure.text,
            "value": figure.value,
            "low": finding.low,
            "high": finding.high,
            "quantifier": figure.qualifier,
            "unit": figure.unit,
            "certainty": figure.certainty,
            "relation": finding.relation,
            "place": finding.place,
            "place_name": place.name,
            "level": place.level,
            "admin1": place.admin1,
            "admin2": place.admin2,
            "pcode": place.pcode,
            "since": iso(figure.since),
            "until": iso(figure.until),
            "origin": figure.source,
            "source": figure.n,
            "publisher": source.publisher,
            "published": iso(source.published),
            "url": source.url,
            "excerpt": " ".join(figure.quote.split()),
        },
    }
