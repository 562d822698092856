import gzip
import socket
import ssl
import subprocess
import threading
import time
import tracemalloc
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitrep.collect.addresses import is_public
from sitrep.collect.body import BodyError, read_body
from sitrep.collect.http import Clock, FetchError, Hosts, Http
from sitrep.collect.http_settings import HttpSettings

from .server import Server, Stopwatch, answer, cut_off, endless, gzipped, status, unchanged_if, web


def refused(http: Http, url: str, **options: object) -> FetchError:
    with pytest.raises(FetchError) as caught:
        http.get(url, **options)  # type: ignore[arg-type]
    return caught.value


def test_an_answer_comes_with_its_header(server: Server) -> None:
    url = server.play("/a", answer("<p>é</p>", "text/html; charset=UTF-8", ETag='"1"', Last_Modified="yesterday"))
    with web() as http:
        got = http.get(url, params={"q": "a b&c"})
    assert (got.status, got.content, got.media_type, got.charset) == (200, "<p>é</p>".encode(), "text/html", "UTF-8")
    assert (got.etag, got.last_modified) == ('"1"', "yesterday")
    path, headers = server.hits[0]
    assert path == "/a?q=a+b%26c" and headers["user-agent"].startswith("sitrep") and "cookie" not in headers


def test_an_unchanged_answer_is_304(server: Server) -> None:
    url = server.play("/a", unchanged_if('"7"', "x", "text/html"))
    with web() as http:
        assert http.get(url).etag == '"7"'
        again = http.get(url, etag='"7"', last_modified="Thu, 28 Nov 2024 15:09:00 GMT")
    assert (again.status, again.content) == (304, b"")
    assert server.hits[1][1]["if-modified-since"] == "Thu, 28 Nov 2024 15:09:00 GMT"


def test_server_errors_are_tried_again_with_growing_waits(server: Server) -> None:
    url = server.play("/a", status(500), status(503), answer("good"))
    watch = Stopwatch()
    with web(watch) as http:
        assert http.get(url).content == b"good"
    assert watch.slept == [1.0, 2.0]


def test_retry_after_is_kept_in_seconds_and_as_a_date(server: Server) -> None:
    url = server.play(
        "/a",
        status(429, Retry_After="7"),
        status(503, Retry_After="Sat, 30 Nov 2024 06:00:30 GMT"),
        answer("good"),
    )
    watch = Stopwatch()
    with web(watch) as http:
        assert http.get(url).content == b"good"
    assert watch.slept == [7.0, 23.0]


def test_a_wait_that_is_too_long_is_left_to_the_next_run(server: Server) -> None:
    url = server.play("/a", status(429, Retry_After="3600"))
    watch = Stopwatch()
    with web(watch) as http:
        error = refused(http, url)
    assert error.temporary and error.wait == 3600 and not watch.slept and "too often" in str(error)


def test_a_server_that_stays_down_is_given_up(server: Server) -> None:
    url = server.play("/a", status(502))
    with web(retries=2) as http:
        error = refused(http, url)
    assert error.temporary and error.status == 502 and len(server.hits) == 3


def test_what_will_not_change_is_not_tried_again(server: Server) -> None:
    for code, words in ((403, "refuses"), (404, "does not exist"), (410, "gone"), (418, "418")):
        url = server.play(f"/{code}", status(code, b"the reason"))
        with web() as http:
            error = refused(http, url)
        assert not error.temporary and words in str(error) and error.body == b"the reason"
    assert len(server.hits) == 4


def test_a_body_that_stops_half_way_is_fetched_again(server: Server) -> None:
    url = server.play("/a", cut_off(b"half"), answer("whole"))
    with web() as http:
        assert http.get(url).content == b"whole"
    server.play("/a", cut_off(b"half"))
    with web(retries=1) as http:
        assert "broke off" in str(refused(http, url))


def test_gzip_is_unpacked_and_a_cut_one_is_not_taken_for_whole(server: Server) -> None:
    url = server.play("/a", gzipped(b"text " * 100_000, cut=-40), gzipped(b"text " * 100_000))
    with web() as http:
        assert http.get(url).content == b"text " * 100_000
    assert len(server.hits) == 2


def test_a_gzip_bomb_stops_at_the_limit_and_costs_no_memory(server: Server) -> None:
    url = server.play("/a", gzipped(bytes(200 << 20)))
    tracemalloc.start()
    with web(max_megabytes=1) as http:
        error = refused(http, url)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "more than 1 MB" in str(error) and not error.temporary and peak < 20 << 20


