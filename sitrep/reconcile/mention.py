"""Mention: a figure with everything that reconciliation reads off it, worked out once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ..model import Article, Figure, Origin
from .area import CRISIS, Area, area
from .context import Context
from .origins import Origins, may_stand_behind, specificity
from .period import AsOf, Period, as_of, moment, period
from .subject import Subject, subject

Number = float | int


@dataclass(frozen=True, slots=True)
class Mention:
    """One figure in its article. `text` is the canonical article of the article's duplicates; `copy` whether the
    article is not that one; `repeats` whether the origin was found behind an unnamed one."""

    figure: Figure
    article: Article
    text: str
    copy: bool
    subject: Subject
    area: Area
    period: Period
    as_of: AsOf
    origin: Origin
    repeats: bool = False
    title: bool = False

    @property
    def value(self) -> Number | None:
        """The number as understood; of a range the lower bound."""
        return self.figure.value if self.figure.value is not None else self.figure.low

    @property
    def vague(self) -> bool:
        """Whether it is a number word without a number."""
        return self.figure.qualifier == "vague"

    @property
    def order(self) -> tuple[object, ...]:
        """A place in line that does not depend on the order of articles."""
        return (self.figure.article, self.figure.start, self.figure.end, self.figure.measure, self.figure.id)


class Originals:
    """Which article each article is a copy of."""

    def __init__(self, groups: Iterable[Sequence[str]]) -> None:
        """`groups` as find_duplicates gives them, the original first."""
        self._original = {copy: group[0] for group in groups for copy in group}

    def of(self, article: str) -> str:
        """The id of the original; its own if it is no copy."""
        return self._original.get(article, article)


def read(
    articles: Mapping[str, Article], figures: Sequence[Figure], originals: Originals, context: Context
) -> tuple[Mention, ...]:
    """All figures as mentions, in an order of their own, with places and origins settled across articles."""
    origins = Origins(list(articles.values()), figures, context)
    mentions = []
    for figure in figures:
        article = articles[figure.article]
        original = originals.of(article.id)
        mentions.append(
            Mention(
                figure=figure,
                article=article,
                text=original,
                copy=original != article.id,
                subject=subject(figure, article.text),
                area=area(figure, context),
                period=period(figure, article, context.crisis),
                as_of=as_of(figure, article),
                origin=origins.of(figure),
                title=_in_title(figure, article),
            )
        )
    mentions.sort(key=lambda m: m.order)
    mentions = _everybody(mentions)
    mentions = _settle_areas(mentions)
    return tuple(_settle_origins(mentions))


def _in_title(figure: Figure, article: Article) -> bool:
    first = article.text.find("\n")
    return figure.start < first if 0 < first < 200 else False


def _everybody(mentions: list[Mention]) -> list[Mention]:
    """Where an article counts fighters apart, its figure without a population is of everybody together."""
    fighters = {(m.text, m.figure.measure) for m in mentions if m.subject.side and (m.value or 0) > 1}
    return [
        replace(m, subject=replace(m.subject, civil="all"))
        if not m.subject.civil and (m.text, m.figure.measure) in fighters and m.figure.measure != "displaced"
        else m
        for m in mentions
    ]


def _settle_areas(mentions: list[Mention]) -> list[Mention]:
    """Give a figure whose place is not stated the place of the stated ones of the same number, else by the article."""
    stated: dict[tuple[object, ...], dict[str, Area]] = defaultdict(dict)
    in_article: dict[tuple[object, ...], dict[str, Area]] = defaultdict(dict)
    own: dict[str, set[str]] = defaultdict(set)
    for m in mentions:
        if not m.area.firm:
            continue
        own[m.text].add(m.area.key)
        if not m.vague and m.value is not None:
            key = (m.figure.measure, m.subject.block, m.value)
            stated[key].setdefault(m.area.key, m.area)
            in_article[(m.text, *key)].setdefault(m.area.key, m.area)
    return [m if m.area.firm else replace(m, area=_likely_area(m, stated, in_article, own)) for m in mentions]


def _likely_area(
    m: Mention,
    stated: Mapping[tuple[object, ...], dict[str, Area]],
    in_article: Mapping[tuple[object, ...], dict[str, Area]],
    own: Mapping[str, set[str]],
) -> Area:
    key = (m.figure.measure, m.subject.block, m.value)
    for places in (in_article.get((m.text, *key), {}), stated.get(key, {}) if (m.value or 0) >= 20 else {}):
        if m.vague or not places:
            continue
        if CRISIS in places:
            return places[CRISIS]
        if len(places) == 1:
            return next(iter(places.values()))
        if m.area.key in places:
            return places[m.area.key]
    if m.area.key != CRISIS and (m.area.key in own[m.text] or _same_paragraph(m)):
        return m.area
    return Area(CRISIS, None, firm=False)


def _same_paragraph(m: Mention) -> bool:
    """Whether a carried place stands in the figure's own paragraph, as a settlement or a stated division does."""
    place = m.figure.place or ""
    start = m.article.text.rfind("\n", 0, m.figure.start) + 1
    return place in m.article.text[start : m.figure.start] and m.area.level not in ("country", "area", "several")


def _settle_origins(mentions: list[Mention]) -> list[Mention]:
    """An unnamed repeat of a named origin's number is that origin's: first in its own article, then in any."""
    named: dict[tuple[object, ...], list[Mention]] = defaultdict(list)
    for m in mentions:
        if specificity(m.origin) > 0:
            named[_claim(m)].append(m)
    return [_behind(m, named.get(_claim(m), ())) for m in mentions]


def _claim(m: Mention) -> tuple[object, ...]:
    return (m.figure.measure, m.subject.tags, m.subject.subset, m.area.key, m.value, m.figure.high, m.figure.unit)


def _behind(m: Mention, named: Sequence[Mention]) -> Mention:
    others = [n for n in named if n.origin.key != m.origin.key and may_stand_behind(n.origin, m.origin)]
    if m.vague:
        others = [n for n in others if n.text == m.text]
    if not others:
        return m
    best = min(
        others, key=lambda n: (n.text != m.text, -specificity(n.origin), n.origin.reliability, _when(n), n.origin.key)
    )
    return replace(m, origin=best.origin, repeats=True)


def _when(m: Mention) -> float:
    at: datetime | None = m.as_of.at or moment(m.article)
    return at.timestamp() if at else float("inf")
