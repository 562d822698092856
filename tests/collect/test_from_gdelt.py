from typing import Any

import pytest

from sitrep.collect import open_source
from sitrep.collect.settings import GdeltSource
from sitrep.model.sources import Source

from . import documents as made
from .server import NOW, Server, Stopwatch, answer, as_json, fresh, status, web


def reader(server: Server, watch: Stopwatch | None = None) -> Source:
    given = {"kind": "gdelt", "query": "flood coast", "url": server.url + "/doc"}
    return open_source(GdeltSource.model_validate(given), web(watch or Stopwatch(), retries=1))


def found(server: Server, *paths: str) -> dict[str, Any]:
    items = [{"url": server.url + p, "title": "A title", "seendate": "20241128T150000Z"} for p in paths]
    return {"articles": [*items, "odd", {"title": "without address"}]}


def test_the_pages_that_gdelt_names_are_the_articles(server: Server) -> None:
    undated = made.page().replace(b"article:published_time", b"x")
    server.play("/doc", as_json(found(server, "/a", "/b", "/c")))
    server.play("/a", answer(made.page()))
    server.play("/b", answer(undated))
    server.play("/c", status(503), status(503), answer(made.page()))
    watch = Stopwatch()
    source = reader(server, watch)
    first = source.collect(fresh(), NOW)
    assert [s.article.url for s in first.articles] == [server.url + "/a", server.url + "/b"]
    assert first.articles[1].article.published is None and "/c" in first.problems[0].where
    second = source.collect(first.state, NOW)
    assert [s.article.url for s in second.articles] == [server.url + "/c"]
    assert "query=flood+coast" in server.hits[0][0] and "format=json" in server.hits[0][0]


def test_gdelt_is_asked_every_five_seconds_at_most(server: Server) -> None:
    server.play("/doc", as_json({}))
    watch = Stopwatch()
    source = reader(server, watch)
    assert source.check(NOW) is None and source.check(NOW) is None
    assert watch.slept == [5.0]


@pytest.mark.parametrize(
    ("play", "sentence"),
    [
        (answer("Your query was too short or too long.", "text/html"), "too short or too long"),
        (answer("[]", "application/json"), "answered"),
        (status(429), "too often"),
    ],
)
def test_an_error_may_be_plain_text(server: Server, play: Any, sentence: str) -> None:
    server.play("/doc", play)
    got = reader(server).collect(fresh(), NOW)
    assert sentence in got.problems[0].what and got.state.failures == 1


def test_an_answer_with_raw_control_characters_or_nothing_is_read(server: Server) -> None:
    server.play("/doc", answer(b'{"articles": [{"url": "x", "title": "a\tb\xff"}]}', "application/json"), answer(b""))
    source = reader(server)
    got = source.collect(fresh(), NOW)
    assert "no web address" in got.problems[0].what and got.state.problem is None
    assert not source.collect(fresh(), NOW).problems
