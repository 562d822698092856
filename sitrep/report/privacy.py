"""What names or locates a private person is withheld before anything is composed: it enters no report and no export.

Withheld are the name of a private person, wherever it stands in what the report prints or exports: one that is a
figure, speaks without an office, or stands beside a private role or an age ("Ann Bell, 34", "resident Ann Bell"); and
telephone numbers, e-mail addresses, street addresses with a house number, coordinates. Names are known by their
capitals alone, so a private name that nowhere stands with a role, an age, a figure or a speech is not found: the README
says so.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..model import Article, Extraction, Figure
from .numbers import is_description
from .persons import WORD, Persons
from .phrases import Phrases

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


@dataclass(frozen=True)
class Privacy:
    """What one report withholds: `names` are the private persons of its articles."""

    phrases: Phrases
    names: tuple[str, ...] = ()

    @classmethod
    def of(cls, extractions: Iterable[Extraction], articles: Sequence[Article], phrases: Phrases) -> "Privacy":
        """The rule with the private names of all articles: one decision for each name."""
        found = private_names(extractions, articles, Persons(phrases))
        return cls(phrases, tuple(sorted(found, key=lambda name: (-len(name), name))))

    def clean(self, text: str) -> str:
        """The text with "[name withheld]" and the like in place of what must not go out."""
        if self.names:
            text = self._known.sub(self._word("name"), text)
        if "@" in text:
            text = _MAIL.sub(self._word("number"), text)
        if any(character.isdigit() for character in text):
            text = _COORDINATES.sub(self._word("place"), text)
            text = _PHONE.sub(self._word("number"), text)
            text = self._address.sub(self._word("place"), text)
        for start, end in sorted(self._persons.private_in(text), reverse=True):
            text = text[:start] + self._word("name") + text[end:]
        return text

    def is_withheld(self, figure: Figure) -> bool:
        """Whether the figure's own words are a private person's name."""
        return figure.text.strip() in self.names

    def said(self, text: str | None) -> str | None:
        """The same for a text that may be missing: who gives a figure, a place, a group."""
        return self.clean(text) if text else text

    def _word(self, key: str) -> str:
        return str(self.phrases.table["withheld"][key])

    @cached_property
    def _persons(self) -> Persons:
        return Persons(self.phrases)

    @cached_property
    def _known(self) -> re.Pattern[str]:
        """The names, with any white space between their words."""
        names = (r"\s+".join(map(re.escape, name.split())) for name in self.names)
        return re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)")

    @cached_property
    def _address(self) -> re.Pattern[str]:
        streets = "|".join(sorted(word.title() for word in self.phrases.words("withheld", "streets")))
        return re.compile(rf"\b\d{{1,4}}[A-Za-z]?,?\s+(?:{WORD}\s+){{1,3}}(?:(?:{streets})\b|(?:St|Rd|Ave|Blvd)\.)")


def private_names(extractions: Iterable[Extraction], articles: Sequence[Article], persons: Persons) -> set[str]:
    """The private persons of the articles; who has an office in any of them is none."""
    texts = {article.id: article.text for article in articles}
    found = {name for extraction in extractions for name in _counted_or_speaking(extraction, persons)}
    for text in texts.values():
        found |= {" ".join(text[start:end].split()) for start, end in persons.private_in(text)}
    return {
        name for name in found if not any(name in text and persons.has_office(name, text) for text in texts.values())
    }


def _counted_or_speaking(extraction: Extraction, persons: Persons) -> Iterator[str]:
    """The names that stand as figures, and those of speakers without an office of their own."""
    given = [figure.text for figure in extraction.figures if is_description(figure)]
    given += [figure.source for figure in extraction.figures if figure.source]
    given += [need.source for need in extraction.needs if need.source]
    for name in given:
        if persons.is_bare(name):
            yield " ".join(name.strip(" .,").split())
