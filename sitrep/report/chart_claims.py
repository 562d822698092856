"""Claims side by side: a dot for each source's figure, a line for its range, an arrow where it says "at least"."""

import re
from collections.abc import Sequence

from ..model import ReportedFinding
from ..model.runs import Runs, Table
from .chart import SIZE, SMALL, WIDE, Chart, plain_value
from .chart_table import cited, claims_table
from .claim import Claim, claims_of, several_years
from .lettering import fitted, whole, width, wrapped
from .scene import Scene
from .shares import ends

_MOST = 8
_ROW = 33.0
_LEFT = 4.0
_NUMBERS = 215.0


def claims(scene: Scene, finding: ReportedFinding, table: Table | None = None) -> Chart | None:
    """The figures of a finding that its sources do not agree on, None where fewer than two can be drawn.

    Beside a `table` of them it is called as that is, and draws as many.
    """
    shown = _shown(claims_of(scene, finding), len(table.rows) if table else _MOST)
    if len(shown) < 2 or len({(c.low, c.high) for c in shown}) < 2:
        return None
    place = f", {finding.place}" if scene.placed(finding) else ""
    what = table.caption if table else f"{scene.what(finding)}{place}"
    title = scene.words.word("titles", "claims").replace("{what}", what)
    years = several_years(shown)
    told = [f"{c.origin}, {scene.short_day(c.day, year=years)}: {c.text}" for c in shown]
    alt = scene.alternative("claims", title, told)
    return Chart(
        "claims",
        f"claims-{finding.id}",
        "conflicts",
        title,
        alt,
        scene.draw("chart-claims.svg.j2", title=title, alt=alt, **_drawing(scene, shown)),
        scene.column("origin", "date", "figure", "low", "high", "source", "role"),
        tuple(_row(c) for c in shown),
        cited(_reading(scene, shown), [c.figure for c in shown]),
        tuple(scene.number(c.figure) for c in shown),
        claims_table(scene, title, shown),
    )


def _shown(found: Sequence[Claim], most: int) -> list[Claim]:
    """One line for each origin and figure: those that stand, the recommended one and the ends always, by size."""
    lines: dict[tuple[str, float, float], Claim] = {}
    for claim in found:
        key = (claim.origin_key, claim.low, claim.high)
        if claim.role == "recommended" or (claim.standing and key not in lines):
            lines[key] = claim
    ordered = sorted(lines.values(), key=lambda c: (c.role != "recommended", -c.high, c.figure.n))
    return sorted(ends(ordered, most), key=lambda c: (-c.high, -c.low, c.origin, c.figure.n))


def _reading(scene: Scene, shown: Sequence[Claim]) -> Runs:
    main = next((c for c in shown if c.role == "recommended"), shown[0])
    low, high = min(shown, key=lambda c: c.low), max(shown, key=lambda c: c.high)
    if low.figure.value is None or high.figure.value is None:
        return scene.words("claims_main", main=scene.number(main.figure))
    slots = {"low": low, "high": high, "main": main}
    return scene.words("claims", **{key: scene.number(claim.figure) for key, claim in slots.items()})


def _row(c: Claim) -> tuple[str, ...]:
    return (c.origin, str(c.day or ""), c.text, plain_value(c.low), plain_value(c.high), f"[{c.figure.n}]", c.role)


def _drawing(scene: Scene, shown: Sequence[Claim]) -> dict[str, object]:
    """Each name above its own line, so that long names leave the lines their length."""
    texts, years = [_text(scene, c) for c in shown], several_years(shown)
    room = WIDE - _LEFT - max(width(text, SIZE, bold=True) for text in texts) - 40
    most = max(c.high for c in shown) or 1.0
    drawn = []
    for n, (claim, text) in enumerate(zip(shown, texts, strict=True)):
        start, end = (round(_LEFT + value / most * room, 1) for value in (claim.low, claim.high))
        drawn.append(
            {
                "name": _name(scene, claim, years),
                "text": text,
                "y": round(26 + n * _ROW, 1),
                "start": start,
                "end": end,
                "range": claim.low != claim.high,
                "arrow": {"at_least": 1, "at_most": -1}.get(claim.figure.qualifier, 0),
                "main": claim.role == "recommended",
                "hollow": claim.figure.certainty != "reported",
            }
        )
    notes = wrapped(scene.label("claims_key"), WIDE - 8, SMALL, most=3)
    base = round(26 + len(shown) * _ROW - 22, 1)
    return {"high": base + 8 + 13 * len(notes), "base": base, "left": _LEFT, "lines": drawn, "notes": notes}


def _name(scene: Scene, claim: Claim, years: bool) -> str:
    """Who and when; the name is cut first, never the date or the source's number."""
    tail = f", {scene.short_day(claim.day, year=years)} [{claim.figure.n}]"
    room = (WIDE - 12 - width(tail, SIZE, bold=True)) / 1.13
    short = re.fullmatch(r".+ \(([A-Z][\w-]{1,11})\)", claim.origin)
    name = short[1] if short and width(claim.origin, SIZE) > room else claim.origin
    return fitted(name, room, SIZE) + tail


def _text(scene: Scene, claim: Claim) -> str:
    """The number as stated, if there is room, with the word for a claim and for the recommended one."""
    notes = [scene.label(claim.figure.certainty)] if claim.figure.certainty != "reported" else []
    notes += [scene.label("recommended")] if claim.role == "recommended" else []
    tail = f" ({', '.join(notes)})" if notes else ""
    return (whole(claim.text, _NUMBERS - width(tail, SIZE), SIZE) + tail).strip()
