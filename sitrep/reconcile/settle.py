"""Settle: what one article leaves open is read off the others: places, periods, older counts, origins."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ..model import Article, Figure
from ..places.normal import fold
from .area import CRISIS, Area
from .context import Context
from .mention import Mention, Originals, mention
from .numbers import digits, same_number
from .origins import Origins, may_stand_behind, specificity
from .period import Period, moment
from .subject import CASUALTIES, around, counted_noun
from .words import pattern, table

_NEAR = 300
"""Characters within which one count can be said to come on top of another."""


def read(
    articles: Mapping[str, Article], figures: Sequence[Figure], originals: Originals, context: Context
) -> tuple[Mention, ...]:
    """All figures as mentions, in an order of their own, with places and origins settled across articles."""
    origins = Origins(list(articles.values()), figures, context)
    mentions = sorted(
        (_mention(f, articles[f.article], originals.of(f.article), origins, context) for f in figures),
        key=lambda m: m.order,
    )
    mentions = mentions if context.conflict else _years(mentions)
    for settle in (
        _elliptic,
        _everybody,
        _increments,
        _settle_parts_of_country,
        _settle_areas,
        _titles_follow,
        _settle_periods,
        _settle_earlier,
        _settle_origins,
        _continued,
        _settle_origins,
        _settle_scope,
    ):
        mentions = settle(mentions)
    return tuple(_before_event(m, context) for m in mentions)


def _before_event(m: Mention, context: Context) -> Mention:
    """What ended before the first day of the crisis is background to it."""
    ended = context.event_start is not None and m.figure.until is not None and m.figure.until < context.event_start
    return replace(m, scope="background") if ended else m


def _mention(figure: Figure, article: Article, original: str, origins: Origins, context: Context) -> Mention:
    return mention(figure, article, original, origins.of(figure, original), context)


def _elliptic(mentions: list[Mention]) -> list[Mention]:
    """ "Seven teachers were killed and 39 injured": a number without a noun takes the group of the one before it."""
    settled: list[Mention] = []
    for m in mentions:
        before = settled[-1] if settled else None
        if before is not None and _continues(before, m):
            m = replace(
                m, subject=replace(m.subject, tags=before.subject.tags, subset=_groups(before) + m.subject.subset)
            )
        settled.append(m)
    return settled


def _continues(before: Mention, m: Mention) -> bool:
    if m.figure.article != before.figure.article or m.subject.tags or _groups(m) or not _groups(before):
        return False
    between = m.article.text[before.figure.end : m.figure.start]
    noun = counted_noun(m.figure, around(m.figure, m.article.text)[1])
    bare = not pattern("bare", "words").sub("", noun).strip()
    return (
        bare
        and m.figure.measure in CASUALTIES
        and before.figure.measure in CASUALTIES
        and len(between) < 60
        and (between.strip().endswith(" and") and "." not in between)
    )


def _groups(m: Mention) -> tuple[str, ...]:
    """Those of a subject's subsets that are groups of people, not how badly they are hurt."""
    return tuple(t for t in m.subject.subset if t in table()["subset"])


def _increments(mentions: list[Mention]) -> list[Mention]:
    """ "Another 40" adds to a count of the same measure that stands shortly before it; beside others it is a count."""
    settled: list[Mention] = []
    for m in mentions:
        if m.period.kind == "beside":
            near = [
                n
                for n in settled[-8:]
                if n.figure.article == m.figure.article
                and n.figure.measure == m.figure.measure
                and 0 < m.figure.start - n.figure.start < _NEAR
            ]
            m = replace(m, period=replace(m.period, kind="increment" if near else "event"))
        settled.append(m)
    return settled


def _years(mentions: list[Mention]) -> list[Mention]:
    """Where nobody fights, this year's toll is the crisis' own, unless its article counts another one beside it."""
    beside = {(m.text, m.figure.measure) for m in mentions if m.period.kind == "event" and not m.vague}
    return [
        replace(m, period=replace(m.period, kind="event"))
        if m.period.kind == "year" and (m.text, m.figure.measure) not in beside
        else m
        for m in mentions
    ]


def _titles_follow(mentions: list[Mention]) -> list[Mention]:
    """A number in a title is of the place that the body gives it."""
    body = {(m.text, *_number(m)): m.area for m in reversed(mentions) if not m.title and not m.vague}
    return [replace(m, area=body.get((m.text, *_number(m)), m.area)) if m.title else m for m in mentions]


