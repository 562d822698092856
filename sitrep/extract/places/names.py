"""The runs of capitalised words of a text that may be names of places, and which of them are known."""

import re
from collections.abc import Iterator, Sequence

from ...languages.language import alternatives, load, word_list
from ...late import late
from ...places.countries import iso3
from ..clean import UPPER
from .name import (
    HAPPENINGS,
    NO_NAMES,
    Name,
    is_at_home,
    is_feature,
    is_happening,
    is_known,
    is_other,
    is_people,
    is_person,
)

_WORD = (
    rf"(?:(?:Mt|St|Ste|Ft|Pt)\. )?(?:(?:[A-Z]\.){{2,}} )?"
    rf"(?:(?:al|el|ad|an|ar|as|ash|at|az|ed|ej|es|esh|ez|ul|d|l)[-'])?"
    rf"[{UPPER}][\w'\u00ad-]*+(?![$€£¥])"
)
_JOIN = r"(?: | of (?:the )?| de (?:la |los )?| du | da | del | do | dos | das | des | di | la | le )"
# With these a run begins: its first capital, or the article of an Arabic or Romance name.
_OPENS = rf"(?=[{UPPER}adelu])(?<![\w'-])"
_RUN = re.compile(rf"{_OPENS}{_WORD}(?:{_JOIN}{_WORD})*")
_DIVISIONS = word_list("place", "kinds")
_POSSESSIVE = re.compile(r"('s?) (?=\S)")
_OF = re.compile(r" of (?:the )?")
_WORDS = late(rf"{_OPENS}{_WORD}(?: {_WORD})*")
_SUMS = word_list("place", "sums")
_LABELLED = late(rf"^(?:[-–•*] ?)?(?P<name>{_WORD}(?: {_WORD}){{0,2}}): (?=\d)", re.MULTILINE)
_MOUNTAIN = late(rf"\b(?:{alternatives('place', 'mountain_words')}) (?P<name>{_WORD})")
_DIVISION = late(rf"\b(?P<name>{_WORD}(?: {_WORD}){{0,2}}?) (?:{alternatives('place', 'division_names')})\b")
_IN = late(r"\b(?:in|near|at|(?P<kind>(?:sub-)?[a-z]+) of) $")
_LINKS = ("in ", "near ", "at ", " of ")
"""How all that this pattern takes ends."""
_KIND = late(r" (?P<kind>(?:sub-)?[a-z]+)\b")
_BEFORE = 24
"""Code points before a name that say whether something is in it."""
_PEOPLE_OF = word_list("place", "people_of") | word_list("place", "peoples")
_SIDES = word_list("place", "sides")
_AFTER_A_WORD = frozenset(["Island", "Valley", "County", "Parish"])
"""What makes a name of any word before it."""
_GLUED = word_list("place", "glued")
_EVENTS = word_list("place", "events")


class Names:
    """The names of one text."""

    def __init__(self, text: str, home: str | None = None) -> None:
        """`text` is cleaned; `home` is the country of its document (alpha-3), whose smaller places are known too."""
        self._text, self._home = text, home
        self._shorts: frozenset[str] | None = None
        self._located: frozenset[str] | None = None

    def runs(self, start: int, end: int) -> Iterator[Name]:
        """The runs of a sentence without the words that begin or end no name; parts of a possessive one by one."""
        for match in _RUN.finditer(self._text, start, end):
            at = match.start()
            pieces = _POSSESSIVE.split(match.group())
            for i in range(0, len(pieces), 2):
                possessive = i + 1 < len(pieces)
                for start, part in _divisions(pieces[i]):
                    yield from _trimmed(at + start, part, possessive and start + len(part) == len(pieces[i]))
                at += len(pieces[i]) + (len(pieces[i + 1]) + 1 if possessive else 0)

    def is_home(self, name: str) -> bool:
        """Whether a country is that of the document."""
        return self._home is None or iso3(name) == self._home

    def known(self, name: str) -> bool:
        """Whether a name is a place's: one of some size, any at home, or one in which the text says something is."""
        if is_known(name) or self._home is not None and len(name) > 3 and is_at_home(name, self._home):
            return True
        if name in self._places or is_feature(Name(0, len(name), name)):
            return True
        first, _, rest = name.partition(" ")
        return bool(rest) and first.lower() in _SIDES and self.known(rest)

    @property
    def _places(self) -> frozenset[str]:
        """The names in or near which the text, its title apart, says that something is, or that it calls a town."""
        if self._located is None:
            body = self._text.find("\n") + 1
            found = _WORDS.finditer(self._text, body)
            names = [m.group().rpartition("'s ")[2] for m in found if _is_located(self._text, *m.span())]
            mountains = [m["name"] for m in _MOUNTAIN.finditer(self._text)]
            divisions = [_without_openings(m["name"]) for m in _DIVISION.finditer(self._text, body)]
            spots = (Name(0, len(name), name) for name in [*names, *mountains, *divisions, *self._labels()])
            self._located = frozenset(n.text for n in spots if len(n.text) > 3 and not _is_no_place(n))
        return self._located

    def mountain(self, start: int, end: int) -> str | None:
        """The last mountain that is called one in a part of the text: "Mt. Karangetang"."""
        found = list(_MOUNTAIN.finditer(self._text, start, end))
        return found[-1].group() if found else None

    def _labels(self) -> Sequence[str]:
        """What heads the lines of a list with numbers, where at least one of these is known: "Goma: 14 dead"."""
        found = (line["name"] for line in _LABELLED.finditer(self._text))
        labels = [name for name in found if not _counts(name)]
        return labels if len(labels) > 1 and any(map(is_known, labels)) else ()

    def short(self, name: str) -> bool:
        """Whether the text introduces a name as the short form of another one: "(KP)"."""
        if self._shorts is None:
            self._shorts = frozenset(re.findall(r"\(([A-Z]{2,7}s?)\)", self._text))
        return name in self._shorts


