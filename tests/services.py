"""Real servers for tests: started in a folder of their own, without root's rights where they refuse them, and ended."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def require(found: object, what: str) -> None:
    """Skip with a reason on a person's machine; fail under CI, where script/services has installed it."""
    if not found:
        if os.environ.get("CI") == "true":
            pytest.fail(f"{what} is missing under CI: script/services should have installed it")
        pytest.skip(f"{what} is not installed here (script/services installs it under CI)")


def postgresql_tools() -> Path | None:
    """The folder with initdb and postgres, the newest first."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: -float(path.parts[4]))
    if found:
        return found[0].parent
    initdb = shutil.which("initdb")
    return Path(initdb).parent if initdb else None


def unprivileged() -> str | None:
    """Whom to run a server as that refuses root: None if we are not root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


@contextmanager
def postgresql() -> Iterator[str]:
    """A PostgreSQL server on a socket in a temporary folder; gives the socket's folder."""
    tools = postgresql_tools()
    require(tools, "PostgreSQL (Debian package postgresql)")
    assert tools is not None
    user = unprivileged()
    # Not under pytest's folder, which only its owner may enter; short, since a socket's path is limited.
    home = Path(tempfile.mkdtemp(prefix="sitrep-pg-"))
    if user:
        shutil.chown(home, user)
    data = home / "data"
    options = ["-D", str(data), "-k", str(home), "-c", "listen_addresses=", "-c", "fsync=off"]
    try:
        make = [tools / "initdb", "-D", data, "-U", "sitrep", "-A", "trust", "-E", "UTF8", "--no-sync"]
        subprocess.run(make, user=user, cwd=home, check=True, stdout=subprocess.DEVNULL, timeout=120)
        with (home / "log").open("wb") as log:
            server = subprocess.Popen([tools / "postgres", *options], user=user, cwd=home, stdout=log, stderr=log)
        try:
            _await(lambda: _answers(tools, home), server)
            yield str(home)
        finally:
            server.terminate()
            server.wait(30)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _answers(tools: Path, home: Path) -> bool:
    ready = [tools / "pg_isready", "-q", "-h", home]
    return subprocess.run(ready, check=False).returncode == 0


def _await(answers: object, server: subprocess.Popen[bytes]) -> None:
    assert callable(answers)
    for _ in range(300):
        if answers():
            return
        assert server.poll() is None, "the server ended at once"
        time.sleep(0.1)
    raise AssertionError("the server does not answer")
