"""Debian's dovecot, started in a folder of its own on free ports, with one user whose password is `secret`."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.services import SBIN, require

CONFIGURATION = """
protocols = imap
base_dir = {home}/run
state_dir = {home}/run
log_path = {home}/log
ssl = yes
ssl_cert = <{home}/certificate.pem
ssl_key = <{home}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
mail_location = maildir:{home}/mail/%u
default_login_user = {user}
default_internal_user = {user}
default_internal_group = {group}
passdb {{
  driver = static
  args = password=secret
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={home}/mail/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    address = 127.0.0.1
    port = {plain}
  }}
  inet_listener imaps {{
    address = 127.0.0.1
    port = {tls}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


@dataclass(frozen=True)
class Dovecot:
    plain: int
    tls: int
    certificate: Path
    home: Path


@contextmanager
def dovecot() -> Iterator[Dovecot]:
    """A running server; skips where dovecot is not installed."""
    program = shutil.which("dovecot", path=SBIN)
    require(program and Path("/usr/lib/dovecot/imap").exists(), "dovecot (Debian package dovecot-imapd)")
    # Not under pytest's folder, which only its owner may enter: dovecot refuses to read mail as root.
    home = Path(tempfile.mkdtemp(prefix="sitrep-imap-"))
    home.chmod(0o755)
    server = None
    try:
        settings = _configure(home)
        with (home / "out").open("wb") as out:
            server = subprocess.Popen([str(program), "-F", "-c", home / "conf"], stdout=out, stderr=out)
        _wait(settings, server)
        yield settings
    finally:
        if server:
            server.terminate()
            with suppress(subprocess.TimeoutExpired):
                server.wait(20)
            if server.poll() is None:
                server.kill()
        shutil.rmtree(home, ignore_errors=True)


def _configure(home: Path) -> Dovecot:
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost", "-keyout", home / "key.pem", "-out", home / "certificate.pem"],
        check=True, capture_output=True,
    )  # fmt: skip
    root = os.geteuid() == 0
    uid, gid = (65534, 65534) if root else (os.geteuid(), os.getegid())
    (home / "mail").mkdir()
    if root:
        shutil.chown(home / "mail", uid, gid)
    ports = _free_ports()
    users = {"user": "nobody", "group": "nogroup"} if root else {"user": os.environ.get("USER", ""), "group": ""}
    text = CONFIGURATION.format(home=home, plain=ports[0], tls=ports[1], uid=uid, gid=gid, **users)
    (home / "conf").write_text("\n".join(line for line in text.splitlines() if not line.endswith("group = ")))
    return Dovecot(ports[0], ports[1], home / "certificate.pem", home)


def _free_ports() -> tuple[int, int]:
    """Two ports that nobody listens on; both are held while they are chosen, or one could be given twice."""
    with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("127.0.0.1", 0)) as other:
        return int(one.getsockname()[1]), int(other.getsockname()[1])


def _wait(settings: Dovecot, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(200):
        if server.poll() is not None:
            break
        with suppress(OSError), socket.create_connection(("127.0.0.1", settings.plain), 1):
            return
        time.sleep(0.05)
    words = [path.read_text() for name in ("out", "log") if (path := settings.home / name).exists()]
    raise AssertionError(f"dovecot did not start: {' '.join(words)}")
