"""Passwords: from the environment or from a file that nobody else may read; never in an address, never in a message."""

import os
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from .errors import ConfigError

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_PASSWORDS = ("password", "sslpassword")
"""The keys by which libpq, too, takes a password out of an address."""


def holds_password(url: str) -> bool:
    """Whether a URL carries a password, before its host or among its parameters. Raises ValueError for no URL."""
    parts = urlsplit(url)
    return parts.password is not None or any(key.lower() in _PASSWORDS for key, _ in parse_qsl(parts.query, True))


def without_login(url: str) -> str:
    """A URL as a message may show it: without user, password, parameters and fragment."""
    scheme, slashes, rest = url.partition("://")
    shown = (rest if slashes else scheme).rpartition("@")[2].partition("?")[0].partition("#")[0]
    return f"{scheme}{slashes}{shown}" if slashes else shown


def is_private_line(security: str, host: str) -> bool:
    """Whether a password may go to a host: over an encrypted line, or over one that does not leave this machine."""
    return security != "none" or host in _LOOPBACK


def read_secret(variable: str | None, file: Path | None, what: str) -> str:
    """The secret for `what` from the environment variable, else the file's first line; raises ConfigError."""
    if variable:
        value = os.environ.get(variable)
        if not value:
            raise ConfigError(f"{what}: the environment variable {variable} is not set.")
        return value
    if file is None:
        raise ConfigError(f"{what}: no password; set `password_env` or `password_file`.")
    try:
        if file.stat().st_mode & 0o077:
            raise ConfigError(f"{file}: others may read this password; run `chmod 600` on it.")
        return file.read_text(encoding="utf-8").splitlines()[0].strip()
    except (OSError, UnicodeDecodeError, IndexError) as error:
        raise ConfigError(f"{file}: the password for {what} cannot be read.") from error
