"""What takes long to derive from files of the package, kept beside Python's own byte code until a file changes.

The same rules hold as for byte code: nothing is written where Python is told to write none
(`PYTHONDONTWRITEBYTECODE`) or the folder is not the user's, and what is kept is trusted as the program itself is.
"""

import os
import pickle
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from typing import TypeVar, cast

T = TypeVar("T")


def kept(name: str, sources: Sequence[Path], make: Callable[[], T]) -> T:
    """What `make` makes from those files, read back where it was made from the same content before."""
    mark = sha256(b"\0".join(source.read_bytes() for source in sources)).digest()
    try:
        file = Path(cache_from_source(str(sources[0].with_name(f"{name}.py")))).with_suffix(".kept")
    except NotImplementedError:
        return make()
    with suppress(OSError, ValueError, EOFError, pickle.UnpicklingError, AttributeError, ImportError, IndexError):
        data = file.read_bytes()
        if data.startswith(mark):
            return cast(T, pickle.loads(data[len(mark) :]))
    made = make()
    if not sys.dont_write_bytecode:
        with suppress(OSError):
            _write(file, mark + pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
    return made


def _write(file: Path, data: bytes) -> None:
    """Whole or not at all, beside other processes that do the same."""
    file.parent.mkdir(exist_ok=True)
    beside = file.with_suffix(f".{os.getpid()}")
    try:
        beside.write_bytes(data)
        beside.replace(file)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
