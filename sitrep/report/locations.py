"""What the gazetteer knows of the places that a report names, kept in it: its data need no gazetteer to be read."""

from collections.abc import Iterable, Iterator

from ..model import ReportedFigure, ReportedFinding
from ..model.reported import Location
from ..places import Gazetteer


def locations(
    figures: Iterable[ReportedFigure],
    findings: Iterable[ReportedFinding],
    gazetteer: Gazetteer | None,
    country: str | None,
) -> tuple[Location, ...]:
    """Each place name that is one place, in alphabetical order; none without a gazetteer and the crisis's country."""
    if gazetteer is None or country is None:
        return ()
    stated = {*(figure.place for figure in figures), *(finding.place for finding in findings)}
    return tuple(_known(sorted(filter(None, stated)), gazetteer, country))


def _known(names: Iterable[str], gazetteer: Gazetteer, country: str) -> Iterator[Location]:
    for name in names:
        place = gazetteer.resolve(name, country)
        if place.resolved:
            yield Location(
                asked=name,
                name=place.name or name,
                level=place.level or "",
                country=place.country,
                admin1=place.admin1,
                admin1_pcode=place.admin1_pcode,
                admin2=place.admin2,
                admin2_pcode=place.admin2_pcode,
                pcode=place.pcode,
                lat=place.lat,
                lon=place.lon,
            )
