"""A real HTTP server on loopback that plays good and bad answers, and a clock that only moves when somebody sleeps."""

import gzip
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from sitrep.collect.http import Clock, Hosts, Http
from sitrep.collect.http_settings import HttpSettings
from sitrep.model.records import SourceState

NOW = datetime(2024, 11, 30, 6, tzinfo=UTC)

Play = Callable[[BaseHTTPRequestHandler], None]


class Server:
    """Plays for each path its answers in turn, the last one for ever; `hits` are the requests that came."""

    def __init__(self) -> None:
        self.plays: dict[str, list[Play]] = {}
        self.hits: list[tuple[str, dict[str, str]]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                path = self.path.split("?")[0]
                outer.hits.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
                plays = outer.plays.get(path) or [status(404)]
                play = plays.pop(0) if len(plays) > 1 else plays[0]
                try:
                    play(self)
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True

            def log_message(self, *args: object) -> None:
                pass

        class Quiet(ThreadingHTTPServer):
            def handle_error(self, request: object, client_address: object) -> None:
                """A client that hangs up is part of the play."""

        self._http = Quiet(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._http.server_port}"

    def play(self, path: str, *plays: Play) -> str:
        self.plays[path] = list(plays)
        return self.url + path

    def paths(self) -> list[str]:
        return [path.split("?")[0] for path, _ in self.hits if not path.startswith("/robots.txt")]

    @contextmanager
    def running(self) -> Iterator["Server"]:
        thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield self
        finally:
            self._http.shutdown()
            self._http.server_close()
            thread.join()


def answer(content: bytes | str, kind: str = "text/html; charset=utf-8", code: int = 200, **headers: str) -> Play:
    data = content.encode() if isinstance(content, str) else content

    def play(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return play


def status(code: int, content: bytes | str = b"", **headers: str) -> Play:
    return answer(content, "text/plain", code, **headers)


def unchanged_if(etag: str, content: bytes | str, kind: str) -> Play:
    def play(handler: BaseHTTPRequestHandler) -> None:
        if handler.headers.get("If-None-Match") == etag:
            return status(304)(handler)
        return answer(content, kind, ETag=etag)(handler)

    return play


def cut_off(content: bytes) -> Play:
    def play(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(content) * 2))
        handler.end_headers()
        handler.wfile.write(content)
        handler.wfile.flush()
        handler.close_connection = True

    return play


def gzipped(content: bytes, cut: int | None = None) -> Play:
    return answer(gzip.compress(content)[:cut], Content_Encoding="gzip")


def endless(pause: float = 0.0) -> Play:
    def play(handler: BaseHTTPRequestHandler) -> None:
        stop = threading.Event()
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        handler.close_connection = True
        for _ in range(100_000):
            handler.wfile.write(b"x" * (10 if pause else 65536))
            handler.wfile.flush()
            stop.wait(pause)

    return play


def as_json(value: object) -> Play:
    return answer(json.dumps(value), "application/json")


class Stopwatch:
    """Time that passes only by sleeping; `slept` are the sleeps in seconds."""

    def __init__(self) -> None:
        self.time = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds

    def clock(self) -> Clock:
        return Clock(
            monotonic=lambda: self.time,
            sleep=self.sleep,
            now=lambda: NOW + timedelta(seconds=self.time),
            random=lambda: 0.5,
        )


def web(stopwatch: Stopwatch | None = None, hosts: Hosts | None = None, **settings: object) -> Http:
    """A client that may reach the loopback."""
    given = HttpSettings.model_validate({"local_hosts": ("127.0.0.1", "localhost"), "interval": 0, **settings})
    return Http(given, (stopwatch or Stopwatch()).clock(), hosts)


def fresh(name: str = "x") -> SourceState:
    return SourceState(source=name)
