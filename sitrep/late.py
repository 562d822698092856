"""Patterns that are compiled when they are first used: one article needs half of them, and compiling is slow."""

import re
from typing import Any, cast


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """The same as `re.compile`, but that an error in the pattern shows at its first use."""
    return cast("re.Pattern[str]", Late(source, flags))


class Late:
    """A pattern that has nothing of its own but its source, until it is asked for a method."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        """What the compiled pattern has of that name, kept so that this is asked once."""
        value = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, value)
        return value
