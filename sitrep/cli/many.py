"""Working through any number of articles in order, in one process or several, with memory that stays flat."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

Item = TypeVar("Item")
Result = TypeVar("Result")

BATCH = 16
"""Articles handed to a process at once: handing over costs little beside the work, and none is busy long at the end."""


def in_order(function: Callable[[Item], Result], items: Iterable[Item], jobs: int) -> Iterator[Result]:
    """`function` of each item, in the items' order; with several jobs it must be picklable, and so must the results.

    No more than a few batches are read ahead, so that a corpus of any size passes through. The first item is done
    here: what it loads is there when the processes begin, where they begin as a copy of this one.
    """
    if jobs == 1:
        yield from map(function, items)
        return
    from concurrent.futures import ProcessPoolExecutor

    batches = iter(items)
    yield from map(function, islice(batches, 1))
    waiting: deque[Future[list[Result]]] = deque()
    with ProcessPoolExecutor(jobs) as pool:
        while batch := list(islice(batches, BATCH)):
            waiting.append(pool.submit(_all, function, batch))
            if len(waiting) > 2 * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _all(function: Callable[[Item], Result], batch: list[Item]) -> list[Result]:
    return [function(item) for item in batch]
