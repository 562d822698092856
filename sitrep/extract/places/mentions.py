"""The named places of one sentence, each with how strong a sign it is that something happened there."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ...languages.language import word_list
from .context import Around, around
from .joined import framed, goes_on, listed, nested
from .mention import LABEL, OWNER, Mention
from .name import (
    Name,
    is_country,
    is_facility,
    is_feature,
    is_happening,
    is_letters,
    is_other,
    is_people,
    is_person,
    official_of,
    seat_of,
)
from .names import Names

_AT = word_list("place", "at")
_NEVER = word_list("place", "never")
_DOUBTFUL = word_list("place", "doubtful")
_LANDS = word_list("place", "lands")
_PEOPLES_LANDS = word_list("place", "of_a_people")
_PREPOSITIONS = {
    word: weight
    for name, weight in (
        ("at", 0.0),
        ("of", 1.0),
        ("into", 1.5),
        ("visits", 0.5),
        ("on", 2.0),
        ("to", 3.0),
        ("for", 4.0),
        ("never", 9.0),
    )
    for word in word_list("place", name)
}
_OFFICIAL = 3.0
_RIVER = 2.5
"""How weak a sign is a name of nothing known behind "the": mostly a river's."""
_BANKS = frozenset(["in", "near", "along", "into"])
"""Where something happens that happens at a river."""
_COUNTED = frozenset(
    [
        "camps",
        "cities",
        "counties",
        "districts",
        "municipalities",
        "provinces",
        "towns",
        "townships",
        "villages",
        "wards",
    ]
)
_ANYWHERE = Names("")


def strength_of(preposition: str) -> float | None:
    """How weak a sign a preposition is by itself, None for another word."""
    return _PREPOSITIONS.get(preposition)


def mentions(text: str, start: int, end: int, names: Names) -> list[Mention]:
    """The place names of one sentence of a cleaned text, in order."""
    heading = _is_heading(text[start:end])
    found: list[Mention] = []
    todo = list(names.runs(start, end))
    while todo:
        name = todo.pop(0)
        if heading:
            found += _in_heading(text, start, end, name, names)
            continue
        mention = _mention(name, around(text, start, end, name), names)
        mention = mention or _owned(text, name, found) or goes_on(text, name, found)
        if mention is None:
            name = _last_known(name)
            mention = _mention(name, around(text, start, end, name), names)
        if mention is not None:
            taken = listed(text, mention, todo, names)
            todo = todo[taken:]
            found.append(mention if taken or mention.end == name.end else _without_kinds(mention, name))
    return framed(text, start, nested(text, start, found))


def _without_kinds(mention: Mention, name: Name) -> Mention:
    """A place without the plural behind it, which counts what is in it: "Agusan towns"."""
    if mention.kind not in _COUNTED or not mention.name.endswith(f" {mention.kind}"):
        return mention
    return replace(mention, end=name.end, name=mention.name.removesuffix(f" {mention.kind}"))


def _owned(text: str, name: Name, found: list[Mention]) -> Mention | None:
    """A name of nothing known that a place owns: "on Victoria's Great Ocean Road"."""
    if not found or not found[-1].prep or text[found[-1].end : name.start] not in ("'s ", "' "):
        return None
    if is_people(name) or is_other(name) or is_person(name) or is_happening(name) or name.owner:
        return None
    return Mention(name.start, name.end, name.text, 1.0, False)


def _last_known(name: Name) -> Name:
    """Of a run that is no place its last words that are one: "China Sichuan" has Sichuan."""
    words = name.text.split(" ")
    for size in range(len(words) - 1, 0, -1):
        if words[-size].startswith(("al-", "el-")):
            break
        if _known(words[-size:], _ANYWHERE):
            return Name(name.end - len(" ".join(words[-size:])), name.end, " ".join(words[-size:]), name.owner)
    return name


def _is_heading(line: str) -> bool:
    """Whether a line is in title case, where capitals do not tell names from words; a full stop ends no heading."""
    if line.endswith("."):
        return False
    words = re.findall(r"[^\W\d_]{4,}", line)
    return len(words) > 2 and sum(w[0].isupper() for w in words) > 0.7 * len(words)


