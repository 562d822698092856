"""Articles from folders and files.

A folder is read with its subfolders, in the order of names; `listing` says what in it is an article. A file that is
named by itself is always read; where its ending tells nothing, its first line does: JSON lines, or else text.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..errors import Problem
from ..model import Article
from .documents import KINDS, reader_of
from .draft import MAX_BYTES, Draft, UnreadableError, reason_of
from .finish import finish
from .jsonl import holds_articles, iter_jsonl
from .listing import LINES, list_files, name_files, shown, unknown_ending


def read_paths(paths: Sequence[Path], *, max_bytes: int = MAX_BYTES) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """All articles of the folders and files, in order, and one Problem for each thing that could not be read.

    Names are unique: of two files with one stem each gets its folder in front, of two equal ids the later one a number.
    `max_bytes` is the largest file (or line of JSON) that is read.
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

    Ids that a file gives itself are compared within the file only, and stay as they are.
    """
    files: list[Path] = []
    for path in paths:
        found, problems = list_files(path)
        files += found
        yield from problems
    names = name_files(files := list(dict.fromkeys(files)))
    for path in files:
        yield from _read(path, names[path], max_bytes)


def _unique(article: Article, taken: Counter[str]) -> Article:
    taken[article.name] += 1
    if taken[article.name] == 1:
        return article
    name = f"{article.name} ({taken[article.name]})"
    return _unique(article.model_copy(update={"name": name}), taken)


def _read(path: Path, name: str, max_bytes: int) -> Iterator[Article | Problem]:
    ending = path.suffix.lower()
    if ending in LINES or ending not in KINDS and holds_articles(path, max_bytes=max_bytes):
        yield from iter_jsonl(path, max_bytes=max_bytes)
        return
    try:
        drafts = read_drafts(path, load(path, max_bytes))
    except UnreadableError as error:
        yield Problem(shown(path), str(error))
        return
    for draft in drafts:
        article, problems = finish(draft, draft.name or draft.part_of(name), shown(path))
        yield article
        yield from problems


def read_drafts(path: Path, data: bytes) -> tuple[Draft, ...]:
    """The drafts in the bytes of a file, by its ending; raises UnreadableError."""
    ending = path.suffix.lower() or ".txt"
    if ending not in KINDS:
        raise UnreadableError(unknown_ending(path))
    return reader_of(ending)(data)


def load(path: Path, max_bytes: int | None = MAX_BYTES) -> bytes:
    """The bytes of a file, at least one and at most `max_bytes`; raises UnreadableError."""
    try:
        with path.open("rb") as file:
            data = file.read(-1 if max_bytes is None else max_bytes + 1)
    except OSError as error:
        raise UnreadableError(reason_of(error)) from error
    if not data:
        raise UnreadableError("is empty")
    if max_bytes is not None and len(data) > max_bytes:
        raise UnreadableError(f"is larger than {max_bytes / 1024 / 1024:g} MB, more than an article holds")
    return data
