"""Information gaps, method and caveats: what a reader must know to trust the rest."""

from collections.abc import Sequence

from ..clusters import CLUSTERS
from ..errors import Problem
from ..measures import MEASURES
from ..model.runs import Block, Bullets, Cite, Name, Number, Paragraph, Runs, Section
from .cells import what
from .desk import Desk
from .keyfigures import KEY_MEASURES, key_findings
from .numbers import count
from .phrases import Filler, between, joined
from .response import needs_by_cluster
from .sentences import cluster
from .tables import section
from .where import carried_place

_WANTED = (*KEY_MEASURES[:8], "returned", "funding_required", "funding_received")
_BROKEN_DOWN = frozenset({"children", "women", "men", "elderly"})


def gaps(desk: Desk) -> tuple[Runs, ...]:
    """What the articles do not say, each gap a sentence."""
    phrases = desk.phrases
    found: list[Runs] = []
    figures = [figure for finding in desk.findings if (figure := desk.recommended(finding))]
    current = {finding.measure for finding in desk.findings if finding.scope == "current"}
    if missing := [_small(MEASURES[key].label) for key in _WANTED if key not in current]:
        found.append(phrases("gap_measures", list=phrases.series(missing)))
    found += _clusters_without(desk)
    found += _single_origin(desk)
    vague = {figure.measure for figure in figures if figure.qualifier == "vague"}
    vague -= {figure.measure for figure in figures if figure.qualifier != "vague"}
    if vague:
        found.append(phrases("gap_vague", list=phrases.series(_labels(vague))))
    if figures and not any(_BROKEN_DOWN & set(figure.population) for figure in figures):
        found.append(phrases("gap_disaggregated"))
    return (*found, *_undated(desk))


def _clusters_without(desk: Desk) -> list[Runs]:
    known = set(needs_by_cluster(desk))
    absent = dict.fromkeys(cluster(desk, sector) for sector in CLUSTERS if sector != "multi")
    without = [name for name in absent if name not in known]
    return [desk.phrases("gap_clusters", list=between("; ", without))] if without else []


def _single_origin(desk: Desk) -> list[Runs]:
    single = [f for f in key_findings(desk) if len(f.origins) == 1]
    named: list[Filler] = [joined(what(desk, figure, f)) for f in single if (figure := desk.recommended(f))]
    unique = list(dict.fromkeys(named))
    return [desk.phrases("gap_single", list=between("; ", unique))] if unique else []


def _undated(desk: Desk) -> list[Runs]:
    undated = [source for source in desk.sources if source.published is None and not source.previous]
    if not undated:
        return []
    cites = between(" ", (Cite(source=source.n) for source in undated[:10]))
    number = count(len(undated), "articles", desk.phrases)
    return [desk.phrases("gap_undated", articles=number, cites=cites)]


def _small(label: str) -> str:
    """The label inside a sentence; its short forms stay large."""
    return label[:1].lower() + label[1:]


def _labels(measures: set[str]) -> list[str]:
    return [_small(measure.label) for key, measure in MEASURES.items() if key in measures]


def method(desk: Desk, problems: Sequence[Problem], overrides: Sequence[str]) -> Section:
    """How the report was made, in a few sentences, with what was left out."""
    phrases = desk.phrases
    copies = sum(len(group) - 1 for group in desk.reconciliation.duplicates)
    items = _how(desk)
    if any(figure.unit == "households" for figure in desk.figures.values()):
        items.append(households(desk))
    left_out = [phrases("method_cut"), phrases("method_privacy")]
    if any((figure := desk.recommended(f)) and carried_place(desk, figure, f) for f in desk.findings):
        left_out.append(phrases("method_carried"))
    if copies:
        left_out.append(phrases("method_copies", articles=count(copies, "articles", phrases)))
    items.append(between(" ", left_out))
    blocks: list[Block] = [Bullets(items=tuple(items))]
    for key, lines in (("method_problems", [str(p) for p in problems]), ("method_overrides", list(overrides))):
        if lines:
            blocks.append(Paragraph(runs=phrases(key)))
            blocks.append(Bullets(items=tuple((Name(text=line),) for line in lines)))
    return section(desk, "method", blocks)


def _how(desk: Desk) -> list[Runs]:
    """How figures were found and brought together, as far as there are any."""
    phrases, articles = desk.phrases, count(desk.articles, "articles", desk.phrases)
    if not desk.figures:
        return [phrases("method_nothing", articles=articles)]
    figures = count(len(desk.figures), "figures", phrases)
    findings = count(len(desk.findings), "findings", phrases)
    found = phrases("method_found", articles=articles, figures=figures, findings=findings)
    return [found, *(phrases(key) for key in ("method_origin", "method_flow", "method_verify"))]


def households(desk: Desk) -> Runs:
    """How families are turned into people, with the source of the household size, or that they are not."""
    size, source = desk.settings.household_size, desk.settings.household_size_source
    if not size or not source:
        return desk.phrases("method_no_household")
    number = Number(kind="structural", text=f"{size:g}", value=size, basis="parameter")
    return desk.phrases("method_household", size=number, source=Name(text=source))
