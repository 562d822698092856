"""The place that an article has set where a sentence names none: the nearest earlier one, or the article's own."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ...languages.language import alternatives, word_list
from ...late import late
from ...model.article import Article
from ...model.figure import PlaceBasis
from .clause import place_of
from .home import home_of
from .layout import Layout
from .mention import Mention
from .mentions import mentions
from .names import Names, is_country
from .peoples import country_counted, country_of_office, is_national, is_of_holder, is_of_war
from .references import Reference, fits, references, sides

_GONE = frozenset(["displaced", "refugees", "idps"])
_TOWARDS = frozenset(["to", "into", "reached", "entered", "towards", "toward"])
_HARM = frozenset(["deaths", "injured", "casualties", "missing", "housing_destroyed", "housing_damaged", "attacks"])
_COUNTRY_WIDE = frozenset(["funding_required", "funding_received"])
# What was measured somewhere sets no place for what happened to people.
_MEASURED = late(rf"\b\d[\d.]* ?(?:{alternatives('place', 'units')})\b")
# What is said to be the worst part of an area is not where the next sentence goes on.
_WORST = late(rf"\b(?:{alternatives('place', 'worst')})\b")
_TOTAL = late(rf"(?:{alternatives('place', 'totals')})\b", re.IGNORECASE)
# Who is told of again, is where the sentence before has them.
_SAME = late(r"\b[Oo]f (?:these|them)\b")
_HAPPENS = word_list("period", "happens") | word_list("place", "events")
_STOCKS = frozenset(["in_need", "idps"])
_SEVERAL = 2
"""Of how many places a sentence must count to leave none of them to the next one."""
_SAID = 3.0
"""How weak a sign the place of a title can be that the article is about."""
_NEAR, _OFFICE = 4.0, 3.0
"""How weak a sign a place within a source's name can be to be its office's, and which one it is then."""
_PLAIN = 0.0
"""How weak a sign a country in the title can be to count for more than the document's."""
_BACK = 15
"""Sentences back in which "the city" can have been named."""
_MEMORY = 60
"""Sentences back to which a place can carry."""

Span = tuple[int, int]


