"""The front page: which figures are key figures, their boxes, and the highlights."""

from collections import defaultdict

from ..measures import MEASURES
from ..model import Finding, ReportedFigure
from ..model.runs import Box, Boxes, Bullets, Cite, Name, Runs
from .desk import Desk, in_order, width
from .nouns import noun
from .numbers import day, is_description, rounded, stated
from .phrases import between, joined, sentence, short_again
from .response import needs_by_cluster
from .sentences import cluster, highlight
from .where import where

KEY_MEASURES = (
    "displaced",
    "idps",
    "deaths",
    "injured",
    "missing",
    "in_need",
    "affected",
    "housing_destroyed",
    "housing_damaged",
    "facilities_affected",
)
"""The measures of the boxes, in their fixed order."""

MOST = 6
_EXACT = frozenset({"deaths", "injured", "missing", "casualties"})


def key_findings(desk: Desk) -> list[Finding]:
    """Up to six findings for the boxes: the best of each measure first, then second ones while there is room."""
    ranked: dict[str, list[Finding]] = defaultdict(list)
    for finding in desk.findings:
        if finding.measure in KEY_MEASURES and _fit(desk, finding):
            ranked[finding.measure].append(finding)
    for findings in ranked.values():
        findings.sort(key=lambda finding: _rank(desk, finding))
    chosen = [ranked[key][0] for key in KEY_MEASURES if ranked[key]][:MOST]
    parts = {part.part for part in desk.reconciliation.parts}
    wholes = {
        key: [f for f in found[1:] if f.crisis_wide and f.recommended and f.recommended.id not in parts]
        for key, found in ranked.items()
    }
    seconds = [finding for key in KEY_MEASURES for finding in wholes.get(key, [])[:1]]
    chosen += seconds[: MOST - len(chosen)]
    return sorted(chosen, key=lambda finding: (KEY_MEASURES.index(finding.measure), _rank(desk, finding)))


def _fit(desk: Desk, finding: Finding) -> bool:
    """Current, reported, numeric and recommended: never a claim, a forecast, a denial, a vague word, one person."""
    figure = desk.recommended(finding)
    return (
        figure is not None
        and finding.scope == "current"
        and figure.certainty == "reported"
        and figure.qualifier != "vague"
        and figure.value != 0
        and not is_description(figure)
        and not figure.withheld
    )


def _rank(desk: Desk, finding: Finding) -> tuple[object, ...]:
    figure = desk.recommended(finding)
    until = figure.until if figure else None
    return (
        not finding.crisis_wide,
        width(finding),
        -(until.toordinal() if until else 0),
        -(finding.articles if not finding.crisis_wide else 0),
        -(finding.high or 0),
        finding.id,
    )


def boxes(desk: Desk) -> Boxes | None:
    """The key-figure boxes; None if no figure may stand in one."""
    found = tuple(_box(desk, finding) for finding in key_findings(desk))
    return Boxes(boxes=found) if found else None


def _box(desk: Desk, finding: Finding) -> Box:
    figure = desk.recommended(finding)
    assert figure is not None
    place = where(desk, figure, finding)
    number = None if finding.measure in _EXACT else rounded(figure, desk.phrases)
    return Box(
        number=number or stated(figure, desk.phrases),
        unit=_unit(desk, figure, finding),
        label=_label(desk, figure),
        detail=(Name(text=place),) if place else (),
        source=joined((desk.said_by(figure), " ", desk.cite(figure))),
        as_of=_as_of(desk, figure),
    )


def _unit(desk: Desk, figure: ReportedFigure, finding: Finding) -> str:
    return "".join(run.text for run in noun(desk, figure, finding) if not isinstance(run, Cite))


def _label(desk: Desk, figure: ReportedFigure) -> str:
    label = MEASURES[figure.measure].label
    sector = figure.sector if figure.sector != "multi" else None
    return f"{label}: {cluster(desk, sector)}" if sector else label


def _as_of(desk: Desk, figure: ReportedFigure) -> Runs:
    published = desk.sources[figure.n - 1].published
    if figure.until:
        return desk.phrases("box_as_of", day=day(figure.until, desk.phrases))
    if published:
        return desk.phrases("box_published", day=day(published, desk.phrases))
    return desk.phrases("cell_unknown")


def highlights(desk: Desk) -> Bullets | None:
    """Up to six cited sentences, one a measure; the last may be about needs. None if there is nothing to say."""
    attacks = [f for f in in_order(desk.findings) if f.measure == "attacks" and f.crisis_wide and _fit(desk, f)]
    clauses: dict[str, list[Runs]] = defaultdict(list)
    for finding in (*key_findings(desk), *attacks[:1]):
        if figure := desk.recommended(finding):
            clauses[finding.measure].append(highlight(desk, finding, figure))
    needs = _needs(desk)
    told = (between(" ", (sentence(clause) for clause in said)) for said in clauses.values())
    sentences = list(told)[: MOST - bool(needs)]
    seen: set[str] = set()
    kept = (*(short_again(said, seen) for said in sentences), *((needs,) if needs else ()))
    return Bullets(items=kept) if kept else None


def _needs(desk: Desk) -> Runs:
    """The clusters with most sentences on unmet needs, each with its first citation."""
    clusters: dict[str, list[Cite]] = {}
    for name, needs in needs_by_cluster(desk).items():
        clusters[name] = [Cite(source=need.n, sentence=need.sentence) for need in needs]
    top = sorted(clusters, key=lambda name: (-len(clusters[name]), name))[:3]
    if not top:
        return ()
    cites: dict[int, Cite] = {}
    for name in top:
        for cite in clusters[name][:2]:
            cites.setdefault(cite.source, cite)
    group = between(" ", (cites[n] for n in sorted(cites)))
    return sentence(desk.phrases("highlight_needs", clusters=between("; ", top), cites=group))
