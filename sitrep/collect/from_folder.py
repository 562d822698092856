"""Articles from folders and files.

A folder is read with its subfolders, in the order of names; `listing` says what in it is an article. A file that is
named by itself is always read, as text if it has no ending.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sitrep.errors import Problem
from sitrep.model import Article
from sitrep.model.records import SourceState, StoredArticle
from sitrep.model.sources import Collected

from .documents import KINDS, reader_of
from .draft import MAX_BYTES, Draft, UnreadableError, reason_of
from .finish import finish
from .jsonl import iter_jsonl
from .listing import LINES, list_files, name_files, shown, unknown_ending
from .visit import Visit, cursor_of, remembered, short_hash

if TYPE_CHECKING:
    from .settings import FolderSource


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

    Ids that a file gives itself are not compared with earlier ones here.
    """
    files: list[Path] = []
    for path in paths:
        found, problems = list_files(path)
        files += found
        yield from problems
    names = name_files(files := list(dict.fromkeys(files)))
    for path in files:
        yield from _read(path, names[path], max_bytes)


class FolderReader:
    """A folder (or file) that is watched by content: a file counts as new when its bytes are."""

    def __init__(self, settings: "FolderSource") -> None:
        self._settings = settings

    @property
    def name(self) -> str:
        """The configured name, else the path."""
        return self._settings.name or f"folder {shown(self._settings.path)}"

    def collect(self, state: SourceState, now: datetime) -> Collected:
        """The articles of new and changed files; a file that cannot be read is tried again at the next visit."""
        visit = Visit(self.name, self._settings, state, now)
        files, problems = list_files(self._settings.path)
        for problem in problems:
            visit.problem(problem.where, problem.what)
        if problems and not files and not self._settings.path.exists():
            return visit.failed("does not exist")
        seen, names, now_there = remembered(state), name_files(files), dict[str, str]()
        for path in files:
            key = shown(path)
            digest = self._read_new(path, names[path], seen.get(key), visit)
            if digest:
                now_there[key] = digest
        return visit.collected(cursor=cursor_of(now_there, most=None))

    def check(self, now: datetime) -> Problem | None:
        """Whether the folder can be listed and holds articles."""
        return next(iter(list_files(self._settings.path)[1]), None)

    def _read_new(self, path: Path, name: str, known: str | None, visit: Visit) -> str | None:
        """The digest of a file that needs no other visit."""
        try:
            data = load(path, None if path.suffix.lower() in LINES else MAX_BYTES)
            digest = short_hash(data)
            if digest == known:
                return digest
            if path.suffix.lower() in LINES:
                return digest if _add_lines(path, visit) else None
            kind = KINDS.get(path.suffix.lower())
            for draft in _drafts(path, data):
                visit.add(draft, draft.part_of(name), shown(path), data, kind.media_type if kind else "text/plain")
        except UnreadableError as error:
            visit.problem(shown(path), error)
            return None
        return digest


def _add_lines(path: Path, visit: Visit) -> bool:
    whole = True
    for item in iter_jsonl(path):
        if isinstance(item, Problem):
            visit.problem(item.where, item.what)
            whole = False
        else:
            visit.take(StoredArticle(visit.given(item)))
    return whole


def _unique(article: Article, taken: Counter[str]) -> Article:
    taken[article.name] += 1
    if taken[article.name] == 1:
        return article
    name = f"{article.name} ({taken[article.name]})"
    return _unique(article.model_copy(update={"name": name}), taken)


def _read(path: Path, name: str, max_bytes: int) -> Iterator[Article | Problem]:
    if path.suffix.lower() in LINES:
        yield from iter_jsonl(path, max_bytes=max_bytes)
        return
    try:
        drafts = _drafts(path, load(path, max_bytes))
    except UnreadableError as error:
        yield Problem(shown(path), str(error))
        return
    for draft in drafts:
        article, problems = finish(draft, draft.name or draft.part_of(name), shown(path))
        yield article
        yield from problems


def _drafts(path: Path, data: bytes) -> tuple[Draft, ...]:
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
