"""The press: a second process that lays out PDF pages while this one writes the other formats.

It may start before there is a report: loading WeasyPrint takes about as long as reading a few articles.
"""

import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from ..errors import SitrepError
from ..model import Report
from .exporter import Rendering

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

Make = Callable[[Report, str, Sequence[Path]], Rendering]
"""How a report becomes the files of the format of that name, with those folders of templates."""


class Press(AbstractContextManager["Press"]):
    """A process for the PDF of those formats, or none where it is of no use or cannot be had."""

    def __init__(self, formats: Sequence[str]) -> None:
        self._pool = _pool() if _worth_a_process(formats) else None
        if self._pool is not None:
            self._begin(self._pool)

    def _begin(self, pool: "ProcessPoolExecutor") -> None:
        try:
            pool.submit(_load)
        except OSError:
            self._pool = None

    def start(self, make: Make, report: Report, templates: Sequence[Path]) -> "Future[Rendering] | None":
        """The pages of a report in the making, None where this process has to make them."""
        if self._pool is None:
            return None
        try:
            return self._pool.submit(make, report, "pdf", templates)
        except (OSError, RuntimeError):
            return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)


def pages_of(running: "Future[Rendering] | None") -> Rendering | None:
    """What the press has made, None where it has ended before."""
    from concurrent.futures.process import BrokenProcessPool

    if running is None:
        return None
    try:
        return running.result()
    except (OSError, BrokenProcessPool):
        return None


def _pool() -> "ProcessPoolExecutor":
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(1)


def _load() -> None:
    """Load what the pages need; what is missing shows when they are laid out."""
    from .fonts import check_fonts
    from .to_pdf import load_engine

    with suppress(SitrepError):
        check_fonts()
        load_engine()


def _worth_a_process(formats: Sequence[str]) -> bool:
    """Whether other formats take long enough to be made while a second processor lays out the pages.

    A process that runs threads is not copied, since the copy could wait for them for ever.
    """
    if "pdf" not in formats or not {"docx", "xlsx"} & set(formats):
        return False
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return processors > 1 and threading.active_count() == 1
