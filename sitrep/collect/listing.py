"""Which files of a folder are articles, in which order, and what they are called.

What a user keeps beside articles is passed over in silence: hidden files, a README or licence, configuration, data and
pictures. Documents of kinds that cannot be read (.doc, .odt, .rtf ...) are each a Problem, since somebody put them
there as articles. Links to folders are not followed.
"""

import os
import stat
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ..errors import Problem
from .decode import without_surrogates
from .documents import KINDS
from .draft import reason_of

LINES = frozenset({".jsonl", ".ndjson"})
"""Endings of files with one article a line."""

_UNREAD_DOCUMENTS = frozenset({".doc", ".dot", ".odt", ".rtf", ".pages", ".msg", ".mht", ".mhtml", ".epub", ".wpd"})
_NOT_ARTICLES = frozenset({"readme", "license", "licence", "copying", "changelog", "contributing", "notice"})
_MOST_FOLDERS_IN_A_NAME = 8


def list_files(path: Path) -> tuple[list[Path], list[Problem]]:
    """The file itself, or the articles in a folder and its subfolders by name; with what could not be listed."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return [], [Problem(shown(path), reason_of(error))]
    if not stat.S_ISDIR(mode):
        return [path], []
    found, problems = _walk(path)
    if not found and not problems:
        endings = ", ".join(sorted({*KINDS, *LINES}))
        problems.append(Problem(shown(path), f"holds no articles (files that end in {endings})"))
    return found, problems


def name_files(files: Sequence[Path]) -> dict[Path, str]:
    """A name for each file: its stem, with as many folders in front, or its ending, as it takes to be unique."""
    names = {path: path.stem for path in files}
    for depth in range(1, _MOST_FOLDERS_IN_A_NAME):
        counts = Counter(names.values())
        clashing = [path for path in files if counts[names[path]] > 1]
        if not clashing:
            break
        names |= {path: "/".join((*path.absolute().parent.parts[-depth:], path.stem)) for path in clashing}
    counts = Counter(names.values())
    return {path: _plain(name if counts[name] == 1 else f"{name}{path.suffix}") for path, name in names.items()}


def shown(path: Path) -> str:
    """A path that can be printed."""
    return without_surrogates(str(path))


def unknown_ending(path: Path) -> str:
    """The predicate of a sentence on a file that is of no kind that is read."""
    return f"ends in {path.suffix}, which is not read: save it as .txt, .md, .html, .pdf, .docx, .eml or .jsonl"


def _walk(folder: Path) -> tuple[list[Path], list[Problem]]:
    found: list[Path] = []
    problems: list[Problem] = []

    def failed(error: OSError) -> None:
        problems.append(Problem(shown(Path(error.filename)), reason_of(error)))

    for root, folders, names in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(root, name) for name in sorted(names) if not name.startswith(".")):
            if path.suffix.lower() in _UNREAD_DOCUMENTS:
                problems.append(Problem(shown(path), unknown_ending(path)))
            elif _is_article(path):
                found.append(path)
    return found, problems


def _is_article(path: Path) -> bool:
    ending = path.suffix.lower()
    if ending not in KINDS and ending not in LINES:
        return False
    # A pipe in a folder would be waited for without end; a dangling link is reported when it is read.
    return path.stem.lower() not in _NOT_ARTICLES and (path.is_file() or path.is_symlink())


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", without_surrogates(name))
