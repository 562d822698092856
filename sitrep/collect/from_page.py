"""Articles from web pages: the article's text by trafilatura, the page itself kept as it came."""

import json
from dataclasses import dataclass
from datetime import datetime

from ..errors import Problem, SitrepError
from ..model.records import SourceState
from ..model.sources import Collected
from .documents.html import read_html
from .documents.pdf import read_pdf
from .documents.text import read_text
from .draft import Draft, UnreadableError
from .http import FetchError, Response
from .reader import WebReader
from .settings import PageSource
from .visit import Visit, cursor_of, name_of, remembered, short_hash, site_of


def read_response(response: Response) -> Draft:
    """The draft of what an address brought: a page, a PDF or plain text; raises UnreadableError for anything else."""
    kind = response.media_type
    if response.content.startswith(b"%PDF-"):
        draft = read_pdf(response.content)[0]
    elif kind in ("text/plain", "text/markdown"):
        draft = read_text(response.content)[0]
    elif kind in ("", "text/html", "application/xhtml+xml", "application/xml", "text/xml"):
        draft = read_html(response.content, response.charset, response.url)[0]
    else:
        raise UnreadableError(f"is of the type {kind[:60]}, which is no article")
    return draft


@dataclass(frozen=True, slots=True)
class Known:
    """What is remembered of a page: the digest of its bytes, and by what its server tells that it is unchanged."""

    digest: str = ""
    etag: str | None = None
    last_modified: str | None = None

    @classmethod
    def read(cls, noted: str | None) -> "Known":
        """From a note of the cursor; one that cannot be read is that of a page never seen."""
        try:
            return cls(*json.loads(noted or "[]"))
        except (ValueError, TypeError):
            return cls()

    def note(self) -> str:
        """For the cursor."""
        return json.dumps([self.digest, self.etag, self.last_modified])


class PageReader(WebReader[PageSource]):
    """Pages that are named one by one. A page is read again when its bytes change, and sent again only then."""

    def collect(self, state: SourceState, now: datetime) -> Collected:
        """The pages that are new or changed; one that cannot be read costs only itself."""
        visit = Visit(self.name, self._settings, state, now)
        seen = remembered(state)
        failures = 0
        for url in self._settings.urls:
            try:
                self._read(url, visit, seen)
            except SitrepError as error:
                visit.problem(url, error)
                failures += 1
        if failures == len(self._settings.urls):
            return visit.failed("none of its pages could be read")
        return visit.collected(cursor=cursor_of(seen))

    def check(self, now: datetime) -> Problem | None:
        """Whether the first page can be fetched; it is named, since the source may have others."""
        try:
            self._http.get(self._settings.urls[0], robots=True)
        except FetchError as error:
            return Problem(self._settings.urls[0], str(error))
        return None

    def _read(self, url: str, visit: Visit, seen: dict[str, str]) -> None:
        known = Known.read(seen.get(url))
        response = self._http.get(url, robots=True, etag=known.etag, last_modified=known.last_modified)
        if response.status == 304:
            return
        digest = short_hash(response.content)
        if digest != known.digest:
            add_page(visit, response, url)
        seen[url] = Known(digest, response.etag, response.last_modified).note()


def add_page(visit: Visit, response: Response, url: str, fallback: Draft | None = None) -> None:
    """Take the article of a fetched page; `fallback` fills what the page does not say. Raises UnreadableError."""
    draft = read_response(response)
    known = fallback or Draft("")
    # A page behind a wall or without its script shows less than its entry in the feed.
    text = draft.text if len(draft.text) >= len(known.text) else known.text
    full = Draft(
        text,
        title=draft.title or known.title,
        publisher=draft.publisher or known.publisher or site_of(url),
        published=draft.published or known.published,
        url=url,
        language=draft.language or known.language,
        country=draft.country or known.country,
        notes=draft.notes,
    )
    visit.add(full, name_of(url), url, response.content, response.media_type or "text/html")
