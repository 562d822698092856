"""The tables of the data exports: one row per figure, source, and member of a finding."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime

from ..measures import MEASURES
from ..model import Report, ReportedFigure, ReportedFinding, Source
from ..model.reported import Location, ReportedMember

Row = dict[str, object]

Place = tuple[ReportedFinding, ReportedMember]


def figure_rows(report: Report) -> Iterator[Row]:
    """One row per figure, those out of scope last."""
    places = {m.figure: (finding, m) for finding in report.findings for m in finding.members}
    known = {location.asked: location for location in report.locations}
    for figure in report.figures:
        where = _where(known.get(figure.place or ""))
        yield _figure(report, figure, places.get(figure.id)) | where | {"out_of_scope": False}
    for figure in report.out_of_scope:
        yield _figure(report, figure, None) | _where(known.get(figure.place or "")) | {"out_of_scope": True}


def source_rows(report: Report) -> Iterator[Row]:
    """One row per source, in the order of the numbers."""
    figures = Counter(figure.n for figure in report.figures)
    for source in report.sources:
        yield {
            "source_number": source.n,
            "report_id": report.id,
            "article_id": source.article,
            "name": source.name,
            "title": source.title,
            "publisher": source.publisher,
            "published_at": iso(source.published),
            "retrieved_at": iso(source.retrieved),
            "url": source.url,
            "language": source.language,
            "text_sha256": source.text_sha256,
            "figures": figures[source.n],
            "sentences": len(source.sentences),
            "copies": "; ".join(source.copies),
        }


def finding_rows(report: Report) -> Iterator[Row]:
    """One row per member of each finding, the recommended one as reconciliation has ordered them."""
    figures = {figure.id: figure for figure in report.figures}
    for finding in report.findings:
        for member in finding.members:
            if figure := figures.get(member.figure):
                yield _member(report, finding, member, figure)


def _member(report: Report, finding: ReportedFinding, member: ReportedMember, figure: ReportedFigure) -> Row:
    origin = next((origin for origin in finding.origins if origin.key == member.origin), None)
    return {
        "finding_id": finding.id,
        "report_id": report.id,
        "indicator": finding.measure,
        "stock_flow": finding.stock_flow,
        "population_group": "; ".join(finding.population),
        "side_or_subset": finding.group,
        "location": finding.place,
        "whole_crisis": finding.crisis_wide,
        "reference_period_start": iso(finding.since),
        "reference_period_end": iso(finding.until),
        "scope": finding.scope,
        "relation": finding.relation,
        "value_min": finding.low,
        "value_max": finding.high,
        "origins": len(finding.origins),
        "articles": finding.articles,
        "flags": "; ".join(finding.flags),
        "figure_id": figure.id,
        "role": member.role,
        "value_reported": figure.value,
        "text_reported": figure.text,
        "unit": figure.unit,
        "origin_source": origin.name if origin else None,
        "reliability": origin.reliability if origin else None,
        "credibility": member.credibility,
        "why": member.why or finding.why,
    }


def _figure(report: Report, figure: ReportedFigure, place: Place | None) -> Row:
    source = report.sources[figure.n - 1]
    return (
        _number(report, figure)
        | _provenance(source, figure)
        | _standing(place)
        | {
            "figure_id": figure.id,
            "report_id": report.id,
            "crisis_id": report.crisis.slug,
            "glide": report.crisis.glide,
            "location_code": report.crisis.country,
            "provider_location_name": figure.place,
            "reference_period_start": iso(figure.since),
            "reference_period_end": iso(figure.until),
            "as_of": iso(figure.until or source.published),
            "date_accuracy": "Day" if figure.until else None,
            "scope": figure.scope,
            "certainty": figure.certainty,
            "origin_source": figure.source,
            "part_of": figure.part_of,
            "extractor_rule": figure.rule,
            "extractor_version": report.extractor,
        }
    )


def _number(report: Report, figure: ReportedFigure) -> Row:
    """The number as reported, and in people where a household size is set."""
    measure, size = MEASURES[figure.measure], report.settings.household_size
    known = bool(size and report.settings.household_size_source and figure.unit == "households" and figure.value)
    people = figure.value if figure.unit == "people" else None
    logic = None
    if known and size and figure.value:
        people = int(figure.value * size + 0.5)
        logic = f"{figure.value:g} households x {size:g} = {people}"
    return {
        "indicator": figure.measure,
        "indicator_name": measure.label,
        "term_as_reported": figure.head,
        "stock_flow": figure.stock_flow,
        "population_group": "; ".join(figure.population),
        "side_or_subset": figure.group,
        "sector": figure.sector,
        "value_reported": figure.value,
        "text_reported": figure.text,
        "value_min": figure.low,
        "value_max": figure.high,
        "quantifier": figure.qualifier,
        "unit": figure.unit,
        "household_size": size if known else None,
        "household_size_source": report.settings.household_size_source if known else None,
        "value_people": people,
        "calculation_logic": logic,
    }


def _provenance(source: Source, figure: ReportedFigure) -> Row:
    return {
        "publisher": source.publisher,
        "source_number": source.n,
        "sentence_id": figure.sentence,
        "article_id": source.article,
        "article_title": source.title,
        "article_url": source.url,
        "published_at": iso(source.published),
        "retrieved_at": iso(source.retrieved),
        "excerpt": " ".join(figure.quote.split()),
        "char_start": figure.start,
        "char_end": figure.end,
        "text_sha256": source.text_sha256,
    }


def _where(place: Location | None) -> Row:
    """What the gazetteer knew of the figure's place."""
    if place is None:
        return {}
    return {
        "location_level": place.level,
        "pcode": place.pcode,
        "adm1_name": place.admin1,
        "adm1_pcode": place.admin1_pcode,
        "adm2_name": place.admin2,
        "adm2_pcode": place.admin2_pcode,
    }


def _standing(place: Place | None) -> Row:
    if place is None:
        return {}
    finding, member = place
    origin = next((origin for origin in finding.origins if origin.key == member.origin), None)
    return {
        "finding_id": finding.id,
        "role": member.role,
        "supersedes": "; ".join(_superseded(finding, member)),
        "reliability": origin.reliability if origin else None,
        "credibility": member.credibility,
    }


def _superseded(finding: ReportedFinding, member: ReportedMember) -> Iterator[str]:
    """The ids of the older figures of the same origin that a figure of a finding stands for."""
    if member.role != "superseded":
        yield from (m.figure for m in finding.members if m.role == "superseded" and m.origin == member.origin)


def iso(moment: date | datetime | None) -> str | None:
    """A day or a point in time as ISO 8601 has it."""
    return moment.isoformat() if moment else None
