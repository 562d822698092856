"""Passwords: from the environment or from a file that nobody else may read; never in a message."""

import os
from pathlib import Path

from sitrep.errors import ConfigError


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