def _counts(label: str) -> bool:
    """Whether a label says what is counted in its line: "Injured: 30", "Total: 49"."""
    words, last = load(), label.lower().rpartition(" ")[2]
    return any(last in known for known in (words.nouns, words.triggers, _SUMS))


def _is_located(text: str, start: int, end: int) -> bool:
    """Whether something is said to be in or near the name text[start:end], or its kind stands beside it."""
    if text.endswith(_LINKS, 0, start):
        before = _IN.search(text, max(0, start - _BEFORE), start)
        if before and (before["kind"] is None or before["kind"] in _DIVISIONS):
            return True
    behind = _KIND.match(text, end)
    return behind is not None and behind["kind"] in _DIVISIONS


def _divisions(run: str) -> Iterator[tuple[int, str]]:
    """A division and the one that it belongs to, with their starts: "Maru Local Government Area" "of Zamfara State"."""
    start = 0
    for link in _OF.finditer(run):
        words = run[start : link.start()].split(" ")
        if len(words) > 1 and words[-1].lower() in _DIVISIONS:
            yield start, run[start : link.start()]
            start = link.end()
    yield start, run[start:]


def _without_openings(name: str) -> str:
    """A name without the words before it that belong to none: "In Phu Ruea"."""
    words = name.split(" ")
    while len(words) > 1 and words[0].lower() in NO_NAMES:
        words = words[1:]
    return " ".join(words)


def _is_no_place(name: Name) -> bool:
    lower = name.text.lower()
    return lower in NO_NAMES or is_other(name) or is_people(name) or is_happening(name) or is_person(name)


def _trimmed(at: int, run: str, possessive: bool) -> Iterator[Name]:
    """A run without the words at its ends that belong to no name; cut at a word that stands for a time."""
    owner = possessive or run.endswith(("'s", "'"))
    words = run.removesuffix("'s").rstrip("'-").split(" ")
    if len(words) < 4 and words[0].lower() in HAPPENINGS and not is_known(run):
        return
    while words and _is_before(words) and not _is_whole(words):
        at += len(words[0]) + 1
        words = words[1:]
    if len(words) > 1 and words[-1].lower() in _EVENTS and is_known(" ".join(words[:-1])):
        # "Kerala Floods"
        words, owner = words[:-1], False
    while words and words[-1].lower() in _GLUED and (len(words) < 2 or words[-2][0].isupper()):
        words, owner = words[:-1], False
    if words:
        name = " ".join(words)
        yield Name(at, at + len(name), name, owner)


def _is_before(words: list[str]) -> bool:
    """Whether the first of these words only stands before a name: "Villagers" and "of" in "Villagers of Nyapala"."""
    first = words[0].lower()
    return first in NO_NAMES or words[0] in ("", "of", "the") or first in _PEOPLE_OF - _SIDES and words[1:2] == ["of"]


def _is_whole(words: list[str]) -> bool:
    """Whether the first word belongs to a name, whatever it means elsewhere: "Union Island"."""
    return len(words) == 2 and words[0] != "" and words[1] in _AFTER_A_WORD or is_known(" ".join(words))
