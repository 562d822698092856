"""From articles, figures and findings to a Report: numbering, withholding, and the sections in their order."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from ..errors import Problem, SitrepError
from ..model import (
    Article,
    Change,
    Crisis,
    Extraction,
    Figure,
    Finding,
    Reconciliation,
    Report,
    ReportedFigure,
    ReportedFinding,
    Settings,
    Source,
)
from ..model.report import Remark, ReportedMember, Sentence
from ..model.runs import Bullets, Paragraph, Section, SourceList
from ..places import Gazetteer
from . import closing, tables
from .annex import annex, changes_section, out_of_scope
from .conflicts import conflicts
from .desk import ORDER, Desk
from .keyfigures import boxes, highlights
from .masthead import as_of_line, coverage, edition, production
from .overview import overview
from .phrases import Phrases, load_phrases, plain, sentence
from .pictures import with_pictures
from .privacy import Privacy
from .products import for_product
from .response import response
from .sources import as_reported, need_as_reported, number_sources, sentence_ids


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
    problems: Sequence[Problem] = (),
    overrides: Sequence[str] = (),
    issued: datetime | None = None,
    revision: int = 0,
    gazetteer: Gazetteer | None = None,
) -> Report:
    """The report of one crisis, as of an aware moment; the same arguments always give the same report.

    `articles` are those that the report is made from (none published after `as_of`); `extractions` theirs. `previous`
    names the report that `changes` compares with ("Situation Report No. 1, 30 November 2024"), None for a first one.
    `overrides` are sentences about what an analyst ruled. A map is drawn only with a `gazetteer`.
    Raises SitrepError if `as_of` has no time zone.
    """
    if as_of.tzinfo is None:
        raise SitrepError(f"The as-of time {as_of.isoformat()} has no time zone; add one, such as +00:00.")
    settings, phrases = settings or Settings(), load_phrases()
    issued = issued or as_of
    desk, left_out = _desk(articles, extractions, reconciliation, changes, settings, phrases)
    gaps = tuple(sentence(gap) for gap in closing.gaps(desk))
    sections = (
        *_front(desk),
        *_tables(desk),
        changes_section(desk, changes, previous),
        response(desk),
        tables.one_table(desk, "funding"),
        tables.section(desk, "gaps", [Bullets(items=gaps)] if gaps else []),
        closing.method(desk, problems, overrides),
        *_back(desk, left_out),
    )
    report = Report(
        id=_id(crisis, settings, number, revision),
        crisis=crisis,
        number=number,
        revision=revision,
        as_of=as_of,
        issued=issued,
        settings=settings,
        heading=_heading(crisis),
        edition=edition(number, settings, phrases),
        as_of_line=as_of_line(as_of, settings, phrases, corrected=issued if revision else None),
        production=production(articles, issued, as_of, settings, phrases),
        sections=for_product(settings.product, sections, crisis, desk.sources),
        figures=_sorted(desk.figures.values()),
        needs=desk.needs,
        findings=tuple(_finding(finding) for finding in reconciliation.findings),
        parts=tuple((part.part, part.whole) for part in reconciliation.parts),
        sums=reconciliation.sums,
        sources=desk.sources,
        out_of_scope=left_out,
        coverage=coverage(articles),
        gaps=tuple(plain(gap) for gap in gaps),
        changes=tuple(changes),
        previous=previous,
        overrides=tuple(overrides),
        problems=tuple(Remark(where=problem.where, what=problem.what) for problem in problems),
    )
    return with_pictures(report, gazetteer)


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


def _back(desk: Desk, left_out: Sequence[ReportedFigure]) -> tuple[Section, ...]:
    """The annex, what is out of scope, the sources, the disclaimer."""
    inside = [figure for figure in desk.figures.values() if figure.article in {s.article for s in desk.sources}]
    return (
        annex(desk, _sorted(inside)),
        out_of_scope(desk, left_out),
        tables.section(desk, "sources", [SourceList()] if desk.sources else []),
        tables.section(desk, "disclaimer", _disclaimer(desk)),
    )


def _disclaimer(desk: Desk) -> list[Paragraph]:
    """What the report is not; a product without the section on the method names the household size here."""
    size = desk.settings.household_size and desk.settings.household_size_source
    own = [closing.households(desk)] if size and desk.settings.product != "sitrep" else []
    return [Paragraph(runs=runs, style="note") for runs in (desk.phrases("disclaimer"), *own)]


def _desk(
    articles: Sequence[Article],
    extractions: Sequence[Extraction],
    reconciliation: Reconciliation,
    changes: Sequence[Change],
    settings: Settings,
    phrases: Phrases,
) -> tuple[Desk, tuple[ReportedFigure, ...]]:
    """The material as reported, and apart from it the figures that are out of scope."""
    everything = [figure for extraction in extractions for figure in extraction.figures]
    privacy = Privacy.of(everything, phrases)
    sources = number_sources(articles, extractions, reconciliation.duplicates, privacy)
    ids = sentence_ids(sources, extractions)
    known = {source.article for source in sources}
    outside = {figure.id for figure in reconciliation.out_of_scope}
    reported = [as_reported(figure, ids, privacy, phrases) for figure in everything if figure.article in known]
    figures = {figure.id: figure for figure in reported if figure.id not in outside}
    sources, before = _from_previous(changes, sources, privacy, phrases)
    needs = [need for extraction in extractions for need in extraction.needs if need.article in known]
    desk = Desk(
        phrases=phrases,
        settings=settings,
        privacy=privacy,
        sources=sources,
        figures={**before, **figures},
        needs=tuple(sorted((need_as_reported(n, ids, privacy) for n in needs), key=lambda n: (n.n, n.start))),
        reconciliation=reconciliation,
        articles=len(articles),
        findings=tuple(f for f in reconciliation.findings if any(m.role != "rejected" for m in f.members)),
    )
    return desk, _sorted(figure for figure in reported if figure.id in outside)


def _from_previous(
    changes: Sequence[Change], sources: tuple[Source, ...], privacy: Privacy, phrases: Phrases
) -> tuple[tuple[Source, ...], dict[str, ReportedFigure]]:
    """What the last report printed and this one compares with: its figures, and its sources that this one lacks."""
    numbers = {source.article: source.n for source in sources}
    figures: dict[str, ReportedFigure] = {}
    for change in changes:
        figure, source = change.before, change.before_source
        if figure is None:
            continue
        if figure.article not in numbers and source is not None:
            numbers[figure.article] = len(sources) + 1
            added = {"n": len(sources) + 1, "previous": True, "sentences": (), "copies": ()}
            sources = (*sources, source.model_copy(update=added))
        if figure.article in numbers:
            sources, sentence_id = _with_sentence(sources, numbers[figure.article], figure, privacy)
            given = figure.model_dump() | {"n": numbers[figure.article], "sentence": sentence_id, "cues": ()}
            figures[figure.id] = ReportedFigure(**given)
    return sources, figures


def _with_sentence(
    sources: tuple[Source, ...], n: int, figure: Figure, privacy: Privacy
) -> tuple[tuple[Source, ...], str]:
    """The sources with the figure's sentence among those of source n, and that sentence's id."""
    source = sources[n - 1]
    start, end = (figure.quote_start, figure.quote_end) if figure.quote else (figure.start, figure.end)
    for known in source.sentences:
        if known.start <= start and end <= known.end:
            return sources, known.id
    text = privacy.clean(" ".join((figure.quote or figure.text).split()))
    added = Sentence(id=f"{n}.{len(source.sentences) + 1}", text=text, start=start, end=end, figures=(figure.id,))
    grown = source.model_copy(update={"sentences": (*source.sentences, added)})
    return (*sources[: n - 1], grown, *sources[n:]), added.id


def _sorted(figures: Iterable[ReportedFigure]) -> tuple[ReportedFigure, ...]:
    """By measure, then source, then place in the text."""
    return tuple(sorted(figures, key=lambda figure: (ORDER.get(figure.measure, len(ORDER)), figure.n, figure.start)))


def _finding(finding: Finding) -> ReportedFinding:
    """The finding with ids in place of its figures."""
    main = finding.recommended
    members = tuple(
        ReportedMember(**(member.model_dump(exclude={"figure"}) | {"figure": member.figure.id}))
        for member in finding.members
    )
    fields = finding.model_dump(exclude={"members", "origins", "grouped_by"})
    return ReportedFinding(**fields, members=members, origins=finding.origins, recommended=main.id if main else None)


def _heading(crisis: Crisis) -> str:
    """`Country: crisis`, the country only where the crisis's own name does not begin with it."""
    country = crisis.country_name
    return (
        crisis.name
        if not country or crisis.name.casefold().startswith(country.casefold())
        else (f"{country}: {crisis.name}" if ":" not in crisis.name else crisis.name)
    )


def _id(crisis: Crisis, settings: Settings, number: int, revision: int) -> str:
    corrected = f"-r{revision}" if revision else ""
    return f"{crisis.slug}-{settings.product}-{number:02d}{corrected}"
