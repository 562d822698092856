"""Articles from RSS and Atom feeds, by feedparser over bytes that we fetch ourselves."""

from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from ..errors import SitrepError
from ..model import Moment
from ..model.records import SourceState
from ..model.sources import Collected
from .dates import parse_published
from .decode import without_surrogates
from .draft import Draft, UnreadableError
from .fragment import text_of
from .from_page import add_page
from .http import FetchError, Response
from .layout import titled
from .reader import WebReader
from .settings import FeedSource
from .visit import Visit, cursor_of, name_of, remembered

_FEWEST_CHARACTERS = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its key in the feed, and what it says of itself; `draft.text` may be a summary or empty."""

    key: str
    draft: Draft


class FeedReader(WebReader[FeedSource]):
    """One feed. What it answered last is remembered, so that an unchanged feed costs one short request."""

    def collect(self, state: SourceState, now: datetime) -> Collected:
        """The articles of new entries. An entry that cannot be read is tried again while it stands in the feed."""
        visit = Visit(self.name, self._settings, state, now)
        seen = remembered(state)
        try:
            response = self._http.get(self._settings.url, etag=state.etag, last_modified=state.last_modified)
            if response.status == 304:
                return visit.collected()
            entries, fault = read_feed(response)
        except SitrepError as error:
            return visit.failed(error)
        if fault:
            visit.problem(self.name, fault)
        done = self._read_all(entries, visit, seen)
        if not done:
            # Without its tag the feed comes whole next time, with the entries that still wait.
            return visit.collected(etag=None, last_modified=None, cursor=cursor_of(seen))
        return visit.collected(etag=response.etag, last_modified=response.last_modified, cursor=cursor_of(seen))

    def _try(self, now: datetime) -> None:
        """Whether the feed can be fetched and has entries."""
        read_feed(self._http.get(self._settings.url))

    def _read_all(self, entries: tuple[Entry, ...], visit: Visit, seen: dict[str, str]) -> bool:
        """Whether every new entry was read."""
        new = [entry for entry in entries if entry.key not in seen]
        whole = len(new) <= self._settings.most
        if not whole:
            what = f"has {len(new)} new entries, of which {self._settings.most} are read now: set `most` higher"
            visit.problem(self.name, f"{what}, or some may be gone before the next visit")
        for n, entry in enumerate(new[: self._settings.most], 1):
            try:
                self._read(entry, visit)
            except SitrepError as error:
                visit.problem(entry.draft.url or entry.key or f"{self.name}, new entry {n}", error)
                whole = whole and not _may_work_later(error)
                if _may_work_later(error):
                    continue
            seen[entry.key] = ""
        return whole

    def _read(self, entry: Entry, visit: Visit) -> None:
        if not (self._settings.follow and entry.draft.url):
            return self._take(entry, visit)
        try:
            page = self._http.get(entry.draft.url, robots=True)
            return add_page(visit, page, entry.draft.url, fallback=entry.draft)
        except (FetchError, UnreadableError) as error:
            if _may_work_later(error) or len(entry.draft.text) < _FEWEST_CHARACTERS:
                raise
        return self._take(entry, visit)

    def _take(self, entry: Entry, visit: Visit) -> None:
        if not entry.draft.text.strip():
            raise UnreadableError("is an entry without text")
        name = name_of(entry.draft.url or entry.key)
        visit.add(entry.draft, name, entry.draft.url or entry.key, entry.draft.text.encode(), "text/plain")


def _may_work_later(error: SitrepError) -> bool:
    return isinstance(error, FetchError) and error.temporary


def read_feed(response: Response) -> tuple[tuple[Entry, ...], str | None]:
    """The entries in the order of the feed, and a sentence on what is wrong with it, since entries may be missing.

    Raises UnreadableError if it is no feed at all.
    """
    import feedparser  # type: ignore[import-untyped]

    charset = f"; charset={response.charset}" if response.charset else ""
    headers = {"content-type": f"{response.media_type or 'application/xml'}{charset}", "content-location": response.url}
    try:
        feed = feedparser.parse(response.content, response_headers=headers)
    except Exception as error:  # it lets errors of the parsers below pass
        raise UnreadableError("is not a feed that can be read") from error
    if not feed.entries and not feed.get("version"):
        raise UnreadableError("is not a feed (RSS or Atom)")
    fault = "is not well-formed, so entries may be missing" if _is_broken(feed) else None
    return tuple(_entry(item, feed.feed) for item in feed.entries), fault


def _is_broken(feed: Any) -> bool:
    from xml.sax import SAXException

    # Its other complaints (a wrong charset or media type in the header) cost no entries.
    return isinstance(feed.get("bozo_exception"), SAXException)


def _entry(item: Any, feed: Any) -> Entry:
    title = _text(item.get("title"))
    url = _text(item.get("link"))
    draft = Draft(
        titled(title, _content(item)),
        title=title,
        publisher=_text((item.get("source") or {}).get("title")) or _text(feed.get("title")),
        published=_published(item),
        url=url if url and url.startswith(("http://", "https://")) else None,
        language=_language(item, feed),
    )
    return Entry(_text(item.get("id")) or url or title or draft.text[:80], draft)


def _text(value: object) -> str | None:
    return " ".join(text_of(without_surrogates(value)).split()) or None if isinstance(value, str) else None


def _content(item: Any) -> str:
    values = [part.get("value", "") for part in item.get("content", ())] or [item.get("summary", "")]
    return text_of(without_surrogates(max(values, key=len)))


def _published(item: Any) -> Moment | None:
    value = str(item.get("published") or item.get("created") or "")
    if (moment := parse_published(value)) is not None:
        return moment
    try:
        return parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError):
        return None


def _language(item: Any, feed: Any) -> str | None:
    code = str(item.get("language") or feed.get("language") or "")[:2].lower()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None
