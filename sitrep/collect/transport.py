"""One exchange over httpx2: a guarded connection, a body under limits, and every failure as a FetchError."""

import ssl
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from urllib.parse import urlsplit

import httpcore2
import httpx2

from .addresses import AddressError, Guard, GuardedBackend
from .answers import Answer, FetchError, ForbiddenError
from .body import BodyError, read_body
from .http_settings import HttpSettings

_FAILURES = (
    httpcore2.NetworkError,
    httpcore2.ProtocolError,
    httpcore2.ProxyError,
    httpx2.TransportError,
    ssl.SSLError,
)


def open_transport(settings: HttpSettings) -> "GuardedTransport":
    """The connections of a client, through a proxy if the settings name one."""
    return GuardedTransport(Guard(settings.local_hosts), settings.proxy)


def open_client(settings: HttpSettings, transport: "GuardedTransport") -> httpx2.Client:
    """A client that follows no redirects, keeps no cookies and takes no password from the environment."""
    contact = f"; {settings.contact}" if settings.contact else ""
    headers = {
        "User-Agent": f"sitrep (situation reports from news{contact})",
        "Accept": "*/*",
        "Accept-Encoding": "gzip, deflate",
    }
    return httpx2.Client(
        transport=transport,
        headers=headers,
        timeout=settings.timeout,
        follow_redirects=False,
        trust_env=False,
    )


def exchange(
    client: httpx2.Client, url: str, headers: Mapping[str, str], *, most: int, in_time: Callable[[], bool]
) -> Answer:
    """Ask once; raises FetchError."""
    try:
        with client.stream("GET", url, headers=dict(headers)) as response:
            client.cookies.clear()
            found = {name.lower(): value for name, value in response.headers.items()}
            content = read_body(response.iter_raw(), found.get("content-encoding", ""), most, in_time)
            return Answer(response.status_code, found, content)
    except BodyError as error:
        raise FetchError(str(error), temporary=error.temporary) from error
    except AddressError as error:
        raise ForbiddenError(str(error)) from error
    except (httpx2.InvalidURL, httpx2.UnsupportedProtocol, UnicodeError) as error:
        raise FetchError("is no web address") from error
    except (httpcore2.TimeoutException, httpx2.TimeoutException) as error:
        raise FetchError("did not answer in time", temporary=True) from error
    except _FAILURES as error:
        raise _connection(error) from error


def _connection(error: Exception) -> FetchError:
    words = str(error)
    if "CERTIFICATE" in words.upper():
        return FetchError(f"shows a certificate that cannot be trusted ({words[:120]})")
    if isinstance(error, httpcore2.RemoteProtocolError):
        return FetchError("broke off in the middle of its answer", temporary=True)
    return FetchError(f"cannot be reached ({words[:120] or 'no connection'})", temporary=True)


@lru_cache(maxsize=1)
def _trust() -> ssl.SSLContext:
    """Whom to trust: read once, since each crisis of a run has connections of its own."""
    return httpx2.create_ssl_context()


class GuardedTransport(httpx2.BaseTransport):
    """httpx2 over connections that are guarded, each answer within its time (`in_time`)."""

    def __init__(self, guard: Guard, proxy: str | None) -> None:
        self._guard = guard
        self._proxied = proxy is not None
        self._backend = GuardedBackend(guard)
        context = _trust()
        if proxy is None:
            self._pool = httpcore2.ConnectionPool(ssl_context=context, network_backend=self._backend)
        else:
            # The operator named the proxy, so it may be local; it reaches the hosts in our place.
            self._backend = GuardedBackend(Guard([urlsplit(proxy).hostname or ""]))
            self._pool = httpcore2.HTTPProxy(proxy, ssl_context=context, network_backend=self._backend)

    def within(self, in_time: Callable[[], bool]) -> None:
        """Answers from now on are read only while `in_time` is true."""
        self._backend.in_time = in_time

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send the request and give the answer with its body still on the way."""
        if self._proxied:
            self._guard.check_proxied(request.url.host, request.url.port or 0)
        url = httpcore2.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        answer = self._pool.handle_request(
            httpcore2.Request(
                request.method, url, headers=request.headers.raw, content=b"", extensions=request.extensions
            )
        )
        return httpx2.Response(
            answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, answer: httpcore2.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()
