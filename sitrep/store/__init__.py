"""Store: what is kept between runs, in SQLite (a path) or PostgreSQL (a URL), behind `sitrep.model.protocols.Store`.

Takes the nouns and the records, gives them back unchanged: same text to the code point, same moments, same order.
Every write is one transaction and doing it twice changes nothing. It never judges what it keeps, never reads the
clock, and never edits an article or a figure.
"""

from ..model.protocols import Store

__all__ = ["find_store", "open_store"]


def open_store(where: str) -> Store:
    """Open the store at a path or URL, making or upgrading it as needed.

    `where` is a path of a SQLite file, `sqlite:///path`, or `postgresql://user@host/name`. Raises SitrepError if it
    cannot be opened or was written by a newer version, ConfigError if `where` means nothing.
    """
    from .sql import SqlStore

    return SqlStore(where)


def find_store(where: str, *, upgrade: bool = True) -> Store:
    """Open the store that is at a path or URL already; raises NoStoreError where there is none, and makes nothing.

    An older one is brought forward; without `upgrade` OlderStoreError says what that would do, and nothing is written.
    """
    from .sql import SqlStore

    return SqlStore(where, make=False, upgrade=upgrade)
