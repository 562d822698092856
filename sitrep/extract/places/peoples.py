"""What a sentence without a name of a place is about: all of a country, or the one of its people or its offices."""

import re

from ...languages.language import alternatives
from ...late import late
from ...places.countries import demonym_country
from .home import written

# An area named by who holds it is a place of its own, without a name: nothing is carried into it.
_HELD = late(
    rf"\b(?:in|on|across|over|inside|throughout) (?:the )?[\w-]+-(?:{alternatives('place', 'held')}) "
    rf"(?:{alternatives('place', 'stretches')})\b"
)
_NATIONAL = late(
    rf"\b(?:{alternatives('place', 'national')})\b|\b(?:{alternatives('place', 'whole')})"
    rf"(?!(?: [\w-]+){{0,4}}? (?:{alternatives('place', 'bodies')})\b)",
    re.IGNORECASE,
)
_WAR = late(
    rf"\b(?:[Tt]he|[Tt]his) (?:[\w-]+ ){{0,2}}(?:{alternatives('place', 'wars')})\b|"
    rf"\b[Ss]ince (?:the )?(?:fighting|hostilities|violence|unrest) (?:began|started|erupted|broke out|flared)\b"
    r"(?! (?:again|anew|early|earlier|last|late|on|this|two|three|\w+day)\b)"
)
_COUNTED = late(
    rf"(?:\b\d{{1,3}}(?:,\d{{3}})+|\b(?P<large>{alternatives('place', 'large')})(?: of)?) (?:[a-z-]+ ){{0,2}}"
    r"(?P<people>[A-Z][a-z]+)\b"
)
_OFFICE = late(
    r"(?:[Tt]he )?(?P<people>[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:(?!army|defen[cs]e|military)[a-z-]+ ){0,2}"
    rf"(?:{alternatives('place', 'civil_bodies')})\b"
)


def country_counted(sentence: str, text: str, home: str | None, anew: bool) -> str | None:
    """The country whose people a sentence counts, as the text writes it; None where the text never names it.

    `home` is the country of the document (alpha-3): within a paragraph, of its people only millions are everywhere in
    it. `anew` is whether the sentence opens a paragraph.
    """
    counted = _COUNTED.search(sentence)
    code = demonym_country(counted["people"], home) if counted else None
    if counted is None or code is None or not (anew or counted["large"] or home not in (None, code)):
        return None
    return written(code, text)


def country_of_office(sentence: str, text: str, home: str | None) -> str | None:
    """The other country whose offices a sentence opens with, as the text writes it.

    Those of the country of the document (`home`, alpha-3) speak of anywhere in it.
    """
    office = _OFFICE.match(sentence)
    code = demonym_country(office["people"], home) if office else None
    return written(code, text) if code and code != home else None


def is_of_holder(sentence: str) -> bool:
    """Whether a sentence is about an area that it names by who holds it: nothing is carried into it."""
    return _HELD.search(sentence) is not None


def is_national(sentence: str) -> bool:
    """Whether a sentence says that it is about the whole country."""
    return _NATIONAL.search(sentence) is not None


def is_of_war(sentence: str) -> bool:
    """Whether a sentence is about the war as a whole: "the civil war"."""
    return _WAR.search(sentence) is not None
