"""The material of a report, as reported: numbered sources, figures and needs without what is private."""

from collections.abc import Iterable, Sequence

from ..model import Article, Change, Extraction, Figure, Reconciliation, ReportedFigure, Settings, Source
from ..model.reported import Sentence
from .desk import ORDER, Desk
from .phrases import Phrases
from .privacy import Privacy
from .sources import as_reported, need_as_reported, number_sources, sentence_ids


def gather(
    articles: Sequence[Article],
    extractions: Sequence[Extraction],
    reconciliation: Reconciliation,
    changes: Sequence[Change],
    settings: Settings,
    phrases: Phrases,
) -> tuple[Desk, tuple[ReportedFigure, ...]]:
    """The material as reported, and apart from it the figures that are out of scope."""
    everything = [figure for extraction in extractions for figure in extraction.figures]
    privacy = Privacy.of(extractions, articles, phrases)
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
    return desk, in_report_order(figure for figure in reported if figure.id in outside)


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
            added = {"n": len(sources) + 1, "previous": True, "sentences": (), "passages": (), "copies": ()}
            sources = (*sources, source.model_copy(update=added))
        if figure.article in numbers:
            sources, sentence_id = _with_sentence(sources, numbers[figure.article], figure, privacy)
            given = figure.model_dump() | {"n": numbers[figure.article], "sentence": sentence_id, "cues": ()}
            given |= {"quote": privacy.clean(figure.quote), "source": privacy.said(figure.source)}
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


def in_report_order(figures: Iterable[ReportedFigure]) -> tuple[ReportedFigure, ...]:
    """By measure, then source, then place in the text."""
    return tuple(sorted(figures, key=lambda figure: (ORDER.get(figure.measure, len(ORDER)), figure.n, figure.start)))
