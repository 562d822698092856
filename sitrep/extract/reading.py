"""An article while it is read: its text made regular, its sentences, and what is known so far."""

import re
from bisect import bisect_left
from functools import cached_property

from ..model import Article, Figure
from .attribution import Voices
from .clean import clean
from .counting import Memory
from .periods import Period, Thread, day_of_writing, periods, year_of_writing
from .places import Setting
from .prefilter import lowered, words_of
from .sentences import sentences
from .truth import Scopes, Topic
from .vertical import laid_flat

_REMEMBERED = 8
"""How many figures of earlier sentences one may be a part of."""


class Reading:
    """What is known of an article while it is read, sentence by sentence; what few figures ask for is found late."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = laid_flat(clean(article.text))
        """The article's text made regular, with the same offsets."""
        self.low = lowered(self.text)
        """The same in lower case."""
        self.has_tables = "|" in self.text
        self.spans = list(sentences(self.text))
        self.today = day_of_writing(self.text, article.published_day)
        """The day from which the article reckons: the one that it says it is of, else that of its publication."""
        self.voices = Voices(self.text, self.spans, self.words)
        self.setting = Setting(article, self.text, self.spans, self.voices.names)
        self.thread = Thread(self)
        self._times: dict[int, list[Period]] = {}
        self._words: dict[int, frozenset[str]] = {}
        self.topic = topic = Topic(self.text)
        self.scopes = Scopes(self.text, self.today, topic)
        self.memory = Memory(
            home=article.country,
            war=lambda: topic.war,
            exile=lambda: topic.exile,
            fleeing=lambda: topic.flight,
        )
        self.recent: list[Figure] = []
        """The figures of the last sentences."""

    def line(self, k: int) -> str:
        """Sentence `k` in lower case."""
        return self.low[slice(*self.spans[k])] if k < len(self.spans) else ""

    def words(self, k: int) -> frozenset[str]:
        """The words of sentence `k` in lower case."""
        if k not in self._words:
            self._words[k] = words_of(self.low, *self.spans[k]) if k < len(self.spans) else frozenset()
        return self._words[k]

    def is_title(self, k: int) -> bool:
        """Whether sentence `k` is the article's title: a first line without a full stop."""
        return k == 0 and self.setting.titled

    def parted(self, j: int, k: int) -> bool:
        """Whether another paragraph begins between two sentences."""
        first, last = sorted((j, k))
        at = bisect_left(self._breaks, self.spans[first][1])
        return at < len(self._breaks) and self._breaks[at] < self.spans[last][0]

    @cached_property
    def _breaks(self) -> list[int]:
        return [found.start() for found in re.finditer("\n", self.text)]

    def places(self, k: int) -> tuple[str, ...]:
        """The names of the places of sentence `k`."""
        return self.setting.names(k)

    def times(self, k: int) -> list[Period]:
        """The times that sentence `k` names."""
        if k not in self._times:
            start, end = self.spans[k]
            self._times[k] = periods(self.text, start, end, self.today, self.words(k), self._year)
        return self._times[k]

    @cached_property
    def _year(self) -> int | None:
        """The year of which a text without a date speaks."""
        return year_of_writing(self.text) if self.today is None else None

    def quiet(self, k: int) -> bool:
        """Whether sentence `k` states no figure; it is asked of the one before that which is read."""
        return not self.recent or self.recent[-1].quote_start < self.spans[k][0]

    def note(self, k: int, figures: list[Figure]) -> None:
        """Remember the figures of sentence `k` and their places for later sentences."""
        self.setting.note(k, [(f.place, f.measure) for f in figures if f.place_basis in ("clause", "sentence")])
        self.recent = [*self.recent, *figures][-_REMEMBERED:]
