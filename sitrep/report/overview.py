"""The situation overview: paragraphs of attributed sentences, from findings and needs alone."""

from collections.abc import Iterable, Sequence

from ..measures import MEASURES
from ..model import Finding, ReportedFigure
from ..model.runs import Name, Number, Paragraph, Runs
from .desk import Desk, in_order
from .nouns import noun, part_noun
from .numbers import count, is_description, with_commas
from .phrases import between, joined, plain, sentence, short_again
from .sentences import said
from .where import where

SECTIONS = ("displacement", "casualties", "infrastructure", "needs", "funding")


def overview(desk: Desk) -> tuple[Paragraph, ...]:
    """One paragraph per theme that has figures, one of the claims of parties to the conflict, and what is left out."""
    paragraphs: list[Runs] = []
    told: list[tuple[Finding, ReportedFigure]] = []
    for section in SECTIONS:
        chosen = _chosen(desk, section)
        told += [pair for pair in chosen if pair[1].certainty != "reported"]
        paragraphs.append(_theme(desk, [pair for pair in chosen if pair[1].certainty == "reported"]))
    paragraphs += [_claims(desk, told), _denials(desk, told)]
    seen: set[str] = set()
    told_all = tuple(Paragraph(runs=short_again(runs, seen)) for runs in paragraphs if runs)
    return (*told_all, *_selection(desk)) if told_all else ()


def _selection(desk: Desk) -> tuple[Paragraph, ...]:
    """Where the rest is, if there is more than a reader can be given."""
    if not desk.crowded:
        return ()
    findings = count(len(desk.findings), "findings", desk.phrases)
    return (Paragraph(runs=desk.phrases("selection", findings=findings), style="note"),)


def _theme(desk: Desk, chosen: Sequence[tuple[Finding, ReportedFigure]]) -> Runs:
    """The sentences of a theme, with the sums of their parts."""
    pairs = enumerate(chosen)
    return between(" ", (runs for n, (f, figure) in pairs for runs in (said(desk, f, figure, n), *sums(desk, figure))))


def _claims(desk: Desk, told: Iterable[tuple[Finding, ReportedFigure]]) -> Runs:
    """What parties claim, with what nobody could do about it, said once for all of them."""
    claims = [said(desk, finding, figure) for finding, figure in told if figure.certainty == "claimed"]
    if not claims:
        return ()
    return between(" ", (*claims, desk.phrases("not_verified_all" if len(claims) > 1 else "not_verified")))


def _denials(desk: Desk, told: Iterable[tuple[Finding, ReportedFigure]]) -> Runs:
    return between(" ", (said(desk, finding, figure) for finding, figure in told if figure.certainty != "claimed"))


def _chosen(desk: Desk, section: str) -> list[tuple[Finding, ReportedFigure]]:
    """The findings of a section that are worth a sentence, in the order of the measures."""
    findings = [f for f in desk.findings if MEASURES[f.measure].section == section and _worth(desk, f)]
    firm = {f.measure for f in findings if f.recommended and f.recommended.qualifier != "vague"}
    findings = [f for f in findings if f.measure not in firm or (f.recommended and f.recommended.qualifier != "vague")]
    ranked = sorted(findings, key=lambda finding: _weight(desk, finding))
    said_so = {f.id for f in ranked if (figure := desk.recommended(f)) and figure.certainty == "reported"}
    reported = [finding for finding in ranked if finding.id in said_so][: desk.room.sentences[section]]
    weightiest = [*reported, *[finding for finding in ranked if finding.id not in said_so][: desk.room.claims]]
    told = ((finding, desk.recommended(finding)) for finding in in_order(weightiest))
    return [(finding, figure) for finding, figure in told if figure]


def _worth(desk: Desk, finding: Finding) -> bool:
    """Parts are told with their whole, vague words only where nothing better is known, forecasts in the tables."""
    figure = desk.recommended(finding)
    if figure is None or finding.scope != "current" or figure.value == 0 or figure.certainty == "forecast":
        return False
    is_part = any(part.part == figure.id and part.whole in desk.figures for part in desk.reconciliation.parts)
    return not is_part


def _weight(desk: Desk, finding: Finding) -> tuple[object, ...]:
    figure = desk.recommended(finding)
    assert figure is not None
    return (
        figure.qualifier == "vague",
        is_description(figure),
        not finding.crisis_wide and figure.certainty != "reported",
        not finding.crisis_wide,
        -len(finding.origins),
        -finding.articles,
        -(figure.value or finding.high or 0),
        finding.id,
    )


def sums(desk: Desk, printed: ReportedFigure) -> list[Runs]:
    """A whole and its parts, where reconciliation added them up: `121 + 40 + 21 = 182`, operands cited."""
    found = []
    for whole_id, part_ids in desk.reconciliation.sums:
        if whole_id != printed.id or any(i not in desk.figures for i in part_ids):
            continue
        parts = [desk.of(i) for i in part_ids]
        if all(part.value is not None for part in parts):
            found.append(_sum(desk, desk.of(whole_id), parts))
    return found


def _sum(desk: Desk, whole: ReportedFigure, parts: Sequence[ReportedFigure]) -> Runs:
    values = [part.value or 0 for part in parts]
    total, ids = sum(values), tuple(part.id for part in parts)
    operands = [
        Number(kind="stated", text=with_commas(value), value=value, figures=(part.id,))
        for part, value in zip(parts, values, strict=True)
    ]
    formula = f"{' + '.join(map(with_commas, values))} = {with_commas(total)}"
    derived = Number(kind="derived", text=with_commas(total), value=total, figures=ids, formula=formula)
    return sentence(
        desk.phrases(
            "sums" if _agrees(total, whole.value, whole.qualifier) else "sums_differ",
            formula=between(" = ", (between(" + ", operands), derived)),
            groups=_named_parts(desk, parts, whole),
            whole=desk.number(whole, prose=True),
            cites=desk.cite(*parts),
            cites_whole=desk.cite(whole),
        )
    )


def _named_parts(desk: Desk, parts: Sequence[ReportedFigure], whole: ReportedFigure) -> Runs:
    """` (men, women and children)`: what tells the parts from each other, by whom or by where; else nothing."""
    nouns = [noun(desk, part) for part in parts]
    groups = [part_noun(desk, part, whole) for part in parts]
    for labels in (nouns, groups, [_place(desk, part) for part in parts]):
        if all(labels) and len({plain(label).casefold() for label in labels}) == len(labels):
            return joined((" (", desk.phrases.series(labels), ")"))
    return ()


def _place(desk: Desk, part: ReportedFigure) -> Runs:
    place = where(desk, part)
    return (Name(text=place),) if place else ()


def _agrees(total: float, whole: float | int | None, qualifier: str) -> bool:
    if whole is None:
        return True
    return total >= whole if qualifier == "at_least" else total <= whole * 1.02
