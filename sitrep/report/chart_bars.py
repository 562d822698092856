"""Figures by place as bars, the largest first, each with its number as stated."""

from collections.abc import Sequence

from ..measures import MEASURES
from ..model import ReportedFigure, ReportedFinding
from ..model.runs import Name, Runs
from .chart import SIZE, WIDE, Chart, plain_value
from .chart_table import cited, data_table, place_cells
from .lettering import fitted, whole, width
from .phrases import joined, plain
from .scene import Scene

_MOST = 6
_ROW, _TALL_ROW = 18.0, 31.0
"""A row whose name stands before its bar, and one whose name stands above it."""

_LEFT = 4.0
_NUMBERS = 150.0
_LEAST = 55.0
"""The longest bar is at least so long: names that leave less stand above their bars."""


def by_place(scene: Scene, measure: str) -> list[tuple[ReportedFinding, ReportedFigure]]:
    """The recommended figure of each place that is set apart from the crisis as a whole: of all people, no subset."""
    best: dict[str, tuple[ReportedFinding, ReportedFigure]] = {}
    for finding in scene.current:
        main = scene.main(finding)
        if finding.measure != measure or finding.crisis_wide or main is None or not _upper(main):
            continue
        if finding.place is None or not scene.placed(finding):
            continue
        if finding.group or not set(finding.population) <= {"civilians"}:
            continue
        known = best.get(finding.place)
        if known is None or _rank(finding, main) < _rank(*known):
            best[finding.place] = (finding, main)
    units = [main.unit for _, main in best.values()]
    unit = max(sorted(set(units)), key=units.count, default="people")
    rows = [pair for pair in best.values() if pair[1].unit == unit]
    return sorted(rows, key=lambda pair: (-_upper(pair[1]), pair[0].place or ""))


def _rank(finding: ReportedFinding, main: ReportedFigure) -> tuple[object, ...]:
    return (len(finding.population), main.certainty != "reported", -_upper(main), finding.id)


def _upper(figure: ReportedFigure) -> float:
    value = figure.high if figure.value is None else figure.value
    return float(value or 0)


def bars(scene: Scene, section: str, measure: str) -> Chart | None:
    """The bars of a measure, None where fewer than two places have a figure of their own."""
    rows = by_place(scene, measure)[:_MOST]
    if len(rows) < 2:
        return None
    finding, most = rows[0]
    title = scene.words.word("titles", "bars").replace("{what}", _what(scene, measure, most))
    alt = scene.alternative("bars", title, [f"{f.place}: {plain(said(scene, m))}" for f, m in rows])
    cells = (place_cells(scene, f.place or "", m) for f, m in rows)
    runs = scene.words("bars", most=said(scene, most), place=Name(text=finding.place or ""))
    return Chart(
        "bars",
        f"bars-{measure}",
        section,
        title,
        alt,
        scene.draw("chart-bars.svg.j2", title=title, alt=alt, **_drawing(scene, rows)),
        scene.column("place", "figure", "low", "high", "source"),
        tuple(_row(scene, f, m) for f, m in rows),
        cited(runs, [most]),
        tuple(scene.number(m) for _, m in rows),
        data_table(scene, title, ("place", "figure", "source"), cells),
    )


def _what(scene: Scene, measure: str, figure: ReportedFigure) -> str:
    unit = f", {scene.phrases.word('units', 'households')}" if figure.unit == "households" else ""
    return MEASURES[measure].label + unit


def said(scene: Scene, figure: ReportedFigure) -> Runs:
    """The number as stated, with the word for a claim."""
    number = scene.number(figure)
    return (number,) if figure.certainty == "reported" else joined((number, f" ({scene.label(figure.certainty)})"))


def _row(scene: Scene, finding: ReportedFinding, figure: ReportedFigure) -> tuple[str, ...]:
    low = figure.low if figure.value is None else figure.value
    return (
        finding.place or "",
        scene.number(figure).text,
        plain_value(low or 0),
        plain_value(_upper(figure)),
        f"[{figure.n}]",
    )


def _drawing(scene: Scene, rows: Sequence[tuple[ReportedFinding, ReportedFigure]]) -> dict[str, object]:
    """Each name before its own bar, or where that leaves the bars too little room, above it."""
    texts = [f"{whole(plain(said(scene, main)), _NUMBERS, SIZE)} [{main.n}]".strip() for _, main in rows]
    names = [fitted(finding.place or "", WIDE - 16, SIZE) for finding, _ in rows]
    room = WIDE - _LEFT - max(width(text, SIZE, bold=True) for text in texts) - 14
    start = max(width(name, SIZE) for name in names) + 8
    before = room - start >= _LEAST
    row, start = (_ROW, start) if before else (_TALL_ROW, 0.0)
    most = _upper(rows[0][1]) or 1.0
    drawn = [
        {
            "name": name,
            "text": text,
            "y": round(4 + n * row, 1),
            "top": round(4 + n * row + (3 if before else 16), 1),
            "long": round(max(_upper(main) / most * (room - start), 1.0), 1),
            "hollow": main.certainty != "reported",
        }
        for n, ((_, main), name, text) in enumerate(zip(rows, names, texts, strict=True))
    ]
    return {
        "high": round(4 + len(rows) * row + 18, 1),
        "left": _LEFT,
        "start": round(_LEFT + start, 1),
        "bars": drawn,
        "row": row,
    }
