"""Bars of progress, on a terminal only."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..pipeline.progress import Progress


@contextmanager
def shown() -> "Iterator[Progress]":
    """A bar for each step while it lasts, if standard error is a terminal; nothing remains of them."""
    from ..pipeline.progress import unseen

    if not sys.stderr.isatty():
        yield unseen
        return
    from rich.console import Console
    from rich.progress import Progress as Bars

    with Bars(console=Console(stderr=True), transient=True, redirect_stdout=False) as bars:
        step = bars.add_task("", total=None)

        def tell(what: str, done: int, total: int) -> None:
            bars.update(step, description=what, completed=done, total=total)

        yield tell
