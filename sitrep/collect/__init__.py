"""Collect: sources in, articles out.

Takes folders, files, feeds, pages and services as configured; returns articles exactly as published, and a Problem for
each item that could not be read. It never edits a text, never guesses metadata, and keeps nothing between visits: what
a source must remember comes in and goes out as its state.
"""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from .from_folder import iter_paths, read_paths
from .jsonl import iter_jsonl

if TYPE_CHECKING:
    from ..model.sources import Source
    from .http import Http
    from .settings import AnySource

SOURCES: Mapping[str, str] = MappingProxyType(
    {
        "folder": "from_watched_folder.FolderReader",
        "feed": "from_feed.FeedReader",
        "page": "from_page.PageReader",
        "reliefweb": "from_reliefweb.ReliefWebReader",
        "gdelt": "from_gdelt.GdeltReader",
        "imap": "from_imap.ImapReader",
        "maildir": "from_maildir.MaildirReader",
    }
)
"""What reads a source, by the `kind` of its settings; imported only where it is used."""


def open_source(settings: "AnySource", http: "Http") -> "Source":
    """The source that the settings describe; `http` is shared by all sources of a run, so that its pace holds."""
    module, name = SOURCES[settings.kind].split(".")
    reader = getattr(import_module(f".{module}", __name__), name)
    return cast("Source", reader(settings, http) if settings.on_the_web else reader(settings))


__all__ = [
    "SOURCES",
    "iter_jsonl",
    "iter_paths",
    "open_source",
    "read_paths",
]
