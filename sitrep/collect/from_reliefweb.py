"""Reports from ReliefWeb by its API, version 2, with their PDF attachments.

The API wants an approved `appname`, which is the user's own; its refusals come back as sentences that say what to do.
"""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from ..errors import SitrepError
from ..model.records import SourceState
from ..model.sources import Collected
from ..places.countries import iso3
from .dates import parse_published
from .decode import without_surrogates
from .documents.pdf import read_pdf
from .draft import Draft, UnreadableError
from .http import FetchError
from .layout import titled
from .reader import WebReader
from .settings import ReliefWebSource
from .visit import Visit, cursor_of, remembered

_FIELDS = ("title", "body", "url_alias", "url", "source", "date", "primary_country", "country", "language", "file")
_PAGE = 100


class ReliefWebReader(WebReader[ReliefWebSource]):
    """One search in ReliefWeb's reports, newest first."""

    def collect(self, state: SourceState, now: datetime) -> Collected:
        """The reports of the last days that are new or were changed, and their attachments."""
        visit = Visit(self.name, self._settings, state, now)
        seen = remembered(state)
        try:
            for item in self._items(now, visit):
                self._take(item, visit, seen)
        except SitrepError as error:
            return visit.failed(error, cursor=cursor_of(seen))
        return visit.collected(cursor=cursor_of(seen))

    def _try(self, now: datetime) -> None:
        """Whether the API accepts the appname and the query."""
        self._page(self._settings.url, {**self._params(now), "limit": "1"})

    def _items(self, now: datetime, visit: Visit) -> Iterator[dict[str, Any]]:
        url: str | None = self._settings.url
        params: dict[str, str] | None = self._params(now)
        left = self._settings.most
        while url and left > 0:
            page = self._page(url, params)
            items = [item for item in page.get("data") or () if isinstance(item, dict)]
            yield from items[:left]
            left -= len(items)
            url, params = self._next(page) if items else None, None
        if url:
            visit.problem(self.name, f"has more than {self._settings.most} reports: set `most` higher, or `days` lower")

    def _next(self, page: dict[str, Any]) -> str | None:
        following = ((page.get("links") or {}).get("next") or {}).get("href")
        if following and urlsplit(following).netloc != urlsplit(self._settings.url).netloc:
            raise UnreadableError("names another host for the next page of results, so it was not followed")
        return str(following) if following else None

    def _params(self, now: datetime) -> dict[str, str]:
        start = (now - timedelta(days=self._settings.days)).isoformat(timespec="seconds")
        keep = self._settings.keep
        params = {"appname": self._settings.appname, "limit": str(min(_PAGE, self._settings.most))}
        params |= {f"fields[include][{n}]": field for n, field in enumerate(_FIELDS)}
        params |= {"sort[0]": "date.created:desc", "filter[operator]": "AND"}
        params |= _condition(0, "date.created", {"from": start})
        if keep.countries:
            params |= _condition(1, "country.iso3", tuple(code.lower() for code in keep.countries))
        if keep.languages:
            params |= _condition(2, "language.code", keep.languages)
        return params | ({"query[value]": self._settings.query} if self._settings.query else {})

    def _page(self, url: str, params: dict[str, str] | None) -> dict[str, Any]:
        try:
            response = self._http.get(url, params=params)
        except FetchError as error:
            raise UnreadableError(_refusal(error)) from error
        try:
            page = json.loads(response.content)
        except ValueError as error:
            raise UnreadableError("answered with something that is not JSON: try again later") from error
        return page if isinstance(page, dict) else {}

    def _take(self, item: dict[str, Any], visit: Visit, seen: dict[str, str]) -> None:
        fields, number = item.get("fields") or {}, str(item.get("id"))
        changed = str((fields.get("date") or {}).get("changed") or "")
        where = str(fields.get("url_alias") or fields.get("url") or f"ReliefWeb report {number}")
        draft = _draft(fields)
        if seen.get(number) != changed or number not in seen:
            if draft.text.strip():
                raw = json.dumps(item, ensure_ascii=True, sort_keys=True).encode()
                visit.add(draft, f"reliefweb-{number}", where, raw, "application/json")
            seen[number] = changed
        for n, file in enumerate(_pdfs(fields) if self._settings.attachments else (), start=1):
            self._attachment(file, f"{number}-{n}", draft, visit, seen)

    def _attachment(self, url: str, key: str, report: Draft, visit: Visit, seen: dict[str, str]) -> None:
        if seen.get(key) == url:
            return
        try:
            response = self._http.get(url)
            draft = read_pdf(response.content)[0]
        except SitrepError as error:
            visit.problem(url, error)
            if isinstance(error, FetchError) and error.temporary:
                return
        else:
            known = Draft(draft.text, None, report.title, report.publisher, report.published, url, None, report.country)
            visit.add(known, f"reliefweb-{key}", url, response.content, "application/pdf")
        seen[key] = url


def _condition(number: int, field: str, value: tuple[str, ...] | dict[str, str]) -> dict[str, str]:
    stem = f"filter[conditions][{number}]"
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    return {f"{stem}[field]": field} | {f"{stem}[value][{key}]": part for key, part in parts}


def _draft(fields: dict[str, Any]) -> Draft:
    title = without_surrogates(str(fields.get("title") or "")).strip() or None
    dates = fields.get("date") or {}
    countries = fields.get("country") or ()
    code = (fields.get("primary_country") or {}).get("iso3") if len(countries) <= 1 else None
    return Draft(
        titled(title, without_surrogates(str(fields.get("body") or ""))),
        title=title,
        publisher=", ".join(_names(fields.get("source"))) or None,
        published=parse_published(str(dates.get("original") or "")),
        url=fields.get("url_alias") or fields.get("url"),
        language=next(iter(_codes(fields.get("language"))), None),
        country=iso3(str(code)) if code else None,
    )


def _names(sources: Any) -> list[str]:
    return [without_surrogates(str(s["name"])) for s in sources or () if isinstance(s, dict) and s.get("name")]


def _codes(languages: Any) -> list[str]:
    return [str(entry["code"]) for entry in languages or () if isinstance(entry, dict) and entry.get("code")]


def _pdfs(fields: dict[str, Any]) -> list[str]:
    files = [file for file in fields.get("file") or () if isinstance(file, dict) and file.get("url")]
    return [str(f["url"]) for f in files if f.get("mimetype") == "application/pdf" or str(f["url"]).endswith(".pdf")]


def _refusal(error: FetchError) -> str:
    said = _message(error.body)
    known = {
        400: f"refused the request{said}: check `appname` and `query`",
        403: "does not know this appname: ask ReliefWeb to approve one (apidoc.reliefweb.int) and set it as `appname`",
        410: "has switched this version of its API off: set `url` to the current one, or update sitrep",
        429: "says that today's quota of requests is used up: the next run goes on",
    }
    return known.get(error.status, str(error))


def _message(body: bytes) -> str:
    try:
        said = json.loads(body)["error"]["message"]
    except (ValueError, KeyError, TypeError):
        return ""
    return f" ({str(said)[:200]})"
