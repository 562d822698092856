"""What a report's data half offers as proof: figures with their sentences, sources, counts, dates, settings."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from ..model import Figure, Report, Source
from ..model.reported import Sentence
from ..model.runs import Section, SourceList, Table
from .days import days_of


@dataclass(frozen=True, slots=True)
class Known:
    """A figure with the number of its source and the id of its sentence."""

    figure: Figure
    n: int
    sentence: str


@dataclass(frozen=True)
class Material:
    """The data half, by ids."""

    report: Report
    figures: dict[str, Known]
    sources: dict[int, Source]
    sentences: dict[str, Sentence]
    given: tuple[str, ...]
    """Words of the user's settings, which a report copies as they stand."""

    @classmethod
    def of(cls, report: Report) -> "Material":
        """The material of one report."""
        known = {f.id: Known(f, f.n, f.sentence) for f in (*report.out_of_scope, *report.figures)}
        sources = {source.n: source for source in report.sources}
        return cls(
            report,
            known,
            sources,
            {sentence.id: sentence for source in report.sources for sentence in source.sentences},
            _given(report),
        )

    def counts(self, basis: str, of: str, rows: int) -> frozenset[float]:
        """What a structural count may be: of one finding, or of the whole report (or a table's part of it)."""
        if of:
            return self._counts_of(basis, of)
        report = self.report
        made_from = [source for source in report.sources if not source.previous]
        sentences = {s for source in report.sources for s in source.sentences if s.needs}
        listed = rows or max((len(t.rows) for s in report.sections if s.key == "annex" for t in _tables(s)), default=0)
        whole = {
            "articles": {
                *_unlisted(report),
                len(made_from),
                sum(source.published is None for source in made_from),
                sum(len(source.copies) for source in made_from),
            },
            "sources": {len(report.sources)},
            "figures": {len(report.figures), listed, len(report.figures) - listed},
            "findings": {sum(any(m.role != "rejected" for m in f.members) for f in report.findings)},
            "sentences": {*range(1, max(len(report.needs), len(sentences)) + 1)},
            "section": {*range(1, len(report.sections) + 1)},
        }
        return frozenset(float(count) for count in whole.get(basis, ()))

    def _counts_of(self, basis: str, of: str) -> frozenset[float]:
        finding = next((f for f in self.report.findings if f.id == of), None)
        if finding is None:
            return frozenset()
        members = [self.figures[m.figure] for m in finding.members if m.figure in self.figures]
        articles = len({k.n for k in members})
        # Articles with one text count once; which ones they are is not in the data, only how many.
        copies = sum(len(source.copies) for source in self.report.sources)
        if basis == "articles" and articles - copies <= finding.articles <= articles:
            return frozenset({float(finding.articles)})
        counts = {"origins": len(finding.origins), "figures": len(members)}
        return frozenset({float(counts[basis])} if basis in counts else ())

    def own_days(self) -> frozenset[date]:
        """The dates of the report itself: as of, issued, next, and the span of its articles."""
        report = self.report
        zone = ZoneInfo(report.settings.time_zone)
        own = (report.as_of, report.as_of.astimezone(zone), report.issued, report.issued.astimezone(zone))
        published = (source.published for source in report.sources if not source.previous)
        return days_of((*own, report.settings.next_report, *published))


def _tables(section: Section) -> tuple[Table, ...]:
    return tuple(block for block in section.blocks if isinstance(block, Table))


def _unlisted(report: Report) -> frozenset[int]:
    """How many sources the report's lists leave out."""
    lists = (block for section in report.sections for block in section.blocks if isinstance(block, SourceList))
    return frozenset(len(report.sources) - len(block.listed) for block in lists if block.note)


def _given(report: Report) -> tuple[str, ...]:
    settings = report.settings
    words = (
        report.crisis.name,
        report.crisis.glide,
        settings.contact,
        settings.household_size_source,
        settings.time_zone,
        report.as_of.astimezone(ZoneInfo(settings.time_zone)).tzname(),
        report.previous,
        *report.overrides,
        *(f"{problem.where}: {problem.what}" for problem in report.problems),
    )
    return tuple(word for word in words if word)
