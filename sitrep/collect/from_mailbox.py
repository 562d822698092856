"""Articles that people send or forward: an IMAP mailbox or a maildir, both only read (nothing is marked or moved)."""

import imaplib
import re
import ssl
from base64 import b64encode
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sitrep.errors import Problem, SitrepError
from sitrep.model.records import SourceState
from sitrep.model.sources import Collected

from .documents.mail import read_mail
from .draft import MAX_BYTES, UnreadableError, reason_of
from .secret import read_secret
from .visit import Visit, cursor_of, remembered, short_hash

if TYPE_CHECKING:
    from .settings import ImapSource, MaildirSource

_TIMEOUT = 60


class ImapReader:
    """One folder of an IMAP mailbox; the unique number of the last message read is remembered."""

    def __init__(self, settings: "ImapSource") -> None:
        self._settings = settings

    @property
    def name(self) -> str:
        """The configured name, else user, host and folder."""
        s = self._settings
        return s.name or f"imap {s.user}@{s.host}/{s.folder}"

    def collect(self, state: SourceState, now: datetime) -> Collected:
        """The messages since the last visit; all of them if the mailbox was made anew."""
        visit = Visit(self.name, self._settings, state, now)
        cursor = remembered(state)
        try:
            with Mailbox(self._settings) as mailbox:
                if cursor.get("uidvalidity") != mailbox.validity:
                    cursor = {"uidvalidity": mailbox.validity, "uid": "0"}
                for uid in mailbox.after(int(cursor["uid"]))[: self._settings.most]:
                    self._read(mailbox, uid, visit)
                    cursor["uid"] = str(uid)
        except (SitrepError, imaplib.IMAP4.error, OSError, ssl.SSLError) as error:
            return visit.failed(_trouble(error), cursor=cursor_of(cursor))
        return visit.collected(cursor=cursor_of(cursor))

    def check(self, now: datetime) -> Problem | None:
        """Whether one can log in and open the folder."""
        try:
            with Mailbox(self._settings):
                return None
        except (SitrepError, imaplib.IMAP4.error, OSError, ssl.SSLError) as error:
            return Problem(self.name, _trouble(error))

    def _read(self, mailbox: "Mailbox", uid: int, visit: Visit) -> None:
        where = f"{self.name}, message {uid}"
        try:
            add_mail(visit, mailbox.message(uid), where)
        except UnreadableError as error:
            visit.problem(where, error)


class MaildirReader:
    """A maildir: the messages in `new` and `cur`, by the names that never change."""

    def __init__(self, settings: "MaildirSource") -> None:
        self._settings = settings

    @property
    def name(self) -> str:
        """The configured name, else the path."""
        return self._settings.name or f"maildir {self._settings.path}"

    def collect(self, state: SourceState, now: datetime) -> Collected:
        """The messages that were not there at the last visit."""
        visit = Visit(self.name, self._settings, state, now)
        if problem := self.check(now):
            return visit.failed(problem.what)
        seen = remembered(state)
        files = self._messages()
        for key in [key for key in files if key not in seen][: self._settings.most]:
            try:
                add_mail(visit, _load(files[key]), str(files[key]))
            except UnreadableError as error:
                visit.problem(str(files[key]), error)
            seen[key] = ""
        return visit.collected(cursor=cursor_of({key: "" for key in seen if key in files}, most=None))

    def check(self, now: datetime) -> Problem | None:
        """Whether the folder is a maildir that may be read."""
        try:
            folders = {path.name for path in self._settings.path.iterdir()}
        except OSError as error:
            return Problem(self.name, reason_of(error))
        return None if {"new", "cur"} <= folders else Problem(self.name, "is no maildir (no folders new and cur)")

    def _messages(self) -> dict[str, Path]:
        paths = [path for folder in ("new", "cur") for path in (self._settings.path / folder).iterdir()]
        return {path.name.split(":")[0]: path for path in sorted(paths, key=lambda p: p.name) if path.is_file()}


def add_mail(visit: Visit, data: bytes, where: str) -> None:
    """Take the articles of one message; raises UnreadableError."""
    name = f"mail-{short_hash(data)}"
    for draft in read_mail(data):
        visit.add(draft, draft.part_of(name), where, data, "message/rfc822")


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


def _load(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableError(f"is larger than {MAX_BYTES >> 20} MB, more than an article holds")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(reason_of(error)) from error


def _trouble(error: Exception) -> str:
    if isinstance(error, SitrepError):
        return str(error)
    if isinstance(error, ssl.SSLError):
        return f"shows a certificate that cannot be trusted ({error.reason})"
    if isinstance(error, imaplib.IMAP4.error) and "AUTH" in str(error).upper():
        return "refuses the user name or the password"
    return f"cannot be read ({str(error)[:200]})"
