"""Where the counted thing happened: the named places of a sentence, and which of them a figure has.

The place of the clause comes first, else that of the sentence, else the nearest earlier one that an article sets.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from ...languages.language import word_list
from ...model.figure import PlaceBasis
from ...places import Gazetteer
from ...places.countries import COUNTRY_NAMES, DEMONYMS
from ..clean import UPPER

_NAME_WORD = rf"(?:[{UPPER}][\w'\u00ad-]*|al-[A-Z][\w'-]*|el-[A-Z][\w'-]*|d'[A-Z]\w+)"
_NAME = (
    rf"{_NAME_WORD}(?:(?: |-i-|-e-| al-| el-| of (?:the )?(?=[A-Z])| de | du | da | del | la | St\. "
    rf"| Mt\. ){_NAME_WORD})*(?![\w])"
)
_KIND = (
    r"(?:provinces?|districts?|states?|city|cities|towns?|regions?|county|counties|governorates?|"
    r"prefectures?|villages?|camps?|islands?|"
    r"municipality|municipalities|valley|areas?|neighbou?rhood|department|departments|commune|communes|"
    r"township|townships|sectors?|divisions?|localit(?:y|ies)|"
    r"peninsula|countryside|coast|lake|delta|highlands|hills|mountains?|strip|barangay|suburbs?|"
    r"zone|zones|agency|agencies|parish|oblast|territory|settlement|belt|regency|hamlet|hinterland|"
    r"woreda|Province|District|State|City|Town|Region|County|Governorate|Island|Islands|Municipality|"
    r"Valley|Prefecture)"
)
_SIDE = (
    r"(?:(?:the )?(?:far |south-?|north-?|mid-?|north |south )?(?:north|south|east|west|central|"
    r"upper|lower|northern|southern|eastern|western|northeastern|northwestern|southeastern|southwestern|"
    r"northeast|northwest|southeast|southwest|rural|coastal|mainland|greater|inner|outer|downtown|"
    r"mountainous|neighbou?ring|nearby|war-torn|government-held|rebel-held|opposition-held|occupied|"
    r"Indian-administered|Pakistani-administered|Northern|Southern|Eastern|Western|Central)(?:ern|"
    r"-eastern|-western|east|west)?(?:,? and (?:north|south|east|west|central|northern|southern|"
    r"eastern|western)\w*)? )"
)
_BEFORE = (
    r"(?P<prep>\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Aa]cross|[Tt]hroughout|[Aa]round|[Oo]utside|[Ii]nside|"
    r"[Ww]ithin|[Oo]ver|[Oo]n|[Ii]nto|[Tt]o|[Tt]owards?|[Oo]f|[Bb]y|[Ff]or|[Hh]it(?:s|ting)?|[Ss]truck|"
    r"[Ss]lams?|[Ll]ashe[sd]|[Ss]wept|between|off|"
    r"leaving|left|fled|fleeing|against|entered|reached|entering)\b)"
)
_LINK = (
    r"(?: the)?(?: (?:whole|entire|rest|parts?|most|much|some|several|all|capital|city|town|village|"
    r"hamlet|camp|province|district|districts|state|states|region|island|cities|towns|provinces|"
    r"villages|port|northern|southern|area|areas|suburb|border|municipality|outskirts|vicinity|"
    r"commune|neighbou?rhood|governorate|department|county|country|refugee camp|nearby|neighbou?ring|"
    r"mountains|community|prefecture|camps|territory|settlement|valley|coast|east|west|north|south|"
    r"centre|center|counties|communes|departments|regions|governorates|communities|localities|locality|"
    r"sub-?districts?|heart|capital city|coastal city|northern city|southern city|remote|rural|"
    r"town|southern|eastern|western|central|worst-hit|hardest-hit|flooded|mountainous|neighborhood|"
    r"section|part|side|divided|contested|disputed|besieged|war-torn|countries|parish|towns|whole "
    r"of)){0,4}(?: of)?(?: the)?(?: (?:city|town|village|state|province|district|island|region) "
    r"of)? "
)
_LIST = rf"{_NAME}(?: \([A-Z]+\))?(?: {_KIND})?"
_MENTION = re.compile(
    rf"{_BEFORE}(?P<link>{_LINK})(?P<place>{_SIDE}?{_LIST}(?:(?:, | and |, and | & |/){_SIDE}?{_LIST}(?! "
    rf"(?:said|told|says|reported)))*)"
    rf"|(?P<kinded>\b{_SIDE}?{_NAME} {_KIND}\b(?: and {_NAME} {_KIND}\b)?)"
    rf"|(?P<sided>\b{_SIDE}(?P<sidename>{_NAME}))"
    rf"|(?P<owner>\b{_NAME})(?='s? )"
    rf"|(?P<bare>\b{_NAME})"
)
_SOFT = {
    "to": 3.0,
    "towards": 4.0,
    "toward": 4.0,
    "by": 9.0,
    "for": 4.0,
    "of": 1.0,
    "from": 1.0,
    "against": 9.0,
    "on": 2.0,
    "over": 2.0,
    "between": 2.0,
    "reached": 4.0,
    "entered": 3.0,
    "into": 1.5,
    "off": 2.0,
}
_DISTANCE = re.compile(r"\b(?:km|kilomet\w+|miles?|north|south|east|west)[)]?(?: \w+){0,3} $", re.IGNORECASE)
_NOT = word_list("place", "not")
_TITLES = re.compile(
    r"(?:\b(?:President|Minister|Governor|Mayor|Mr|Mrs|Ms|Dr|Gen|General|Col|Colonel|Sheikh|Prof|"
    r"Professor|Sir|Director|Secretary|Chief|Spokesman|spokesman|spokeswoman|spokesperson|commissioner|"
    r"Commissioner|Captain|Deputy|Officer|coordinator|Coordinator|head|chief|director)\.? )$"
)
_ORG = re.compile(
    r"\b(?:Ministry|Department|Agency|Committee|Council|Fund|Organi[sz]ation|Association|Federation|"
    r"Programme|Program|Mission|Service|Services|Society|Group|Union|Party|Court|University|Hospital|"
    r"Church|Press|News|Times|Post|Army|Army's|Forces|Force|Authority|Centre|Center|Commission|"
    r"Office|Observatory|Institute|Foundation|Network|Bank|Cross|Crescent|Movement|Front|Police|"
    r"Bureau|Board|Corps|Nations|Airport|Academy|Company|Corporation|Secretariat|Guard|Guards|Regiment|"
    r"Brigade|Radio|TV|Television|Tribunal|Command|Parliament|House|Street|Road|Plan|Sea Scouts|"
    r"Coordination|Management|Rescue|Helmets|Watch|International|Defen[cs]e|Affairs|Rights|Relief|"
    r"Survey|Red|Trust|Initiative|Summit|Conference|Act|Convention|Classification|Prix|League|Cup|"
    r"Khan Foundation)\b"
)


_GROUPS = re.compile(
    r" (?:schools?|[Cc]hurch|[Hh]ospital|[Uu]niversity|clans?|tribes?|families|people|militants?|"
    r"fighters|rebels|troops|soldiers|forces|officials?|spokes\w+|river|River|workers|volunteers|"
    r"teams?|staff|news|newspaper|flights?|highway|railway|government|police|migrants|refugees|"
    r"nationals|citizens|[Ll]ine)\b"
)
_EVENTS = re.compile(
    r"\b(?:Typhoon|Cyclone|Hurricane|Storm|Earthquake|River|Highway|Line|Day|War|Photo|Update|Report|Highlights)\b"
)


@dataclass(slots=True)
class Mention:
    """One named place: its span, its name as written, and how weak the hint is that something happened there."""

    start: int
    end: int
    name: str
    weight: float
    country: bool
    prep: str = ""


@cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(n for n in COUNTRY_NAMES), frozenset(DEMONYMS) | frozenset(d + "s" for d in DEMONYMS)


@cache
def _world() -> Gazetteer:
    return Gazetteer()


@lru_cache(maxsize=1 << 14)
def _is_place(name: str) -> bool:
    return _world().is_place(name)


def mentions(text: str, start: int, end: int) -> list[Mention]:
    """The place names of one sentence of a cleaned text, in order."""
    found: list[Mention] = []
    heading = _headline(text[start:end])
    for match in _MENTION.finditer(text, start, end):
        mention = _mention(text, match, start)
        if mention is not None and heading:
            mention = _within(mention)
        if mention is not None:
            found.append(mention)
    return _nested(text, found)


def _headline(line: str) -> bool:
    """Whether a line is in title case, where capitals do not tell names from words."""
    words = list(re.findall(r"[^\W\d_]{4,}", line))
    return len(words) > 2 and sum(w[0].isupper() for w in words) > 0.7 * len(words)


def _within(mention: Mention) -> Mention | None:
    """The longest known place inside a name that a headline may have run together with other words."""
    words = mention.name.split(" ")
    for size in range(min(4, len(words)), 0, -1):
        for at in range(len(words) - size + 1):
            name = " ".join(words[at : at + size])
            if (name in _known()[0] or _is_place(name)) and name.lower() not in _NOT:
                start = mention.start + len(" ".join(words[:at])) + (at > 0)
                return Mention(start, start + len(name), name, mention.weight, name in _known()[0], mention.prep)
    return None


def _mention(text: str, match: re.Match[str], begin: int) -> Mention | None:
    group = next(g for g in ("place", "kinded", "sided", "owner", "bare") if match.group(g))
    name, at = match.group(group), match.start(group)
    countries, demonyms = _known()
    name, at = _strip(name, at)
    if not name:
        return None
    first = name.split()[0].strip("'")
    plain = _SIDED.sub("", name)
    core = _KINDED.sub("", plain)
    single = core.split(", ")[0].split(" and ")[0]
    if re.fullmatch(_KIND, single) or single.islower():
        return None
    if _ORG.search(single) or single.lower() in _NOT or single in demonyms or not single:
        return None
    if re.search(r"\d", single) and " " not in single or len(single) < 3 and single not in countries:
        return None
    known = single in countries or single.removeprefix("the ") in countries
    if (
        re.fullmatch(r"[A-Z]{2,}s?", single)
        and len(single) <= 7
        and not (f"({single})" in text and group == "place" and match.group("prep").lower() == "in")
        and not known
        and not _is_place(single.title())
        or _GROUPS.match(text, at + len(name))
    ):
        return None
    if single.endswith(
        ("Asian", "African", "European", "American", "Himalayan", "Balkan", "Mediterranean", "Arctic")
    ) or _EVENTS.search(single):
        return None
    before = text[max(begin, at - 28) : at]
    if re.search(r"(?:[Aa]ccording to|thanks to|belong(?:s|ing)? to|[Dd]ue to|told|said) (?:the )?$", before):
        return None
    if _TITLES.search(before) or first.lower() in _NOT and group in ("bare", "owner"):
        return None
    if group in ("bare", "owner"):
        while (
            not (known or _is_place(single))
            and " " in single
            and not single[single.index(" ") + 1 :].startswith(("al-", "el-"))
        ):
            cut = single.index(" ") + 1
            at, name, single = at + cut, name[cut:], single[cut:]
            known = single in countries
            if text[max(0, at - 3) : at] in ("In ", "in ", "At "):
                return Mention(at, at + len(name), name, 0.0, known, "in") if known or _is_place(single) else None
        if not (known or _is_place(single)) or len(single) < 4 or single.lower() in _NOT or single in demonyms:
            return None
        if group == "owner" and re.match(
            (
                r"'s? (?:[\w-]+ ){0,3}(?:[Mm]inistry|[Aa]gency|[Gg]overnment|[Aa]rmy|[Pp]resident|[Mm]inister|"
                r"[Nn]ews|[Pp]olice|[Aa]uthority|[Aa]uthorities|[Oo]ffice|[Mm]ilitary|[Ff]orces|[Pp]arliament|"
                r"[Dd]epartment|[Cc]ouncil|[Ii]nstitute|[Nn]ational)"
            ),
            text[match.end() : match.end() + 60],
        ):
            return None
        if group == "bare" and re.match(
            r" (?:said|told|says|reported|announced|claim|warn|den|accus|launch|has (?:said|accused))",
            text[match.end() : match.end() + 14],
        ):
            return None
        weight = 4.0
        follow = text[match.end() : match.end() + 40]
        if re.match(
            (
                r" (?:[Ff]lood|[Ee]arth|[Qq]uake|[Ll]andslide|[Ss]torm|[Aa]ttack|[Cc]yclone|[Dd]rought|[Cc]amp|"
                r"[Cc]lash|[Ff]ire|[Ww]ar\b|[Cc]risis|[Bb]last|[Bb]omb|[Ss]trike|[Tt]oll|[Vv]iolence|[Ff]amilies|"
                r"[Vv]illage)"
            ),
            follow,
        ):
            weight = 1.0
        if re.match(
            (
                r"(?: already| now| currently| still)? (?:is (?:still )?(?:home|host) to|hosts|hosted|houses|"
                r"shelters|harbou?rs|remains the|has|had|evacuated|counts|saw|where|:|–|-)|:| –|, where"
            ),
            text[match.end() : match.end() + 22],
        ):
            weight = 0.5
        if group == "bare" and re.match(r"[,:]? ?[A-Z]", text[match.end() : match.end() + 3]) and not known:
            weight += 1
        if match.start() - begin < 3 and (
            name.isupper() or re.match(r"(?: \(\w+\)|, \w+)? ?[–:-] ", text[at + len(name) : at + len(name) + 20])
        ):
            weight = 5.0 if name.isupper() else 1.5
        return Mention(at, at + len(name), name, weight + (1.0 if group == "owner" else 0), known)
    weight = 0.0
    if group == "place":
        prep = match.group("prep").lower()
        weight = _SOFT.get(prep, 0.0)
        rest = text[match.end() : match.end() + 16]
        kinded = re.search(rf"{_KIND}$", name) or re.search(_KIND, match.group("link"))
        if re.search(rf"{_KIND} of", match.group("link")):
            weight = min(weight, 0.5)
        if _DISTANCE.search(
            text[max(begin, match.start() - 24) : match.start() + len(match.group("prep")) + 1]
        ) and not re.match(r"in ", match.group("prep")):
            weight += 4
        if re.search(
            r"\b(?:told|said|reporters|statement|conference|interview|speaking|spoke)\b[^.,]{0,24}$",
            text[max(begin, match.start() - 30) : match.start()],
        ):
            weight += 5
        if re.search(
            (
                r"\b(?:Mission|Office|Ministry|Association|Network|Society|Centre|Center|Commission|Embassy|"
                r"Bank|University|Church|Council|Federation|Conference)(?: \w+)? $"
            ),
            text[max(begin, match.start() - 24) : match.start()],
        ):
            weight += 6
        if (
            prep
            in (
                "by",
                "for",
                "of",
                "to",
                "on",
                "against",
                "over",
                "with",
                "between",
                "hit",
                "hits",
                "hitting",
                "struck",
                "slams",
                "lashed",
                "lashes",
                "swept",
                "leaving",
                "left",
                "fled",
                "fleeing",
                "entered",
                "reached",
                "entering",
            )
            and not kinded
            and not known
            and not _is_place(single)
        ):
            if prep == "of" and re.search(
                (
                    r"(?:residents|people|villagers|parts|areas|city|town|camp|outskirts|inhabitants|families|communities|"
                    r"districts|south|north|east|west|towns|villages|provinces|regions) of $"
                ),
                text[max(begin, match.start() - 14) : match.start() + 3],
            ):
                weight = 0.5
            elif prep in ("to", "into", "on") and not _ORG.search(single):
                weight = 3.0
            else:
                return None
        if re.match(r" (?:said|told|says|news)", rest):
            return None
    elif group == "kinded":
        weight = 1.0
    else:
        if not (known or _is_place(single)):
            return None
        weight = 1.0
    name = _chain(name)
    return Mention(at, at + len(name), name, weight, known and plain == single, (match.group("prep") or "").lower())


# Words that titles and wire copy run into a place name: "Zhejiang Province Friday".
_GLUED = word_list("place", "glued")
_TAIL = re.compile(
    r"(?:, | and |/| & )(?:{})\b.*$".format("|".join(w.capitalize() for w in sorted(_NOT) if w.isalpha()))
)
_SIDED = re.compile(rf"^{_SIDE}")
_KINDED = re.compile(rf" {_KIND}(?: and.*)?$")


def _strip(name: str, at: int) -> tuple[str, int]:
    """Cut what does not belong to a name: a possessive before it, words like "On" at its head."""
    if name.startswith("The "):
        name, at = name[4:], at + 4
    match = re.match(r"(?:[A-Z][\w-]+)'s? (?=\w)", name)
    if match and len(name) > match.end():
        at += match.end()
        name = name[match.end() :]
    name = _TAIL.sub("", name)
    while (
        " " in name
        and name.rsplit(" ", 1)[1].lower() in _GLUED
        and name.rsplit(" ", 1)[1].lower() not in ("state", "district")
    ):
        name = name.rsplit(" ", 1)[0]
    if name.endswith("'s"):
        name = name[:-2]
    return name.rstrip("'- "), at


def _lean(measure: str, mention: Mention) -> float:
    """People flee from where it happened, and come back to where they live: the preposition weighs by measure."""
    if measure in ("returned", "refugees"):
        return {"to": -3.0, "into": -1.5, "from": 9.0}.get(mention.prep, 0.0)
    if measure == "displaced" and mention.prep == "from":
        return -1.0
    if measure == "assisted" and mention.prep == "from":
        return 6.0
    if measure.startswith("funding") and mention.prep not in ("for", "in"):
        return 6.0
    return 0.0


def _chain(name: str) -> str:
    """A chain of places each inside the next ("Siau, North Sulawesi") is its first; a list with "and" stays whole."""
    if ", " in name and " and " not in name and " & " not in name:
        return name.split(", ")[0]
    match = re.search(r"(?:, and | and )([A-Z]{3,})$", name)
    if match and not re.search(r"\b[A-Z]{2,}\b", name[: match.start()]) and not _is_place(match.group(1).title()):
        return name[: match.start()]
    return name


def _nested(text: str, found: list[Mention]) -> list[Mention]:
    """Let the inner place win over the outer one: "Pilger in Nebraska", "Mile camp, in Chad"."""
    for inner, outer in zip(found, found[1:], strict=False):
        if (
            text[inner.end : outer.start]
            in (
                " in ",
                ", ",
                " of ",
                ", in ",
                " (",
                " in the ",
                " at the ",
                " in northern ",
                " in southern ",
                " in eastern ",
                " in western ",
                " in central ",
            )
            and inner.weight <= outer.weight + 3
        ):
            outer.weight = max(outer.weight, inner.weight) + 3.0
    return found


def place_of(
    found: list[Mention],
    text: str,
    at: int,
    end: int,
    others: list[int],
    clause: tuple[int, int],
    carried: Callable[[], str | None],
    lean: str = "",
) -> tuple[str | None, PlaceBasis | None]:
    """The place of the figure at `at`: (name as written, on what basis). `others` are the spots of other figures."""
    best: Mention | None = None
    least = 1e9
    for mention in found:
        weight = mention.weight + _lean(lean, mention)
        if weight >= 8:
            continue
        if mention.start >= end:
            crossed = sum(end <= o < mention.start for o in others)
            cost = (
                min(3.0, (mention.start - end) / 30)
                + 2.5 * crossed
                + weight
                + 4.0 * (": " in text[end : mention.start])
            )
        elif mention.end <= at:
            crossed = sum(mention.end <= o < at for o in others)
            cost = min(3.0, (at - mention.end) / 40) + 1.2 * crossed + weight + 0.8
        else:
            continue
        if not clause[0] <= mention.start < clause[1]:
            cost += 2.5
        if mention.country:
            cost += 1.0
        if cost < least:
            best, least = mention, cost
    if best is None or least >= 6.5:
        name = carried()
        if name or best is None:
            return (name, "carried") if name else (None, None)
    return best.name, "clause" if clause[0] <= best.start < clause[1] else "sentence"
