"""One exchange over httpx2: a guarded connection, a body under limits, and every failure as a FetchError."""

import ssl
from collections.abc import Callable, Iterator, Mapping

import httpcore2
import httpx2

from .addresses import AddressError, GuardedBackend
from .answers import Answer, FetchError
from .body import BodyError, read_body
from .settings import HttpSettings


def open_client(settings: HttpSettings) -> httpx2.Client:
    """A client that follows no redirects, keeps no cookies and takes no password from the environment."""
    contact = f"; {settings.contact}" if settings.contact else ""
    headers = {
        "User-Agent": f"sitrep (situation reports from news{contact})",
        "Accept": "*/*",
        "Accept-Encoding": "gzip, deflate",
    }
    return httpx2.Client(
        transport=GuardedTransport(GuardedBackend(settings.local_hosts)),
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
        raise FetchError(str(error)) from error
    except (httpx2.InvalidURL, httpx2.UnsupportedProtocol, UnicodeError) as error:
        raise FetchError("is no web address") from error
    except (httpcore2.TimeoutException, httpx2.TimeoutException) as error:
        raise FetchError("did not answer in time", temporary=True) from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError, httpx2.TransportError, ssl.SSLError) as error:
        raise _connection(error) from error


def _connection(error: Exception) -> FetchError:
    words = str(error)
    if "CERTIFICATE" in words.upper():
        return FetchError(f"shows a certificate that cannot be trusted ({words[:120]})")
    if isinstance(error, httpcore2.RemoteProtocolError):
        return FetchError("broke off in the middle of its answer", temporary=True)
    return FetchError(f"cannot be reached ({words[:120] or 'no connection'})", temporary=True)


class GuardedTransport(httpx2.BaseTransport):
    """httpx2 over a pool of connections that a GuardedBackend opens."""

    def __init__(self, backend: GuardedBackend) -> None:
        self._pool = httpcore2.ConnectionPool(ssl_context=httpx2.create_ssl_context(), network_backend=backend)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send the request and give the answer with its body still on the way."""
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
