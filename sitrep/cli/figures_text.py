"""Figures and needs for reading: `sitrep extract --format table` and `--explain`."""

from collections.abc import Mapping

from ..model import Article, Extraction, Figure, Span

_PLACE_FROM = {"carried": " (from an earlier sentence)", "country": " (the article's country)"}
_PERIOD_FROM = {
    "carried": " (from another sentence)",
    "counted": " (its beginning from another sentence)",
    "joined": " (its end is the day of the count)",
}
_ROW = "{:<24.24} {:<19.19} {:>22.22} {:<11.11} {:<20.20} {:<28.28} {}\n"
TABLE_HEAD = _ROW.format("ARTICLE", "MEASURE", "FIGURE", "UNIT", "PLACE", "SOURCE", "SENTENCE")
"""The names of the table's columns, as its first line."""


def as_table(article: Article, extraction: Extraction) -> str:
    """Aligned columns for a reader's eye; what is too long is cut, so this form is not for programs."""
    figures = [
        _ROW.format(article.name, f.measure, f.text, f.unit, f.place or "", f.source or "", _line(f.quote)[:80])
        for f in extraction.figures
    ]
    needs = [
        _ROW.format(article.name, "need", "+".join(n.sectors), "", n.place or "", n.source or "", _line(n.quote)[:80])
        for n in extraction.needs
    ]
    return "".join(figures + needs)


def as_explanation(article: Article, extraction: Extraction) -> str:
    """Each figure under its article: the understanding, the rule, and the sentence with [figure] and <cue> marked.

    The understanding tells what was not read in the figure's own sentence but carried to it from elsewhere.
    """
    parts = [f"== {article.name}\n"]
    wholes = {figure.id: f"{figure.measure} {figure.text!r}" for figure in extraction.figures}
    for figure in extraction.figures:
        understood, marked = _understood(figure, wholes), _marked(article.text, figure)
        parts.append(f"{figure.measure}: {figure.text!r} = {understood}\n  rule: {figure.rule}\n  {marked}\n")
    for need in extraction.needs:
        parts.append(f"need: {', '.join(need.sectors)}\n  rule: {need.rule}\n  {_line(need.quote)}\n")
    return "".join(parts)


def _line(text: str) -> str:
    return " ".join(text.split())


def _understood(figure: Figure, wholes: Mapping[str, str]) -> str:
    number = f"{figure.low} to {figure.high}" if figure.value is None else f"{figure.value}"
    facts = (
        f"{figure.qualifier} {number} {figure.unit}",
        ", ".join(figure.population),
        f"at {figure.place}{_PLACE_FROM.get(figure.place_basis or '', '')}" if figure.place else "",
        f"says {figure.source}" if figure.source else "",
        figure.certainty,
        figure.scope,
        figure.stock_flow,
        figure.sector or "",
        f"part of {wholes.get(figure.part_of, figure.part_of)}" if figure.part_of else "",
        _period(figure),
    )
    return "; ".join(fact for fact in facts if fact)


def _period(figure: Figure) -> str:
    if figure.since is None and figure.until is None:
        return ""
    return f"{figure.since or ''}..{figure.until or ''}{_PERIOD_FROM.get(figure.period_basis or '', '')}"


def _marked(text: str, figure: Figure) -> str:
    """The figure's sentence with the figure in square brackets and its cues in angle brackets."""
    own = Span(start=figure.start, end=figure.end, text=figure.text)
    marks = [(own, "[", "]"), *((cue, "<", ">") for cue in figure.cues if cue.end <= own.start or cue.start >= own.end)]
    start = min(figure.quote_start, *(span.start for span, *_ in marks), own.start)
    end = max(figure.quote_end, *(span.end for span, *_ in marks), own.end)
    shown, at = "", start
    for span, opening, closing in sorted(marks, key=lambda mark: mark[0].start):
        if span.start >= at:
            shown += text[at : span.start] + opening + text[span.start : span.end] + closing
            at = span.end
    return _line(shown + text[at:end])
