from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from sitrep.collect import open_source
from sitrep.collect.settings import Keep, ReliefWebSource
from sitrep.model.sources import Source

from . import documents as made
from .server import NOW, Server, Stopwatch, answer, as_json, cut_off, fresh, status, web


def report(number: int, changed: str = "1", **fields: Any) -> dict[str, Any]:
    return {
        "id": str(number),
        "fields": {
            "title": f"Flood response, update {number}",
            "body": made.SENTENCE,
            "url_alias": f"https://reliefweb.example/report/{number}",
            "source": [{"name": "Relief Desk"}, {"name": "Valley Office"}],
            "date": {"original": "2024-11-28T00:00:00+00:00", "changed": changed},
            "primary_country": {"iso3": "syr"},
            "country": [{"iso3": "syr"}],
            "language": [{"code": "en"}],
            **fields,
        },
    }


def page(*reports: dict[str, Any], following: str | None = None) -> dict[str, Any]:
    return {"data": list(reports), "links": {"next": {"href": following}} if following else {}}


def reader(server: Server, **settings: Any) -> Source:
    given = {"kind": "reliefweb", "appname": "our-name", "url": server.url + "/v2/reports", **settings}
    return open_source(ReliefWebSource.model_validate(given), web(Stopwatch(), retries=1))


def test_reports_are_articles_page_by_page(server: Server) -> None:
    server.play("/v2/reports", as_json(page(report(1), following=server.url + "/next?offset=100")))
    server.play("/next", as_json(page(report(2, country=[{"iso3": "syr"}, {"iso3": "lbn"}]))))
    keep = Keep(countries=("Syria", "LBN"), languages=("en",))
    got = reader(server, query="flood", days=3, keep=keep).collect(fresh(), NOW)
    first, second = (stored.article for stored in got.articles)
    assert first.name == "reliefweb-1" and first.publisher == "Relief Desk, Valley Office" and first.country == "SYR"
    assert first.text == f"Flood response, update 1\n\n{made.SENTENCE}" and second.country is None
    assert first.published == datetime(2024, 11, 28, tzinfo=UTC) and first.url == "https://reliefweb.example/report/1"
    asked = parse_qs(urlsplit(server.hits[0][0]).query)
    assert asked["appname"] == ["our-name"] and asked["query[value]"] == ["flood"]
    assert asked["filter[conditions][0][value][from]"] == ["2024-11-27T06:00:00+00:00"]
    assert asked["filter[conditions][1][value][0]"] == ["syr"] and asked["filter[conditions][1][value][1]"] == ["lbn"]


def test_more_reports_than_the_limit_are_told_of(server: Server) -> None:
    server.play("/v2/reports", as_json(page(report(1), report(2), following=server.url + "/next?offset=2")))
    got = reader(server, most=2).collect(fresh(), NOW)
    assert len(got.articles) == 2 and "has more than 2 reports: set `most` higher" in got.problems[0].what


def test_only_new_and_changed_reports_come_again(server: Server) -> None:
    server.play("/v2/reports", as_json(page(report(1), report(2))))
    source = reader(server)
    first = source.collect(fresh(), NOW)
    server.play(
        "/v2/reports", as_json(page(report(3), report(1, changed="2", body="Corrected. " + made.SENTENCE), report(2)))
    )
    second = source.collect(first.state, NOW)
    assert [stored.article.name for stored in second.articles] == ["reliefweb-3", "reliefweb-1"]


def test_pdf_attachments_are_read_and_broken_ones_named(server: Server) -> None:
    server.play("/good.pdf", answer(made.pdf("Annex", made.TEXT), "application/pdf"))
    server.play("/bad.pdf", answer(b"%PDF-1.7 x", "application/pdf"))
    server.play("/later.pdf", status(500), status(500), answer(made.pdf("Later", made.TEXT), "application/pdf"))
    files = [{"url": f"{server.url}/{n}.pdf", "mimetype": "application/pdf"} for n in ("good", "bad", "later")]
    server.play("/v2/reports", as_json(page(report(1, file=[*files, {"url": "x.xlsx", "mimetype": "y"}], body=""))))
    source = reader(server)
    got = source.collect(fresh(), NOW)
    assert [stored.article.name for stored in got.articles] == ["reliefweb-1", "reliefweb-1-1"]
    attached = got.articles[1]
    assert made.TEXT.strip() in attached.article.text and attached.article.publisher == "Relief Desk, Valley Office"
    assert attached.media_type == "application/pdf" and attached.raw and attached.raw.startswith(b"%PDF")
    assert [p.where.rsplit("/", 1)[1] for p in got.problems] == ["bad.pdf", "later.pdf"]
    again = source.collect(got.state, NOW)
    assert [stored.article.name for stored in again.articles] == ["reliefweb-1-3"] and not again.problems
    assert not reader(server, attachments=False).collect(fresh(), NOW).articles[1:]


@pytest.mark.parametrize(
    ("play", "sentence"),
    [
        (status(400, '{"error": {"message": "Missing appname"}}'), "refused the request (Missing appname)"),
        (status(403), "approve"),
        (status(410), "switched this version"),
        (status(429), "quota"),
        (status(500), "trouble"),
        (cut_off(b'{"data": '), "broke off"),
        (answer("<html>", "text/html"), "not JSON"),
    ],
)
def test_refusals_are_sentences_that_say_what_to_do(server: Server, play: Any, sentence: str) -> None:
    server.play("/v2/reports", play)
    source = reader(server)
    got = source.collect(fresh(), NOW)
    assert sentence in got.problems[0].what and got.state.failures == 1 and not got.articles
    problem = source.check(NOW)
    assert problem is not None and sentence in problem.what


def test_what_came_before_a_failure_is_kept(server: Server) -> None:
    server.play("/v2/reports", as_json(page(report(1), following=server.url + "/next")))
    server.play("/next", status(500))
    got = reader(server).collect(fresh(), NOW)
    assert len(got.articles) == 1 and got.state.failures == 1 and not reader(server).collect(got.state, NOW).articles


def test_the_next_page_is_not_looked_for_elsewhere(server: Server) -> None:
    server.play("/v2/reports", as_json(page(report(1), following="http://elsewhere.example/next")))
    got = reader(server).collect(fresh(), NOW)
    assert len(got.articles) == 1 and "another host" in got.problems[0].what


def test_strange_records_do_no_harm(server: Server) -> None:
    server.play("/v2/reports", as_json({"data": [3, {"id": 5}, {"id": 6, "fields": {"title": None}}, report(7)]}))
    got = reader(server, most=2).collect(fresh(), NOW)
    assert not got.articles
    assert [s.article.name for s in reader(server).collect(fresh(), NOW).articles] == ["reliefweb-7"]
