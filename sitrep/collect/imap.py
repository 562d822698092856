"""A folder of an IMAP server, opened for reading only: nothing in it is marked or moved."""

import imaplib
import re
import ssl
from base64 import b64encode
from types import TracebackType
from typing import TYPE_CHECKING, Self

from ..secret import read_secret
from .draft import MAX_BYTES, UnreadableError

if TYPE_CHECKING:
    from .settings import ImapSource

_TIMEOUT = 60


class Mailbox:
    """An open folder of an IMAP server, for use in a `with` statement."""

    def __init__(self, settings: "ImapSource") -> None:
        password = read_secret(settings.password_env, settings.password_file, f"{settings.user} on {settings.host}")
        self._imap = _connect(settings)
        try:
            self._imap.login(settings.user, password)
            self._select(settings.folder)
        except BaseException:
            self._imap.shutdown()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._imap.logout()
        except (imaplib.IMAP4.error, OSError):
            self._imap.shutdown()

    @property
    def validity(self) -> str:
        """Changes when the server gives its messages new numbers."""
        values = self._imap.response("UIDVALIDITY")[1]
        return values[0].decode() if values and isinstance(values[0], bytes) else self._validity

    def after(self, uid: int) -> list[int]:
        """The unique numbers of the messages after `uid`, in order."""
        data = self._uid("SEARCH", f"UID {uid + 1}:*")
        numbers = sorted(int(n) for n in b" ".join(_flat(data)).split())
        # A server answers `n:*` with the last message even where its number is lower than n.
        return [n for n in numbers if n > uid]

    def message(self, uid: int) -> bytes:
        """The whole message; raises UnreadableError for one that is too large or was deleted meanwhile."""
        size = re.search(rb"RFC822\.SIZE (\d+)", b" ".join(_flat(self._uid("FETCH", str(uid), "(RFC822.SIZE)"))))
        if size is None:
            raise UnreadableError("is not there any more")
        if int(size[1]) > MAX_BYTES:
            raise UnreadableError(f"is larger than {MAX_BYTES >> 20} MB, more than an article holds")
        parts = [part for part in self._uid("FETCH", str(uid), "(BODY.PEEK[])") if isinstance(part, tuple)]
        if not parts:
            raise UnreadableError("is not there any more")
        return bytes(parts[0][1])

    def _select(self, folder: str) -> None:
        status, _ = self._imap.select(f'"{_modified_utf7(folder)}"', readonly=True)
        if status != "OK":
            raise UnreadableError(f"has no folder {folder!r}")
        self._validity = self.validity

    def _uid(self, command: str, *arguments: str) -> list[bytes | tuple[bytes, bytes] | None]:
        status, data = self._imap.uid(command, *arguments)
        if status != "OK":
            raise UnreadableError(f"refuses to {command.lower()} messages")
        return data


def _flat(data: list[bytes | tuple[bytes, bytes] | None]) -> list[bytes]:
    return [part if isinstance(part, bytes) else b" ".join(part) for part in data if part is not None]


def _connect(settings: "ImapSource") -> imaplib.IMAP4:
    context = ssl.create_default_context(cafile=str(settings.ca_file) if settings.ca_file else None)
    if settings.security == "tls":
        return imaplib.IMAP4_SSL(settings.host, settings.port or 993, ssl_context=context, timeout=_TIMEOUT)
    imap = imaplib.IMAP4(settings.host, settings.port or 143, timeout=_TIMEOUT)
    if settings.security == "starttls":
        imap.starttls(context)
    return imap


def _modified_utf7(folder: str) -> str:
    """A folder's name as IMAP writes it (RFC 3501, 5.1.3)."""

    def encoded(match: re.Match[str]) -> str:
        return "&" + b64encode(match[0].encode("utf-16-be")).decode().rstrip("=").replace("/", ",") + "-"

    return re.sub("[^\x20-\x7e]+", encoded, folder.replace("&", "&-")).replace("\\", "\\\\").replace('"', '\\"')