def _settle_periods(mentions: list[Mention]) -> list[Mention]:
    """A number word without a number covers the period of the number that its article gives for the same thing."""
    firm: dict[tuple[object, ...], set[Period]] = defaultdict(set)
    for m in mentions:
        if not m.vague:
            firm[_thing(m)].add(m.period)
    return [
        replace(m, period=next(iter(firm[_thing(m)])))
        if m.vague and m.period.kind == "event" and len(firm.get(_thing(m), ())) == 1
        else m
        for m in mentions
    ]


def _settle_earlier(mentions: list[Mention]) -> list[Mention]:
    """A count that the text sets against a newer one is older than the counts of its measure in the same article."""
    newest: dict[tuple[str, str], datetime] = {}
    for m in mentions:
        if not m.as_of.earlier and m.as_of.at is not None:
            key = (m.text, m.figure.measure)
            newest[key] = min(newest.get(key, m.as_of.at), m.as_of.at)
    return [_before(m, newest.get((m.text, m.figure.measure))) for m in mentions]


def _before(m: Mention, newer: datetime | None) -> Mention:
    if not m.as_of.earlier or m.as_of.at is None or newer is None or m.as_of.at < newer:
        return m
    return replace(m, as_of=replace(m.as_of, at=newer - timedelta(hours=12)))


def _thing(m: Mention) -> tuple[object, ...]:
    return (m.text, m.figure.measure, m.subject.block, m.area.key)


def _everybody(mentions: list[Mention]) -> list[Mention]:
    """Where an article counts fighters apart, its figure without a population is of everybody together."""
    fighters = {(m.text, m.figure.measure) for m in mentions if m.subject.side and (m.value or 0) > 1}
    return [
        replace(m, subject=replace(m.subject, civil="all"))
        if not m.subject.civil and (m.text, m.figure.measure) in fighters and m.figure.measure != "displaced"
        else m
        for m in mentions
    ]


@dataclass(frozen=True, slots=True)
class _Places:
    """Where figures stand: those of one number, of one number in one article, of an article, of a vague word."""

    of_number: Mapping[object, Mapping[str, Area]]
    in_article: Mapping[object, Mapping[str, Area]]
    of_article: Mapping[str, set[str]]
    of_word: Mapping[object, set[str]]


def _settle_areas(mentions: list[Mention]) -> list[Mention]:
    """Give a figure whose place is not stated the place of the stated ones of the same number, else by the article."""
    of_number: dict[object, dict[str, Area]] = defaultdict(dict)
    in_article: dict[object, dict[str, Area]] = defaultdict(dict)
    of_article: dict[str, set[str]] = defaultdict(set)
    of_word: dict[object, set[str]] = defaultdict(set)
    for m in mentions:
        if m.vague:
            of_word[(m.text, *_number(m))].add(m.area.key)
        if not _stated(m) or m.title:
            continue
        of_article[m.text].add(m.area.key)
        if not m.vague and m.value is not None:
            of_number[_number(m)].setdefault(m.area.key, m.area)
            in_article[(m.text, *_number(m))].setdefault(m.area.key, m.area)
    places = _Places(of_number, in_article, of_article, of_word)
    return _one_place_a_number([m if _stated(m) else replace(m, area=_likely_area(m, places)) for m in mentions])


def _settle_parts_of_country(mentions: list[Mention]) -> list[Mention]:
    """A part of the country by direction is the crisis area, unless the article counts the whole apart from it."""
    whole: dict[object, set[float | int | None]] = defaultdict(set)
    for m in mentions:
        if m.area.key == CRISIS and m.area.level != "part" and not m.as_of.earlier and not m.vague:
            whole[(m.text, m.figure.measure, m.subject)].add(m.value)
    settled = []
    for m in mentions:
        others = whole[(m.text, m.figure.measure, m.subject)] if m.area.level == "part" else set()
        apart = others and not m.as_of.earlier and not any(same_number(m.value, v) for v in others)
        settled.append(replace(m, area=replace(m.area, key=fold(m.area.name or ""))) if apart else m)
    return settled


def _one_place_a_number(mentions: list[Mention]) -> list[Mention]:
    """A telling number (2,946) that an article gives in its own voice is of the place where a named origin has it."""
    named: dict[object, dict[str, Area]] = defaultdict(dict)
    for m in mentions:
        if _telling(m) and specificity(m.origin):
            named[_number(m)].setdefault(m.area.key, m.area)
    return [replace(m, area=_of_named(m, named.get(_number(m), {}))) if _telling(m) else m for m in mentions]


