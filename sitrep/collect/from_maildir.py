"""Articles that people send or forward into a maildir."""

from datetime import datetime
from pathlib import Path

from ..errors import SitrepError
from ..model.records import SourceState
from ..model.sources import Collected
from .draft import MAX_BYTES, UnreadableError, reason_of
from .messages import add_mail
from .reader import Reader
from .settings import MaildirSource
from .visit import Visit, cursor_of, remembered


class MaildirReader(Reader[MaildirSource]):
    """A maildir: the messages in `new` and `cur`, by the names that never change."""

    def collect(self, state: SourceState, now: datetime) -> Collected:
        """The messages that were not there at the last visit."""
        visit = Visit(self.name, self._settings, state, now)
        if problem := self.check(now):
            return visit.failed(problem.what)
        seen = remembered(state)
        files = self._messages()
        for key in [key for key in files if key not in seen][: self._settings.most]:
            try:
                add_mail(visit, _load(files[key]), str(files[key]))
            except UnreadableError as error:
                visit.problem(str(files[key]), error)
            seen[key] = ""
        return visit.collected(cursor=cursor_of({key: "" for key in seen if key in files}, most=None))

    def _try(self, now: datetime) -> None:
        """Whether the folder is a maildir that may be read."""
        try:
            folders = {path.name for path in self._settings.path.iterdir()}
        except OSError as error:
            raise SitrepError(reason_of(error)) from error
        if not {"new", "cur"} <= folders:
            raise SitrepError("is no maildir (no folders new and cur)")

    def _messages(self) -> dict[str, Path]:
        paths = [path for folder in ("new", "cur") for path in (self._settings.path / folder).iterdir()]
        return {path.name.split(":")[0]: path for path in sorted(paths, key=lambda p: p.name) if path.is_file()}


def _load(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableError(f"is larger than {MAX_BYTES >> 20} MB, more than an article holds")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(reason_of(error)) from error
