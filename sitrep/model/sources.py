"""Source: what the pipeline asks of every kind of source, and what it gets back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from ..errors import Problem
from .records import SourceState, StoredArticle


@dataclass(frozen=True, slots=True)
class Collected:
    """What one visit to a source brought.

    `articles` are new since the state that was handed in, with the bytes they were read from. `state` is to be kept
    after the articles are: it remembers what was seen, so keeping it first would lose them. `left_out` counts articles
    that the source's filter kept out. A source that could not be reached brings nothing, one Problem, and a state that
    says since when.
    """

    articles: tuple[StoredArticle, ...]
    problems: tuple[Problem, ...]
    state: SourceState
    left_out: int = 0


class Source(Protocol):
    """A place that articles come from. It keeps nothing between visits itself."""

    @property
    def name(self) -> str:
        """Its name, unique within a crisis: the key of its state."""
        ...

    def collect(self, state: SourceState, now: datetime) -> Collected:
        """What is new since `state`; never raises for what the source does wrong. `now` (aware) is the retrieval."""
        ...

    def check(self, now: datetime) -> Problem | None:
        """Whether the source answers, at the least cost; None if it does."""
        ...
