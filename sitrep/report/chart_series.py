"""Casualties and displacement over time: of which finding there is a chart, what it is called and what it tells."""

from collections.abc import Sequence

from ..model import ReportedFinding
from .chart import Chart, plain_value
from .chart_table import cited, claims_table
from .claim import Claim, claims_of, several_years
from .numbers import day
from .scene import Scene
from .series_drawing import drawing

_DAYS, _DAYS_OF_CROWD = 2, 3
"""On so many days the recommended figure must have moved; on more where a report prints a selection only."""


def series(scene: Scene, section: str, measure: str) -> Chart | None:
    """The chart of the widest finding of a measure whose figure moved from day to day; None where none did."""
    best = max((f for f in scene.current if f.measure == measure), key=lambda f: _worth(scene, f), default=None)
    if best is None or _worth(scene, best)[0] == 0:
        return None
    claims = tuple(c for c in claims_of(scene, best) if c.moment is not None)
    steps = _steps(claims)
    first, last = steps[0], steps[-1]
    assert first.day is not None and last.day is not None
    title = _title(scene, best)
    runs = scene.words(
        "series",
        first=scene.number(first.figure),
        since=day(first.day, scene.phrases),
        last=scene.number(last.figure),
        until=day(last.day, scene.phrases),
    )
    years = several_years(claims)
    told = [f"{scene.short_day(c.day, year=years)}: {c.text} ({c.origin})" for c in claims]
    alt = scene.alternative("series", title, told)
    return Chart(
        "series",
        f"series-{measure}",
        section,
        title,
        alt,
        scene.draw("chart-series.svg.j2", title=title, alt=alt, **drawing(scene, claims, steps)),
        scene.column("date", "figure", "low", "high", "origin", "source", "role"),
        tuple(_row(c) for c in claims),
        cited(runs, [first.figure, last.figure]),
        tuple(scene.number(c.figure) for c in claims),
        claims_table(scene, title, claims),
    )


def _title(scene: Scene, finding: ReportedFinding) -> str:
    what = scene.what(finding) + (f", {finding.place}" if finding.place and not finding.crisis_wide else "")
    return scene.words.word("titles", "series").replace("{what}", what)


def _worth(scene: Scene, finding: ReportedFinding) -> tuple[int, bool, int, str]:
    """How well a finding makes a chart: the days on which the recommended figure moved, if they are enough."""
    steps = _steps([c for c in claims_of(scene, finding) if c.moment is not None])
    days = len({c.day for c in steps})
    moved = len({c.text for c in steps})
    least = _DAYS_OF_CROWD if scene.crowded else _DAYS
    return (days if days >= least and moved > 1 else 0, finding.crisis_wide, finding.articles, finding.id)


def _steps(claims: Sequence[Claim]) -> list[Claim]:
    """The figures that were recommended one after another, the last one of each moment."""
    kept = {c.moment: c for c in claims if c.role in ("recommended", "superseded")}
    steps = [kept[m] for m in sorted(m for m in kept if m is not None)]
    main = next((c for c in steps if c.role == "recommended"), None)
    return [c for c in steps if main is None or c.moment <= main.moment]  # type: ignore[operator]


def _row(c: Claim) -> tuple[str, ...]:
    return (str(c.day), c.text, plain_value(c.low), plain_value(c.high), c.origin, f"[{c.figure.n}]", c.role)
