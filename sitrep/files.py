"""Writing files so that nobody ever sees half of one."""

import os
import tempfile
from collections.abc import Iterable
from glob import escape
from pathlib import Path
from typing import IO

OWNER_ONLY = 0o600
"""The rights of files that hold addresses of people: nobody but their owner reads them."""


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path`: the old file stays until the new one is complete on disk, whatever happens in between.

    Folders that are missing are made. Raises OSError.
    """
    _replace(path, [data], 0o666 & ~_umask())


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Put lines at `path` as UTF-8, whole or not at all like `write_whole`, for its owner alone. Raises OSError."""
    _replace(path, (line.encode() for line in lines), OWNER_ONLY)


def open_private(path: Path) -> IO[str]:
    """A text file to add lines to, its owner's alone if it is new; missing folders are made. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, OWNER_ONLY), "a", encoding="utf-8")


def _replace(path: Path, pieces: Iterable[bytes], mode: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, mode)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def clear_halves(path: Path) -> None:
    """Remove what a process that was killed while it wrote `path` has left beside it. Raises OSError."""
    for half in path.parent.glob(f".{escape(path.name)}.*"):
        half.unlink(missing_ok=True)


def _umask() -> int:
    """The process's mask for new files; it can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
