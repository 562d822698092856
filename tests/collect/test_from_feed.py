from datetime import UTC, date, datetime
from html import escape

import pytest

from sitrep.collect.from_feed import FeedReader
from sitrep.collect.settings import FeedSource, Keep
from sitrep.model.sources import Source

from . import documents as made
from .server import NOW, Server, Stopwatch, answer, cut_off, endless, fresh, gzipped, status, unchanged_if, web

ITEM = (
    "<item><title>Flood on the coast {n}</title><link>{url}/page{n}</link><guid>g{n}</guid>"
    "<pubDate>Thu, 28 Nov 2024 15:09:00 +0200</pubDate><description>{text}</description></item>"
)
RSS = "application/rss+xml"


def rss(url: str, *numbers: int, text: str = made.SENTENCE) -> str:
    items = "".join(ITEM.format(n=n, url=url, text=escape(f"<p>{text}</p>")) for n in numbers)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Coast News</title>{items}</channel></rss>'


def reader(server: Server, **settings: object) -> Source:
    given = {"kind": "feed", "url": server.url + "/feed", **settings}
    return FeedReader(FeedSource.model_validate(given), web(Stopwatch(), retries=1))


def test_the_page_behind_each_entry_is_the_article(server: Server) -> None:
    server.play("/feed", answer(rss(server.url, 1, 2), RSS, ETag='"1"'))
    server.play("/page1", answer(made.page()))
    server.play("/page2", answer(made.page().replace(b"article:published_time", b"x").replace(b"og:site_name", b"x")))
    got = reader(server).collect(fresh(), NOW)
    first, second = (stored.article for stored in got.articles)
    assert not got.problems and got.state.etag == '"1"' and got.state.succeeded == NOW
    assert first.url == server.url + "/page1" and first.publisher == "The Site" and first.retrieved == NOW
    assert first.text.startswith("Flood on the coast\n") and first.published == datetime(2024, 11, 28, 8, tzinfo=UTC)
    assert second.publisher == "Coast News" and second.published == datetime(2024, 11, 28, 13, 9, tzinfo=UTC)
    assert got.articles[0].raw == made.page() and got.articles[0].media_type == "text/html"
    assert first.name != second.name and first.name.startswith("127.0.0.1-")


def test_an_unchanged_feed_costs_one_request_and_only_new_entries_are_read(server: Server) -> None:
    server.play("/feed", unchanged_if('"1"', rss(server.url, 1), RSS))
    server.play("/page1", answer(made.page()))
    source = reader(server)
    first = source.collect(fresh(), NOW)
    again = source.collect(first.state, NOW)
    assert len(first.articles) == 1 and not again.articles and not again.problems
    server.play("/feed", unchanged_if('"2"', rss(server.url, 2, 1), RSS))
    server.play("/page2", answer(made.page()))
    third = source.collect(again.state, NOW)
    assert [stored.article.url for stored in third.articles] == [server.url + "/page2"]
    assert server.paths() == ["/feed", "/page1", "/feed", "/feed", "/page2"]


def test_a_page_in_trouble_is_tried_again_at_the_next_visit(server: Server) -> None:
    server.play("/feed", unchanged_if('"1"', rss(server.url, 1, 2), RSS))
    server.play("/page1", status(500), status(500), answer(made.page()))
    server.play("/page2", answer(made.page()))
    source = reader(server)
    first = source.collect(fresh(), NOW)
    assert len(first.articles) == 1 and "trouble" in first.problems[0].what and "/page1" in first.problems[0].where
    second = source.collect(first.state, NOW)
    assert [stored.article.url for stored in second.articles] == [server.url + "/page1"] and not second.problems
    assert not source.collect(second.state, NOW).articles


@pytest.mark.parametrize("gone", [status(404), status(403), answer("<html></html>"), answer(b"GIF89a", "image/gif")])
def test_where_the_page_cannot_be_had_the_entry_is_the_text(server: Server, gone: object) -> None:
    server.play("/feed", answer(rss(server.url, 1), RSS))
    server.play("/page1", gone)  # type: ignore[arg-type]
    got = reader(server).collect(fresh(), NOW)
    assert got.articles[0].article.text == f"Flood on the coast 1\n\n{made.SENTENCE.strip()}" and not got.problems


def test_a_page_behind_a_wall_does_not_hide_the_entry(server: Server) -> None:
    server.play("/feed", answer(rss(server.url, 1, text=made.TEXT * 4), RSS))
    wall = "<html><body><article><p>Please subscribe to read this story.</p></article></body></html>"
    server.play("/page1", answer(wall))
    got = reader(server).collect(fresh(), NOW)
    assert made.SENTENCE.strip() in got.articles[0].article.text and not got.problems


def test_robots_txt_forbids_the_pages_but_not_the_feed(server: Server) -> None:
    server.play("/robots.txt", answer("User-agent: *\nDisallow: /page\n", "text/plain"))
    server.play("/feed", answer(rss(server.url, 1), RSS))
    got = reader(server).collect(fresh(), NOW)
    assert server.paths() == ["/feed"] and got.articles[0].article.publisher == "Coast News"


def test_follow_false_reads_no_pages(server: Server) -> None:
    server.play("/feed", answer(rss(server.url, 1), RSS))
    got = reader(server, follow=False).collect(fresh(), NOW)
    assert server.paths() == ["/feed"] and len(got.articles) == 1


