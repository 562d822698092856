"""The named places of one sentence, each with how strong a sign it is that something happened there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...languages.language import word_list
from ...late import late
from .context import Around, around
from .names import (
    Name,
    Names,
    is_country,
    is_facility,
    is_happening,
    is_other,
    is_people,
    is_person,
    official_of,
)

_SETS = word_list("place", "sets")
_AT = word_list("place", "at")
_NEVER = word_list("place", "never")
_DOUBTFUL = word_list("place", "doubtful")
_KINDS = word_list("place", "kinds")
_PREPOSITIONS = {
    word: weight
    for name, weight in (
        ("at", 0.0),
        ("of", 1.0),
        ("into", 1.5),
        ("on", 2.0),
        ("to", 3.0),
        ("for", 4.0),
        ("never", 9.0),
    )
    for word in word_list("place", name)
}
_OFFICIAL = 3.0
_LABEL = 0.3
_HEAD = 5
"""How far from its beginning the place can stand that heads a sentence."""
_SPOTS = frozenset(["in", "at", "on", "of", "from", "near", "into", "around", "outside", "hit", "struck"])
_SPOT = 2.0
_TURN = late(r"; |\b(?:while|whereas|but|and in)\b")
_FRAME = 3.0
_ANYWHERE = Names("")
_SEPARATOR = late(
    r"(?: \([A-Z]{2,}\))?(?: (?:sub |sub-)?(?:"
    + "|".join(sorted(_KINDS))
    + r"))?(?P<mark>, and |, | and | & |/)(?:the )?"
    r"(?:(?:north|south|east|west|central)(?:ern|east|west|eastern|western)? )?"
)
_INSIDE = late(
    r",? ?(?:in|of|at|within|near|outside|\() ?(?:the )?(?:(?:north|south|east|west|cent)\w* )?"
    r"(?:(?:city|town|state|province|district|region|county|area|suburb) of )?(?:the )?|, "
)

_OWNED = late(r"'s? (?:[a-z][\w-]* ){0,3}")
# "Abu Shouk, a camp on the edge of El Fasher": what says where a place is names it no better.
_EXPLAINED = late(r", (?:an?|the) [^,;:]{3,60} (?:in|on|of|at|near|from|outside) (?:the )?")


@dataclass(slots=True)
class Mention:
    """One named place: its span, its name as written, and how weak the hint is that something happened there."""

    start: int
    end: int
    name: str
    weight: float
    country: bool
    prep: str = ""
    kind: str = ""
    """What kind of place the words beside it say it is: "town", "camp"."""
    site: bool = False
    """Whether it is a hospital, a school: where people are brought, not where the article is."""
    several: int = 1
    """How many places it lists."""
    counts: bool = False
    """Whether the text says of it what is counted there: "Nakuru for 62", "Zambia: 6.6 million"."""
    official: bool = False
    """Whether it is named only for its governor, its police: what these count is there if nothing else is named."""

    refers: bool = False
    """Whether the text says it with a word for a place named before: "the city"."""

    @property
    def sets(self) -> bool:
        """Whether it sets the place of the sentences after it."""
        if self.several > 2 or self.official or self.site:
            return False
        if self.prep:
            return self.weight <= 0.6 and self.prep in _SETS
        return self.weight <= 1.0 and (not self.country or self.weight < 1.0)


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
        mention = _mention(name, around(text, start, end, name), names) or _owned(text, name, found)
        if mention is None:
            name = _last_known(name)
            mention = _mention(name, around(text, start, end, name), names)
        if mention is not None:
            taken = _listed(text, mention, todo, names)
            todo = todo[taken:]
            found.append(mention)
    return _framed(text, start, _nested(text, start, found))


def _framed(text: str, start: int, found: list[Mention]) -> list[Mention]:
    """Let a place in the sentence win over the one that heads it: "In Oran, a slide in Arzew", "Oran: a slide in"."""
    first = next((m for m in found if m.start - start <= _HEAD and (m.prep in _AT or m.weight == _LABEL)), None)
    if first is None or text[first.end : first.end + 1] not in (",", ":"):
        return found
    turn = _TURN.search(text, first.end, found[-1].end)
    stop = turn.start() if turn else found[-1].end
    inside = (m for m in found if first.end < m.start < stop and m.weight <= _SPOT and not m.country)
    if any(m.prep in _SPOTS and not (first.country and m.prep == "from") for m in inside):
        first.weight += _FRAME
    return found


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
    """Whether a line is in title case, where capitals do not tell names from words."""
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
    known = names.known(name.text)
    if is_people(name) or is_happening(name) and not (near.prep == "in" and name.text.endswith(" River")):
        return None
    if is_facility(name) and near.prep not in _AT:
        return None
    if not known and is_other(name) and not is_facility(name):
        return None
    if place := official_of(name):
        return Mention(name.start, name.start + len(place), place, _OFFICIAL, False, official=True)
    if near.body and near.office and known and not is_country(name.text):
        return Mention(name.start, name.end, name.text, _OFFICIAL, False, official=True)
    if is_person(name) or near.titled or near.body and not (near.kind and near.prep in _AT):
        return None
    weight = (
        _by_preposition(name, near, known, names.short(name.text) and near.prep == "in")
        if near.prep
        else _bare(name, near, known)
    )
    if weight is None:
        return None
    country = is_country(name.text) and near.start == name.start
    if near.label and known:
        return Mention(near.start, near.end, near.name, _LABEL, country, counts=True)
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
    )


def _by_preposition(name: Name, near: Around, known: bool, short: bool) -> float | None:
    if near.speaks and near.prep not in _AT or _is_letters(name.text) and not known and not short:
        return None
    weight = _PREPOSITIONS[near.prep]
    if near.where and near.prep not in _NEVER:
        return 0.5
    if near.prep in _DOUBTFUL and not (known or near.kind or near.where):
        if near.prep == "of" and near.of_people:
            return 0.5
        return 3.0 if near.prep in ("to", "into", "on") else None
    if near.kind_of or near.prep == "of" and near.of_people:
        weight = min(weight, 0.5)
    return weight + (1.0 if name.owner else 0.0)


def _bare(name: Name, near: Around, known: bool) -> float | None:
    """Of a name without a preposition: it must be known, or be called a town, a camp or the like."""
    if _is_letters(name.text) and not known:
        return None
    if near.kind:
        return 1.0
    if near.where and not known and not near.speaks:
        return 1.0
    if not known or len(name.text) < 4 or near.speaks:
        return None
    if near.sided:
        return 1.0
    if near.has or near.where:
        return 0.5
    if near.metonym and not name.owner:
        return 5.5
    if name.owner:
        return 2.5 if near.event else 5.0
    return 1.0 if near.event or near.peoples else 4.0


def _is_letters(name: str) -> bool:
    """Whether a name is a short form in capitals, which may stand for anything."""
    return re.fullmatch(r"[A-Z]{2,7}s?", name) is not None


def _listed(text: str, first: Mention, todo: list[Name], names: Names) -> int:
    """Widen a mention to the list that it begins; how many of the next names belong to it.

    A chain of places each inside the next ("Siau, North Sulawesi") is its first.
    """
    taken, end, several = 0, first.end, False
    for name in todo:
        gap = _SEPARATOR.fullmatch(text, end, name.start)
        if gap is None or not _joins(text, name, names):
            break
        near = around(text, first.start, len(text), name)
        taken, end, several = taken + 1, near.end, several or gap["mark"] != ", "
    if several:
        first.several = taken + 1
        first.end, first.name, first.country = end, text[first.start : end], False
    return taken if several else _chain(text, first, todo, names)


def _chain(text: str, first: Mention, todo: list[Name], names: Names) -> int:
    """How many names after a comma hold the first one."""
    taken, end = 0, first.end
    for name in todo:
        if text[end : name.start] != ", " or not _joins(text, name, names):
            break
        taken, end = taken + 1, around(text, first.start, len(text), name).end
    return taken


def _joins(text: str, name: Name, names: Names) -> bool:
    near = around(text, name.start, len(text), name)
    if name.owner or near.speaks or near.body:
        return False
    return not is_person(name) and (names.known(name.text) or not is_other(name) and not _is_letters(name.text))


def _nested(text: str, start: int, found: list[Mention]) -> list[Mention]:
    """Let the inner place win over the outer one: "Pilger in Nebraska", "Battambang province's Kamrieng district"."""
    for first, second in zip(found, found[1:], strict=False):
        gap = text[first.end : second.start]
        if _OWNED.fullmatch(gap):
            second.weight, second.prep = min(first.weight, second.weight), first.prep or second.prep
            first.weight += 3.0
        elif (
            _INSIDE.fullmatch(gap) or first.start - start > _HEAD and _EXPLAINED.fullmatch(gap)
        ) and first.weight <= second.weight + 3:
            second.weight = max(second.weight, first.weight) + 3.0
    return found
