"""The web for sources: one client with limits on time, size, rate and reach, and with retries that wait politely.

Everything that a server does wrong becomes a FetchError, whose text is the predicate of a sentence about the address.
"""

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import TYPE_CHECKING, Self
from urllib.parse import urlencode, urlsplit

from .answers import FetchError, Response, host_of, judge

if TYPE_CHECKING:
    from .http_settings import HttpSettings
    from .robots import Rules

_MOST_REDIRECTS = 5


@dataclass(frozen=True, slots=True)
class Clock:
    """Time and chance, so that tests can bring their own: seconds that pass, sleep, the date, a number in [0, 1)."""

    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    random: Callable[[], float] = random.random


class Hosts:
    """What is known of hosts, however many clients ask them: when they were asked last, what their robots.txt says."""

    def __init__(self) -> None:
        self.asked: dict[str, float] = {}
        self.rules: dict[str, Rules] = {}


class Http:
    """Fetches addresses, one after the other. Close it, or use it in a `with` statement.

    Clients with settings of their own that share `hosts` keep to one pace.
    """

    def __init__(
        self, settings: "HttpSettings | None" = None, clock: Clock | None = None, hosts: Hosts | None = None
    ) -> None:
        from .http_settings import HttpSettings
        from .transport import open_client, open_transport

        self.settings = settings or HttpSettings()
        self._clock = clock or Clock()
        self._transport = open_transport(self.settings)
        self._client = open_client(self.settings, self._transport)
        self._hosts = hosts or Hosts()
        self._without_rules: dict[str, FetchError] = {}

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

        host = host_of(url)
        delay = self._ask_robots(url) if request.robots else 0.0
        self._pace(host, max(delay, self.settings.interval if request.interval is None else request.interval))
        end = self._clock.monotonic() + self.settings.deadline

        def in_time() -> bool:
            return self._clock.monotonic() < end

        self._transport.within(in_time)
        most = int(self.settings.max_megabytes * 1024 * 1024)
        answer = exchange(self._client, url, request.headers, most=most, in_time=in_time)
        return judge(url, answer, self._clock.now)

    def _pace(self, host: str, interval: float) -> None:
        last = self._hosts.asked.get(host)
        if last is not None and (wait := last + interval - self._clock.monotonic()) > 0:
            self._clock.sleep(wait)
        self._hosts.asked[host] = self._clock.monotonic()

    def _ask_robots(self, url: str) -> float:
        """The delay in seconds that robots.txt asks for; raises FetchError if it forbids the page."""
        from .robots import read_rules

        parts = urlsplit(url)
        root = f"{parts.scheme}://{parts.netloc}"
        if root in self._without_rules:
            raise self._without_rules[root]
        if root not in self._hosts.rules:
            try:
                self._hosts.rules[root] = read_rules(self, root)
            except FetchError as error:
                # Not for all: another client may be allowed to reach the host, or have another proxy.
                self._without_rules[root] = error
                raise
        rules = self._hosts.rules[root]
        if not rules.allows(url):
            raise FetchError("may not be read by programs (its robots.txt says so)", status=403)
        return rules.delay


@dataclass(frozen=True, slots=True)
class _Request:
    url: str
    headers: Mapping[str, str]
    robots: bool
    interval: float | None


def _with_params(url: str, params: Mapping[str, str] | None) -> str:
    return f"{url}{'&' if '?' in url else '?'}{urlencode(params)}" if params else url


def _conditions(etag: str | None, last_modified: str | None) -> dict[str, str]:
    found = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    return {name: value for name, value in found.items() if value}


__all__ = ["Clock", "FetchError", "Hosts", "Http", "Response"]
