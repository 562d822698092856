"""Real servers for tests: started in a folder of their own, without root's rights where they refuse them, and ended."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

SBIN = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"


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


@contextmanager
def postfix(recipients: list[str], certificate: Path, key: Path) -> Iterator[tuple[int, Path]]:
    """A Postfix of its own that keeps mail to the recipients in maildirs; gives its port and their folder.

    Its parts run under Postfix's own users, so it needs root; what it delivers belongs to nobody.
    """
    require(shutil.which("postfix", path=SBIN), "Postfix (Debian package postfix)")
    require(os.geteuid() == 0, "root, which Postfix needs,")
    home = Path(tempfile.mkdtemp(prefix="sitrep-postfix-"))
    home.chmod(0o755)
    port = free_port()
    _configure(home, port, recipients, certificate, key)
    control = [shutil.which("postfix", path=SBIN), "-c", home / "conf"]
    try:
        subprocess.run([*control, "start"], check=True, capture_output=True, timeout=60)
        try:
            _await_port(port)
            yield port, home / "mail"
        finally:
            subprocess.run([*control, "stop"], check=True, capture_output=True, timeout=60)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def free_port() -> int:
    """A port on loopback that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def _await_port(port: int) -> None:
    for _ in range(100):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=5):
            return
        time.sleep(0.1)
    raise AssertionError("the server does not answer")


def _configure(home: Path, port: int, recipients: list[str], certificate: Path, key: Path) -> None:
    for name, owner in (("conf", "root"), ("queue", "root"), ("data", "postfix"), ("mail", "nobody")):
        (home / name).mkdir()
        shutil.chown(home / name, owner)
    shutil.copy(certificate, home / "conf" / "certificate.pem")
    shutil.copy(key, home / "conf" / "key.pem")
    nobody = pwd.getpwnam("nobody")
    maildirs = "".join(f"{recipient} {recipient}/\n" for recipient in recipients)
    (home / "conf" / "recipients").write_text(maildirs)
    settings = {
        "compatibility_level": "3.6",
        "queue_directory": home / "queue",
        "data_directory": home / "data",
        "maillog_file": home / "log",
        "maillog_file_prefixes": tempfile.gettempdir(),
        "myhostname": "localhost",
        "mydestination": "",
        "inet_interfaces": "127.0.0.1",
        "inet_protocols": "ipv4",
        "smtpd_relay_restrictions": "reject_unauth_destination",
        "smtpd_tls_security_level": "may",
        "smtpd_tls_cert_file": home / "conf" / "certificate.pem",
        "smtpd_tls_key_file": home / "conf" / "key.pem",
        "virtual_mailbox_domains": " ".join(sorted({recipient.split("@")[1] for recipient in recipients})),
        "virtual_mailbox_base": home / "mail",
        "virtual_mailbox_maps": f"texthash:{home / 'conf' / 'recipients'}",
        "virtual_uid_maps": f"static:{nobody.pw_uid}",
        "virtual_gid_maps": f"static:{nobody.pw_gid}",
    }
    (home / "conf" / "main.cf").write_text("".join(f"{name} = {value}\n" for name, value in settings.items()))
    services = [f"127.0.0.1:{port} inet n - n - - smtpd", *(f"{line}" for line in POSTFIX.strip().splitlines())]
    (home / "conf" / "master.cf").write_text("\n".join(services) + "\n")


POSTFIX = """
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
"""