def _of_named(m: Mention, areas: Mapping[str, Area]) -> Area:
    if specificity(m.origin) or m.area.key in areas or len(areas) != 1:
        return m.area
    return next(iter(areas.values()))


def _telling(m: Mention) -> bool:
    return not m.vague and m.value is not None and digits(m.value) >= 4


def _number(m: Mention) -> tuple[object, ...]:
    apart = m.subject.civil if m.subject.civil in ("all", "combatants") else ""
    return m.figure.measure, m.subject.block, apart, m.subject.side.split(":")[0], m.value


def _stated(m: Mention) -> bool:
    """Whether the place is the figure's own: stated, and for a mere number word stated in its clause."""
    if not m.area.firm or not m.vague or m.figure.place is None:
        return m.area.firm
    after = m.article.text[m.figure.end : m.figure.end + 60].split("\n")[0]
    return m.figure.place in after or m.figure.quote.startswith(f"In {m.figure.place}")


def _likely_area(m: Mention, places: _Places) -> Area:
    if m.area.firm:
        return m.area if len(places.of_word[(m.text, *_number(m))]) == 1 else Area(CRISIS, None, firm=False)
    found = None if m.vague else _by_number(m, places)
    if found is not None:
        return found
    if m.area.key != CRISIS and m.area.level != "several" and m.period.kind != "months" and _goes_on(m, places):
        return m.area
    return Area(CRISIS, None, firm=False)


def _by_number(m: Mention, places: _Places) -> Area | None:
    """Where the same number stands with its place: in the same article, else in any if the number is telling."""
    elsewhere = digits(m.value or 0) >= 3 and not (m.area.key == CRISIS and m.area.name)
    for found in (
        places.in_article.get((m.text, *_number(m)), {}),
        places.of_number.get(_number(m), {}) if elsewhere else {},
    ):
        for key in (CRISIS, m.area.key):
            if key in found:
                return found[key]
        if len(found) == 1:
            return next(iter(found.values()))
    return None


def _goes_on(m: Mention, places: _Places) -> bool:
    """Whether a carried place still holds: the sentence points back ("the province"), or the paragraph names it."""
    quote = m.figure.quote.lower()
    if pattern("place", "back").search(quote):
        return True
    place = m.figure.place or ""
    start = m.article.text.rfind("\n", 0, m.figure.start) + 1
    paragraph = m.article.text[start : m.figure.start]
    if place not in paragraph:
        return m.area.key in places.of_article[m.text] and bool(pattern("place", "back").search(paragraph.lower()))
    return m.area.level not in ("country", "area", "several")


def _settle_scope(mentions: list[Mention]) -> list[Mention]:
    """A telling number that a named origin gives for the crisis is of it, however an article looks back on it."""
    current = {_claim(m) for m in mentions if m.scope == "current" and _telling(m) and not m.own_voice}
    return [
        replace(m, scope="current") if m.scope == "background" and _telling(m) and _claim(m) in current else m
        for m in mentions
    ]


def _continued(mentions: list[Mention]) -> list[Mention]:
    """A number without a source, right after a sourced one in the same paragraph, goes on with that source."""
    settled: list[Mention] = []
    last: Mention | None = None
    for m in mentions:
        if last is not None and _goes_on_after(last, m):
            m = replace(m, origin=last.origin)
        if not m.own_voice and not m.repeats:
            last = m
        settled.append(m)
    return settled


def _goes_on_after(last: Mention, m: Mention) -> bool:
    if last.figure.article != m.figure.article or m.title or not m.own_voice:
        return False
    between = m.article.text[last.figure.end : m.figure.start]
    return "\n" not in between and len(between) < _NEAR


def _settle_origins(mentions: list[Mention]) -> list[Mention]:
    """An unnamed repeat of a named origin's number is that origin's: first in its own article, then in any.

    In the same article a rounded repeat is one too ("more than 5,400 dead" over "5,434 dead, the agency said").
    """
    named: dict[tuple[object, ...], list[Mention]] = defaultdict(list)
    here: dict[tuple[object, ...], list[Mention]] = defaultdict(list)
    for m in mentions:
        if specificity(m.origin) > 0:
            named[_claim(m)].append(m)
            if not m.vague:
                here[_thing(m)].append(m)
    settled = []
    for m in mentions:
        behind = _behind(m, named.get(_claim(m), ()))
        if behind is m and not m.vague and not specificity(m.origin):
            behind = _behind(m, [n for n in here.get(_thing(m), ()) if same_number(m.value, n.value)])
        settled.append(behind)
    return settled


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
