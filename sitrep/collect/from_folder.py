"""Articles from folders and files.

A folder is read with its subfolders, in the order of names. What a user keeps beside articles is passed over in
silence: hidden files, a README or licence, configuration, data and pictures; documents of kinds that cannot be read
(.doc, .odt, .rtf ...) are each a Problem, since somebody put them there as articles. Links to folders are not followed.
A file that is named by itself is always read, as text if it has no ending.
"""

import os
import stat
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from sitrep.errors import Problem
from sitrep.model import Article

from .decode import without_surrogates
from .documents import READERS
from .documents.text import read_text
from .draft import MAX_BYTES, Draft, UnreadableError, reason_of
from .finish import finish
from .jsonl import iter_jsonl

LINES = frozenset({".jsonl", ".ndjson"})
"""Endings of files with one article a line."""

_UNREAD_DOCUMENTS = frozenset({".doc", ".dot", ".odt", ".rtf", ".pages", ".msg", ".mht", ".mhtml", ".epub", ".wpd"})
_NOT_ARTICLES = frozenset({"readme", "license", "licence", "copying", "changelog", "contributing", "notice"})


def read_paths(paths: Sequence[Path], *, max_bytes: int = MAX_BYTES) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """All articles of the folders and files, in order, and one Problem for each thing that could not be read.

    Names are unique: of two files with one stem each gets its folder in front, of two equal ids the later one a number.
    """
    articles: list[Article] = []
    problems: list[Problem] = []
    taken: Counter[str] = Counter()
    for item in iter_paths(paths, max_bytes=max_bytes):
        if isinstance(item, Problem):
            problems.append(item)
        else:
            articles.append(_unique(item, taken))
    return tuple(articles), tuple(dict.fromkeys(problems))


def iter_paths(paths: Sequence[Path], *, max_bytes: int = MAX_BYTES) -> Iterator[Article | Problem]:
    """The same as a stream, so that files of any number and JSON lines of any length fit into memory.

    Ids that a file gives itself are not compared with earlier ones here.
    """
    files: list[Path] = []
    for path in paths:
        found, problems = _files(path)
        files += found
        yield from problems
    files = list(dict.fromkeys(files))
    names = _names(files)
    for path in files:
        yield from _read(path, names[path], max_bytes)


def _unique(article: Article, taken: Counter[str]) -> Article:
    taken[article.name] += 1
    if taken[article.name] == 1:
        return article
    name = f"{article.name} ({taken[article.name]})"
    return _unique(article.model_copy(update={"name": name}), taken)


def _files(path: Path) -> tuple[list[Path], list[Problem]]:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return [], [Problem(_shown(path), reason_of(error))]
    if not stat.S_ISDIR(mode):
        return [path], []
    found, problems = _walk(path)
    if not found and not problems:
        endings = ", ".join(sorted({*READERS, *LINES}))
        problems.append(Problem(_shown(path), f"holds no articles (files that end in {endings})"))
    return found, problems


def _walk(folder: Path) -> tuple[list[Path], list[Problem]]:
    found: list[Path] = []
    problems: list[Problem] = []

    def failed(error: OSError) -> None:
        problems.append(Problem(_shown(Path(error.filename)), reason_of(error)))

    for root, folders, names in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(root, name) for name in sorted(names) if not name.startswith(".")):
            if path.suffix.lower() in _UNREAD_DOCUMENTS:
                problems.append(Problem(_shown(path), _unknown(path)))
            elif _is_article(path):
                found.append(path)
    return found, problems


def _is_article(path: Path) -> bool:
    ending = path.suffix.lower()
    if ending not in READERS and ending not in LINES:
        return False
    # A pipe in a folder would be waited for without end; a dangling link is reported when it is read.
    return path.stem.lower() not in _NOT_ARTICLES and (path.is_file() or path.is_symlink())


def _names(files: Sequence[Path]) -> dict[Path, str]:
    names = {path: path.stem for path in files}
    for depth in range(1, 8):
        counts = Counter(names.values())
        clashing = [path for path in files if counts[names[path]] > 1]
        if not clashing:
            break
        names |= {path: "/".join((*path.absolute().parent.parts[-depth:], path.stem)) for path in clashing}
    counts = Counter(names.values())
    return {path: _text(name if counts[name] == 1 else f"{name}{path.suffix}") for path, name in names.items()}


def _read(path: Path, name: str, max_bytes: int) -> Iterator[Article | Problem]:
    if path.suffix.lower() in LINES:
        yield from iter_jsonl(path, max_bytes=max_bytes)
        return
    try:
        drafts = _drafts(path, max_bytes)
    except UnreadableError as error:
        yield Problem(_shown(path), str(error))
        return
    for draft in drafts:
        article, problems = finish(draft, draft.name or name, _shown(path))
        yield article
        yield from problems


def _drafts(path: Path, max_bytes: int) -> tuple[Draft, ...]:
    ending = path.suffix.lower()
    read = READERS.get(ending) or (None if ending else read_text)
    if read is None:
        raise UnreadableError(_unknown(path))
    return read(_load(path, max_bytes))


def _load(path: Path, max_bytes: int) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except OSError as error:
        raise UnreadableError(reason_of(error)) from error
    if not data:
        raise UnreadableError("is empty")
    if len(data) > max_bytes:
        raise UnreadableError(f"is larger than {max_bytes / 1024 / 1024:g} MB, more than an article holds")
    return data


def _unknown(path: Path) -> str:
    return f"ends in {path.suffix}, which is not read: save it as .txt, .md, .html, .pdf, .docx, .eml or .jsonl"


def _text(name: str) -> str:
    return unicodedata.normalize("NFC", without_surrogates(name))


def _shown(path: Path) -> str:
    return without_surrogates(str(path))
