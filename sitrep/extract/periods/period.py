"""A stretch of days at a spot of a text."""

from dataclasses import dataclass
from datetime import date


@dataclass(slots=True)
class Period:
    """A stretch of days at a spot of the text. `firm` says that the words name the days, not only lean on today."""

    start: int
    end: int
    since: date | None
    until: date | None
    firm: bool = True
    role: str = "day"
    """day, span (of several days), window (reckoned back from today), since, count (the day of a count).

    early is the whole of a month or a year of which only the beginning is told; compared and earlier are the stretch
    and the count of the number just before, with which another is compared; day_before is the day before the count's;
    rising is the day of an event whose toll is still counted ("those killed on Monday have risen to 12"); onset is the
    beginning of something that another sentence dates ("since the war began"), without a day; after is the day of
    an event some days after which a text was written, and of no figure; next is a day reckoned from the one before it;
    latest is the day of the last deaths of a toll that the sentence sums up.
    """
    spoken: bool = False
    """Whether the day of a count is only that on which somebody spoke."""
    flight: bool = False
    """Whether it tells when people fled, which is not when those who still live elsewhere are counted."""
