"""A dry run: the store is looked at and never written, and what would become of the mails is told."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from ..config import CrisisConfig
from ..errors import NoStoreError
from ..model import Report
from ..model.protocols import Store
from ..model.records import Delivery, DeliveryState
from .mailing import mails_of

_OPEN: tuple[DeliveryState, ...] = ("pending", "deferred", "held", "uncertain", "handing_over")


@contextmanager
def looked_at(where: str) -> Iterator[Store]:
    """The store at a path or URL as it is; where there is none yet, an empty one that goes with the block.

    Raises OlderStoreError for one of an older schema, which only a run brings forward.
    """
    from ..store import find_store, open_store

    with ExitStack() as stack:
        try:
            store = find_store(where, upgrade=False)
        except NoStoreError:
            folder = stack.enter_context(TemporaryDirectory(prefix="sitrep-"))
            store = open_store(str(Path(folder) / "store.db"))
        stack.callback(store.close)
        yield store


def planned(crisis: CrisisConfig, store: Store, report: Report | None, at: datetime) -> tuple[Delivery, ...]:
    """The mails that a run would find: those of earlier reports that are not settled, and those of a new report."""
    earlier = store.deliveries(crisis=crisis.crisis.slug, product=crisis.report.product, states=_OPEN)
    return (*earlier, *(mails_of(crisis, report.id, at) if report else ()))
