"""The names of sources: cut to the one who speaks, known for bodies and carriers, and made full from the article."""

import re
from functools import cache

from ...languages.language import alternatives, word_list, word_table
from ...late import late
from ...organisations import lookup
from ..clean import UPPER

_BODIES = word_list("attribution", "bodies")
_NO_BODIES = word_list("attribution", "no_bodies")
_OFFICES = word_list("attribution", "offices")
_CARRIERS = word_list("attribution", "carriers")
_ABBREVIATED = word_table("attribution", "abbreviated")
_DETERMINED = late(r"(?:the|an?|this|that|these|those|some) (?=\w)", re.IGNORECASE)
_NEW = late(rf"(?:{alternatives('attribution', 'new')}) (?=\w)", re.IGNORECASE)
_CAPITALISED = late(rf"[{UPPER}][\w'-]+ $")
_CAPITAL = late(rf" [{UPPER}]")
_INTRODUCING = 70
"""Code points before a name in which the words that introduce its bearer stand."""
_SURNAMED = 2
"""Words of an office in short with a surname: "DC Example"."""
_LONG = 120
"""Code points in which the part of a name before its comma stands."""
_LETTERS = 5
"""Letters that the short form of an office does not have."""
_LAST_CLAUSE = late(r"[^.,;:!?\"\n–]*\Z")
_ASIDE = late(rf", ((?:{alternatives('attribution', 'asides')})\b[^.;:!?\n,]{{0,80}})")
_BESIDE = late(r"([^.,;:!?\"\n–]*), \Z")
_PART = rf"(?:[{UPPER}][\w'-]+ (?:(?:of|for|and|in|the|de|del|da|do|dos|la|para|pour|y|du|des) )*)"


def clean_name(name: str) -> str:
    """A name without article, possessive and marks around it."""
    name = _DETERMINED.sub("", name, count=1) if _DETERMINED.match(name) else name
    name = _NEW.sub("", re.sub(r"'s$", "", name).strip(" ,'-\u00ad"))
    return name[:-1] if name.endswith(".") and name.count(".") == 1 and " " in name else name


@cache
def is_body(name: str) -> bool:
    """Whether a name is that of a body that can count: a known one, or one with such a word in its name."""
    words = re.findall(r"\w+", name.lower())
    short = name.isupper() and name.isalpha() and 2 < len(name) < 9 and name.lower() not in _NO_BODIES
    if short or any(w in _BODIES for w in words):
        return True
    found = lookup(name)
    if found is None and " and " in name:
        return all(is_body(part) for part in re.split(" and (?:the )?", name))
    return found is not None and not (found.kind == "government" and found.country)


def is_known(name: str) -> bool:
    """Whether the table of organisations knows a name."""
    return lookup(name) is not None


@cache
def is_carrier(name: str) -> bool:
    """Whether a name is that of a news agency or an outlet, which passes on what another says."""
    found = lookup(name)
    return found is not None and found.kind == "media" and not set(re.findall(r"\w+", name.lower())) & _CARRIERS


def full_name(text: str, name: str) -> str:
    """The fullest name in the article: a surname's whole name, what an abbreviation stands for; else as it is."""
    if " " in name:
        return _with_short(text, name)
    if len(name) < 2 or not name[0].isupper():
        return name
    long = f"{name})" in text and re.search(rf"({_PART}{{1,8}})\(\s?{re.escape(name)}\)", text)
    if long:
        return f"{clean_name(_fields(text, long, name) + _spelt(long.group(1).strip(), name))} ({name})"
    if name.isupper():
        aside = f"{name}, " in text and re.search(
            rf"\b{re.escape(name)}, (?:the )?({_PART}{{2,8}}[{UPPER}][\w-]+),", text
        )
        return aside.group().rstrip(",") if aside else name
    if not _has_neighbour(text, name):
        return name
    whole = re.search(rf"((?:[{UPPER}][\w'-]+ ){{1,3}}){re.escape(name)}\b", text)
    first = re.search(rf"\b{re.escape(name)}(?: [{UPPER}][\w'-]+){{1,2}}", text)
    return (whole and without_title(whole.group())) or (first and first.group()) or name


