"""Rule 11: what names or locates a private person is withheld before anything is composed.

Withheld are: a figure whose text is a person's name without an official's role; that name wherever it stands in a
quoted sentence; a name beside a private role or an age ("Ann Bell, 34", "resident Ann Bell"); telephone numbers,
e-mail addresses, street addresses with a house number, coordinates. Names are known by their capitals alone, so a
private name that stands without role, age or figure is not found: the README says so.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ..model import Figure
from ..organisations import lookup
from .numbers import is_description
from .phrases import Phrases

_PARTICLE = r"(?:al|el|bin|ibn|de|da|van|von|abu|ur|ul)"
_LARGE = "".join(letter for letter in map(chr, range(0x250)) if letter.isupper())
_WORD = rf"[{_LARGE}][\w’'\-]+"
_NAME = rf"{_WORD}(?:\s+{_PARTICLE})?(?:[\s-]+{_WORD}){{1,3}}"
_PHONE = re.compile(
    r"(?:\+\d|\b00\d|\(0\d)[\d\s().-]{6,}\d|\b0\d{1,4}[\s-]\d{3}[\d\s-]{2,}\d|\b\d{3}-\d{3,4}-\d{3,4}\b"
    r"|(?<![\d.,])0\d{8,10}(?![\d.,]\d|\d)|(?<=\b[Tt]el[.:] )\d[\d -]{4,}\d",
    re.ASCII,
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
_COORDINATES = re.compile(
    r"-?\d{1,3}\.\d{3,}(?:\s*°)?(?:\s*[NSns]\b)?\s*[,;/ ]\s*-?\d{1,3}\.\d{3,}(?:\s*°)?(?:\s*[EWew]\b)?|"
    r"\b[Ll]at(?:itude)?[.:=]?\s*-?\d{1,3}\.\d{3,}[,;]?\s*\b[Ll]on(?:g|gitude)?[.:=]?\s*-?\d{1,3}\.\d{3,}|"
    r"\d{1,3}\s*°\s*\d{1,2}\s*['’′]\s*(?:[\d.]+\s*[\"”″]\s*)?[NSEW]"
)
_OF_AGE = re.compile(rf"\b\d{{1,2}}-year-old,?\s+({_NAME})")
_PARENT = re.compile(rf"\b(?:[Mm]other|[Ff]ather)-of-\w+,?\s+({_NAME})")


@dataclass(frozen=True)
class Privacy:
    """What one report withholds: `names` are the private persons that its figures name."""

    phrases: Phrases
    names: tuple[str, ...] = ()

    @classmethod
    def of(cls, figures: Iterable[Figure], phrases: Phrases) -> "Privacy":
        """The rule with the names that stand as figures in the articles."""
        official = phrases.words("withheld", "official")
        found = {f.text.strip() for f in figures if is_description(f) and _is_private_name(f.text, official)}
        return cls(phrases, tuple(sorted(found, key=lambda name: (-len(name), name))))

    def clean(self, text: str) -> str:
        """The text with "[name withheld]" and the like in place of what must not go out."""
        for name in self.names:
            text = text.replace(name, self._word("name"))
        if "@" in text:
            text = _MAIL.sub(self._word("number"), text)
        if any(character.isdigit() for character in text):
            text = _COORDINATES.sub(self._word("place"), text)
            text = _PHONE.sub(self._word("number"), text)
            text = self._address.sub(self._word("place"), text)
            text = self._aged.sub(self._without_name, text)
            text = _OF_AGE.sub(self._without_private_name, text)
        text = _PARENT.sub(self._without_name, text)
        for pattern in self._beside_role:
            text = pattern.sub(self._without_name, text)
        return text

    def is_withheld(self, figure: Figure) -> bool:
        """Whether the figure's own words are a private person's name."""
        return figure.text.strip() in self.names

    def speaker(self, name: str | None, quote: str) -> str | None:
        """Who gives a figure; a bare personal name is withheld unless the sentence gives it an office."""
        if not name or not self._bare_name.fullmatch(name.strip(" .,")) or lookup(name) is not None:
            return self.clean(name) if name else name
        at = quote.find(name)
        near = quote[max(0, at - 80) : at + len(name) + 80] if at >= 0 else ""
        words = set(re.findall(r"[\w-]+", f"{name} {near}".casefold()))
        return name if words & self._organisation else self._word("name")

    def _without_name(self, found: re.Match[str]) -> str:
        return found[0].replace(found[1], self._word("name"))

    def _without_private_name(self, found: re.Match[str]) -> str:
        """The same, where the name may be an organisation's: "a 70-year-old Refugee Council"."""
        words = {word.casefold() for word in found[1].split()}
        return found[0] if words & self._organisation else self._without_name(found)

    def _word(self, key: str) -> str:
        return str(self.phrases.table["withheld"][key])

    @cached_property
    def _organisation(self) -> frozenset[str]:
        return self.phrases.words("names", "the") | self.phrases.words("withheld", "official")

    @cached_property
    def _bare_name(self) -> re.Pattern[str]:
        return re.compile(_NAME)

    @cached_property
    def _address(self) -> re.Pattern[str]:
        streets = "|".join(sorted(word.title() for word in self.phrases.words("withheld", "streets")))
        return re.compile(rf"\b\d{{1,4}}[A-Za-z]?,?\s+(?:{_WORD}\s+){{1,3}}(?:(?:{streets})\b|(?:St|Rd|Ave|Blvd)\.)")

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


def _is_private_name(text: str, official: frozenset[str]) -> bool:
    words = re.findall(r"[\w’'\-]+", text)
    if len(words) < 2 or {word.casefold() for word in words} & official:
        return False
    return bool(re.fullmatch(_NAME, text.strip()))
