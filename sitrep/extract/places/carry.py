"""The place that an article has set where a sentence names none: the nearest earlier one, or the article's own."""

import re
from collections.abc import Callable, Sequence

from ...languages.language import alternatives, word_list
from ...late import late
from ...model.article import Article
from ...model.figure import PlaceBasis
from .clause import place_of
from .dateline import scene
from .name import is_country
from .peoples import country_counted, country_of_office, is_national, is_of_holder, is_of_war
from .references import holds, sides
from .told import MEMORY, Span, Told, strength

_HARM = frozenset(["deaths", "injured", "casualties", "missing", "housing_destroyed", "housing_damaged", "attacks"])
_COUNTRY_WIDE = frozenset(["funding_required", "funding_received"])
_TOTAL = late(rf"(?:{alternatives('place', 'totals')})\b", re.IGNORECASE)
# What is counted over years is of all that the article is about, not of the place told of last.
_YEARS = late(
    r"^[Ss]ince (?:[A-Z][a-z]+ )?(?:19|20)\d\d\b|\bin (?:the (?:\w+ )?)?(?:preceding|previous) (?:\w+ )?years\b"
)
# "In eight prefectures" is said of what has prefectures.
_AREAS = late(
    rf"\b(?:in|across|from) (?:(?:about|at least|some|more than|over) )?(?:\d+|{alternatives('place', 'counts')}) "
    rf"(?:[a-z-]+ )?(?P<areas>{alternatives('place', 'holding')})\b"
)
# An eruption is a mountain's; fighting erupts anywhere.
_ERUPTION = late(
    r"\b[Ee]ruptions?\b|(?<!clashes )(?<!fighting )(?<!protests )(?<!riots )(?<!violence )(?<!war )\berupt(?:ed|s)\b"
)
_FIGHTING = late(r"\b(?:[Tt]he|in|this|these) (?:clashes|fighting|violence|hostilities|offensive|battles?|combat)\b")
# Who is told of again, is where the sentence before has them.
_SAME = late(r"\b[Oo]f (?:these|them)\b")
_HAPPENS = word_list("period", "happens") | word_list("place", "events")
_STOCKS = frozenset(["in_need", "idps"])
_FRESH = 4
"""Within how many sentences fighting is still the one told of last."""
_SAID = 3.0
"""How weak a sign the place of a title can be that the article is about."""
_PLAIN = 0.0
"""How weak a sign a country in the title can be to count for more than the document's."""


