"""Which extractor found the figures: needed to tell whether another reading is an error or a newer program."""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from . import __version__


@cache
def extractor_version() -> str:
    """The program's version and a digest of the extractor's code and words: `0.1.0+1f2e3d4c`."""
    digest = hashlib.sha256()
    for folder in ("extract", "languages", "organisations"):
        for name, data in sorted(_contents(files(__package__) / folder, folder)):
            digest.update(name.encode() + b"\0" + data + b"\0")
    return f"{__version__}+{digest.hexdigest()[:8]}"


def _contents(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _contents(entry, f"{path}/{entry.name}")
        elif entry.name.endswith((".py", ".toml")) and entry.name not in ("corpus.toml", "report.toml"):
            found.append((f"{path}/{entry.name}", entry.read_bytes()))
    return found
