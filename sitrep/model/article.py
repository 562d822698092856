"""Article: one text as published. Never edited; what is not known is None."""

import hashlib
import re
from datetime import date, datetime
from functools import cached_property
from typing import Annotated, Any

from pydantic import BeforeValidator

from .frozen import Frozen


def parse_moment(value: Any) -> Any:
    """An ISO date as `date`, an ISO date with a time as `datetime`; anything else is left to pydantic."""
    if isinstance(value, str):
        value = value.strip()
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return date.fromisoformat(value)
        from dateutil.parser import isoparse

        return isoparse(value)
    return value


Moment = Annotated[datetime | date, BeforeValidator(parse_moment)]
"""A day, or a point in time with its zone where the zone is known."""


class Article(Frozen):
    """One text as published, with what is known of its origin.

    `name` is what the user calls it (the given id, else the file's name without its ending); `id` is a hash of
    publisher, url and text, so two outlets with one text are two articles. `text` is exactly as read: the offsets
    of figures count its code points. `country` is an ISO 3166 alpha-3 code, `language` an ISO 639-1 code.
    """

    name: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: Moment | None = None
    url: str | None = None
    language: str | None = None
    country: str | None = None
    retrieved: Moment | None = None

    @cached_property
    def id(self) -> str:
        """Sixteen hexadecimal digits that stay the same as long as publisher, url and text do."""
        key = "\x00".join((self.publisher or "", self.url or "", self.text))
        return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @cached_property
    def text_sha256(self) -> str:
        """The hash of the text alone: what an export or an archive compares with."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def published_day(self) -> date | None:
        """The day of publication, without its time."""
        return self.published.date() if isinstance(self.published, datetime) else self.published
