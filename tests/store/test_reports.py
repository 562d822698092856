from dataclasses import replace

import pytest

from sitrep.errors import SitrepError
from sitrep.model.protocols import Store
from sitrep.model.records import Approval, Override, ReportFile
from sitrep.store import open_store

from .make import DAY, NOON, article, delivery, extraction, figure, finding, record, stored


def test_a_report_comes_back_with_its_exact_inputs(store: Store, where: str) -> None:
    articles = [article(name) for name in "cab"]
    store.put_articles("syria", "feed", stored(*articles), NOON)
    store.put_extractions("1", [extraction(a, figure(a, n)) for n, a in enumerate(articles)])
    override = Override("syria", "f1", "reject", "duty officer", "another event \ud800", NOON)
    issued = record(
        1, *articles, overrides=(override,), settings='{"crisis":"Syria"}', previous="syria-00", program="0.1.0"
    )
    findings = [finding("z"), finding("a")]
    files = [ReportFile("r.pdf", "application/pdf", bytes(range(256)) * 99), ReportFile("r.md", "text/markdown", b"")]
    store.put_report(issued, findings=findings, files=files)
    store.put_override(replace(override, figure="f2"))
    store.put_extractions("2", [extraction(a) for a in articles])
    store.put_articles("syria", "feed", stored(article("later")), NOON + DAY)

    months_later = open_store(where)
    try:
        back = months_later.report("syria-01")
        assert back == issued
        assert list(months_later.articles(back.articles)) == articles, "in the order in which they went in"
        assert [e.figures[0].value for e in months_later.extractions(back.extractor, back.articles).values()] == [
            0,
            1,
            2,
        ]
        assert (months_later.findings(back.id), months_later.report_files(back.id)) == (tuple(findings), tuple(files))
    finally:
        months_later.close()


def test_issuing_twice_changes_nothing_but_a_number_is_given_once(store: Store) -> None:
    one, two = article("1"), article("2")
    store.put_articles("syria", "feed", stored(one, two), NOON)
    issued = record(1, one, two, cited=(two.id, one.id))
    for _ in range(2):
        store.put_report(issued, deliveries=[delivery()])
    assert (len(store.reports("syria")), len(store.deliveries())) == (1, 1)
    for other in (replace(issued, report="{}"), replace(issued, id="other")):
        with pytest.raises(SitrepError, match="already issued sitrep No. 1, revision 0 \\(report syria-01\\)"):
            store.put_report(other)


def test_a_report_is_issued_whole_or_not_at_all(store: Store) -> None:
    one = article()
    store.put_articles("syria", "feed", stored(one), NOON)
    twice = [delivery(), replace(delivery(), report="no-such-report", message_id="<x>", recipient="b@example.org")]
    with pytest.raises(SitrepError):
        store.put_report(record(1, one), findings=[finding("a")], deliveries=twice)
    assert (store.reports("syria"), store.deliveries(), store.findings("syria-01")) == ((), (), ())


def test_a_report_of_articles_that_are_not_stored_is_refused(store: Store) -> None:
    with pytest.raises(SitrepError, match="1 articles that the store does not have"):
        store.put_report(record(1, article()))


def test_the_last_report_is_by_number_then_revision_and_per_product(store: Store) -> None:
    for number, revision, product in (
        (1, 0, "sitrep"),
        (2, 0, "sitrep"),
        (1, 1, "sitrep"),
        (2, 1, "sitrep"),
        (7, 0, "flash"),
    ):
        store.put_report(record(number, revision=revision, product=product, id=f"{product}{number}r{revision}"))
    last = [store.last_report("syria"), store.last_report("syria", "flash"), store.last_report("sudan")]
    assert [report and report.id for report in last] == ["sitrep2r1", "flash7r0", None]
    assert [r.id for r in store.reports("syria")] == ["flash7r0", "sitrep1r0", "sitrep1r1", "sitrep2r0", "sitrep2r1"]
    with pytest.raises(SitrepError, match="no report x"):
        store.report("x")


def test_approval_lets_held_mails_go_and_the_first_word_stands(store: Store) -> None:
    store.put_report(record(1), deliveries=[delivery(state="held"), delivery(recipient="b@example.org", state="held")])
    assert store.approval("syria-01") is None
    yes = Approval("syria-01", "approved", "head of office", NOON)
    for _ in range(2):
        store.decide(yes)
    assert store.approval("syria-01") == yes
    assert {d.state for d in store.deliveries(report="syria-01")} == {"pending"}
    with pytest.raises(SitrepError, match="already approved by head of office"):
        store.decide(replace(yes, decision="declined"))
    assert {d.state for d in store.deliveries(report="syria-01")} == {"pending"}


def test_a_declined_report_is_never_mailed(store: Store) -> None:
    store.put_report(record(1), deliveries=[delivery(state="held")])
    store.decide(Approval("syria-01", "declined", "head of office", NOON, "wrong crisis"))
    assert [d.state for d in store.deliveries()] == ["withdrawn"]
    assert not store.claim(delivery().message_id, NOON)


def test_a_format_that_failed_is_added_later_and_replaces_nothing(store: Store) -> None:
    first = ReportFile("r.md", "text/markdown", b"as issued")
    store.put_report(record(1), files=[first])
    later = ReportFile("r.pdf", "application/pdf", b"%PDF-")
    for _ in range(2):
        store.add_files("syria-01", [ReportFile("r.md", "text/markdown", b"another"), later])
    assert store.report_files("syria-01") == (first, later)