class Setting:
    """Where an article is, sentence by sentence: what a figure has where its own sentence names no place."""

    def __init__(
        self, article: Article, text: str, spans: Sequence[Span], names: Callable[[int], Sequence[Span]]
    ) -> None:
        """`text` is cleaned, `spans` are its sentences, `names` gives the spans of the sources of one of them."""
        self._text, self._spans = text, spans
        self._told = told = Told(article, text, spans, names)
        self._layout, self._country = told.layout, article.country
        self._home, self._people = told.home, told.people
        self._carries: dict[tuple[int, bool, bool, bool, bool], str | None] = {}

    @property
    def titled(self) -> bool:
        """Whether the first sentence is the article's title."""
        return self._layout.titled

    def names(self, k: int) -> tuple[str, ...]:
        """The names of the places of sentence `k`."""
        return tuple(m.name for m in self._told.mentions(k))

    def note(self, k: int, own: list[tuple[str | None, str]]) -> None:
        """Remember the places that the figures of sentence `k` found in it, with what these count."""
        self._told.note(k, own)

    def place(
        self, k: int, spot: Span, others: list[int], clause: Span, measure: str, title: bool
    ) -> tuple[str | None, PlaceBasis | None]:
        """The place of the figure at `spot` of sentence `k`: its name as written, and on what basis.

        `others` are the spots of the other figures of the sentence.
        """

        def carried(elsewhere: bool) -> str | None:
            if title:
                return None
            if elsewhere:
                return self._told.section(k) or self._wide(k)
            name = self._carried(k, measure)
            at_hand = measure in _HARM and (name is None or is_country(name))
            return at_hand and scene(self._text, self._spans[k][0], self._country) or name

        found = self._told.mentions(k)
        if not title:
            found = [*found, *self._told.references(k), *sides(self._text, *self._spans[k], found)]
        return place_of(found, self._text, *spot, others, clause, carried, measure)

    def _carried(self, k: int, measure: str) -> str | None:
        """The place of a figure whose sentence names none; it is the same for all of a kind."""
        key = (k, measure in _COUNTRY_WIDE, measure in _STOCKS, measure in _HARM, measure != "refugees")
        if key not in self._carries:
            self._carries[key] = self._carry(*key)
        return self._carries[key]

    def _carry(self, k: int, wide: bool, stock: bool, harm: bool, at_home: bool) -> str | None:
        sentence = self._text[slice(*self._spans[k])]
        if is_of_holder(sentence):
            return None
        if wide:
            return self._told.section(k) or self._home or self._told.first(k)
        if _SAME.search(sentence) and (own := set(self._told.own.get(k - 1, ()))) and len(own) == 1:
            return own.pop()
        if _ERUPTION.search(sentence) and (mountain := self._told.mountain(k)):
            return mountain
        national = is_national(sentence)
        whole = self._national(k) if national else self._whole(k, sentence, stock, at_home)
        if national or whole:
            self._told.wholes[k] = whole
            return whole
        if _TOTAL.match(sentence) or _YEARS.search(sentence):
            return self._told.section(k) or self._wide(k)
        name = self._here(k, harm) or self._told.section(k) or self._wide(k)
        areas = _AREAS.search(sentence)
        if areas and name and not holds(name, areas["areas"], self._country):
            return self._home or self._told.country_named(k)
        return name

    def _national(self, k: int) -> str | None:
        """The country of which a sentence says that its figures are of all of it."""
        return self._told.section(k) or self._home or self._told.country_named(k)

    def _whole(self, k: int, sentence: str, stock: bool, at_home: bool) -> str | None:
        """The country of which a sentence speaks as a whole, though it does not name it."""
        if self._home and is_of_war(sentence):
            return self._home
        if stock and self._counts_people(sentence):
            return self._told.section(k) or self._home or self._wide(k)
        counted = country_counted(sentence, self._text, self._country, self._layout.opens(k)) if at_home else None
        return counted or country_of_office(sentence, self._text, self._country)

    def _counts_people(self, sentence: str) -> bool:
        """Whether a sentence counts the country's people by their name ("Haitians")."""
        return any(people in sentence for people in self._people)

    def _here(self, k: int, harm: bool) -> str | None:
        """The place that the nearest earlier sentence has set; what does harm does it where people came from."""
        if self._layout.opens(k):
            return self._theatre(k)
        for j in range(k - 1, max(-1, k - MEMORY), -1):
            name = self._told.last(j)
            if name and not (harm and name in self._told.ends.get(j, ())):
                return name
            if self._layout.opens(j):
                break
        return None

    def _theatre(self, k: int) -> str | None:
        """Where the fighting went on of which a new paragraph tells more, if the last one told it of a wide area."""
        if not _FIGHTING.search(self._text, *self._spans[k]):
            return None
        for j in range(k - 1, max(-1, k - _FRESH), -1):
            if self._layout.heads(j):
                break
            if name := self._told.last(j):
                return name if any(m.name == name and m.prep == "across" for m in self._told.mentions(j)) else None
        return None

    def _wide(self, k: int) -> str | None:
        """The article's own place: its lead's, else its title's, else its country, else its first place."""
        lead = self._layout.lead
        if lead is not None and lead < k and (name := self._of_lead(lead)):
            return name
        title = sorted(self._told.mentions(0), key=strength) if self._layout.titled else []
        if title and (title[0].country or title[0].weight > 1.0) and self._home and any(m.country for m in title):
            return title[0].name if title[0].country and title[0].weight <= _PLAIN else self._home
        if title and title[0].weight <= _SAID:
            return title[0].name
        if self._home and self._layout.begins_with(self._home):
            return self._home
        return title[0].name if title else self._told.first(k) or self._told.faintest(k)

    def _of_lead(self, lead: int) -> str | None:
        """The one place of the lead's figures; where it has none, that of the event it tells of."""
        if lead in self._told.own:
            return self._told.last(lead) if len(set(self._told.own[lead])) == 1 else None
        words = re.findall(r"[a-z]+", self._text[slice(*self._spans[lead])].lower())
        name = self._told.last(lead) if not _HAPPENS.isdisjoint(words) else None
        return name if any(m.name == name and m.several == 1 for m in self._told.mentions(lead)) else None