class Setting:
    """Where an article is, sentence by sentence: sentences are read for places only when a figure asks."""

    def __init__(
        self, article: Article, text: str, spans: Sequence[Span], names: Callable[[int], Sequence[Span]]
    ) -> None:
        """`text` is cleaned, `spans` are its sentences, `names` gives the spans of the sources of one of them."""
        self._text, self._spans, self._names = text, spans, names
        self._layout = Layout(text, spans)
        self._all = Names(text, article.country)
        self._home, self._people = home_of(article, text)
        self._country = article.country
        self._mentions: dict[int, list[Mention]] = {}
        self._meant: dict[int, list[Mention]] = {}
        self._own: dict[int, list[str]] = {}
        self._ends: dict[int, set[str]] = {}
        """Where people went who are counted in a sentence: nothing happened to them there."""
        self._carries: dict[tuple[int, bool, bool, bool, bool], str | None] = {}
        self._wholes: dict[int, str | None] = {}
        """The countries of which sentences speak as a whole, without naming them."""
        self._main: str | None = None
        self._read_for_main = 0

    @property
    def titled(self) -> bool:
        """Whether the first sentence is the article's title."""
        return self._layout.titled

    def mentions(self, k: int) -> list[Mention]:
        """The places named in sentence `k`, without those in the names of its sources."""
        if k not in self._mentions:
            found = mentions(self._text, *self._spans[k], self._all)
            names = self._names(k) if found else ()
            read = [_of_office(m) if any(a <= m.start < b for a, b in names) else m for m in found]
            self._mentions[k] = [m for m in read if m]
        return self._mentions[k]

    def names(self, k: int) -> tuple[str, ...]:
        """The names of the places of sentence `k`."""
        return tuple(m.name for m in self.mentions(k))

    def note(self, k: int, own: list[tuple[str | None, str]]) -> None:
        """Remember the places that the figures of sentence `k` found in it, with what these count."""
        self._own[k] = [name for name, _ in own if name]
        gone = {name for name, measure in own if measure in _GONE} - {n for n, m in own if m not in _GONE}
        self._ends[k] = {m.name for m in self.mentions(k) if m.name in gone and m.prep in _TOWARDS} if gone else set()

    def place(
        self, k: int, spot: Span, others: list[int], clause: Span, measure: str, title: bool
    ) -> tuple[str | None, PlaceBasis | None]:
        """The place of the figure at `spot` of sentence `k`: its name as written, and on what basis.

        `others` are the spots of the other figures of the sentence.
        """

        def carried() -> str | None:
            return None if title else self._carried(k, measure)

        found = self.mentions(k)
        if not title:
            found = [*found, *self._references(k), *sides(self._text, *self._spans[k], found)]
        return place_of(found, self._text, *spot, others, clause, carried, measure)

    def _references(self, k: int) -> list[Mention]:
        """What the words for places in sentence `k` mean, where the text has named it."""
        if k not in self._meant:
            found = references(self._text, *self._spans[k])
            self._meant[k] = [
                Mention(r.start, r.end, name, r.weight, False, r.prep, refers=True)
                for r in found
                if (name := self._meaning(k, r))
            ]
        return self._meant[k]

    def _meaning(self, k: int, word: Reference) -> str | None:
        """The place that "the city" means: the last one that can be called so."""
        if word.kind == "country":
            return self._section(k) or self._home
        before = [m for m in self.mentions(k) if m.end <= word.start]
        if not word.kind:
            return before[-1].name if before else self._last(k - 1) if k else None
        unsure = None
        for j in range(k, max(-1, k - _BACK), -1):
            last = self._last(j) if j < k else None
            for mention in reversed(before if j == k else self.mentions(j)):
                called = fits(mention, word.kind, self._country)
                if called:
                    return mention.name
                if called is None and mention.name == last:
                    unsure = unsure or mention.name
        return unsure

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
            return self._section(k) or self._home or self._first(k)
        if _SAME.search(sentence) and (own := set(self._own.get(k - 1, ()))) and len(own) == 1:
            return own.pop()
        national = is_national(sentence)
        whole = self._national(k) if national else self._whole(k, sentence, stock, at_home)
        if national or whole:
            self._wholes[k] = whole
            return whole
        if _TOTAL.match(sentence):
            return self._section(k) or self._wide(k)
        return self._here(k, harm) or self._section(k) or self._wide(k)

    def _national(self, k: int) -> str | None:
        """The country of which a sentence says that its figures are of all of it."""
        return self._section(k) or self._home or self._country_named(k)

    def _whole(self, k: int, sentence: str, stock: bool, at_home: bool) -> str | None:
        """The country of which a sentence speaks as a whole, though it does not name it."""
        if self._home and is_of_war(sentence):
            return self._home
        if stock and self._counts_people(sentence):
            return self._section(k) or self._home or self._wide(k)
        counted = country_counted(sentence, self._text, self._country, self._layout.opens(k)) if at_home else None
        return counted or country_of_office(sentence, self._text, self._country)

    def _counts_people(self, sentence: str) -> bool:
        """Whether a sentence counts the country's people by their name ("Haitians")."""
        return any(people in sentence for people in self._people)

    def _here(self, k: int, harm: bool) -> str | None:
        """The place that the nearest earlier sentence has set; what does harm does it where people came from."""
        if self._layout.opens(k):
            return None
        for j in range(k - 1, max(-1, k - _MEMORY), -1):
            name = self._last(j)
            if name and not (harm and name in self._ends.get(j, ())):
                return name
            if self._layout.opens(j):
                break
        return None

    def _last(self, k: int) -> str | None:
        """The place that sentence `k` leaves to the next one."""
        if k in self._own:
            sites = {m.name for m in self.mentions(k) if m.site}
            own = [name for name in self._own[k] if name.count(", ") < 3 and name not in sites]
            if own:
                return own[-1] if len(set(own)) < _SEVERAL else None
            if k in self._wholes:
                return self._wholes[k]
            return next((m.name for m in reversed(self._references(k)) if m.weight <= 1.0), None)
        if _MEASURED.search(self._text, *self._spans[k]):
            return None
        found = self.mentions(k)
        worst = _WORST.search(self._text, *self._spans[k]) is not None
        setting = (m for m in found if m.sets and not (worst and m.dwelt_on))
        return next((m.name for m in setting), None) if len(found) <= 4 else None

    def _section(self, k: int) -> str | None:
        """The place that the heading of the sentence's section names."""
        for j in range(k - 1, max(0, k - _MEMORY), -1):
            if self._layout.heads(j):
                return next((m.name for m in self.mentions(j)), None)
        return None

    def _wide(self, k: int) -> str | None:
        """The article's own place: its lead's, else its title's, else its country, else its first place."""
        lead = self._layout.lead
        if lead is not None and lead < k and (name := self._of_lead(lead)):
            return name
        title = sorted(self.mentions(0), key=_strength) if self._layout.titled else []
        if title and (title[0].country or title[0].weight > 1.0) and self._home and any(m.country for m in title):
            return title[0].name if title[0].country and title[0].weight <= _PLAIN else self._home
        if title and title[0].weight <= _SAID:
            return title[0].name
        if self._home and self._layout.begins_with(self._home):
            return self._home
        return title[0].name if title else self._first(k)

    def _country_named(self, k: int) -> str | None:
        """The country that the article names first, up to sentence `k`."""
        names = (name.text for j in range(min(k + 1, _BACK)) for name in self._all.runs(*self._spans[j]))
        return next((name for name in names if is_country(name)), None)

    def _of_lead(self, lead: int) -> str | None:
        """The one place of the lead's figures; where it has none, that of the event it tells of."""
        if lead in self._own:
            return self._last(lead) if len(set(self._own[lead])) == 1 else None
        words = re.findall(r"[a-z]+", self._text[slice(*self._spans[lead])].lower())
        name = self._last(lead) if not _HAPPENS.isdisjoint(words) else None
        return name if any(m.name == name and m.several == 1 for m in self.mentions(lead)) else None

    def _first(self, k: int) -> str | None:
        """The first place that the article has set up to sentence `k`."""
        while self._main is None and self._read_for_main < k:
            at = self._read_for_main
            strong = [m for m in self.mentions(at) if m.weight <= 2.0]
            if self._own.get(at) or strong:
                self._main = self._own[at][0] if self._own.get(at) else min(strong, key=_strength).name
            self._read_for_main += 1
        return self._main


def _strength(mention: Mention) -> tuple[float, int]:
    return mention.weight, mention.start


def _of_office(mention: Mention) -> Mention | None:
    """A place within the name of a source: where an office is ("officials in Arzew"), else none."""
    if mention.official:
        return mention
    if mention.prep != "in" or mention.weight > _NEAR:
        return None
    return replace(mention, official=True, weight=_OFFICE)
