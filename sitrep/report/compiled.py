"""Templates as byte code, kept beside Python's own until a template changes: to compile them takes 0.3 s."""

import sys
from contextlib import suppress
from pathlib import Path

from jinja2.bccache import Bucket, FileSystemBytecodeCache

_FOLDER = Path(__file__).with_name("__pycache__")


class _Beside(FileSystemBytecodeCache):
    """Writes nothing where Python may write no byte code, or the folder is not the user's."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                super().dump_bytecode(bucket)


def compiled() -> FileSystemBytecodeCache | None:
    """Where compiled templates are; None where Python keeps its byte code elsewhere."""
    return _Beside(str(_FOLDER)) if _FOLDER.is_dir() and sys.pycache_prefix is None else None
