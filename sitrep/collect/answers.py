"""Answers of servers, judged: something to read, somewhere else to go, or a FetchError that says what is wrong."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

from ..errors import SitrepError

_TEMPORARY = frozenset({408, 425, 429, 500, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


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


@dataclass(frozen=True, slots=True)
class Answer:
    """One exchange, before it is judged; header names in lower case."""

    status: int
    headers: Mapping[str, str]
    content: bytes


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


class ForbiddenError(FetchError):
    """An address that the configuration does not let a source reach: asking again changes nothing."""


def judge(url: str, answer: Answer, now: Callable[[], datetime]) -> Response | str:
    """The response, or the address that it redirects to; raises FetchError for everything else."""
    if answer.status in _REDIRECTS and answer.headers.get("location"):
        return _join(url, answer.headers["location"])
    if answer.status in (200, 203, 304):
        return _response(url, answer)
    temporary = answer.status in _TEMPORARY
    wait = _asked_wait(answer.headers.get("retry-after", ""), now) if temporary else None
    what = _meaning(answer.status)
    raise FetchError(what, temporary=temporary, status=answer.status, wait=wait, body=answer.content[:2000])


def host_of(url: str) -> str:
    """The host of a web address; raises FetchError for any other address."""
    try:
        parts = urlsplit(url)
        host, scheme, _ = parts.hostname, parts.scheme, parts.port
    except ValueError:
        host, scheme = None, ""
    if scheme not in ("http", "https") or not host:
        raise FetchError(f"leads to {url[:200]!r}, which is no web address")
    return host


def _join(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError:
        return location


def _asked_wait(value: str, now: Callable[[], datetime]) -> float | None:
    if value.strip().isdigit():
        return float(value)
    try:
        return max(0.0, (parsedate_to_datetime(value) - now()) / timedelta(seconds=1))
    except (ValueError, TypeError):
        return None


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
