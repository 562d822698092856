"""With whom a sentence opens, for the pronoun with which the next one goes on."""

import re

from ...languages.language import alternatives, word_list
from ...late import late
from ..clean import UPPER
from .names import clean_name, is_body
from .runs import Speaker
from .speakers import Phrases
from .tokens import tokens_of

_COUNTERS = word_list("attribution", "counters")
_OPENING = 20
"""Tokens in which a sentence says whom it is about."""
_NAME = rf"(?P<name>[{UPPER}][\w'-]+(?: [{UPPER}][\w'-]+){{1,2}})"
_PERSON = late(rf"(?:[^.]{{0,40}} – )?{_NAME}(?:,| (?=[a-z]))")
# "In Bora, Ana Example, 67, ..."; "Ana Example, a spokesman for the rebels, ...".
_DESCRIBED = late(
    rf"(?:(?:In|At|On|Near|Outside) [^,.]{{1,40}}, )?{_NAME}, "
    rf"(?:\d\d,|(?:an?|the) (?:[\w'-]+ ){{0,4}}(?:{alternatives('attribution', 'titles')})\b)"
)


def group(text: str, start: int, end: int) -> str | None:
    """Those with whom the sentence [start, end) opens: "they"."""
    subject, name = _subject(text, start, end)
    return name if subject is not None and subject.head.endswith("s") else None


def body(text: str, start: int, end: int) -> str | None:
    """The body with which the sentence [start, end) opens: "it"."""
    subject, name = _subject(text, start, end)
    if subject is None or subject.head.endswith("s"):
        return None
    return name if subject.head in _COUNTERS or not subject.head and is_body(name) else None


def issuer(text: str, start: int, end: int, paper: str) -> str | None:
    """The body with which the sentence [start, end) opens that tells of its paper: "The ministry, in a report, put"."""
    told = rf"\b(?:in|issued|published|released) (?:an?|its) (?:[\w-]+ ){{0,2}}{re.escape(paper)}\b"
    return body(text, start, end) if re.search(told, text[start:end]) else None


def named_person(text: str, start: int, end: int) -> str | None:
    """The person with whose name and office or age the sentence [start, end) opens: "he", "she"."""
    if described := _DESCRIBED.match(text, start, end):
        return described["name"]
    subject, name = _subject(text, start, end)
    return name if subject is not None and subject.titled else None


def person_told_of(text: str, start: int, end: int) -> str | None:
    """The person with whose bare name the sentence [start, end) opens."""
    about = _PERSON.match(text, start, end)
    return about["name"] if about and not is_body(about["name"]) else None


def _subject(text: str, start: int, end: int) -> tuple[Speaker | None, str]:
    tokens = tokens_of(text, start, end)[:_OPENING]
    phrases = Phrases(tokens)
    subject = phrases.after(phrases.opening())
    return subject, clean_name(text[tokens[subject.first].start : tokens[subject.last].end]) if subject else ""
