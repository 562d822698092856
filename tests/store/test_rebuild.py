"""Months later, from the store alone: the report's exact inputs give its exact bytes again."""

from datetime import UTC, datetime
from pathlib import Path

from sitrep.collect.from_folder import read_paths
from sitrep.config import CrisisConfig
from sitrep.fingerprint import extractor_version
from sitrep.model import Article, Report
from sitrep.model.protocols import Store
from sitrep.model.records import ReportFile, ReportRecord, StoredArticle
from sitrep.pipeline import Reading, bring_together, write_up
from sitrep.report import export
from sitrep.store import open_store

SEEDS = Path(__file__).parents[2] / "seeds"
AS_OF = datetime(2024, 11, 30, 18, tzinfo=UTC)


def make(articles: tuple[Article, ...], crisis: CrisisConfig) -> tuple[Report, dict[str, bytes]]:
    found = bring_together(articles, crisis, AS_OF)
    report = write_up(Reading(articles), found, crisis, as_of=AS_OF, number=3)
    files, problems = export(report, ("md", "json", "html", "csv"))
    assert problems == ()
    return report, {file.name: file.data for file in files}


def test_a_report_is_made_again_byte_for_byte(store: Store, where: str) -> None:
    read, _ = read_paths([SEEDS])
    crisis = CrisisConfig(name="Syria: escalation of hostilities", country="SYR")
    store.put_articles("syria", "folder", [StoredArticle(a, a.text.encode()) for a in read], AS_OF)
    articles = tuple(store.articles(store.article_ids("syria")))
    assert sorted(articles, key=lambda a: a.id) == sorted(read, key=lambda a: a.id), "as they were read"
    report, files = make(articles, crisis)
    record = ReportRecord(
        id=report.id, crisis="syria", number=3, as_of=AS_OF, issued=AS_OF, extractor=extractor_version(),
        report=report.model_dump_json(), settings=crisis.model_dump_json(), articles=tuple(a.id for a in articles),
        cited=tuple(source.article for source in report.sources),
    )  # fmt: skip
    store.put_report(record, files=[ReportFile(name, "text/plain", data) for name, data in files.items()])
    store.put_articles("syria", "folder", [StoredArticle(Article(name="later", text="12 killed."))], AS_OF)

    months_later = open_store(where)
    try:
        kept = months_later.report(report.id)
        again, made = make(tuple(months_later.articles(kept.articles)), CrisisConfig.model_validate_json(kept.settings))
        assert made == files == {file.name: file.data for file in months_later.report_files(kept.id)}
        assert again == report == Report.model_validate_json(kept.report)
    finally:
        months_later.close()
