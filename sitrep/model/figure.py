"""Figure and Need: what one article states, with the exact span that states it. Never edited."""

from datetime import date
from typing import Literal

from .frozen import Frozen

Qualifier = Literal["exact", "at_least", "at_most", "about", "range", "vague"]
Certainty = Literal["reported", "claimed", "denied", "forecast"]
Scope = Literal["current", "background"]
PlaceBasis = Literal["clause", "sentence", "carried", "country"]
PeriodBasis = Literal["sentence", "joined", "counted", "carried"]
StockFlow = Literal["stock", "flow"]


class Span(Frozen):
    """A stretch of an article: `article.text[start:end] == text`; offsets count code points."""

    start: int
    end: int
    text: str


class Figure(Frozen):
    """One quantity stated in one article for one measure; docs/figures.md says what each field means.

    `article` is the article's id. `text` is the quantity as stated (with its qualifier), `quote` the sentence that
    states it. `value` is the number as understood; for a range it is None and `low`, `high` hold both bounds.
    `group` names the side or subset as the text has it ("rebels", "teachers"), `head` the counted noun.
    `rule` and `cues` tell how the figure was found. `period_basis` says where `since` and `until` come from: its own
    sentence; `joined`, a beginning and the day of the count both there; `counted`, the day of the count there and the
    beginning from elsewhere; or `carried` from elsewhere.
    """

    id: str
    article: str
    measure: str
    text: str
    start: int
    end: int
    value: float | int | None = None
    low: float | int | None = None
    high: float | int | None = None
    qualifier: Qualifier = "exact"
    unit: str = "people"
    population: tuple[str, ...] = ()
    group: str | None = None
    head: str | None = None
    place: str | None = None
    place_basis: PlaceBasis | None = None
    source: str | None = None
    certainty: Certainty = "reported"
    scope: Scope = "current"
    part_of: str | None = None
    sector: str | None = None
    stock_flow: StockFlow = "flow"
    since: date | None = None
    until: date | None = None
    period_basis: PeriodBasis | None = None
    quote: str = ""
    quote_start: int = 0
    quote_end: int = 0
    rule: str = ""
    cues: tuple[Span, ...] = ()

    def stated(self) -> "Figure":
        """The figure with only the days that its own sentence gives for it: what others may be compared with."""
        if self.period_basis in (None, "sentence"):
            return self
        since = self.since if self.period_basis == "joined" else None
        until = self.until if self.period_basis == "counted" else None
        basis = "sentence" if since or until else None
        return self.model_copy(update={"since": since, "until": until, "period_basis": basis})


class Need(Frozen):
    """One sentence or clause that states an unmet humanitarian need, with its clusters (keys of clusters.py)."""

    id: str
    article: str
    quote: str
    start: int
    end: int
    sectors: tuple[str, ...]
    place: str | None = None
    source: str | None = None
    rule: str = ""


class Extraction(Frozen):
    """All that was found in one article, in the order of the text."""

    article: str
    figures: tuple[Figure, ...] = ()
    needs: tuple[Need, ...] = ()
