"""Who in a text is a private person, and who an official: by the words beside a name, since names are known by their
capitals alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..organisations import lookup, lookup_all
from ..places import Gazetteer
from .phrases import Phrases

_PARTICLE = r"(?:al|el|bin|ibn|de|da|van|von|abu|ur|ul)"
_LARGE = "".join(letter for letter in map(chr, range(0x250)) if letter.isupper())
WORD = rf"[{_LARGE}][\w’'\-]+"
"""A capitalised word, as a pattern."""

_NAME = rf"{WORD}(?:\s+{_PARTICLE})?(?:[\s-]+{WORD}){{1,3}}"
_OF_AGE = re.compile(rf"\b\d{{1,2}}-year-old,?\s+({_NAME})")
_PARENT = re.compile(rf"\b(?:[Mm]other|[Ff]ather)-of-\w+,?\s+({_NAME})")
_STOP = re.compile(r"[.;:,\n“”\"()]")
_BRACKETS = re.compile(r"\s*\([^()]{1,40}\)")
_LINKS = frozenset({"of", "for", "the", "in", "at", "and", "to"})
_BESIDE = re.compile(r"(?:,\s+\d{1,2}\b)?(?:,|\s+(?:of|from|with|at|for|the)\b)\s*([^.,;:\n”\"]{2,90})")
_NAMES_APART = re.compile(rf"(?:,\s*(?:{WORD}\s*)+)+,$")
_FEW = 4
"""Words of an office's field ("director of relief operations")."""

_NEAR = 90
"""Code points before a name in which an office may stand."""


@dataclass(frozen=True)
class Persons:
    """The words of one language by which private persons and officials are known."""

    phrases: Phrases

    def private_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Where names stand beside an age or a private role; an official's and an organisation's name is none."""
        patterns = [_PARENT, *self._beside_role]
        if any(character.isdigit() for character in text):
            patterns += [self._aged, _OF_AGE]
        for pattern in patterns:
            for found in pattern.finditer(text):
                if not self.is_public(found[1]) and not self.has_office(found[1], text):
                    yield found.span(1)

    def is_bare(self, name: str) -> bool:
        """Whether it is a personal name and nothing else: no office, no organisation, no place."""
        return _is_name(name) and not self.is_public(name)

    def is_public(self, name: str) -> bool:
        """Whether the name is an organisation's or a place's, or has an office in it."""
        words = _words(name)
        if words & self._offices or words & self.phrases.words("withheld", "no_person"):
            return True
        return lookup(name) is not None or self._gazetteer.is_place(name)

    def has_office(self, name: str, text: str) -> bool:
        """Whether the text gives the person an office or an organisation to speak for, beside the name."""
        return any(self._beside(text, found) for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text))

    def _beside(self, text: str, found: re.Match[str]) -> bool:
        before = _BRACKETS.sub("", text[max(0, found.start() - _NEAR) : found.start()]).rstrip()
        apart = before.endswith(",")
        for words in {before.rstrip(" ,"), _NAMES_APART.sub("", before)} if apart else {before}:
            if self._is_title(_STOP.split(words)[-1], apart=apart):
                return True
        behind = _BESIDE.match(_BRACKETS.sub("", text[found.end() : found.end() + 2 * _NEAR]))
        return behind is not None and self._is_office(behind[1])

    def _is_title(self, words: str, *, apart: bool) -> bool:
        """Whether the words before a name end with an office; nobody else does something to the person between."""
        if words.endswith(("’s", "'s")):
            return any(body.named for body in lookup_all(words))
        told = re.findall(r"[\w’-]+", words)
        places = [at for at, word in enumerate(told) if word.casefold() in self._titles]
        between = told[places[-1] + 1 :] if places else []
        if apart:
            return bool(places) and not self._verbs & {word.casefold() for word in between}
        named = all(word in _LINKS or word[0].isupper() for word in between)
        return bool(places) and (named or between[0] in _LINKS and len(between) <= _FEW)

    def _is_office(self, words: str) -> bool:
        """Whether the words behind a name begin with an office or an organisation, before any verb."""
        told = re.findall(r"[\w’-]+", words.casefold())
        places = [at for at, word in enumerate(told) if word in self._offices]
        if not places:
            return any(body.named for body in lookup_all(words))
        return not self._verbs & {*told[: places[0]]}

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return Gazetteer()

    @cached_property
    def _offices(self) -> frozenset[str]:
        return self.phrases.words("names", "the") | self._titles

    @cached_property
    def _titles(self) -> frozenset[str]:
        return self.phrases.words("withheld", "official")

    @cached_property
    def _verbs(self) -> frozenset[str]:
        return self.phrases.words("withheld", "verbs")

    @cached_property
    def _aged(self) -> re.Pattern[str]:
        # "In Idlib, 1,200 houses" is a place with a count.
        age = r"(?:aged\s+)?(?:an?\s+)?\d{1,2}(?:-year-old\b|\)|,(?!\d)| years)"
        return re.compile(rf"(?!(?:At|By|For|From|In|Near|Of|On|Since|To)\b)({_NAME}),?\s*\(?{age}")

    @cached_property
    def _beside_role(self) -> tuple[re.Pattern[str], ...]:
        roles = "|".join(sorted(self.phrases.words("withheld", "private")))
        before = rf"\b(?:{roles}),?\s+({_NAME})"
        after = rf"({_NAME}),\s+(?:an?|the|his|her|whose)\s+(?:[\w-]+\s+){{0,3}}(?:{roles})\b"
        return re.compile(before), re.compile(after)


def _is_name(text: str) -> bool:
    return re.fullmatch(_NAME, text.strip(" .,")) is not None


def _words(text: str) -> set[str]:
    return set(re.findall(r"[\w-]+", text.casefold()))
