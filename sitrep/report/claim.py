"""What charts draw of a finding: its figures as dated, sourced, numeric claims."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from ..model import ReportedFigure, ReportedFinding
from .numbers import figure_text
from .scene import Scene, drawable
from .speakers import site, speaker_name

_LESS = {"rejected": 0, "triangulation": 1, "superseded": 2, "recommended": 3}


@dataclass(frozen=True, slots=True)
class Claim:
    """One numeric figure of a finding: bounds, when it holds or was published, and who gives it."""

    figure: ReportedFigure
    text: str
    low: float
    high: float
    day: date | None
    moment: float | None
    origin: str
    origin_key: str
    role: str
    standing: bool


def claims_of(scene: Scene, finding: ReportedFinding) -> tuple[Claim, ...]:
    """What can be drawn of a finding in the unit of its recommended figure, by time, rejected figures left out."""
    main = scene.main(finding)
    if main is None:
        return ()
    names = {origin.key: (origin.name, origin.kind) for origin in finding.origins}
    found = []
    for member in finding.members:
        figure = scene.figures.get(member.figure)
        if figure is None or member.role == "rejected" or not drawable(figure) or figure.unit != main.unit:
            continue
        low = figure.low if figure.low is not None else figure.value
        high = figure.high if figure.high is not None else figure.value
        assert low is not None and high is not None
        day, moment = _when(scene, figure)
        name = _origin(scene, *names.get(member.origin, ("", "unnamed")), figure)
        text = figure_text(figure, scene.phrases, prose=False)
        found.append(Claim(figure, text, low, high, day, moment, name, member.origin, member.role, member.standing))
    kept = {(c.figure.n, c.low, c.high, c.origin_key): c for c in sorted(found, key=lambda c: _LESS[c.role])}
    return tuple(sorted(kept.values(), key=lambda c: (c.moment is None, c.moment or 0, c.figure.n, c.figure.start)))


def _when(scene: Scene, figure: ReportedFigure) -> tuple[date | None, float | None]:
    """The day that a figure speaks of, else of its publication; as a number with the hour where that is known."""
    source = next((s for s in scene.report.sources if s.n == figure.n), None)
    published = source.published if source else None
    day = figure.until or (published.date() if isinstance(published, datetime) else published)
    if day is None:
        return None, None
    hour = 0.5
    if isinstance(published, datetime) and published.date() == day:
        hour = (published.hour * 60 + published.minute) / 1440
    return day, day.toordinal() + hour


def _origin(scene: Scene, name: str, kind: str, figure: ReportedFigure) -> str:
    """A name to print: a person's is not, nor what the report withholds, an empty one is not."""
    if figure.source and scene.phrases.word("withheld", "name") in figure.source:
        kind = "person"
    if kind in ("person", "witness"):
        return scene.label(kind)
    own_voice = kind == "media"
    said = speaker_name(figure, scene.report.sources, scene.phrases) if figure.source or own_voice else site(name)
    return re.sub(r"(?i)^(?:an?|the) ", "", (said or scene.label("unnamed")).rstrip(","))


def several_years(claims: Iterable[Claim]) -> bool:
    """Whether the days of the claims are of more than one year, so that each day needs its own."""
    return len({c.day.year for c in claims if c.day}) > 1
