from sitrep.collect import open_source
from sitrep.collect.settings import PageSource

from . import documents as made
from .server import NOW, Server, Stopwatch, answer, fresh, status, unchanged_if, web


def test_pages_are_read_when_they_are_new_or_changed(server: Server) -> None:
    urls = (server.play("/a", answer(made.page())), server.play("/b", status(404)))
    source = open_source(PageSource(kind="page", urls=urls), web(Stopwatch()))
    first = source.collect(fresh(), NOW)
    assert [stored.article.url for stored in first.articles] == [urls[0]] and first.articles[0].raw == made.page()
    assert [problem.where for problem in first.problems] == [urls[1]] and first.state.problem is None
    assert not source.collect(first.state, NOW).articles
    server.play("/a", answer(made.page(extra="Changed.")))
    changed = source.collect(first.state, NOW)
    assert (
        "Changed." in changed.articles[0].article.text
        and changed.articles[0].article.id != first.articles[0].article.id
    )


def test_a_page_that_its_server_calls_unchanged_is_not_sent_again(server: Server) -> None:
    tagged = server.play("/a", unchanged_if('"1"', made.page(), "text/html"))
    dated = server.play("/b", answer(made.page(extra="B"), Last_Modified="Thu, 28 Nov 2024 15:09:00 GMT"))
    source = open_source(PageSource(kind="page", urls=(tagged, dated)), web())
    first = source.collect(fresh(), NOW)
    again = source.collect(first.state, NOW)
    assert len(first.articles) == 2 and not again.articles and not again.problems
    asked = [headers for path, headers in server.hits if path in ("/a", "/b")]
    assert "if-none-match" not in asked[0]
    assert asked[2]["if-none-match"] == '"1"' and asked[3]["if-modified-since"] == "Thu, 28 Nov 2024 15:09:00 GMT"
    server.play("/a", unchanged_if('"2"', made.page(extra="New."), "text/html"))
    changed = source.collect(again.state, NOW)
    assert ["New." in stored.article.text for stored in changed.articles] == [True]
    assert not source.collect(changed.state, NOW).articles


def test_a_page_that_could_not_be_read_is_sent_whole_again(server: Server) -> None:
    url = server.play("/a", unchanged_if('"1"', "<html></html>", "text/html"))
    source = open_source(PageSource(kind="page", urls=(url,)), web())
    first = source.collect(fresh(), NOW)
    again = source.collect(first.state, NOW)
    assert first.state.failures == 1 and again.state.failures == 2


def test_the_servers_charset_counts_and_a_wrong_one_does_no_harm(server: Server) -> None:
    server.play("/a", answer(made.page("utf-8"), "text/html; charset=iso-8859-1"))
    server.play(
        "/b", answer(made.page("windows-1252").replace(b"<meta charset", b"<meta x"), "text/html; charset=cp1252")
    )
    source = open_source(PageSource(kind="page", urls=(server.url + "/a", server.url + "/b")), web())
    got = source.collect(fresh(), NOW)
    assert ["Café et thé." in stored.article.text for stored in got.articles] == [True, True]


def test_a_pdf_and_a_plain_text_are_articles_too(server: Server) -> None:
    server.play("/a", answer(made.pdf("Flood in the valley", made.TEXT), "application/pdf"))
    server.play("/b", answer(made.TEXT, "text/plain; charset=utf-8"))
    source = open_source(PageSource(kind="page", urls=(server.url + "/a", server.url + "/b")), web())
    got = source.collect(fresh(), NOW)
    assert not got.problems and all(made.SENTENCE.strip() in stored.article.text for stored in got.articles)


def test_robots_txt_holds_and_nothing_readable_is_a_failure(server: Server) -> None:
    server.play("/robots.txt", answer("User-agent: *\nDisallow: /\n", "text/plain"))
    url = server.play("/a", answer(made.page()))
    source = open_source(PageSource(kind="page", urls=(url,)), web())
    got = source.collect(fresh(), NOW)
    assert got.state.failures == 1 and "robots.txt" in got.problems[0].what and not server.paths()
    problem = source.check(NOW)
    assert problem is not None and "robots.txt" in problem.what
