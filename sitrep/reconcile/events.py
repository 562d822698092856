"""Events: where no country of the crisis is known, the articles that may speak of one event are put together.

Figures of different events answer different questions: nothing of one is ever set against, or read off, another.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from ..model import Article, Figure
from ..places.countries import COUNTRIES, DEMONYMS, demonym_country, iso3, named
from .context import Context
from .words import tags

_GAP = 45
"""Days without an article after which the next one in the same country is about another event; reports come monthly."""

_READ, _LEAD = 6000, 600
"""Characters of an article in which its countries are looked for; those at its beginning count double."""

_SHARE = 0.5
"""What is named less often than this share of the most often named one is not what the article is about."""


@dataclass(frozen=True, slots=True)
class _Telling:
    """What an article tells of its event: its countries (alpha-3), its hazards, its day; empty and None where it does
    not."""

    countries: frozenset[str]
    hazards: frozenset[str]
    day: date | None

    @property
    def known(self) -> tuple[bool, bool, bool]:
        """What it tells."""
        return bool(self.countries), bool(self.hazards), self.day is not None

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Each country with each hazard."""
        return tuple((c, h) for c in self.countries or ("",) for h in self.hazards or ("",))


def events(
    articles: Mapping[str, Article],
    figures: Mapping[str, Sequence[Figure]],
    duplicates: Sequence[Sequence[str]],
    context: Context,
) -> tuple[frozenset[str], ...]:
    """The ids of the articles of each event; `figures` are by article. With a country of the crisis all are of that
    crisis."""
    if context.country is not None or len(articles) < 2:
        return (frozenset(articles),) if articles else ()
    told = {key: _telling(article, figures.get(key, ()), context) for key, article in articles.items()}
    linked = _Linked(articles)
    for copies in duplicates:
        for a, b in pairwise(copies):
            linked.join(a, b)
    settled: list[str] = []
    for known in sorted({telling.known for telling in told.values()}, key=lambda known: (-sum(known), known)):
        keys = [key for key, telling in told.items() if telling.known == known]
        _follow(told, keys, linked)
        if not all(known):
            _join_only(told, keys, settled, linked)
        settled += keys
    return linked.sets()


def _telling(article: Article, figures: Sequence[Figure], context: Context) -> _Telling:
    ends = [figure.until for figure in figures if figure.until is not None]
    text = f"{article.title or ''}\n{article.text[:_READ]}"
    countries = _countries(article, text, figures, context)
    return _Telling(countries, _hazards(text), article.published_day or max(ends, default=None))


def _countries(article: Article, text: str, figures: Sequence[Figure], context: Context) -> frozenset[str]:
    """The country that the article states, else those that its text names most, else those of its figures' places."""
    if article.country:
        return frozenset({article.country})
    count: Counter[str] = Counter()
    for found in _names().finditer(text):
        codes = named(found[0]) or tuple(filter(None, (demonym_country(found[0]),)))
        count.update(dict.fromkeys(codes, 2 if found.start() < _LEAD else 1))
    if not count:
        count.update(code for place in {f.place for f in figures if f.place} if (code := _country_of(place, context)))
    return _foremost(count)


def _hazards(text: str) -> frozenset[str]:
    """What the text says has happened: flood, earthquake, fighting."""
    lower = text.lower()
    return _foremost(Counter({hazard: len(words.findall(lower)) for hazard, words in tags("hazard")}))


def _foremost(count: Counter[str]) -> frozenset[str]:
    most = max(count.values(), default=0)
    return frozenset(key for key, times in count.items() if times and times >= _SHARE * most)


def _country_of(place: str, context: Context) -> str | None:
    if (code := iso3(place)) is not None or context.places is None:
        return code
    found = context.places.resolve(place, None)
    return found.country if found.resolved else None


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    """What finds the names of countries and nationalities as a text writes them, the longest first."""
    names = {name for c in COUNTRIES for name in (c.name, *c.other_names)} | DEMONYMS
    written = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?=[A-Z])(?:{'|'.join(map(re.escape, written))})(?!\w)")


def _follow(told: Mapping[str, _Telling], keys: Sequence[str], linked: "_Linked") -> None:
    """The articles on one hazard in one country follow one another; a long silence ends an event."""
    series: dict[tuple[str, str], list[tuple[date, str]]] = defaultdict(list)
    for key in keys:
        for of in told[key].keys:
            series[of].append((told[key].day or date.min, key))
    for of in sorted(series):
        for (before, a), (after, b) in pairwise(sorted(series[of])):
            if (after - before).days <= _GAP:
                linked.join(a, b)


def _join_only(told: Mapping[str, _Telling], keys: Sequence[str], settled: Sequence[str], linked: "_Linked") -> None:
    """What leaves something open is of the only event that it can be of, if there is one.

    Where the country is open, that is the only event of all: a day or a hazard alone does not tell one.
    """
    days: dict[str, dict[str, list[_Telling]]] = defaultdict(lambda: defaultdict(list))
    heads = {key: linked.head(key) for key in settled}
    for key, head in heads.items():
        for country in {"", *told[key].countries}:
            days[country][head].append(told[key])
    for key in keys:
        mine = told[key]
        if not mine.countries and len(days[""]) > 1:
            continue
        fitting = {
            head
            for country in mine.countries or ("",)
            for head, others in days[country].items()
            if any(_may_be_one(mine, other) for other in others)
        }
        if len(fitting) == 1:
            linked.join(key, fitting.pop())


def _may_be_one(a: _Telling, b: _Telling) -> bool:
    """Whether nothing that two articles tell speaks against one event."""
    if a.hazards and b.hazards and not a.hazards & b.hazards:
        return False
    return a.day is None or b.day is None or abs((a.day - b.day).days) <= _GAP


class _Linked:
    """Sets of articles that grow together."""

    def __init__(self, keys: Mapping[str, object]) -> None:
        self._next = {key: key for key in keys}

    def head(self, key: str) -> str:
        """The article that stands for a set."""
        while self._next[key] != key:
            self._next[key] = self._next[self._next[key]]
            key = self._next[key]
        return key

    def join(self, a: str, b: str) -> None:
        """Make one set of two."""
        first, second = sorted((self.head(a), self.head(b)))
        self._next[second] = first

    def sets(self) -> tuple[frozenset[str], ...]:
        """All sets, in an order of their own."""
        found: dict[str, set[str]] = defaultdict(set)
        for key in self._next:
            found[self.head(key)].add(key)
        return tuple(frozenset(found[head]) for head in sorted(found))