def _in_heading(text: str, start: int, end: int, name: Name, names: Names) -> Iterator[Mention]:
    """The known places inside a run that a heading may have drawn together with other words, the longest first."""
    words = name.text.split(" ")
    at = 0
    while at < len(words):
        size = next((n for n in range(min(4, len(words) - at), 0, -1) if _known(words[at : at + n], names)), 0)
        if size:
            begin = name.start + len(" ".join(words[:at])) + (at > 0)
            part = " ".join(words[at : at + size])
            piece = Name(begin, begin + len(part), part, name.owner and at + size == len(words))
            mention = _mention(piece, around(text, start, end, piece), names)
            yield mention or Mention(piece.start, piece.end, part, 2.0, is_country(part))
        at += size or 1


def _known(words: list[str], names: Names) -> bool:
    name = Name(0, 0, " ".join(words))
    if is_country(name.text):
        return True
    return not (is_people(name) or is_other(name) or is_happening(name)) and names.known(name.text)


def _mention(name: Name, near: Around, names: Names) -> Mention | None:
    """The mention that a name is by its surroundings; None for a person, a body, an event, a name of nothing known."""
    land = near.kind in _PEOPLES_LANDS and not near.kind_of and is_people(name)
    known = land or names.known(name.text)
    if (
        is_people(name)
        and not land
        or is_happening(name)
        and not (near.prep in _BANKS and name.text.endswith(" River"))
    ):
        return None
    if is_facility(name) and near.prep not in _AT and not near.scene:
        return None
    if not known and (seat := seat_of(name)):
        return _official(seat, seat.text)
    if not known and is_other(name) and not is_facility(name):
        return None
    if place := official_of(name):
        return _official(name, place)
    if (near.body or name.owner) and near.office and known and not (is_country(name.text) and names.is_home(name.text)):
        return _official(name, name.text)
    if is_person(name) or near.titled or near.body and not (near.kind and near.prep in _AT):
        return None
    if near.scene and (known or near.kind or near.prep == "of"):
        near = replace(near, prep="at")
    if near.has and near.prep in _NEVER:
        near = replace(near, prep="")
    weight = (
        _by_preposition(name, near, known, names.short(name.text) and near.prep == "in")
        if near.prep
        else _bare(name, near, known)
    )
    if weight is None:
        return None
    country = is_country(name.text) and near.start == name.start
    if near.label and known:
        return Mention(near.start, near.end, near.name, LABEL, country, counts=True)
    counts = near.has and not near.prep
    return Mention(
        near.start,
        near.end,
        near.name,
        weight + near.penalty,
        country,
        near.prep,
        near.kind,
        is_facility(name),
        counts=counts,
        abroad=near.neighbour,
        dwelt_on=near.where or near.kind_of or near.of_people and near.begins,
    )


def _official(name: Name, place: str) -> Mention:
    """The mention of a place, with which a name begins, that is named only for who serves it."""
    return Mention(name.start, name.start + len(place), place, _OFFICIAL - name.owner, False, official=True)


def _by_preposition(name: Name, near: Around, known: bool, short: bool) -> float | None:
    if near.bound or is_letters(name.text) and not known and not short:
        return None
    if near.speaks and near.prep not in _AT:
        return _OFFICIAL if near.of_people and near.prep == "of" else None
    weight = _PREPOSITIONS[near.prep]
    if near.prep == "on" and (is_feature(name) or near.opens or near.kind in _LANDS):
        weight = 0.0
    if near.article and near.prep != "in" and not (known or near.kind) and name.text.count(" ") < 2:
        return _RIVER
    if near.where and near.prep not in _NEVER:
        return 0.5
    if near.prep in _DOUBTFUL and not (known or near.kind or near.where or near.opens):
        if near.prep == "of" and near.of_people:
            return 0.5
        return 3.0 if near.prep in ("to", "into", "on") else None
    if near.kind_of or near.prep == "of" and near.of_people:
        weight = min(weight, 0.5)
    return weight + (OWNER if name.owner else 0.0)


def _bare(name: Name, near: Around, known: bool) -> float | None:
    """Of a name without a preposition: it must be known, or be called a town, a camp or the like."""
    if is_letters(name.text) and not known:
        return None
    if near.kind:
        return 1.0
    if near.where and not known and not near.speaks:
        return 1.0
    if not known or len(name.text) < 4 or near.speaks:
        return None
    if near.sided:
        return 1.0
    if near.has or near.hit or near.where:
        return 0.5
    if near.metonym and not name.owner:
        return 5.5
    if name.owner:
        return 2.5 if near.event else 5.0
    return 1.0 if near.event or near.peoples else 4.0