def _with_short(text: str, name: str) -> str:
    """A name of several words with the short form that the text puts behind it: "(OCHA)", ", INDECI,"."""
    if f"{name} (" in text and (short := re.search(rf"{re.escape(name)} (\(\s?[A-Z][\w-]+\))", text)):
        return f"{name} {short.group(1)}"
    if name[0].isupper() and not name.split()[-1].isupper() and len(name.split()) == _SURNAMED:
        office, surname = name.split()
        if office.isupper() and spelt_office(text, office):
            return full_name(text, surname)
    told = f"{name}, " in text and is_body(name)
    aside = re.search(rf"{re.escape(name)}, (?:the )?([A-Z]{{3,}}),", text) if told else None
    return f"{name}, {aside.group(1)}" if aside else name


def spelt_office(text: str, short: str) -> str:
    """The office that a text names in full and by its initials: "deputy commissioner" for "DC"; else ""."""
    if not 1 < len(short) < _LETTERS:
        return ""
    words = r"[ -]".join(rf"{letter}[a-z]+" for letter in short)
    found = re.search(rf"\b{words}\b", text, re.IGNORECASE)
    office = found.group().lower() if found else ""
    return office if set(re.findall(r"\w+", office)) & word_list("attribution", "titles") else ""


def _fields(text: str, long: re.Match[str], short: str) -> str:
    """What of a body's name stands before a comma in it: "System for Prevention, | Relief and Care (SPRC)"."""
    if long.group(1)[0] == short[0]:
        return ""
    before = re.search(rf"({_PART}{{0,8}}[{UPPER}][\w'-]+), \Z", text[max(0, long.start() - _LONG) : long.start()])
    return before.group() if before and before.group(1).lstrip()[0] == short[0] else ""


def _spelt(words: str, short: str) -> str:
    """What of some words an abbreviation stands for: not "Secretary of the" in front of it."""
    parts = words.split()
    for k in range(len(parts) - 1, 0, -1):
        if parts[k - 1].islower() and "".join(w[0] for w in parts[k:] if w[0].isupper()) == short:
            return " ".join(parts[k:])
    return words


def titled(text: str, title: str) -> list[tuple[int, str]]:
    """Where a text introduces persons with a title, and their names: "Ana Example" for "collector Ana Example"."""
    short = _ABBREVIATED.get(title.lower())
    office = rf"(?:{re.escape(title)}|{short}\.?)" if short else re.escape(title)
    named = rf"\b(?i:{office}),? ([{UPPER}][\w'-]+(?: [{UPPER}][\w'-]+){{1,2}})\b"
    return [(m.end(), m.group(1)) for m in re.finditer(named, text) if not is_body(m.group(1))]


def office_of(text: str, name: str) -> str:
    """By what words a text introduces a person: "army spokesman Brigadier", "a rebel commander"."""
    at = text.find(name)
    if at < 0:
        return ""
    before = _LAST_CLAUSE.search(text, max(0, at - _INTRODUCING), at)
    aside = _ASIDE.match(text, at + len(name))
    return f"{before[0] if before else ''} {aside[1] if aside else ''}".strip()


def has_other_office(text: str, name: str, office: str) -> bool:
    """Whether a text introduces a person by another office than the one he is called by."""
    at = text.find(name)
    beside = _BESIDE.search(text, max(0, at - _INTRODUCING), at) if at > 0 else None
    words = f"{office_of(text, name)} {beside[1] if beside else ''}"
    given = set(re.findall(r"[\w-]+", words.lower())) & _OFFICES
    return office != "official" and bool(given) and office not in given


def without_title(name: str) -> str:
    """A person's name without the titles in front of it."""
    words = name.split()
    titles = word_list("attribution", "titles") | word_list("attribution", "openings")
    while len(words) > 1 and words[0].lower().strip(".") in titles:
        words = words[1:]
    for k in range(len(words) - 1, 0, -1):
        if words[k - 1].lower() in word_list("attribution", "titles"):
            return " ".join(words[k:])
    return " ".join(words)


def _has_neighbour(text: str, name: str) -> bool:
    """Whether a capitalised word stands next to a name anywhere: only then can there be a fuller one."""
    at = text.find(name)
    while at >= 0:
        if _CAPITAL.match(text, at + len(name)) or _CAPITALISED.search(text[max(0, at - 100) : at]):
            return True
        at = text.find(name, at + 1)
    return False
