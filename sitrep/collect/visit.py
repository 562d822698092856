"""One visit to a source: articles are gathered, filtered and counted, and the state moves on."""

import hashlib
import json
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ..errors import Problem
from ..model import Article
from ..model.records import SourceState, StoredArticle
from ..model.sources import Collected
from .draft import Draft
from .finish import finish
from .keep import is_kept

if TYPE_CHECKING:
    from .settings import SourceSettings

_MOST_REMEMBERED = 5000


class Visit:
    """What one visit brings; `collected` closes it."""

    def __init__(self, name: str, settings: "SourceSettings", state: SourceState, now: datetime) -> None:
        self.state = state
        self._name = name
        self._settings = settings
        self._now = now
        self._articles: list[StoredArticle] = []
        self._problems: list[Problem] = []
        self._left_out = 0

    def add(self, draft: Draft, name: str, where: str, raw: bytes | None = None, media_type: str | None = None) -> None:
        """Take a draft as an article named `name` (if it gives no name itself) that was read from `raw`."""
        given = replace(
            draft,
            publisher=draft.publisher or self._settings.publisher,
            country=draft.country or self._settings.country,
            language=draft.language or self._settings.language,
        )
        article, problems = finish(given, draft.name or name, where, retrieved=self._now)
        self._problems += problems
        self.take(StoredArticle(article, raw, media_type))

    def given(self, article: Article) -> Article:
        """The article with what the settings say of articles that say nothing, and with the time of retrieval."""
        s = self._settings
        said = {"publisher": s.publisher, "country": s.country, "language": s.language, "retrieved": self._now}
        return article.model_copy(update={k: v for k, v in said.items() if getattr(article, k) is None and v})

    def take(self, stored: StoredArticle) -> None:
        """Take a finished article, if the source's filter keeps it."""
        if is_kept(stored.article, self._settings.keep):
            self._articles.append(stored)
        else:
            self._left_out += 1

    def problem(self, where: str, what: object) -> None:
        """Note something that did not stop the visit; `what` is the predicate of a sentence about `where`."""
        self.tell(Problem(where, str(what)))

    def tell(self, problem: Problem) -> None:
        """Note a problem as it is, a note as a note."""
        self._problems.append(problem)

    def collected(self, **changes: Any) -> Collected:
        """The result of a visit that worked; `changes` are new values of the state's fields."""
        state = replace(
            self.state, checked=self._now, succeeded=self._now, failures=0, failing_since=None, problem=None, **changes
        )
        return Collected(tuple(self._articles), tuple(self._problems), state, self._left_out)

    def failed(self, what: object, **changes: Any) -> Collected:
        """The result of a visit to a source that could not be read: what came before the failure is kept."""
        self.problem(self._name, what)
        state = replace(
            self.state,
            checked=self._now,
            failures=self.state.failures + 1,
            failing_since=self.state.failing_since or self._now,
            problem=str(what),
            **changes,
        )
        return Collected(tuple(self._articles), tuple(self._problems), state, self._left_out)


def remembered(state: SourceState) -> dict[str, str]:
    """The keys and values that a source noted in its cursor; a cursor that cannot be read is an empty one."""
    try:
        cursor = json.loads(state.cursor or "{}")
    except ValueError:
        return {}
    return {str(k): str(v) for k, v in cursor.items()} if isinstance(cursor, dict) else {}


def cursor_of(seen: dict[str, str], most: int | None = _MOST_REMEMBERED) -> str:
    """The cursor that remembers `seen`: the latest 5,000 of it, so that it does not grow for ever; None for all."""
    kept = list(seen.items())[-most:] if most else seen.items()
    return json.dumps(dict(kept), ensure_ascii=False)


def short_hash(value: str | bytes) -> str:
    """Ten hexadecimal digits that stand for a long key."""
    return hashlib.sha256(value.encode("utf-8", "replace") if isinstance(value, str) else value).hexdigest()[:10]


def name_of(url: str) -> str:
    """The name of an article that has only an address: its host and a few digits, the same at every visit."""
    try:
        host = urlsplit(url).hostname or "article"
    except ValueError:
        host = "article"
    return f"{host.removeprefix('www.')}-{short_hash(url)}"


def site_of(url: str) -> str | None:
    """The host as a publisher's name, where a page does not give one."""
    host = urlsplit(url).hostname
    return host.removeprefix("www.") if host else None
