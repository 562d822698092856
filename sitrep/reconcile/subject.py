"""Subject: who or what a figure counts: population, side, subset, kind and degree, from the figure and its text."""

import re
from dataclasses import dataclass

from ..model import Figure
from ..organisations import Organisation, lookup
from .words import first_tag, pattern, table

_PEOPLE = frozenset(
    [
        "deaths",
        "injured",
        "casualties",
        "missing",
        "detained",
        "cases",
        "displaced",
        "idps",
        "refugees",
        "returned",
        "in_need",
        "affected",
        "assisted",
    ]
)
CASUALTIES = frozenset({"deaths", "injured", "casualties", "missing", "detained"})
_NUMBER = re.compile(
    r"(?<![\d,.])\d[\d,.]*(?![\d,.])"
    r"(?![ -](?:hours?|days?|weeks?|months?|years?|minutes?|km|kilomet|miles|per cent|%|o'clock))"
)
_PHRASE_ENDS = re.compile(
    r"[.;:,()—]|(?<![\w-])(?:were|was|are|is|have|had|has|and|in|at|on|since|who|which|that|from|after|during|by|to|as|died|"
    r"killed|injured|dead|wounded|lost|fled|while|when|with|within|inside|across)(?![\w-])"
)
_REACH = 70


@dataclass(frozen=True, slots=True)
class Subject:
    """What is counted. `tags` are population tags but civilians; `civil` tells people, civilians, and everybody apart,
    `side` is a side of the fighting, `subset` a group, kind or degree that makes a finding of its own."""

    tags: tuple[str, ...] = ()
    civil: str = ""
    side: str = ""
    subset: tuple[str, ...] = ()

    @property
    def block(self) -> tuple[object, ...]:
        """What must be equal before two subjects are compared at all."""
        return self.tags, self.subset


def around(figure: Figure, text: str) -> tuple[str, str]:
    """The words before and after a figure in its sentence, in lower case, each cut at the next number."""
    first = max(figure.quote_start if figure.quote else figure.start - _REACH, figure.start - _REACH, 0)
    last = min(figure.quote_end if figure.quote else figure.end + _REACH, figure.end + _REACH)
    before, after = text[first : figure.start].lower(), text[figure.end : max(last, figure.end)].lower()
    numbers = list(_NUMBER.finditer(before))
    cut = _NUMBER.search(after)
    return before[numbers[-1].end() if numbers else 0 :], after[: cut.start() if cut else None]


def counted_noun(figure: Figure, after: str) -> str:
    """The words that say what is counted: side, noun and modifiers as the extractor gave them, else what follows."""
    given = " ".join(w for w in (figure.group, figure.head) if w).lower()
    phrase = _PHRASE_ENDS.split(after, maxsplit=1)[0]
    return f"{given} {' '.join(phrase.split()[:5])}".strip()


def subject(figure: Figure, text: str) -> Subject:
    """The subject of one figure, from its fields and the words around it."""
    before, after = around(figure, text)
    noun = counted_noun(figure, after)
    if figure.measure not in _PEOPLE:
        return Subject(subset=_kind(figure, noun, before, after))
    tags = tuple(
        sorted(set(figure.population) - {"civilians", "combatants"} - ({"idps"} if figure.measure == "idps" else set()))
    )
    side = _side(figure, noun) if "combatants" in figure.population else ""
    civil = "civilians" if "civilians" in figure.population or tags else "combatants" if side else ""
    return Subject(tags, civil, side, _subset(figure, tags, noun, before, after))


def _side(figure: Figure, noun: str) -> str:
    """The side of a fighter: the general word first ("pro-government"), else the organisation, else everybody."""
    tag = first_tag("side", noun)
    named = lookup(figure.group or "") or lookup(figure.head or "") or lookup(noun.upper() if noun.isupper() else "")
    if named is None:
        named = _organisation_after(figure)
    if tag in ("pro_government", "allied", "commander", "peacekeepers", "foreign"):
        return tag
    if named is not None and named.party:
        for side, keys in table()["groups"].items():
            if named.key in keys:
                return f"{side}:{named.key}" if named.key not in (side, "army", "militants") else side
        return named.key
    return tag or ("commander" if figure.value == 1 else "all")


def _organisation_after(figure: Figure) -> Organisation | None:
    """The organisation that the words right after a figure name."""
    at = figure.quote.find(figure.text)
    tail = figure.quote[at + len(figure.text) :][:40] if at >= 0 else ""
    return lookup(_PHRASE_ENDS.split(tail, maxsplit=1)[0])


def _subset(figure: Figure, tags: tuple[str, ...], noun: str, before: str, after: str) -> tuple[str, ...]:
    found: list[str] = []
    if (group := first_tag("subset", noun)) and not (group in ("students", "newborns") and "children" in tags):
        found.append(group)
    if figure.measure in ("injured", "casualties") and (
        severity := first_tag("severity", after) or _just_before(before)
    ):
        found.append(severity)
    if figure.measure == "cases":
        found += [
            t for t in (first_tag("disease", f"{noun} {after}") or first_tag("disease", figure.quote.lower()),) if t
        ]
        found += [t for t in (first_tag("case_status", f"{before[-25:]} {noun}"),) if t]
    if figure.measure == "idps" and pattern("in_camps", "yes").search(f"{noun} {after}"):
        found.append("in_camps")
    if figure.measure in ("in_need", "assisted"):
        found += [figure.sector or "multi"]
    if figure.measure == "assisted" and (aid := first_tag("aid", f"{before[-30:]} {noun} {after[:40]}")):
        found.append(aid)
    return tuple(found)


def _just_before(before: str) -> str | None:
    """Severity in the word or two before the number only ("seriously injured 12" would be too far for more)."""
    return first_tag("severity", " ".join(before.split()[-2:]))


def _kind(figure: Figure, noun: str, before: str, after: str) -> tuple[str, ...]:
    if figure.measure in ("housing_damaged", "housing_destroyed"):
        return _degree(before, after, ("partly", "severely")) if figure.measure == "housing_damaged" else ()
    if figure.measure == "facilities_affected":
        kind = first_tag("facility", noun) or (
            first_tag("facility", figure.quote.lower()) if not noun.strip() else None
        )
        return (kind or _facility_nearby(before, after) or figure.sector or "facilities", *_degree(before, after, ()))
    if figure.measure == "attacks":
        return tuple(t for t in (first_tag("attack", noun),) if t)
    return ()


def _facility_nearby(before: str, after: str) -> str | None:
    return first_tag("facility", after[:40]) or first_tag("facility", before)


def _degree(before: str, after: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """How badly hit: the words after the number count first, those before it only where none follow."""
    if pattern("combined", "yes").search(after):
        return ()
    tag = first_tag("degree", re.split(r"[,;]", after)[0]) or first_tag("degree", before[-40:])
    if tag is None or (wanted and tag not in wanted):
        return ()
    return (tag,)
