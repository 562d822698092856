"""The scope of each figure of an article: its news, or its background, in which sentences go on about another event."""

from datetime import date

from ...languages.language import alternatives
from ...late import late
from ...model.figure import Scope
from ..periods import Period
from ..prefilter import lowered
from .lapsed import is_lapsed
from .news import News
from .other_event import is_held_against, is_other_event, is_other_storm
from .setting import Topic
from .spot import Spot

_BACK = late(rf"\b(?:{alternatives('scope', 'back')})\b")
_FOLLOWS = late(rf"(?:{alternatives('scope', 'follows')})\b")
_TELLS = late(rf"^(?:{alternatives('scope', 'opens')})\b|\b(?:{alternatives('scope', 'foremost')})\b")


class Scopes:
    """The scopes of an article's figures, asked for in the order of the text."""

    def __init__(self, text: str, today: date | None, topic: Topic) -> None:
        """`text` is cleaned; `today` is the day of publication, None where it is not known."""
        self._text, self._news = text, News(text, today, topic)
        self._over: tuple[int, int] | None = None
        """The last sentence that spoke of another event."""
        self._on = False
        """Whether that sentence only went on about it."""

    def scope(self, spot: Spot, period: Period | None, measure: str, stock: bool) -> Scope:
        """The scope of a figure; a standing stock is current whatever the sentence before spoke of."""
        if period is not None and period.role == "compared" or is_held_against(self._text, spot):
            return "background"
        if self._tells_of_other(spot, period, measure, stock):
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

    def _tells_of_other(self, spot: Spot, period: Period | None, measure: str, stock: bool) -> bool:
        """Whether the figure itself is another event's, by its days or by the words around it."""
        if is_lapsed(self._news, spot, period, measure) or not stock and is_other_storm(self._news, spot):
            return True
        return is_other_event(self._news, spot, _is_settled(period), measure)

    def _carried(self, spot: Spot, period: Period | None) -> bool:
        """Whether the sentence goes on about the other event of the one before it."""
        if self._over is None or _is_settled(period):
            return False
        if self._over == spot.sentence:
            return self._on
        between = self._text[self._over[1] : spot.sentence[0]]
        said = lowered(self._text[spot.sentence[0] : spot.sentence[1]])
        return between in ("", " ") and not _BACK.search(said)

    def _goes_on(self, spot: Spot) -> bool:
        """Whether a stock is told of in a sentence on another event, and not as what stands today."""
        return self._over == spot.sentence and not _BACK.search(lowered(self._text[slice(*spot.sentence)]))


def _is_settled(period: Period | None) -> bool:
    """Whether a figure has days of its own, which say more than the words around it."""
    return period is not None and period.firm and (period.since or period.until) is not None
