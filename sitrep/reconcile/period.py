"""Period: what stretch of time a figure covers."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from ..model import Article, Figure
from .subject import around
from .words import first_tag, pattern, tags

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}


@dataclass(frozen=True, slots=True)
class Period:
    """`kind` is event (the toll so far), increment (new ones only), beside (another count: an increment where one of
    the same measure stands beside it), spell (a stretch inside), months (those before), or year; `since`, `until` as
    the extractor settled them; `window` a stated length in days; `cause` an event inside the event ("landslide")."""

    kind: str = "event"
    since: date | None = None
    until: date | None = None
    window: int | None = None
    cause: str = ""

    @property
    def days(self) -> int | None:
        """Its length in days where both ends are known."""
        return (self.until - self.since).days if self.since and self.until else None


def period(figure: Figure, article: Article, crisis: str = "") -> Period:
    """The period of one figure."""
    before, after = around(figure, article.text)
    quote = figure.quote.lower()
    cause = _cause(before, after, crisis.lower()) if figure.measure not in ("in_need", "idps", "attacks") else ""
    since, until = _covered(figure, article, quote)
    return Period(_kind(figure, before, after, quote), since, until, _window(figure, article), cause)


def _covered(figure: Figure, article: Article, quote: str) -> tuple[date | None, date | None]:
    """The period as settled, but a lone day that is the day of the count, or of a toll so far, is no period."""
    if figure.since is None or figure.since != figure.until:
        return figure.since, figure.until
    counted = figure.until == article.published_day or figure.until in days_of_count(quote, article)
    return (None if counted or pattern("period.toll", "words").search(quote) else figure.since), figure.until


def _kind(figure: Figure, before: str, after: str, quote: str) -> str:
    if pattern("period.increment", "after").match(after.lstrip()):
        return "increment"
    if re.search(rf"{pattern('period.increment', 'beside').pattern}\s*$", before):
        return "beside"
    clause = before.rsplit(",", 1)[-1]
    clause = clause if len(clause.split()) > 2 else before[-60:]
    toll = pattern("period.toll", "words").search(clause)
    if not toll and pattern("period.spell", "words").search(f"{clause} | {after[:60]}"):
        return "spell"
    if pattern("period.year", "words").search(quote) or _whole_year(figure):
        return "year"
    if figure.stock_flow == "flow" and pattern("period.months", "words").search(quote):
        return "months"
    return "event"


def _whole_year(figure: Figure) -> bool:
    return figure.since is not None and (figure.since.month, figure.since.day) == (1, 1)


def _window(figure: Figure, article: Article) -> int | None:
    """A length in days stated in the sentence or the one before it in the same paragraph."""
    start = article.text.rfind("\n", 0, figure.start) + 1
    words = pattern("period.window", "words")
    found = words.search(figure.quote.lower()) or words.search(article.text[start : figure.start].lower()[-300:])
    if not found:
        return None
    n = found["n"]
    return int(n) if n.isdigit() else _NUMBERS[n]


def _cause(before: str, after: str, crisis: str) -> str:
    """An event inside the event that the sentence names as what did it: "by the cut", "the landslide killed"."""
    causes = {tag for tag, words in _tags_in(crisis)}
    found = re.search(r"\b(?:by|in|from|after|under) (?:the |a |an )(?P<what>[\w -]{3,30})", after)
    tag = first_tag("cause", found["what"].split(",")[0]) if found else None
    if tag is None and (
        subject_ := re.search(r"(?:^|[.;,] )(?:the|a|an) (?P<what>[\w -]{3,30}?) (?:\w+ed|killed|left)\b", before)
    ):
        tag = first_tag("cause", subject_["what"])
    return tag if tag and tag not in causes else ""


def _tags_in(text: str) -> list[tuple[str, re.Pattern[str]]]:
    return [(tag, words) for tag, words in tags("cause") if words.search(text)]


def days_of_count(quote: str, article: Article) -> tuple[date, ...]:
    """The days that a sentence names as those on which a count was made or said."""
    published = article.published_day
    if published is None:
        return ()
    return tuple(_last_weekday(d["day"], published) for d in pattern("asof", "weekday").finditer(quote))


def _last_weekday(day: str, published: date) -> date:
    return published - timedelta(days=(published.weekday() - _DAYS.index(day)) % 7)
