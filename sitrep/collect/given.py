"""Metadata that is given (front matter, a JSON line): one meaning for both, and a sentence for what has none."""

import re
from collections.abc import Mapping
from typing import Any

from ..model import Moment
from ..places.countries import iso3
from .dates import parse_published
from .decode import without_surrogates
from .draft import Draft
from .words import language_names

_KEYS = {
    "name": ("id", "name"),
    "title": ("title", "headline"),
    "publisher": ("publisher", "outlet", "site"),
    "published": ("published", "date", "published_at"),
    "url": ("url", "link"),
    "language": ("language", "lang"),
    "country": ("country",),
}

_SEVERAL = re.compile(r"\s*[,;/|&+]\s*|\s+and\s+")
"""Between the names of several countries, none of which is the article's own."""


def draft_from(text: str, given: Mapping[str, Any]) -> Draft:
    """A draft of `text` with the metadata `given`; keys that mean nothing here are left alone."""
    notes: list[str] = []
    values = {field: _string(given, keys, notes) for field, keys in _KEYS.items()}
    return Draft(
        text=text,
        name=values["name"],
        title=values["title"],
        publisher=values["publisher"],
        published=_published(values["published"], notes),
        url=values["url"],
        language=_language(values["language"], notes),
        country=_country(values["country"], notes),
        notes=tuple(notes),
    )


def _string(given: Mapping[str, Any], keys: tuple[str, ...], notes: list[str]) -> str | None:
    key = next((k for k in keys if given.get(k) is not None), None)
    if key is None:
        return None
    value = given[key]
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        notes.append(f"its {key} is not one plain value, so it counts as not stated")
        return None
    return without_surrogates(str(value)).strip() or None


def _published(value: str | None, notes: list[str]) -> Moment | None:
    if value is None or (moment := parse_published(value)) is not None:
        return moment if value else None
    notes.append(f"its date {value[:60]!r} is not a whole date such as 2024-11-28, so it counts as not stated")
    return None


def _language(value: str | None, notes: list[str]) -> str | None:
    if value is None:
        return None
    code = value.lower().replace("_", "-").split("-")[0].strip()
    code = language_names().get(code, code)
    if len(code) == 2 and code.isascii() and code.isalpha():
        return code
    notes.append(f"its language {value[:60]!r} is not an ISO 639-1 code such as en, so it counts as not stated")
    return None


def _country(value: str | None, notes: list[str]) -> str | None:
    code = iso3(value) if value else None
    if value and code is None and not all(map(iso3, _SEVERAL.split(value))):
        notes.append(f"its country {value[:60]!r} is not a known name or ISO code, so it counts as not stated")
    return code
