"""From a name as an article writes it to the organisation: names, short forms, ministries, generic sources."""

import re
from dataclasses import replace
from functools import lru_cache

from .model import KINDS, Organisation
from .normal import normal
from .table import demonyms, generic_names, proper_names, short_forms

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*[.]?|&", re.UNICODE)
_CITED = re.compile(r"\b(?:citing|quoting|quoted by|relaying|on the authority of)\b\s*(?:the\s+)?", re.I)
_BODY = r"(?:ministry|minister|department|directorate|secretariat|bureau)"
_MINISTRY_OF = re.compile(
    rf"\b{_BODY} (?:of|for) (?:the )?(?P<topic>[a-z]+(?:,? (?:and )?(?!the\b)[a-z]+){{0,4}}?)(?= in | of | at |,|$)"
)
_X_MINISTRY = re.compile(rf"\b(?P<topic>[a-z]+(?: and [a-z]+)?) {_BODY}\b")
_NO_TOPIC = frozenset(
    (
        "prime the a an of and state former deputy police fire federal provincial regional national local new his her "
        "its their our senior chief royal first assistant vice union"
    ).split()
)
_SPEAKER = re.compile(
    r"(?:\w+ )*(?:spokes\w+|commander|chief|head|director|leader|member|sources?|staff|statement|data|figures)\b"
)
_SPEAKS_FOR = re.compile(r"\b(?:for|of|from|at|with) (?:the )?(.+)$")
_HEAD_ENDS = re.compile(r",| (?:in|of|at|from|for|with|who|close|near|on|inside|across|along) ")
_OFFICE = re.compile(
    r"\b(?:(?P<state>president|prime minister|premier|vice president|cabinet|king)"
    r"|(?P<local>governor|mayor|chief minister|prefect|commission|committee|commissioner|district head|task force))\b"
)
_LONGEST = 9


@lru_cache(maxsize=1 << 16)
def lookup(name: str) -> Organisation | None:
    """The organisation behind a name, or None: "OCHA spokesperson Ana Example" is OCHA.

    A named organisation anywhere in the name wins over a generic word; "state media, quoting the health ministry"
    is the ministry.
    """
    cited = _CITED.split(name)
    if len(cited) > 1 and (behind := lookup(cited[-1])):
        return behind
    return _proper(name) or _ministry(name) or _generic(name) or _role(name)


@lru_cache(maxsize=1 << 14)
def lookup_all(name: str) -> tuple[Organisation, ...]:
    """Every organisation that a joint source names ("Red Cross and UN"), in the order of the text, each once."""
    found: dict[str, Organisation] = {}
    for part in re.split(r"\s*(?:,|;|\band\b|&|\balong with\b|\btogether with\b|\bas well as\b)\s+", name):
        if organisation := lookup(part):
            found.setdefault(organisation.key, organisation)
    whole = _proper(name)
    if whole and len(found) > 1 and " and " in normal(whole.name):
        return (whole,)
    return tuple(found.values()) or ((whole,) if whole else ())


def is_party(name: str) -> bool:
    """Whether the name is that of a fighting party: armed forces, armed groups, "rebels", "the army"."""
    organisation = lookup(name)
    return organisation is not None and organisation.party


def country_of(name: str) -> str | None:
    """The country (alpha-3) that a name carries as adjective or possessive: "Haitian police", "Libya's army"."""
    words = normal(name).split()
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            if found := demonyms().get(" ".join(words[at : at + size])):
                return found
    return None


def _proper(name: str) -> Organisation | None:
    """The longest proper name in the text; of equals the first. Short forms must stand in their own capitals."""
    tokens = _TOKEN.findall(re.sub(r"['’]s\b", "", name))
    plain = [normal(t) for t in tokens]
    for size in range(min(len(tokens), _LONGEST), 0, -1):
        for at in range(len(tokens) - size + 1):
            found = proper_names().get(" ".join(p for p in plain[at : at + size] if p))
            if found is not None and any(t[0].isupper() or t[0].isdigit() for t in tokens[at : at + size]):
                return _of_country(found, name)
            if size == 1 and (short := short_forms().get(tokens[at].replace(".", ""))):
                return _of_country(short, name)
    return None


def _of_country(organisation: Organisation, name: str) -> Organisation:
    """National societies and agencies that many countries have keep the country that the name says apart."""
    if organisation.key not in _NATIONAL:
        return organisation
    country = country_of(name)
    return replace(organisation, country=country) if country else organisation


_NATIONAL = frozenset({"red_cross", "red_crescent", "ndma", "nema", "civil_protection", "civil_defence"})


def _ministry(name: str) -> Organisation | None:
    """A ministry, department or minister by its topic: "interior minister", "Ministry of Health"."""
    plain = normal(name)
    found = _X_MINISTRY.search(plain)
    if not found or found["topic"].split()[-1] in _NO_TOPIC or not demonym_free(found["topic"]):
        found = _MINISTRY_OF.search(plain)
    if not found:
        return None
    topic = found["topic"]
    topic = demonym_free(topic).split(" and ")[0]
    kind = "party" if topic in ("defence", "defense", "war") else "government"
    if not topic:
        return None
    label = f"Ministry of {topic.title()}" if "department" not in found[0] else f"{topic.title()} Department"
    return Organisation(f"ministry:{topic}", label, kind, KINDS[kind].reliability, country=country_of(name))


def demonym_free(topic: str) -> str:
    """A ministry's topic without the country in front of it."""
    return " ".join(w for w in topic.split() if w not in demonyms())


def _generic(name: str) -> Organisation | None:
    """ "local officials", "Moroccan police": the head of the phrase, or whom a spokesman speaks for."""
    plain = normal(name)
    if whole := generic_names().get(plain):
        return replace(whole, country=country_of(name))
    behind = _SPEAKS_FOR.search(plain)
    if behind and _SPEAKER.match(plain):
        found = _suffix(behind[1])
        if found is not None:
            return replace(found, country=country_of(name))
    found = _suffix(_HEAD_ENDS.split(plain, maxsplit=1)[0]) or _suffix(plain)
    return replace(found, country=country_of(name)) if found is not None else None


def _role(name: str) -> Organisation | None:
    """One who speaks as head of a state, a region or a town, wherever in the name the office stands."""
    plain = normal(name)
    found = _OFFICE.search(plain)
    if not found:
        own = demonyms().get(plain)
        return replace(generic_names()["government"], country=own) if own and name[:1].isupper() else None
    if found["state"]:
        return replace(generic_names()["government"], country=country_of(name))
    return Organisation(
        f"office:{found['local']}", found["local"].title(), "government", KINDS["government"].reliability
    )


def _suffix(plain: str) -> Organisation | None:
    words = plain.split()
    for at in range(len(words)):
        if found := generic_names().get(" ".join(words[at:])):
            return found
    return None
