"""The whole store over one database."""

from .articles import Articles
from .deliveries import Deliveries
from .engine import make_engine, store_url
from .extractions import Extractions
from .locks import Locks
from .migrate import prepare
from .notes import Overrides, Runs, Sources
from .reports import Reports
from .upkeep import Upkeep


class SqlStore(Articles, Extractions, Reports, Deliveries, Runs, Sources, Overrides, Locks, Upkeep):
    """`sitrep.model.protocols.Store` over SQLite or PostgreSQL; use `open_store`."""

    def __init__(self, where: str, *, make: bool = True, upgrade: bool = True) -> None:
        """Open, make or upgrade the store at a path or URL."""
        self._engine = make_engine(store_url(where), make=make)
        self._held = set()
        try:
            prepare(self._engine, make=make, forward=upgrade)
        except BaseException:
            self._engine.dispose()
            raise

    def close(self) -> None:
        """Give back files and connections."""
        self._engine.dispose()
