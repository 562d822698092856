"""In which countries a clause's places lie: whence people come, and where they go or are."""

from dataclasses import dataclass
from functools import lru_cache

from ...languages.language import word_list, word_table
from ...places.normal import fold
from ...places.world import countries_with
from ..items import BE, HAVE, RELATIVES, Item
from .nations import country

_REGIONS = word_table("counting", "homelands")
_WHENCE = word_list("counting", "whence")
_WHITHER = word_list("counting", "whither")
_MONTHS = word_list("quantities", "months")
_KINDS = word_list("place", "kinds")
_FLYING = frozenset(["fleeing", "escaping"])
_INTO = frozenset(["to", "into", "for"])
_MEANWHILE = word_list("counting", "meanwhile")
_NO_LINK = ("the", "'s")
_LONGEST, _ROUTE, _NEAR = 3, 16, 4
_DAY = "day"

Lands = frozenset[str]
"""Codes of countries (ISO 3166 alpha-3)."""
NOWHERE: Lands = frozenset()


@dataclass(frozen=True, slots=True)
class Route:
    """Whence and where to words lead; `named` are the countries among them that are named, or known by a region."""

    come: Lands = NOWHERE
    go: Lands = NOWHERE
    named: Lands = NOWHERE

    def __or__(self, other: "Route") -> "Route":
        return Route(self.come | other.come, self.go | other.go, self.named | other.named)


def lands(row: list[Item], k: int, home: str | None) -> tuple[Lands, bool]:
    """The countries in which the place named at `k` can lie, none where none is, and whether they are told by name.

    `home` is the country of the document (alpha-3), whose smaller places are known too.
    """
    if k >= len(row) or not row[k].cap or row[k].w in _MONTHS or row[k].w.endswith(_DAY):
        return NOWHERE, False
    if (code := country(row, k)) is not None:
        return frozenset([code]), True
    words: list[str] = []
    for item in row[k : k + _LONGEST]:
        if not item.cap:
            break
        words.append(item.w)
    for n in range(len(words), 0, -1):
        key = fold(" ".join(words[:n]))
        if (code := _REGIONS.get(key)) is not None:
            return frozenset([code]), True
        if n < len(words) and words[n] not in _KINDS:
            continue
        if found := _lie_in(key, home):
            return found, False
    return NOWHERE, False


@lru_cache(maxsize=4096)
def _lie_in(key: str, home: str | None) -> Lands:
    """Where a place of this folded name is: a larger one of the gazetteer, or any at home."""
    return frozenset(code for code, major in countries_with(key) if major or code == home) if key else NOWHERE


def _lies_in(row: list[Item], j: int, end: int) -> bool:
    """Whether a comma and another name follow the name of a place that `j` is in."""
    while j + 1 < end and row[j + 1].cap:
        j += 1
    return j + 2 < end and row[j + 1].w == "," and row[j + 2].cap


def country_entered(row: list[Item], start: int, end: int) -> str | None:
    """The country, named as such, to which the words from `start` on lead: "fled Rann | for Cameroon"."""
    for j in range(start, min(start + _ROUTE, end - 1)):
        if row[j].sign or row[j].w in RELATIVES:
            return None
        if row[j].w.rpartition(" ")[2] in _INTO and (code := country(row, j + 1)) is not None:
            behind = row[j + 2].w if j + 2 < end else ""
            return None if behind == "'s" or behind in _KINDS else code
    return None


def route(row: list[Item], start: int, end: int, home: str | None) -> Route:
    """Whence and where to the words from `start` on lead: "from | Sudan's Blue Nile into Ethiopia"."""
    found = Route()
    lead, steps = row[start - 1].w.rpartition(" ")[2] if start else "", 0
    flying = lead in _FLYING
    for j in range(start, min(start + _ROUTE, end)):
        item = row[j]
        last = item.w.rpartition(" ")[2]
        flying = item.w in _FLYING or flying and item.w not in HAVE and item.w not in _INTO and item.w != ","
        if item.w.startswith("according") or item.sign and item.w != "," or item.w in RELATIVES and j > start:
            break
        if item.w in _MEANWHILE and not (j + 1 < end and row[j + 1].cap):
            # "are in Kaputa after | clashes in Tanganyika": what went before lies elsewhere.
            break
        if last in _WHENCE or last in _WHITHER:
            lead, steps = last, 0
        elif item.cap and (lead in _WHENCE or lead in _WHITHER):
            codes, named = lands(row, j, home)
            told = codes if named else NOWHERE
            found |= Route(codes, NOWHERE, told) if lead in _WHENCE or flying else Route(NOWHERE, codes, told)
            # "in Kiryandongo, | Uganda": what is not known itself is told by what it lies in.
            lead = lead if not codes and _lies_in(row, j, end) else ""
        elif item.w in BE:
            lead = ""
        elif item.w not in _NO_LINK:
            steps += 1
            within = item.w == "," and row[j - 1].cap
            lead = lead if steps < _NEAR and (within or not item.sign) else ""
    return found
