"""Writing files so that nobody ever sees half of one."""

import os
import tempfile
from glob import escape
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path`: the old file stays until the new one is complete on disk, whatever happens in between.

    Folders that are missing are made. Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o666 & ~_umask())
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
