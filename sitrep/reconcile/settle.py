"""Settle: what one article leaves open is read off the others: places, periods, older counts, origins."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from ..model import Article, Figure
from .context import Context
from .mention import Mention, Originals, mention
from .origins import Origins
from .period import Period
from .settle_claims import one_claim
from .settle_origins import continued, origins_behind, scope_of_crisis, thing
from .settle_places import areas, parts_of_country, titles_follow
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
        (_mention(f.stated(), articles[f.article], originals.of(f.article), origins, context) for f in figures),
        key=lambda m: m.order,
    )
    mentions = mentions if context.conflict else _years(mentions)
    for settle in (
        _elliptic,
        _everybody,
        _increments,
        parts_of_country,
        areas,
        titles_follow,
        _settle_periods,
        _settle_earlier,
        origins_behind,
        continued,
        origins_behind,
        one_claim,
        scope_of_crisis,
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


def _settle_periods(mentions: list[Mention]) -> list[Mention]:
    """A number word without a number covers the period of the number that its article gives for the same thing."""
    firm: dict[tuple[object, ...], set[Period]] = defaultdict(set)
    for m in mentions:
        if not m.vague:
            firm[thing(m)].add(m.period)
    return [
        replace(m, period=next(iter(firm[thing(m)])))
        if m.vague and m.period.kind == "event" and len(firm.get(thing(m), ())) == 1
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


def _everybody(mentions: list[Mention]) -> list[Mention]:
    """Where an article counts fighters apart, its figure without a population is of everybody together."""
    fighters = {(m.text, m.figure.measure) for m in mentions if m.subject.side and (m.value or 0) > 1}
    return [
        replace(m, subject=replace(m.subject, civil="all"))
        if not m.subject.civil and (m.text, m.figure.measure) in fighters and m.figure.measure != "displaced"
        else m
        for m in mentions
    ]
