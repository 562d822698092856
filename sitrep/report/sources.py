"""Numbering the articles and the sentences that a report uses."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ..model import Article, Extraction, Figure, Need, ReportedFigure, ReportedNeed, Source
from ..model.reported import Sentence
from .phrases import Phrases
from .privacy import Privacy

Key = tuple[str, int, int]


def number_sources(
    articles: Sequence[Article],
    extractions: Iterable[Extraction],
    duplicates: Iterable[tuple[str, ...]],
    privacy: Privacy,
) -> tuple[Source, ...]:
    """The articles as numbered sources, the oldest first, those without a date last, else in the given order."""
    found = {extraction.article: extraction for extraction in extractions}
    names = {article.id: article.publisher or article.name for article in articles}
    copies = {group[0]: tuple(names[i] for i in group[1:] if i in names) for group in duplicates if group}
    ordered = sorted(articles, key=lambda article: (article.published_day is None, article.published_day or date.max))
    return tuple(
        _source(n, article, found.get(article.id), privacy).model_copy(update={"copies": copies.get(article.id, ())})
        for n, article in enumerate(ordered, 1)
    )


def as_reported(
    figure: Figure, sentences: Mapping[Key, tuple[int, str]], privacy: Privacy, phrases: Phrases
) -> ReportedFigure:
    """The figure with its source's number and its sentence's id, and without what is private."""
    n, sentence = sentences[(figure.article, *_span(figure))]
    withheld = privacy.is_withheld(figure)
    changed = {
        "n": n,
        "sentence": sentence,
        "withheld": withheld,
        "text": phrases.word("withheld", "name") if withheld else figure.text,
        "quote": privacy.clean(figure.quote),
        "source": privacy.said(figure.source),
        "place": privacy.said(figure.place),
        "group": privacy.said(figure.group),
        "head": privacy.said(figure.head),
        "cues": (),
    }
    return ReportedFigure(**(figure.stated().model_dump() | changed))


def need_as_reported(need: Need, sentences: Mapping[Key, tuple[int, str]], privacy: Privacy) -> ReportedNeed:
    """The need with its source's number and its sentence's id, and without what is private."""
    n, sentence = sentences[(need.article, need.start, need.end)]
    changed = {
        "n": n,
        "sentence": sentence,
        "quote": privacy.clean(need.quote),
        "source": privacy.said(need.source),
        "place": privacy.said(need.place),
    }
    return ReportedNeed(**(need.model_dump() | changed))


def sentence_ids(sources: Iterable[Source], extractions: Iterable[Extraction]) -> dict[Key, tuple[int, str]]:
    """For each span of a figure's sentence or a need: its source's number and the id of the sentence it is in."""
    by_article = {source.article: source for source in sources}
    ids: dict[Key, tuple[int, str]] = {}
    for extraction in extractions:
        source = by_article.get(extraction.article)
        for start, end in _spans(extraction) if source else ():
            assert source is not None
            inside = next(s for s in source.sentences if s.start <= start and end <= s.end)
            ids[(extraction.article, start, end)] = (source.n, inside.id)
    return ids


def _source(n: int, article: Article, extraction: Extraction | None, privacy: Privacy) -> Source:
    return Source(
        n=n,
        article=article.id,
        name=article.name,
        title=privacy.clean(article.title) if article.title else None,
        publisher=article.publisher,
        published=article.published,
        retrieved=article.retrieved,
        url=article.url,
        language=article.language,
        text_sha256=article.text_sha256,
        sentences=tuple(_sentences(n, article, extraction, privacy)) if extraction else (),
    )


def _sentences(n: int, article: Article, extraction: Extraction, privacy: Privacy) -> Iterable[Sentence]:
    for k, (start, end) in enumerate(_outermost(_spans(extraction)), 1):
        inside = [f.id for f in extraction.figures if start <= _span(f)[0] and _span(f)[1] <= end]
        needs = [need.id for need in extraction.needs if start <= need.start and need.end <= end]
        yield Sentence(
            id=f"{n}.{k}",
            text=privacy.clean(" ".join(article.text[start:end].split())),
            start=start,
            end=end,
            figures=tuple(inside),
            needs=tuple(needs),
        )


def _span(figure: Figure) -> tuple[int, int]:
    """The figure's sentence; its own words where the extractor gave no sentence."""
    return (figure.quote_start, figure.quote_end) if figure.quote else (figure.start, figure.end)


def _spans(extraction: Extraction) -> set[tuple[int, int]]:
    return {_span(figure) for figure in extraction.figures} | {(need.start, need.end) for need in extraction.needs}


def _outermost(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans that lie in no other, in the order of the text."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or end > kept[-1][1]:
            kept.append((start, end))
    return kept
