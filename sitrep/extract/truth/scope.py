"""Whether a figure belongs to the news of an article or to its background: an earlier event, the toll of years."""

from collections import Counter
from datetime import date, timedelta
from functools import cached_property

from ...languages.language import alternatives
from ...late import late
from ...model.figure import Scope
from ..periods import Period, month_of_title
from ..prefilter import lowered
from .setting import has_two_names, introduces, is_of_these_days, is_sudden, main_storm, storms
from .spot import Spot

_PAST = late(rf"\b(?:{alternatives('scope', 'past')})\b")
_LATELY = late(rf"\b(?:{alternatives('scope', 'lately')})\b")
_YEARS_LONG = late(rf"\b(?:{alternatives('scope', 'years')})\b")
_AFTERMATH = late(rf"\b(?:{alternatives('scope', 'aftermath')})\b")
_AGAINST = late(rf"\b(?:{alternatives('scope', 'against')})\b")
_EARLIER = late(rf"\b(?:{alternatives('scope', 'earlier')})\b")
_RELATIVE = late(rf", (?:{alternatives('scope', 'relatives')}) [^,;:]*,")
_NEAR_BY = 40
_STILL = late(rf"\b(?:{alternatives('scope', 'still')})\b")
_NOW = late(rf"\b(?:{alternatives('scope', 'now')})\b")
_BACK = late(rf"\b(?:{alternatives('scope', 'back')})\b")
_WHOLE_WAR = late(rf"\b(?:{alternatives('scope', 'whole_war')})\b")
_FOLLOWS = late(rf"(?:{alternatives('scope', 'follows')})\b")
_TELLS = late(rf"^(?:{alternatives('scope', 'opens')})\b|\b(?:{alternatives('scope', 'foremost')})\b")
_YEAR = late(r"\b(?:19|20)\d\d\b")
_THEN = rf" (?:[\w-]+ ){{0,2}}?(?:{alternatives('scope', 'events')})|,? (?:{alternatives('scope', 'then')})"
_YEAR_OF = late(rf"\b(?P<year>(?:19|20)\d\d)(?:{_THEN})\b")
# Counts that offices publish months later without their being another event's.
_STANDING = frozenset(["returned"])
_REPORTED_LATE = frozenset(
    [
        "assisted",
        "attacks",
        "casualties",
        "in_need",
        "idps",
        "refugees",
        "funding_required",
        "funding_received",
        "cases",
    ]
)
_LASTING = frozenset(["missing", "detained", "idps", "displaced"])
_TOLLS = frozenset(["deaths", "displaced", "injured", "casualties", "missing", "housing_destroyed", "housing_damaged"])
_SHORT_EVENT, _LATELY_DAYS, _CRISIS, _SEASON = 9, 28, 45, 100
"""Days after which a flood that is told anew is not the one of today; any disaster; any event; anything at all."""
_YEARS, _YEAR_LONG = 500, 365
"""Days since which a toll is that of years; and that of a whole war, where the sentence says so."""
_OFTEN = 6
"""How often a text without a date names the year that it speaks of."""


