"""The cut-off: which one may be asked for, and which articles come after it."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from ..errors import Problem, UsageError
from ..model import Article
from ..model.records import ReportRecord

CLOCK_SKEW = timedelta(minutes=5)
"""How far two clocks may differ before a time counts as still to come."""

_MOST_NAMED = 20


def check_cut_off(as_of: datetime, now: datetime, last: ReportRecord | None) -> None:
    """Raise UsageError for a cut-off that is still to come, or not after that of the last report."""
    if as_of > now + CLOCK_SKEW:
        raise UsageError(f"--as-of: {as_of.isoformat()} is still to come: leave it out for a report as of now.")
    if last and as_of <= last.as_of:
        raise UsageError(f"Report {last.id} is as of {last.as_of.isoformat()}: --as-of must be later.")


def to_come(last: ReportRecord) -> Problem:
    """What is wrong where the last report is as of a time to come: a clock was, or is, wrong."""
    what = f"it is as of {last.as_of.isoformat()}, later than now: no report is made before then"
    return Problem(last.id, f"{what}; if the clock is right now, `sitrep run --force` makes one all the same")


def is_late(article: Article, as_of: datetime) -> bool:
    """Whether it was published after the cut-off; a day counts as late from the next day on, in the cut-off's zone."""
    published = article.published
    if isinstance(published, datetime):
        return (published if published.tzinfo else published.replace(tzinfo=UTC)) > as_of
    return published is not None and published > as_of.date()


def left_out(late: Sequence[Article]) -> tuple[Problem, ...]:
    """A note on each article that came after the cut-off, the first twenty by name."""
    named = late if len(late) <= _MOST_NAMED else late[: _MOST_NAMED - 1]
    notes = tuple(
        Problem(article.name, f"{_when(article)} after the cut-off; left out", note=True) for article in named
    )
    rest = len(late) - len(named)
    return (*notes, Problem("Articles", f"{rest} more came after the cut-off; left out", note=True)) if rest else notes


def _when(article: Article) -> str:
    day = article.published.date() if isinstance(article.published, datetime) else article.published
    return f"published {day.day} {day:%B %Y}," if day else "has no date and was first seen"