def test_more_entries_than_the_limit_wait_for_the_next_visit(server: Server) -> None:
    server.play("/feed", unchanged_if('"1"', rss(server.url, 1, 2, 3), RSS))
    source = reader(server, follow=False, most=2)
    first = source.collect(fresh(), NOW)
    second = source.collect(first.state, NOW)
    assert [len(first.articles), len(second.articles)] == [2, 1]
    assert "has 3 new entries, of which 2 are read now" in first.problems[0].what and not second.problems


def test_the_filter_counts_what_it_leaves_out(server: Server) -> None:
    server.play("/feed", answer(rss(server.url, 1, 2), RSS))
    words = Keep(words=("Coast 2",))
    got = reader(server, follow=False, keep=words).collect(fresh(), NOW)
    assert [stored.article.title for stored in got.articles] == ["Flood on the coast 2"] and got.left_out == 1


def test_a_wrong_charset_a_relative_link_and_an_atom_feed(server: Server) -> None:
    atom = (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Le Côté</title><entry>'
        "<title>Crue à l’est</title><id>urn:1</id><link href='/page1'/><published>2024-11-28T05:00:00Z</published>"
        f"<content type='html'>{escape('<p>' + made.FRENCH + '</p>')}</content></entry></feed>"
    )
    server.play("/feed", answer(atom.encode(), "application/atom+xml; charset=iso-8859-1"))
    got = reader(server, follow=False).collect(fresh(), NOW)
    article = got.articles[0].article
    assert article.title == "Crue à l’est" and made.FRENCH.strip() in article.text and article.language == "fr"
    assert article.url == server.url + "/page1" and article.published == datetime(2024, 11, 28, 5, tzinfo=UTC)


def test_a_feed_with_faults_is_read_as_far_as_it_goes(server: Server) -> None:
    server.play("/feed", answer(rss(server.url, 1, 2).replace("</channel></rss>", "<item><title>& x"), RSS))
    got = reader(server, follow=False).collect(fresh(), NOW)
    assert len(got.articles) >= 2 and got.state.problem is None
    assert "not well-formed" in got.problems[0].what


@pytest.mark.parametrize(
    ("play", "sentence"),
    [
        (status(500), "trouble"),
        (status(404), "does not exist"),
        (answer("<html><body>Hello</body></html>"), "not a feed"),
        (answer(b""), "not a feed"),
        (cut_off(b"<rss>"), "broke off"),
        (gzipped(bytes(60 << 20)), "more than 20 MB"),
        (endless(), "more than 20 MB"),
        (status(302, Location="http://169.254.169.254/"), "local address"),
        (status(302, Location="/feed"), "circle"),
    ],
)
def test_a_feed_that_fails_says_since_when(server: Server, play: object, sentence: str) -> None:
    server.play("/feed", play)  # type: ignore[arg-type]
    source = reader(server, name="coast")
    first = source.collect(fresh("coast"), NOW)
    assert not first.articles and sentence in first.problems[0].what and first.problems[0].where == "coast"
    assert (first.state.failures, first.state.failing_since, first.state.problem) == (1, NOW, first.problems[0].what)
    assert source.check(NOW) is not None
    server.play("/feed", answer(rss(server.url), RSS))
    good = source.collect(first.state, NOW)
    assert (good.state.failures, good.state.failing_since, good.state.problem) == (0, None, None)


def test_an_entry_that_leads_into_the_local_network_is_refused_once(server: Server) -> None:
    feed = rss(server.url, 1, 2, text="").replace(f"{server.url}/page1", "http://127.0.0.2:1/page1")
    server.play("/feed", unchanged_if('"1"', feed, RSS))
    server.play("/page2", answer(made.page()))
    source = reader(server)
    first = source.collect(fresh(), NOW)
    assert [stored.article.url for stored in first.articles] == [server.url + "/page2"]
    [problem] = first.problems
    assert (problem.where, "local_hosts" in problem.what) == ("http://127.0.0.2:1/page1", True)
    assert first.state.etag == '"1"', "nothing waits, so an unchanged feed costs one short request"
    again = source.collect(first.state, NOW)
    assert not again.problems and not again.articles and server.paths() == ["/feed", "/page2", "/feed"]


def test_an_entry_that_says_nothing_is_named_by_its_place(server: Server) -> None:
    item = "<item><author>a</author></item>"
    server.play("/feed", answer(rss(server.url).replace("</channel>", f"{item}</channel>"), RSS))
    [problem] = reader(server, name="coast").collect(fresh(), NOW).problems
    assert str(problem) == "coast, new entry 1: is an entry without text"


def test_entities_and_markup_in_a_feed_are_plain_text(server: Server) -> None:
    text = "A &amp; B <script>alert(1)</script><b>bold</b><li>one</li><li>two</li>" + made.SENTENCE
    server.play("/feed", answer(rss(server.url, 1, text=text), RSS))
    article = reader(server, follow=False).collect(fresh(), NOW).articles[0].article
    assert "A & B bold\n- one\n- two\n" in article.text and "alert" not in article.text


def test_a_page_with_a_date_only_and_settings_for_what_is_not_said(server: Server) -> None:
    plain = rss(server.url, 1).replace("<pubDate>Thu, 28 Nov 2024 15:09:00 +0200</pubDate>", "")
    server.play("/feed", answer(plain.replace("<title>Coast News</title>", ""), RSS))
    page = made.page().replace(b"T10:00:00+02:00", b"").replace(b"og:site_name", b"x")
    server.play("/page1", answer(page))
    article = reader(server, publisher="P", country="Syria").collect(fresh(), NOW).articles[0].article
    assert article.published == date(2024, 11, 28) and article.country == "SYR" and article.publisher
