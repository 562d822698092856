"""The fullest name that an article gives to one who speaks."""

import re

from ..clean import UPPER
from .find import trim

_CAPITALISED = re.compile(rf"[{UPPER}][\w'-]+ $")
_CAPITAL = re.compile(rf" [{UPPER}]")


def full_name(text: str, name: str) -> str:
    """A surname's whole name, what an abbreviation stands for; else the name as it is."""
    if " " in name or len(name) < 2 or not name[0].isupper():
        return name
    long = f"{name})" in text and re.search(
        rf"((?:[{UPPER}][\w-]+ (?:(?:of|for|and|in|the|de|y|du|des) )*){{1,8}})\(\s?{re.escape(name)}\)", text
    )
    if long:
        return f"{long.group(1).strip()} ({name})"
    if name.isupper() or not _has_neighbour(text, name):
        return name
    whole = re.search(rf"((?:[{UPPER}][\w'-]+ ){{1,3}}){re.escape(name)}\b", text)
    first = re.search(rf"\b{re.escape(name)}(?: [{UPPER}][\w'-]+){{1,2}}", text)
    return (whole and trim(whole.group())) or (first and first.group()) or name


def _has_neighbour(text: str, name: str) -> bool:
    """Whether a capitalised word stands next to a name anywhere: only then can there be a fuller one."""
    at = text.find(name)
    while at >= 0:
        if _CAPITAL.match(text, at + len(name)) or _CAPITALISED.search(text[max(0, at - 100) : at]):
            return True
        at = text.find(name, at + 1)
    return False
