"""From articles, figures and findings to a Report: numbering, withholding, and the sections in their order."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from ..errors import Problem, SitrepError
from ..model import (
    Article,
    Change,
    Crisis,
    Extraction,
    Reconciliation,
    Report,
    ReportedFigure,
    Settings,
)
from ..model.report import Remark
from ..model.runs import Bullets, Number, Paragraph, Section, SourceList
from ..places import Gazetteer
from . import closing, tables
from .annex import annex, changes_section, out_of_scope
from .conflicts import conflicts
from .context import runs_of
from .correction import correction
from .desk import Desk
from .found import as_found
from .gather import gather, in_report_order
from .keyfigures import boxes, highlights
from .listing import with_listing
from .locations import locations
from .masthead import as_of_line, coverage, edition, production
from .overview import overview
from .passages import Split, with_passages
from .phrases import load_phrases, plain, sentence
from .pictures import with_pictures
from .products import for_product, heading
from .response import response


def compose(
    crisis: Crisis,
    articles: Sequence[Article],
    extractions: Sequence[Extraction],
    reconciliation: Reconciliation,
    *,
    as_of: datetime,
    number: int = 1,
    settings: Settings | None = None,
    changes: Sequence[Change] = (),
    previous: str | None = None,
    corrections: Sequence[Change] = (),
    problems: Sequence[Problem] = (),
    overrides: Sequence[str] = (),
    issued: datetime | None = None,
    revision: int = 0,
    gazetteer: Gazetteer | None = None,
    templates: Sequence[Path] = (),
    split: Split | None = None,
) -> Report:
    """The report of one crisis, as of an aware moment; the same arguments always give the same report.

    `articles` are those that the report is made from (none published after `as_of`); `extractions` theirs. `previous`
    names the report that `changes` compares with ("Situation Report No. 1, 30 November 2024"), None for a first one.
    `corrections` are what a revision changes in the edition before it.
    `overrides` are sentences about what an analyst ruled. A map is drawn only with a `gazetteer`; `templates` are
    folders of the user's own templates of drawings. `split` finds
    the sentences that stand around those that are cited. Raises SitrepError if `as_of` has no time zone, and for a
    mistake in a template.
    """
    if as_of.tzinfo is None:
        raise SitrepError(f"The as-of time {as_of.isoformat()} has no time zone; add one, such as +00:00.")
    settings, phrases = settings or Settings(), load_phrases()
    issued = issued or as_of
    desk, left_out = gather(articles, extractions, reconciliation, (*changes, *corrections), settings, phrases)
    changes, corrections = desk.told(changes), desk.told(corrections)
    gaps = tuple(sentence(gap) for gap in closing.gaps(desk))
    body = (
        *((correction(desk, corrections),) if revision else ()),
        *_front(desk),
        *_tables(desk),
        changes_section(desk, changes, previous),
        response(desk),
        tables.one_table(desk, "funding"),
        tables.section(desk, "gaps", [Bullets(items=gaps)] if gaps else []),
        closing.method(desk, problems, overrides),
    )
    sections = (*body, *_back(desk, left_out, _printed(body)))
    figures, findings = (
        in_report_order(desk.figures.values()),
        tuple(as_found(finding, desk.privacy) for finding in reconciliation.findings),
    )
    report = Report(
        id=_id(crisis, settings, number, revision),
        crisis=crisis,
        number=number,
        revision=revision,
        as_of=as_of,
        issued=issued,
        settings=settings,
        heading=heading(settings.product, crisis),
        edition=edition(number, settings, phrases),
        as_of_line=as_of_line(as_of, settings, phrases, corrected=issued if revision else None),
        production=production(articles, issued, as_of, settings, phrases),
        sections=for_product(settings.product, sections, desk.sources),
        figures=figures,
        needs=desk.needs,
        findings=findings,
        parts=tuple((part.part, part.whole) for part in reconciliation.parts),
        sums=reconciliation.sums,
        sources=desk.sources,
        locations=locations((*figures, *left_out), findings, gazetteer, crisis.country),
        out_of_scope=left_out,
        coverage=coverage(articles),
        gaps=tuple(plain(gap) for gap in gaps),
        changes=changes,
        corrections=corrections,
        previous=previous,
        overrides=tuple(overrides),
        problems=tuple(Remark(where=problem.where, what=problem.what) for problem in problems),
    )
    report = with_listing(with_pictures(report, gazetteer, templates))
    return with_passages(report, articles, desk.privacy, split) if split else report


def _front(desk: Desk) -> tuple[Section, ...]:
    """Highlights, key figures, overview."""
    bullets, figures = highlights(desk), boxes(desk)
    return (
        tables.section(desk, "highlights", [bullets] if bullets else []),
        tables.section(desk, "key_figures", [figures] if figures else []),
        tables.section(desk, "overview", overview(desk)),
    )


def _tables(desk: Desk) -> tuple[Section, ...]:
    """Displacement, casualties, attacks and infrastructure, context, conflicting figures."""
    context = tables.background(desk)
    return (
        tables.displacement(desk),
        tables.one_table(desk, "casualties"),
        tables.one_table(desk, "infrastructure"),
        *((context,) if context else ()),
        conflicts(desk),
    )


def _printed(sections: Sequence[Section]) -> frozenset[str]:
    """The ids of the figures that the sections print."""
    numbers = (run for section in sections for run in runs_of(section) if isinstance(run, Number))
    return frozenset(figure for number in numbers for figure in number.figures)


def _back(desk: Desk, left_out: Sequence[ReportedFigure], printed: frozenset[str]) -> tuple[Section, ...]:
    """The annex, what is out of scope, the sources, the disclaimer."""
    inside = [figure for figure in desk.figures.values() if figure.article in {s.article for s in desk.sources}]
    return (
        annex(desk, in_report_order(inside), printed),
        out_of_scope(desk, left_out),
        tables.section(desk, "sources", [SourceList()] if desk.sources else []),
        tables.section(desk, "disclaimer", _disclaimer(desk)),
    )


def _disclaimer(desk: Desk) -> list[Paragraph]:
    """What the report is not; a product without the section on the method names the household size here."""
    size = desk.settings.household_size and desk.settings.household_size_source
    own = [closing.households(desk)] if size and desk.settings.product != "sitrep" else []
    return [Paragraph(runs=runs, style="note") for runs in (desk.phrases("disclaimer"), *own)]


def _id(crisis: Crisis, settings: Settings, number: int, revision: int) -> str:
    corrected = f"-r{revision}" if revision else ""
    return f"{crisis.slug}-{settings.product}-{number:02d}{corrected}"
