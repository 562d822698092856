"""The data half of a report: sources, sentences and figures against the articles, findings against the figures."""

import re
from collections.abc import Iterable, Mapping

from ..fingerprint import extractor_version
from ..model import Article, Figure, Report, ReportedFinding, Source
from ..model.reported import Sentence
from .library import WITHHELD, Library, find, stands_in
from .tokens import tokens
from .verdict import Protocol

_SPLIT = re.compile(r"(?<=\d,) (?=\d{3}(?!\d))|\u00ad")
"""What is within a number and is none of it: a slip of the pen ("10, 000"), a hyphen that is not shown."""

READ = (
    "measure",
    "value",
    "low",
    "high",
    "qualifier",
    "unit",
    "population",
    "group",
    "head",
    "place",
    "source",
    "certainty",
    "scope",
    "part_of",
    "sector",
    "stock_flow",
    "since",
    "until",
)
"""The fields of a figure that the extractor reads again; where it still finds the figure they must be the same."""

_AGE = re.compile(r"\b[\w-]+[- ](?:year|month|week|day)s?[- ]old\b|\baged? \d+\b", re.I)
"""The age of a person who stands for one ("a 60-year-old man")."""


def check_data(report: Report, library: Library, protocol: Protocol) -> None:
    """Check every source, sentence, figure, need, finding and sum."""
    sources = {source.n: source for source in report.sources}
    for source in report.sources:
        _check_source(source, library, protocol)
    for figure in (*report.figures, *report.out_of_scope):
        source_of = sources.get(figure.n)
        sentence = next((s for s in source_of.sentences if s.id == figure.sentence), None) if source_of else None
        where = f"Figure {figure.id} ({figure.measure}, '{figure.text}')"
        if protocol.check(sentence is not None, "figure", where, "no source of the report holds its sentence"):
            assert sentence is not None
            _check_figure(figure, sentence, library, where, protocol)
            if report.extractor in ("", extractor_version()):
                _check_fields(figure, library, where, protocol)
    for need in report.needs:
        article = library.get(need.article)
        right = article is not None and stands_in(need.quote, article.text[need.start : need.end])
        protocol.check(right, "need", f"Need {need.id}", f"“{need.quote[:80]}” does not stand in its article")
    _check_findings(report, protocol)


def _check_source(source: Source, library: Library, protocol: Protocol) -> None:
    where = f"Source {source.n}"
    article = library.get(source.article)
    if article is None:
        changed = next((a for a in library if a.name == source.name), None)
        what = (
            f"its article '{source.name}' is not the one that was given under that name: text, publisher or link differ"
            if changed
            else f"its article '{source.name}' is not among those given"
        )
        protocol.check(False, "source", where, what)
        return
    for field, right in _entry(source, article):
        protocol.check(right, "source", where, f"its {field} is not that of the article")
    for sentence in source.sentences:
        right = stands_in(sentence.text, article.text[sentence.start : sentence.end])
        right = right and sentence.id.split(".")[0] == str(source.n)
        what = f"“{sentence.text[:80]}” is not what the article has there"
        protocol.check(right, "sentence", f"{where}, sentence {sentence.id}", what)
    _check_passages(source, article, where, protocol)


def _check_passages(source: Source, article: Article, where: str, protocol: Protocol) -> None:
    """What is shown around the sentences stands around them, too."""
    said = {sentence.id: sentence.text for sentence in source.sentences}
    for passage in source.passages:
        words = "".join(f" {piece.text}" if piece.apart else piece.text for piece in passage)
        right = stands_in(words, article.text)
        right = right and all(piece.text == said.get(piece.sentence) for piece in passage if piece.sentence)
        protocol.check(right, "passage", where, f"“{words[:80]}” is no passage of its article")


def _entry(source: Source, article: Article) -> Iterable[tuple[str, bool]]:
    yield "title", (source.title or "") == (article.title or "") or stands_in(source.title or "", article.title or "")
    for field in ("publisher", "published", "url", "text_sha256"):
        yield field.replace("text_sha256", "text"), getattr(source, field) == getattr(article, field)