def test_an_endless_answer_stops_at_the_limit(server: Server) -> None:
    url = server.play("/a", endless())
    with web(max_megabytes=0.5) as http:
        assert "more than 0.5 MB" in str(refused(http, url))


def test_an_answer_that_drips_stops_at_the_deadline(server: Server) -> None:
    url = server.play("/a", endless(pause=0.05))
    settings = HttpSettings(local_hosts=("127.0.0.1",), deadline=0.3, retries=0)
    with Http(settings, Clock()) as http:
        error = refused(http, url)
    assert "too slowly" in str(error) and error.temporary


def test_a_header_that_drips_stops_at_the_deadline() -> None:
    def drip(listening: socket.socket) -> None:
        with suppress(OSError):
            connection, _ = listening.accept()
            for _ in range(100):
                connection.sendall(b"H" if not connection.recv(1, socket.MSG_PEEK) else b"X")
                time.sleep(0.05)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=drip, args=(listening,))
        thread.start()
        settings = HttpSettings(local_hosts=("127.0.0.1",), deadline=0.3, retries=0)
        start = time.monotonic()
        with Http(settings, Clock()) as http:
            error = refused(http, f"http://127.0.0.1:{listening.getsockname()[1]}/")
        assert time.monotonic() - start < 3
        thread.join()
    assert error.temporary


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
        "-keyout",
    ]
    subprocess.run([*command, key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)

    def shake_hands(listening: ssl.SSLSocket) -> None:
        with suppress(OSError):
            listening.accept()

    with context.wrap_socket(socket.create_server(("127.0.0.1", 0)), server_side=True) as listening:
        thread = threading.Thread(target=shake_hands, args=(listening,))
        thread.start()
        with web(retries=2) as http:
            error = refused(http, f"https://localhost:{listening.getsockname()[1]}/")
        thread.join()
    assert "certificate" in str(error) and not error.temporary


def test_a_proxy_reaches_far_hosts_but_no_local_ones(server: Server) -> None:
    server.play("http://site.invalid/a", answer("by proxy"))
    local = server.play("/b", answer("x"))
    with web(proxy=server.url, local_hosts=()) as http:
        assert http.get("http://site.invalid/a").content == b"by proxy"
        for target in (local, "http://169.254.169.254/", "http://localhost/"):
            assert "local address" in str(refused(http, target))
    assert server.paths() == ["http://site.invalid/a"]


def test_a_server_that_never_answers_times_out() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, web(timeout=0.2, retries=0) as http:
        error = refused(http, f"http://127.0.0.1:{silent.getsockname()[1]}/")
    assert "did not answer in time" in str(error) and error.temporary


def test_a_closed_port_and_an_unknown_name_are_sentences() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with web(retries=0) as http:
        assert "cannot be reached" in str(refused(http, f"http://127.0.0.1:{port}/"))
        assert "cannot be reached" in str(refused(http, "http://no-such-host.invalid/"))


def test_redirects_are_followed_to_an_end(server: Server) -> None:
    server.play("/c", answer("here"))
    server.play("/b", status(301, Location="c"))
    url = server.play("/a", status(302, Location="/b?x=1"))
    with web() as http:
        got = http.get(url)
    assert got.content == b"here" and got.url == server.url + "/c"


def test_redirects_in_a_circle_and_without_end_are_left(server: Server) -> None:
    circle = server.play("/a", status(302, Location="/b"))
    server.play("/b", status(302, Location="/a"))
    for n in range(10):
        server.play(f"/{n}", status(302, Location=f"/{n + 1}"))
    with web() as http:
        assert "circle" in str(refused(http, circle))
        assert "more than 5 times" in str(refused(http, server.url + "/0"))


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:169.254.169.254]/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://0.0.0.0/",
        "http://[::1]/",
        "http://2130706433/",
        "http://0x7f.1/",
    ],
)
def test_a_redirect_into_the_local_network_is_refused(server: Server, target: str) -> None:
    url = server.play("/a", status(302, Location=target))
    with web(timeout=1, retries=0, local_hosts=("127.0.0.1",)) as http:
        error = refused(http, url)
    assert "local address" in str(error) or "cannot be reached" in str(error)
    assert "local address" in str(error) or target.startswith("http://0x")


