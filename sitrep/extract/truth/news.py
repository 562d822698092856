"""The time and the event of an article's news: its year and month, how near to it the news lies, its storm."""

from collections import Counter
from datetime import date
from functools import cached_property

from ...late import late
from ..periods import month_of_title
from .setting import Topic, has_two_names, is_of_these_days, main_storm

_YEAR = late(r"\b(?:19|20)\d\d\b")
_LATELY_DAYS, _CRISIS = 28, 45
"""Days after which a disaster that is told anew is not the one of today; any event."""
_OFTEN = 6
"""How often a text without a date names the year that it speaks of."""


class News:
    """What is news in an article, read from its text once it is asked for."""

    def __init__(self, text: str, today: date | None, topic: Topic) -> None:
        """`text` is cleaned; `today` is the day of publication, None where it is not known."""
        self.text, self.today, self._topic = text, today, topic

    @cached_property
    def year(self) -> int | None:
        """The year of which the article speaks."""
        return self.today.year if self.today else _year_of(self.text)

    @cached_property
    def month(self) -> date | None:
        """The first day of the month that the title names."""
        return month_of_title(self.text)

    @property
    def sudden(self) -> bool:
        """Whether the article is about an event of days, not about a crisis of months."""
        return self._topic.sudden

    @cached_property
    def dated(self) -> bool:
        """Whether the article opens with what happened this week."""
        return is_of_these_days(self.text)

    @cached_property
    def near(self) -> int:
        """Days after which what happened is another event than the news."""
        return _LATELY_DAYS if self.dated and self.sudden else _CRISIS

    @cached_property
    def storm(self) -> str | None:
        """The storm that the article is about, where it has one name."""
        return None if has_two_names(self.text) else main_storm(self.text)

    def is_over(self, year: int) -> bool:
        """Whether a year is before that of the news."""
        return year < (self.year or 0) or self.today is None and self.text.count(str(year)) < _OFTEN


def _year_of(text: str) -> int | None:
    """The year of which a text without a date speaks: its last, unless it names the one before far more often."""
    years = Counter(int(year) for year in _YEAR.findall(text) if int(year) < 2050)
    last = max(years, default=None)
    if last is None or years[last] > 1 and years[last] * 2 > years[last - 1]:
        return last
    return max((last, last - 1), key=lambda y: years[y])
