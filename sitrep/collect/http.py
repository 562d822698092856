"""The web for sources: one client with limits on time, size, rate and reach, and with retries that wait politely.

Everything that a server does wrong becomes a FetchError, whose text is the predicate of a sentence about the address.
"""

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Any, Self
from urllib.parse import urljoin, urlsplit

from sitrep.errors import SitrepError

from .settings import HttpSettings

_MOST_REDIRECTS = 5
_TEMPORARY = frozenset({408, 425, 429, 500, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Clock:
    """Time and chance, so that tests can bring their own: seconds that pass, sleep, the date, a number in [0, 1)."""

    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    random: Callable[[], float] = random.random


@dataclass(frozen=True, slots=True)
class Response:
    """An answer: where it came from in the end, its bytes (decompressed), and what its header says of them.

    `status` is 200, or 304 where nothing changed since `etag` or `last_modified`; then `content` is empty.
    """

    url: str
    status: int
    content: bytes
    media_type: str = ""
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None


class FetchError(SitrepError):
    """An address that brought nothing.

    `temporary`: it may work later; `tried`: it was tried often enough for now. `wait`: seconds that the server asked
    for. `status` is the HTTP status, 0 without an answer, and `body` the beginning of what came with it.
    """

    def __init__(
        self,
        what: str,
        *,
        temporary: bool = False,
        tried: bool = False,
        status: int = 0,
        wait: float | None = None,
        body: bytes = b"",
    ) -> None:
        super().__init__(what)
        self.temporary = temporary
        self.tried = tried
        self.status = status
        self.wait = wait
        self.body = body


class Http:
    """Fetches addresses, one after the other. Close it, or use it in a `with` statement."""

    def __init__(self, settings: HttpSettings | None = None, clock: Clock | None = None) -> None:
        from .transport import open_client

        self.settings = settings or HttpSettings()
        self._clock = clock or Clock()
        self._client = open_client(self.settings)
        self._last: dict[str, float] = {}
        self._robots: dict[str, Any] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give back the connections."""
        self._client.close()

    def get(
        self,
        url: str,
        *,
        params: Mapping[str, str] | None = None,
        etag: str | None = None,
        last_modified: str | None = None,
        robots: bool = False,
        interval: float | None = None,
    ) -> Response:
        """The answer of `url`, after as many tries and redirects as it takes; raises FetchError.

        `robots` asks the host's robots.txt first (for pages; feeds and APIs are made for programs). `interval` is the
        least number of seconds between two requests to one host, if the host wants more than the settings say.
        """
        request = _Request(_with_params(url, params), _conditions(etag, last_modified), robots, interval)
        for attempt in range(self.settings.retries + 1):
            try:
                return self._follow(request)
            except FetchError as error:
                wait = self._wait(error, attempt)
                if wait is None:
                    raise
                self._clock.sleep(wait)
        raise AssertionError("the last attempt returns or raises")

    def _wait(self, error: FetchError, attempt: int) -> float | None:
        """Seconds until the next try, or None if there is none."""
        if not error.temporary or error.tried or attempt == self.settings.retries:
            return None
        if error.wait is not None:
            return error.wait if error.wait <= self.settings.longest_wait else None
        wait = self.settings.backoff * 2.0**attempt * (0.5 + self._clock.random())
        return min(wait, self.settings.longest_wait)

    def _follow(self, request: "_Request") -> Response:
        url, seen = request.url, {request.url}
        for _ in range(_MOST_REDIRECTS + 1):
            answer = self._once(url, request)
            if isinstance(answer, Response):
                return answer
            url = answer
            if url in seen:
                raise FetchError("sends its readers round in a circle of redirects")
            seen.add(url)
        raise FetchError(f"redirects more than {_MOST_REDIRECTS} times")

    def _once(self, url: str, request: "_Request") -> Response | str:
        """The answer, or where it redirects to."""
        from .transport import exchange

        host = _host(url)
        delay = self._ask_robots(url) if request.robots else 0.0
        self._pace(host, max(delay, self.settings.interval if request.interval is None else request.interval))
        end = self._clock.monotonic() + self.settings.deadline
        answer = exchange(
            self._client,
            url,
            request.headers,
            most=int(self.settings.max_megabytes * 1024 * 1024),
            in_time=lambda: self._clock.monotonic() < end,
        )
        return self._judge(url, answer)

    def _judge(self, url: str, answer: "Answer") -> Response | str:
        if answer.status in _REDIRECTS and answer.headers.get("location"):
            return urljoin(url, answer.headers["location"])
        if answer.status in (200, 203, 304):
            return _response(url, answer)
        temporary = answer.status in _TEMPORARY
        wait = self._asked_wait(answer.headers.get("retry-after", "")) if temporary else None
        what = _meaning(answer.status)
        raise FetchError(what, temporary=temporary, status=answer.status, wait=wait, body=answer.content[:2000])

    def _asked_wait(self, value: str) -> float | None:
        if value.strip().isdigit():
            return float(value)
        try:
            return max(0.0, (parsedate_to_datetime(value) - self._clock.now()) / timedelta(seconds=1))
        except (ValueError, TypeError):
            return None

    def _pace(self, host: str, interval: float) -> None:
        last = self._last.get(host)
        if last is not None and (wait := last + interval - self._clock.monotonic()) > 0:
            self._clock.sleep(wait)
        self._last[host] = self._clock.monotonic()

    def _ask_robots(self, url: str) -> float:
        """The delay in seconds that robots.txt asks for; raises FetchError if it forbids the page."""
        from .robots import read_rules

        parts = urlsplit(url)
        root = f"{parts.scheme}://{parts.netloc}"
        if root not in self._robots:
            self._robots[root] = read_rules(self, root)
        rules = self._robots[root]
        if isinstance(rules, FetchError):
            raise rules
        if not rules.allows(url):
            raise FetchError("may not be read by programs (its robots.txt says so)", status=403)
        return float(rules.delay)


@dataclass(frozen=True, slots=True)
class Answer:
    """One exchange, before it is judged; header names in lower case."""

    status: int
    headers: Mapping[str, str]
    content: bytes


@dataclass(frozen=True, slots=True)
class _Request:
    url: str
    headers: Mapping[str, str]
    robots: bool
    interval: float | None


def _with_params(url: str, params: Mapping[str, str] | None) -> str:
    from urllib.parse import urlencode

    return f"{url}{'&' if '?' in url else '?'}{urlencode(params)}" if params else url


def _conditions(etag: str | None, last_modified: str | None) -> dict[str, str]:
    found = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    return {name: value for name, value in found.items() if value}


def _host(url: str) -> str:
    try:
        parts = urlsplit(url)
        host, scheme, _ = parts.hostname, parts.scheme, parts.port
    except ValueError:
        host, scheme = None, ""
    if scheme not in ("http", "https") or not host:
        raise FetchError(f"leads to {url[:200]!r}, which is no web address")
    return host


def _response(url: str, answer: Answer) -> Response:
    kind, _, rest = answer.headers.get("content-type", "").partition(";")
    charset = rest.partition("charset=")[2].split(";")[0].strip(" \"'") or None
    return Response(
        url,
        answer.status if answer.status == 304 else 200,
        answer.content,
        media_type=kind.strip().lower(),
        charset=charset,
        etag=answer.headers.get("etag"),
        last_modified=answer.headers.get("last-modified"),
    )


def _meaning(status: int) -> str:
    known = {
        401: "asks for a login (401)",
        403: "refuses to answer this program (403)",
        404: "does not exist there (404)",
        410: "is gone for good (410)",
        429: "was asked too often (429)",
        451: "is withheld for legal reasons (451)",
    }
    return known.get(status) or (f"has trouble ({status})" if status >= 500 else f"answers with {status}")