def _check_figure(figure: Figure, sentence: Sentence, library: Library, where: str, protocol: Protocol) -> None:
    article = library.get(figure.article)
    if article is None:
        return
    stated = article.text[figure.start : figure.end]
    right = figure.text == stated or bool(WITHHELD.fullmatch(figure.text))
    right = right and sentence.start <= figure.start and figure.end <= sentence.end
    right = right and find(figure.quote, article.text) is not None
    protocol.check(right, "figure", where, f"the article has '{stated}' there, in another sentence or not at all")
    protocol.check(_means(figure, stated), "value", where, f"'{stated}' does not mean {_number(figure)}")


def _check_fields(figure: Figure, library: Library, where: str, protocol: Protocol) -> None:
    """The figure as the extractor reads it again: only the version that made the report must read the same."""
    again = next((f for f in library.figures(figure.article) if f.id == figure.id), None)
    for field in READ if again else ():
        given = getattr(figure, field)
        right = given == getattr(again, field) or isinstance(given, str) and WITHHELD.search(given) is not None
        what = f"its {field} is {getattr(figure, field)!r}, but the article reads {getattr(again, field)!r}"
        protocol.check(right, "field", where, what)


def _number(figure: Figure) -> str:
    return f"{figure.low} to {figure.high}" if figure.value is None else f"{figure.value:g}"


def _means(figure: Figure, stated: str) -> bool:
    """Whether the words as stated mean the number as understood; words without a number stand for one person."""
    words = _AGE.sub(" ", _SPLIT.sub("", stated))
    values = [token.value for token in tokens(words)]
    if figure.value is None:
        return figure.low in values and figure.high in values or _scaled(values, figure)
    return figure.value in values if values else figure.value == 1


def _scaled(values: list[float], figure: Figure) -> bool:
    """A range whose scale stands once, after the second bound: "2 to 3 million"."""
    if len(values) != 2 or not figure.low or not figure.high or figure.high != values[1]:
        return False
    return any(figure.low == values[0] * scale for scale in (100, 1e3, 1e5, 1e6, 1e7, 1e9))


def _check_findings(report: Report, protocol: Protocol) -> None:
    figures = {figure.id: figure for figure in report.figures}
    for finding in report.findings:
        where = f"Finding {finding.id} ({finding.measure})"
        known = all(member.figure in figures for member in finding.members)
        if protocol.check(known, "finding", where, "it holds a figure that the report does not"):
            _check_finding(finding, figures, where, protocol)
    for whole, parts in report.sums:
        where = f"Sum of {', '.join(parts)}"
        known = all(i in figures for i in (whole, *parts))
        protocol.check(known, "sum", where, "it holds a figure that the report does not")


def _check_finding(finding: ReportedFinding, figures: Mapping[str, Figure], where: str, protocol: Protocol) -> None:
    bounds = {bound for m in finding.members for bound in _bounds(figures[m.figure])}
    right = {bound for bound in (finding.low, finding.high) if bound is not None} <= bounds
    protocol.check(right, "finding", where, f"its range {finding.low} to {finding.high} is not that of its figures")
    recommended = [member.figure for member in finding.members if member.role == "recommended"]
    right = recommended == ([finding.recommended] if finding.recommended else [])
    protocol.check(right, "finding", where, "its recommended figure is not the member with that role")
    articles = len({figures[member.figure].article for member in finding.members})
    what = f"it says {finding.articles} articles, but its figures stand in {articles}"
    protocol.check(0 < finding.articles <= articles or not finding.members, "finding", where, what)
    # What an analyst took out supports nothing, so that its origin is no origin of the finding.
    keys = {origin.key for origin in finding.origins}
    right = all(member.origin in keys for member in finding.members if member.role != "rejected")
    protocol.check(right, "finding", where, "a figure's origin is not among its origins")


def _bounds(figure: Figure) -> tuple[float, ...]:
    return tuple(bound for bound in (figure.value, figure.low, figure.high) if bound is not None)
