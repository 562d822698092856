"""Which sources a report lists: those that it cites, and of the others as many as there is room for."""

from ..model import Report, Source
from ..model.runs import Cite, Section, SourceList
from .context import all_runs, used_sentences
from .numbers import count
from .phrases import load_phrases

MOST_UNUSED = {"sitrep": 30, "flash": 0, "brief": 0}
"""How many articles are listed of which no sentence is used; the data of the report have all of them."""


def with_listing(report: Report) -> Report:
    """The report with its lists of sources settled, which needs all else to be written."""
    used = used_sentences(report)
    named = {run.source for run in all_runs(report) if isinstance(run, Cite)}
    cited = {source.n for source in report.sources if source.n in named or _must(source, used)}
    unused = [source.n for source in report.sources if source.n not in cited]
    # A report that cites nothing still says what it was made from.
    kept = cited.union(unused[: MOST_UNUSED[report.settings.product if cited else "sitrep"]])
    sections = tuple(_settled(section, report, kept) for section in report.sections)
    return report.model_copy(update={"sections": sections})


def _must(source: Source, used: frozenset[str]) -> bool:
    """Whether a sentence of it is used, by this report or by the one before it."""
    return bool(source.previous or any(sentence.id in used for sentence in source.sentences))


def _settled(section: Section, report: Report, kept: set[int]) -> Section:
    if not any(isinstance(block, SourceList) for block in section.blocks):
        return section
    phrases, rest = load_phrases(report.language), len(report.sources) - len(kept)
    note = phrases("sources_capped", rest=count(rest, "articles", phrases)) if rest else ()
    settled = SourceList(listed=tuple(sorted(kept)), note=note)
    blocks = tuple(settled if isinstance(block, SourceList) else block for block in section.blocks)
    return section.model_copy(update={"blocks": blocks})
