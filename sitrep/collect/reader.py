"""What all readers of sources share: their settings, their name, and how a check tells what went wrong."""

from datetime import datetime
from typing import TYPE_CHECKING, Generic, TypeVar

from ..errors import Problem, SitrepError

if TYPE_CHECKING:
    from .http import Http
    from .settings import SourceSettings

S = TypeVar("S", bound="SourceSettings")


class Reader(Generic[S]):
    """One source. Each kind has its own `collect`, and its own `_try` for what `check` tries."""

    def __init__(self, settings: S) -> None:
        self._settings = settings

    @property
    def name(self) -> str:
        """Its name within the crisis."""
        return self._settings.label

    def check(self, now: datetime) -> Problem | None:
        """Whether the source answers, at the least cost; None if it does."""
        try:
            self._try(now)
        except SitrepError as error:
            return Problem(self.name, str(error))
        return None

    def _try(self, now: datetime) -> None:
        """Ask the source for as little as shows that it answers; SitrepError if it does not."""
        raise NotImplementedError


class WebReader(Reader[S]):
    """A source that is read over HTTP."""

    def __init__(self, settings: S, http: "Http") -> None:
        super().__init__(settings)
        self._http = http
