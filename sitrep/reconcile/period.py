"""Period and as-of: what stretch of time a figure covers, and how new its count is."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from dateutil import parser as dates

from ..model import Article, Figure
from .subject import around
from .words import first_tag, pattern

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


@dataclass(frozen=True, slots=True)
class AsOf:
    """How new a count is: `at` is None where nothing tells; `stated` where the text does, not the date of publication;
    `earlier` where the text sets the number against a newer one."""

    at: datetime | None = None
    stated: bool = False
    earlier: bool = False


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
    counted = figure.until == article.published_day or figure.until in _days_of_count(quote, article)
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
    from .words import tags

    return [(tag, words) for tag, words in tags("cause") if words.search(text)]


def as_of(figure: Figure, article: Article) -> AsOf:
    """How new a figure's count is: the stated day where there is one, else the publication."""
    published = moment(article)
    before, after = around(figure, article.text)
    earlier = _is_earlier(figure, before, after, article)
    stated = _stated_day(figure, article)
    if published is None:
        return AsOf(_end_of(stated), stated is not None, earlier) if stated else AsOf(earlier=earlier)
    if stated is not None and stated < published.date():
        return AsOf(_end_of(stated) - (timedelta(hours=12) if earlier else timedelta()), True, earlier)
    return AsOf(published - timedelta(hours=12) if earlier else published, stated is not None, earlier)


def moment(article: Article) -> datetime | None:
    """When an article was published, as a point in time; a bare day counts as its noon in UTC."""
    if article.published is None:
        return None
    if not isinstance(article.published, datetime):
        return datetime.combine(article.published, time(12), UTC)
    return article.published if article.published.tzinfo else article.published.replace(tzinfo=UTC)


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time(20), UTC)


def _is_earlier(figure: Figure, before: str, after: str, article: Article) -> bool:
    clause = re.split(r"[;,] (?:but|while|and)\b|[.;]", before)[-1]
    sentence_before = article.text[
        max(figure.start - 110, figure.quote_start if figure.quote else 0) : figure.start
    ].lower()
    words = pattern("earlier", "before")
    near = clause[-60:]
    if words.search(near) and not re.search(r"\bfrom [\w' ]+ (?:said|says)\b", near) and _plausibly_from(near):
        return True
    if re.search(r"(?:day|week) earlier|first bulletin|earlier (?:toll|count|bulletin)", sentence_before):
        return True
    found = pattern("earlier", "after").match(after.strip(" ,"))
    return found is not None and not _names_own_month(found[0], article)


_CHANGE = re.compile(
    r"(?<![\w-])(?:up|down|rose|risen|rising|climbed|jumped|increased|fell|revised|rise|increase|jump)\b"
    r"[\w ]*\bfrom(?: \w+)?\s*$"
)


def _plausibly_from(near: str) -> bool:
    """ "from" alone makes a number an earlier one only right before it ("up from 296", "rose from 12 to 20")."""
    without = re.sub(r"(?<![\w-])from(?![\w-])", " ", near)
    return bool(pattern("earlier", "before").search(without) or _CHANGE.search(near))


def _names_own_month(words: str, article: Article) -> bool:
    day = article.published_day
    return day is not None and f"in {day:%B}".lower() in words


def _stated_day(figure: Figure, article: Article) -> date | None:
    """The day of the count: the extractor's `until` where it is not just the publication, else cues in the sentence."""
    published = article.published_day
    quote = figure.quote.lower()
    lone = figure.since == figure.until and figure.until not in _days_of_count(quote, article)
    if figure.until and not lone and (published is None or figure.until < published):
        return figure.until
    if found := pattern("asof", "date").search(quote):
        return _date(found["date"], published)
    return max(_days_of_count(quote, article), default=None)


def _days_of_count(quote: str, article: Article) -> tuple[date, ...]:
    """The days that a sentence names as those on which a count was made or said."""
    published = article.published_day
    if published is None:
        return ()
    return tuple(_last_weekday(d["day"], published) for d in pattern("asof", "weekday").finditer(quote))


def _last_weekday(day: str, published: date) -> date:
    return published - timedelta(days=(published.weekday() - _DAYS.index(day)) % 7)


def _date(words: str, published: date | None) -> date | None:
    default = datetime(published.year if published else 2000, 1, 1)
    try:
        found = dates.parse(re.sub(r"(\d)(st|nd|rd|th)", r"\1", words), default=default).date()
    except (ValueError, OverflowError):
        return None
    if published is None and not re.search(r"\d{4}", words):
        return None
    return (
        found.replace(year=found.year - 1)
        if published and found > published and not re.search(r"\d{4}", words)
        else found
    )
