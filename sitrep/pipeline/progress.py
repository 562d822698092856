"""Progress: what a flow tells of its steps to whoever looks on."""

from typing import Protocol


class Progress(Protocol):
    """Told what is being done, how much of it is done, and of how much; one step comes after the other."""

    def __call__(self, what: str, done: int, total: int) -> None:
        """Take note."""
        ...


def unseen(what: str, done: int, total: int) -> None:
    """Where nobody looks on."""