class Scopes:
    """The scopes of an article's figures, asked for in the order of the text."""

    def __init__(self, text: str, today: date | None) -> None:
        """`text` is cleaned; `today` is the day of publication, None where it is not known."""
        self._text, self._today = text, today
        self._over: tuple[int, int] | None = None
        """The last sentence that spoke of another event."""
        self._on = False
        """Whether that sentence only went on about it."""

    @cached_property
    def _year(self) -> int | None:
        return self._today.year if self._today else _year_of(self._text)

    @cached_property
    def _month(self) -> date | None:
        return month_of_title(self._text)

    @cached_property
    def _sudden(self) -> bool:
        return is_sudden(self._text)

    @cached_property
    def _dated(self) -> bool:
        return is_of_these_days(self._text)

    @cached_property
    def _near(self) -> int:
        """Days after which what happened is another event than the news."""
        return _LATELY_DAYS if self._dated and self._sudden else _CRISIS

    @cached_property
    def _storm(self) -> str | None:
        """The storm that the article is about, where it has one name."""
        return None if has_two_names(self._text) else main_storm(self._text)

    def scope(self, spot: Spot, period: Period | None, measure: str, stock: bool) -> Scope:
        """The scope of a figure; a standing stock is current whatever the sentence before spoke of."""
        if period is not None and period.role == "compared" or self._held_against(spot):
            return "background"
        if self._ended(spot, period, measure) or self._other(spot, period, measure, stock):
            if not stock:
                self._over, self._on = spot.sentence, False
            return "background"
        if self._carried(spot, period) and (not stock or self._goes_on(spot)):
            self._over, self._on = spot.sentence, True
            return "background"
        return "current"

    def leave(self, past: tuple[int, int], sentence: tuple[int, int]) -> None:
        """Go on about another event in a sentence after one without a figure that told of it.

        Its words say so, or it stands right behind one that only tells of an older disaster, and none of them brings it
        back to the news.
        """
        said = lowered(self._text[sentence[0] : sentence[1]])
        told = _TELLS.search(lowered(self._text[past[0] : past[1]])) is not None
        behind = self._text[past[1] : sentence[0]] in ("", " ")
        if _FOLLOWS.match(said) or told and behind and not _BACK.search(said):
            self._over, self._on = past, False

    def _settled(self, period: Period | None) -> bool:
        """Whether a figure has days of its own, which say more than the words around it."""
        return period is not None and period.firm and (period.since or period.until) is not None

    def _other(self, spot: Spot, period: Period | None, measure: str, stock: bool) -> bool:
        """Whether the words around the figure speak of another event."""
        if not stock and self._other_storm(spot):
            return True
        said = self._told(spot)
        if (
            measure in _TOLLS
            and _YEARS_LONG.search(said)
            or _AFTERMATH.search(lowered(self._text[spot.clause[0] : spot.at]))
        ):
            return True
        lately = self._sudden and measure in _TOLLS and _LATELY.search(said) is not None
        if self._settled(period) or _NOW.search(said):
            return lately and self._dated and introduces(self._text, *spot.sentence)
        return lately or _PAST.search(said) is not None or self._year_before(said)

    def _told(self, spot: Spot) -> str:
        """What is said around a figure, without the asides that tell of something else before it."""
        before = lowered(self._text[spot.reach[0] : spot.at])
        return _RELATIVE.sub(" ", before) + lowered(self._text[spot.at : self._compared(spot)])

    def _compared(self, spot: Spot) -> int:
        """Where what is said of a figure ends: before the other number that it is compared with."""
        end = spot.reach[1]
        against = _AGAINST.search(lowered(self._text[spot.at : end]))
        return spot.at + against.start() if against else end

    def _held_against(self, spot: Spot) -> bool:
        """Whether another figure is compared with it: "57 cases, against 83 the previous week"."""
        start, end = spot.clause
        said = lowered(self._text[start : spot.at])
        found = [m for m in _AGAINST.finditer(said) if len(said) - m.end() < _NEAR_BY]
        if not found or not any(start <= other < start + found[-1].start() for other in spot.figures):
            return False
        return _EARLIER.search(lowered(self._text[spot.at : end])) is not None

    def _year_before(self, said: str) -> bool:
        return bool(self._year) and any(self._is_over(int(m["year"])) for m in _YEAR_OF.finditer(said))

    def _is_over(self, year: int) -> bool:
        return year < (self._year or 0) or self._today is None and self._text.count(str(year)) < _OFTEN

    def _other_storm(self, spot: Spot) -> bool:
        named = storms(self._text, *spot.clause) or storms(self._text, *spot.sentence)
        if not named or self._storm is None:
            return False
        before = [name for where, name in named if where < spot.at]
        return (before[-1] if before else named[0][1]) != self._storm

    def _carried(self, spot: Spot, period: Period | None) -> bool:
        """Whether the sentence goes on about the other event of the one before it."""
        if self._over is None or self._settled(period):
            return False
        if self._over == spot.sentence:
            return self._on
        between = self._text[self._over[1] : spot.sentence[0]]
        said = lowered(self._text[spot.sentence[0] : spot.sentence[1]])
        return between in ("", " ") and not _BACK.search(said)

    def _goes_on(self, spot: Spot) -> bool:
        """Whether a stock is told of in a sentence on another event, and not as what stands today."""
        return self._over == spot.sentence and not _BACK.search(lowered(self._text[slice(*spot.sentence)]))

    def _ended(self, spot: Spot, period: Period | None, measure: str) -> bool:
        """Whether a period lies so far back, or reaches so far, that it is not the news."""
        if period is None or measure in _STANDING:
            return False
        if measure == "idps" and period.since and period.until and (period.until - period.since).days > _YEAR_LONG:
            return False  # It tells when they fled: a stock is counted on a day.
        if measure in _LASTING and _STILL.search(lowered(self._text[spot.at : spot.clause[1]])):
            return False
        if period.until is None:
            return measure in _TOLLS | {"attacks"} and self._years_long(spot, period)
        return self._past(spot, period, measure)

    def _years_long(self, spot: Spot, period: Period) -> bool:
        if period.since is None or not self._year:
            return False
        if self._today:
            days = (self._today - period.since).days
            return days >= _YEARS or days >= _YEAR_LONG and self._of_war(spot)
        return period.since.year <= self._year - 2

    def _of_war(self, spot: Spot) -> bool:
        return _WHOLE_WAR.search(lowered(self._text[slice(*spot.sentence)])) is not None

    def _is_before(self, period: Period) -> bool:
        """Whether a text without a day speaks of a time before its own, which its title or its weekdays tell."""
        if self._month and period.until and period.until < self._month:
            return True
        return self._dated and _is_whole_month(period)

    def _past(self, spot: Spot, period: Period, measure: str) -> bool:
        until, today = period.until, self._today
        assert until is not None
        long = period.since is not None and (until - period.since).days > 360
        if today is None:
            if measure in _TOLLS and period.since and (until - period.since).days >= _YEAR_LONG:
                return True
            if measure not in _REPORTED_LATE and self._is_before(period):
                return True
            return (
                self._is_over(until.year) if long else until.year < (self._year or 0) and measure not in _REPORTED_LATE
            )
        if measure in _TOLLS and period.since and (min(until, today) - period.since).days >= _YEAR_LONG:
            return True
        if until >= today:
            return False
        gap = (today - until).days
        if long and until.year < today.year:
            return measure != "assisted"
        if measure in _REPORTED_LATE or period.since is None:
            return gap > 200 or gap > 100 and until.year < today.year
        if gap > _SHORT_EVENT and self._dated and introduces(self._text, *spot.sentence):
            return True
        return gap > _SEASON or gap > self._near and (until - period.since).days < 200


def _is_whole_month(period: Period) -> bool:
    """Whether a period is a month by its name, as nobody calls the one that goes on."""
    if period.since is None or period.until is None or period.since.day != 1:
        return False
    return (period.until + timedelta(1)).day == 1 and period.since.month == period.until.month


def _year_of(text: str) -> int | None:
    """The year of which a text without a date speaks: its last, unless it names the one before far more often."""
    years = Counter(int(year) for year in _YEAR.findall(text) if int(year) < 2050)
    last = max(years, default=None)
    if last is None or years[last] > 1 and years[last] * 2 > years[last - 1]:
        return last
    return max((last, last - 1), key=lambda y: years[y])
