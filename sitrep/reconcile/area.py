"""Area: where a figure counts: the crisis as a whole, or a place that is set apart from it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from ..model import Figure
from ..places.countries import COUNTRIES, iso3
from ..places.countries import name as country_name
from ..places.normal import fold, normal
from .context import Context
from .words import pattern, table, whole_words

CRISIS = "*"
"""The key of the crisis area."""

_LIST = re.compile(r"\w,? and [A-Z]|, [A-Z]\w+")
_COUNTED = re.compile(
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|dozens of) [a-z]", re.I
)


@dataclass(frozen=True, slots=True)
class Area:
    """A place in reconciliation. `key` is equal for spellings of one place; `level` is what the text or the gazetteer
    says it is (empty where unknown); `firm` is False where the place was only carried over or not stated.
    `country` is set where the place is another country, or lies in one."""

    key: str
    name: str | None = None
    level: str = ""
    firm: bool = True
    country: str | None = None
    within: str | None = None


def area(figure: Figure, context: Context) -> Area:
    """The area of one figure as far as its own article says; what the others say is weighed later."""
    firm = figure.place_basis not in ("carried", "country")
    if figure.measure.startswith("funding"):
        return Area(CRISIS, None, firm=False)
    stated = figure.place is not None and firm
    if not stated and pattern("place", "national").search(figure.quote.lower()):
        return Area(CRISIS, None, "country")
    if figure.place is None or _is_dateline(figure.place):
        return Area(CRISIS, None, firm=False)
    return _resolve(figure.place, firm, figure.quote, context)


def _is_dateline(place: str) -> bool:
    """A town in capitals is where the report was filed."""
    return place.isupper() and len(place) > 3


def _resolve(place: str, firm: bool, quote: str, context: Context) -> Area:
    plain = place_words(place)
    folded = fold(plain)
    country = iso3(plain) or iso3(without_directions(plain))
    if country is not None and country == context.country and iso3(plain) is None:
        if context.conflict and not _direction_is_whole(plain, context):
            return Area(normal(folded), place, "area", firm=firm, country=context.country)
        return Area(CRISIS, place, "part", firm)
    if country is not None and country != context.country and not _names_crisis(folded, context):
        return (
            Area(f"country:{country}", place, "country", firm, country)
            if context.country
            else Area(folded, place, "", firm)
        )
    if country is not None or _names_crisis(folded, context) or pattern("place", "whole").fullmatch(folded):
        return Area(CRISIS, place, "country" if country else "area", firm)
    if is_several(plain):
        several = CRISIS if stated_level(_singular(folded)) else normal(folded)
        return Area(several, place, "several", firm=False)
    return _of_gazetteer(place, plain, firm, quote, context) or _by_name(place, plain, firm)


def _of_gazetteer(place: str, plain: str, firm: bool, quote: str, context: Context) -> Area | None:
    if context.places is None:
        return None
    found = context.places.resolve(plain, context.country)
    if not found.resolved or not found.name:
        return None
    if found.level == "country" and found.country == context.country or _names_crisis(fold(found.name), context):
        return Area(CRISIS, place, "country", firm)
    if found.part == "border" or _is_office(plain, found.country, context):
        return Area(CRISIS, None, firm=False)
    if found.country != context.country and not _says_country(quote, found.country):
        return None
    key = normal(fold(found.name))
    if found.part:
        key = f"{key}/{normal(fold(found.part))}"
    return Area(key, place, stated_level(plain), firm, found.country, within=normal(fold(found.admin1 or "")))


def _says_country(quote: str, country: str | None) -> bool:
    """Whether a sentence itself names a country: only then is a name that is also borne at home a place abroad."""
    if country is None:
        return False
    words = fold(quote)
    row = next((c for c in COUNTRIES if c.iso3 == country), None)
    names = (row.name, *row.other_names, *row.adjectives) if row else ()
    return any(f" {fold(n)} " in f" {words} " for n in names)


def _is_office(plain: str, country: str | None, context: Context) -> bool:
    """Whether a town abroad is where agencies speak from, not where people are counted."""
    return country != context.country and pattern("place", "offices").fullmatch(plain.lower()) is not None


def _by_name(place: str, plain: str, firm: bool) -> Area:
    level = stated_level(plain)
    words = [w for w in fold(plain).split() if w not in _levels()]
    return Area(normal(" ".join(words) or fold(plain)), place, level, firm)


@lru_cache(maxsize=1 << 14)
def place_words(place: str) -> str:
    """The name without the words around it: "in and around Marrakech" is "Marrakech"."""
    filler = whole_words(table()["place"]["filler"])
    plain = re.sub(r"\s*\(.*?\)", "", place).strip()
    while True:
        shorter = re.sub(rf"^{filler.pattern}\s+|\s+{filler.pattern}$", "", plain, flags=re.I).strip(" ,")
        level = "|".join(_levels())
        shorter = re.sub(rf"^({level})\s+of\s+(?:the\s+)?(.+)$", r"\2 \1", shorter, flags=re.I)
        shorter = re.sub(r"['’]s?$", "", shorter)
        if shorter == plain:
            return plain
        plain = shorter


def without_directions(plain: str) -> str:
    """ "northwestern Syria" is "Syria"."""
    directions = whole_words(table()["place"]["directions"])
    return re.sub(rf"^(?:{directions.pattern}\s+)+", "", plain.strip(), flags=re.I).strip() or plain


def _direction_is_whole(plain: str, context: Context) -> bool:
    """Whether a part of the country by direction stands for the whole crisis: the crisis' own name has a direction,
    or the part is the middle of it."""
    directions = whole_words(table()["place"]["directions"])
    return bool(directions.search(context.crisis.lower())) or plain.lower().startswith(("central", "mainland"))


def _names_crisis(folded: str, context: Context) -> bool:
    """Whether the place is what the crisis' name calls its own region ("Northwest Syria: escalation")."""
    region = normal(fold(context.crisis.split(":")[0]))
    own = fold(country_name(context.country)) if context.country else ""
    begins = ":" in context.crisis and region.startswith(f"{normal(folded)} ")
    return bool(folded) and (normal(folded) in (region, own) or begins)


def is_several(plain: str) -> bool:
    """Whether a place is a list ("Aleppo and Idlib provinces") or a number of places ("five villages")."""
    return bool(_LIST.search(plain) or _COUNTED.match(plain)) and iso3(plain) is None


def _singular(folded: str) -> str:
    return re.sub(r"ies$", "y", folded) if folded.endswith("ies") else folded.removesuffix("s")


@lru_cache(maxsize=1 << 14)
def stated_level(plain: str) -> str:
    """The administrative word in the name ("province"), or nothing."""
    found = [w for w in fold(plain).split() if w in _levels()]
    return found[-1] if found else ""


@lru_cache(maxsize=1)
def _levels() -> frozenset[str]:
    levels: list[str] = table()["place"]["levels"]
    return frozenset(levels)
