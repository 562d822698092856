"""The country of an article's document, as its text writes it."""

import re
from functools import cache

from ...model.article import Article
from ...places.countries import COUNTRIES


def home_of(article: Article, text: str) -> tuple[str | None, tuple[str, ...]]:
    """How the text writes the country of the document, None where it never does, and its people ("Haitians")."""
    for country in COUNTRIES:
        if country.iso3 == article.country:
            return written(country.iso3, text), tuple(a + "s" for a in country.adjectives)
    return None, ()


def written(code: str, text: str) -> str | None:
    """How a text writes a country (alpha-3), None where it never does."""
    lower = text.lower()
    return next((name for name, pattern in _names(code) if name.lower() in lower and pattern.search(text)), None)


@cache
def _names(code: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The names of a country as texts write them, the longest first, with what finds them."""
    names = [name for country in COUNTRIES if country.iso3 == code for name in (country.name, *country.other_names)]
    ordered = sorted(names, key=lambda n: (n.startswith("The "), -len(n)))
    return tuple((name, re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)) for name in ordered)
