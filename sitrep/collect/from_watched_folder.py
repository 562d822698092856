"""Articles from a folder that is watched: a file counts as new when its bytes are."""

from datetime import datetime
from pathlib import Path

from ..errors import Problem
from ..model.records import SourceState, StoredArticle
from ..model.sources import Collected
from .documents import KINDS
from .draft import MAX_BYTES, UnreadableError
from .from_folder import load, read_drafts
from .jsonl import iter_jsonl
from .listing import LINES, list_files, name_files, shown
from .reader import Reader
from .settings import FolderSource
from .visit import Visit, cursor_of, remembered, short_hash


class FolderReader(Reader[FolderSource]):
    """A folder (or file) that is watched by content: a file counts as new when its bytes are."""

    def collect(self, state: SourceState, now: datetime) -> Collected:
        """The articles of new and changed files; a file that cannot be read is tried again at the next visit."""
        visit = Visit(self.name, self._settings, state, now)
        files, problems = ([], []) if _is_empty(self._settings.path) else list_files(self._settings.path)
        if not files and (about_itself := [p.what for p in problems if p.where == shown(self._settings.path)]):
            return visit.failed(about_itself[0])
        for problem in problems:
            visit.problem(problem.where, problem.what)
        seen, names, now_there = remembered(state), name_files(files), dict[str, str]()
        for path in files:
            key = shown(path)
            digest = self._read_new(path, names[path], seen.get(key), visit)
            if digest:
                now_there[key] = digest
        return visit.collected(cursor=cursor_of(now_there, most=None))

    def check(self, now: datetime) -> Problem | None:
        """Whether the folder can be listed and holds articles, or nothing at all yet."""
        return None if _is_empty(self._settings.path) else next(iter(list_files(self._settings.path)[1]), None)

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
            for draft in read_drafts(path, data):
                visit.add(draft, draft.part_of(name), shown(path), data, kind.media_type if kind else "text/plain")
        except UnreadableError as error:
            visit.problem(shown(path), error)
            return None
        return digest


def _add_lines(path: Path, visit: Visit) -> bool:
    whole = True
    for item in iter_jsonl(path):
        if isinstance(item, Problem):
            visit.tell(item)
            whole = whole and item.note
        else:
            visit.take(StoredArticle(visit.given(item)))
    return whole


def _is_empty(path: Path) -> bool:
    """Whether it is a folder with nothing in it: where somebody puts articles now and then, that is no fault."""
    try:
        return path.is_dir() and next(path.iterdir(), None) is None
    except OSError:
        return False
