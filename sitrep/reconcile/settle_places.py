"""Where a figure counts, read off the other figures: of its number, its article, its paragraph."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..places.normal import fold
from .area import CRISIS, Area
from .mention import Mention
from .numbers import digits, same_number
from .origins import specificity
from .words import pattern


def titles_follow(mentions: list[Mention]) -> list[Mention]:
    """A number in a title is of the place that the body gives it."""
    body = {(m.text, *_number(m)): m.area for m in reversed(mentions) if not m.title and not m.vague}
    return [replace(m, area=body.get((m.text, *_number(m)), m.area)) if m.title else m for m in mentions]


@dataclass(frozen=True, slots=True)
class _Places:
    """Where figures stand: those of one number, of one number in one article, of an article, of a vague word."""

    of_number: Mapping[object, Mapping[str, Area]]
    in_article: Mapping[object, Mapping[str, Area]]
    of_article: Mapping[str, set[str]]
    of_word: Mapping[object, set[str]]


def areas(mentions: list[Mention]) -> list[Mention]:
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


def parts_of_country(mentions: list[Mention]) -> list[Mention]:
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
        if telling(m) and specificity(m.origin):
            named[_number(m)].setdefault(m.area.key, m.area)
    return [replace(m, area=_of_named(m, named.get(_number(m), {}))) if telling(m) else m for m in mentions]


def _of_named(m: Mention, known: Mapping[str, Area]) -> Area:
    if specificity(m.origin) or m.area.key in known or len(known) != 1:
        return m.area
    return next(iter(known.values()))


def telling(m: Mention) -> bool:
    """Whether a number is so exact that two articles hardly give it by chance (2,946)."""
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
