"""Articles that GDELT's DOC API knows of, read from their own pages.

GDELT gives addresses and titles, no texts; when it saw a page says nothing of when that was published, so the page is
asked. It wants five seconds between two requests, and an error may come as plain text.
"""

import json
from datetime import datetime
from typing import Any

from ..errors import SitrepError
from ..model.records import SourceState
from ..model.sources import Collected
from .decode import without_surrogates
from .draft import Draft, UnreadableError
from .from_page import add_page
from .http import FetchError
from .reader import WebReader
from .settings import GdeltSource
from .visit import Visit, cursor_of, remembered, site_of

_INTERVAL = 5.0


class GdeltReader(WebReader[GdeltSource]):
    """One search in GDELT."""

    def collect(self, state: SourceState, now: datetime) -> Collected:
        """The pages that were not read before; one that may work later is tried again while GDELT lists it."""
        visit = Visit(self.name, self._settings, state, now)
        seen = remembered(state)
        try:
            items = self._search(self._settings.most)
        except SitrepError as error:
            return visit.failed(error)
        for item in items:
            self._read(item, visit, seen)
        return visit.collected(cursor=cursor_of(seen))

    def _try(self, now: datetime) -> None:
        """Whether GDELT accepts the query."""
        self._search(1)

    def _search(self, most: int) -> list[dict[str, Any]]:
        params = {
            "query": self._settings.query,
            "mode": "artlist",
            "format": "json",
            "sort": "datedesc",
            "maxrecords": str(most),
            "timespan": f"{self._settings.days}d",
        }
        content = self._http.get(self._settings.url, params=params, interval=_INTERVAL).content
        try:
            found = json.loads(content.decode("utf-8", "replace") or "{}", strict=False)
            articles = found.get("articles") or ()
        except (ValueError, AttributeError) as error:
            said = " ".join(content[:200].decode("utf-8", "replace").split())
            raise UnreadableError(f"answered: {said!r}; check `query`") from error
        return [article for article in articles if isinstance(article, dict) and article.get("url")]

    def _read(self, item: dict[str, Any], visit: Visit, seen: dict[str, str]) -> None:
        url = str(item["url"])
        if url in seen:
            return
        title = without_surrogates(str(item.get("title") or "")).strip() or None
        try:
            page = self._http.get(url, robots=True)
            add_page(visit, page, url, fallback=Draft("", title=title, publisher=site_of(url)))
        except SitrepError as error:
            visit.problem(url, error)
            if isinstance(error, FetchError) and error.temporary:
                return
        seen[url] = ""
