"""One crisis, one process: locks that the kernel or the server takes back when their holder dies.

SQLite has a lock file beside the store, PostgreSQL a session's advisory lock (so no pooler that shares sessions between
clients). Neither has to guess whether a holder is alive, and neither leaves anything to clean up after kill -9.
POSIX record locks, not flock: a child that is forked while the lock is held must not keep it after its parent's death.
With PostgreSQL such a child would (it shares the session's socket), so spawn workers there instead of forking them.
"""

import fcntl
import hashlib
import os
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from ..errors import LockedError, SitrepError
from .base import Part
from .engine import sentences

_HOLDER = text(
    "SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid"
    " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1"
    " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    " AND ((l.classid::bigint << 32) | l.objid::bigint) = :key"
)


class Locks(Part):
    """The locks of a store."""

    _held: set[str]

    @contextmanager
    def lock(self, crisis: str) -> Iterator[None]:
        """Hold the crisis alone; raises LockedError at once if another living process, or this one, has it."""
        if crisis in self._held:
            raise _locked(crisis, _me())
        hold = _hold_file if self._engine.dialect.name == "sqlite" else _hold_session
        with hold(self._engine, crisis):
            self._held.add(crisis)
            try:
                yield
            finally:
                self._held.discard(crisis)


def _me() -> str:
    return f"process {os.getpid()} on {socket.gethostname()}"


def _locked(crisis: str, holder: str) -> LockedError:
    return LockedError(f"{crisis} is being worked on by {holder or 'another process'}: wait until it has ended.")


def lock_file(store: Path, crisis: str) -> Path:
    """Where the lock of a crisis lies: beside the store, under its name if that is fit for a file."""
    plain = re.fullmatch(r"[A-Za-z0-9_-]{1,60}", crisis)
    name = crisis if plain else hashlib.sha256(crisis.encode()).hexdigest()[:16]
    return store.with_name(f"{store.name}-{name}.lock")


@contextmanager
def _hold_file(engine: Engine, crisis: str) -> Iterator[None]:
    path = lock_file(Path(str(engine.url.database)), crisis)
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise SitrepError(f"The lock {path} cannot be opened ({error.strerror}): check the folder's rights.") from error
    try:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise _locked(crisis, os.read(file, 200).decode(errors="replace")) from None
        os.ftruncate(file, 0)
        os.pwrite(file, _me().encode(), 0)
        # The file stays: to remove it would let two processes lock two files of one name.
        yield
    finally:
        os.close(file)


@contextmanager
def _hold_session(engine: Engine, crisis: str) -> Iterator[None]:
    key = int.from_bytes(hashlib.sha256(f"sitrep lock {crisis}".encode()).digest()[:8], "big", signed=True)
    with engine.connect() as connection:
        with sentences(engine):
            _take_session(connection.execution_options(isolation_level="AUTOCOMMIT"), crisis, key)
        yield


def _take_session(connection: Connection, crisis: str, key: int) -> None:
    connection.detach()  # ends with the block instead of going back to the pool, and the lock with it
    connection.execute(text("SELECT set_config('application_name', :name, false)"), {"name": _me()[:63]})
    if not connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": key}).scalar():
        raise _locked(crisis, str(connection.execute(_HOLDER, {"key": key}).scalar() or ""))