def test_the_loopback_is_only_reached_by_name(server: Server) -> None:
    url = server.play("/a", answer("x"))
    with web(local_hosts=()) as http:
        assert "local_hosts" in str(refused(http, url))
        assert "local_hosts" in str(refused(http, url.replace("127.0.0.1", "localhost")))
    assert not server.hits


@pytest.mark.parametrize(
    "target",
    ["file:///etc/passwd", "ftp://127.0.0.1/", "javascript:1", "http:///x", "http://[", "gopher://127.0.0.1:70/"],
)
def test_only_web_addresses_are_followed(server: Server, target: str) -> None:
    url = server.play("/a", status(302, Location=target))
    with web() as http:
        refused(http, url)
        assert "no web address" in str(refused(http, target))
    assert Path("/etc/passwd").exists()


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("2002:7f00:1::", False),
        ("255.255.255.255", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_requests_to_one_host_keep_their_distance(server: Server) -> None:
    url = server.play("/a", answer("x"))
    watch = Stopwatch()
    with web(watch, interval=2) as http:
        for _ in range(3):
            http.get(url)
        http.get(url, interval=5)
        http.get(url.replace("127.0.0.1", "localhost"))
    assert watch.slept == [2.0, 2.0, 5.0]


def test_robots_txt_is_asked_once_and_kept(server: Server) -> None:
    server.play("/robots.txt", answer("User-agent: *\nCrawl-delay: 3\nDisallow: /private\n", "text/plain"))
    good, private = server.play("/a", answer("x")), server.play("/private/a", answer("x"))
    watch = Stopwatch()
    with web(watch) as http:
        assert http.get(good, robots=True).content == b"x"
        assert "robots.txt" in str(refused(http, private, robots=True))
        assert http.get(private).content == b"x"
        http.get(good, robots=True)
    assert [path for path, _ in server.hits] == ["/robots.txt", "/a", "/private/a", "/a"] and 3.0 in watch.slept


def test_clients_that_share_what_they_know_of_hosts_keep_one_pace(server: Server) -> None:
    server.play("/robots.txt", answer("User-agent: *\nCrawl-delay: 3\n", "text/plain"))
    url = server.play("/a", answer("x"))
    watch, hosts = Stopwatch(), Hosts()
    for _ in range(3):
        with web(watch, hosts) as http:
            http.get(url, robots=True)
    assert [path for path, _ in server.hits] == ["/robots.txt", "/a", "/a", "/a"] and watch.time >= 9
    with web(watch, hosts) as http:
        http.get(url, interval=5)
    assert watch.slept[-1] == 5.0


def test_what_one_client_may_not_reach_another_may(server: Server) -> None:
    url, hosts = server.play("/a", answer("x")), Hosts()
    with web(hosts=hosts, local_hosts=()) as http:
        assert "local_hosts" in str(refused(http, url, robots=True))
    with web(hosts=hosts) as http:
        assert http.get(url, robots=True).content == b"x"


def test_without_robots_txt_all_is_allowed_and_a_host_in_trouble_is_left_alone(server: Server) -> None:
    url = server.play("/a", answer("x"))
    with web() as http:
        assert http.get(url, robots=True).content == b"x"
    server.play("/robots.txt", status(500))
    with web(retries=1) as http:
        for _ in range(2):
            error = refused(http, url, robots=True)
            assert error.temporary and "robots.txt" in str(error)
    assert server.paths() == ["/a"] and len(server.hits) == 4


def test_a_redirect_does_not_lead_round_robots_txt(server: Server) -> None:
    server.play("/robots.txt", answer("User-agent: *\nDisallow: /private\n", "text/plain"))
    server.play("/private", answer("x"))
    url = server.play("/a", status(302, Location="/private"))
    with web() as http:
        assert "robots.txt" in str(refused(http, url, robots=True))


@given(st.binary(max_size=3000), st.integers(1, 50))
def test_compressed_bodies_come_back_whole_in_any_pieces(data: bytes, size: int) -> None:
    packed = gzip.compress(data * 50)
    chunks = [packed[n : n + size] for n in range(0, len(packed), size)]
    assert read_body(chunks, "gzip", 1 << 20, lambda: True) == data * 50
    if data:
        with pytest.raises(BodyError):
            read_body(chunks, "gzip", len(data) * 50 - 1, lambda: True)


def test_an_unknown_compression_and_damaged_data_are_refused() -> None:
    for encoding, data in (("br", b"x"), ("gzip", b"not gzip at all")):
        with pytest.raises(BodyError):
            read_body([data], encoding, 1000, lambda: True)
