"""The named places of one sentence, each with how strong a sign it is that something happened there."""

from dataclasses import replace

from .context import around
from .evidence import mention_of
from .fronts import framed
from .headings import in_heading, is_heading, known_as, paired
from .joined import goes_on, listed, nested
from .mention import Mention
from .name import Name, is_happening, is_other, is_people, is_person
from .names import Names

_COUNTED = frozenset(
    [
        "camps",
        "cities",
        "counties",
        "districts",
        "municipalities",
        "provinces",
        "towns",
        "townships",
        "villages",
        "wards",
    ]
)
_ANYWHERE = Names("")


def mentions(text: str, start: int, end: int, names: Names) -> list[Mention]:
    """The place names of one sentence of a cleaned text, in order."""
    heading = is_heading(text[start:end])
    found: list[Mention] = []
    todo = list(names.runs(start, end))
    while todo:
        name = todo.pop(0)
        if heading:
            for known in in_heading(text, start, end, name, names):
                if not (found and paired(text, found[-1], known)):
                    found.append(known)
            continue
        mention = mention_of(name, around(text, start, end, name), names)
        mention = mention or _owned(text, name, found) or goes_on(text, name, found)
        if mention is None:
            whole, name = name, _last_known(name)
            mention = None if name is whole else mention_of(name, around(text, start, end, name), names)
        if mention is not None:
            taken = listed(text, mention, todo, names)
            todo = todo[taken:]
            found.append(mention if taken or mention.end == name.end else _without_kinds(mention, name))
    return framed(text, start, nested(text, start, found))


def _without_kinds(mention: Mention, name: Name) -> Mention:
    """A place without the plural behind it, which counts what is in it: "Agusan towns"."""
    if mention.kind not in _COUNTED or not mention.name.endswith(f" {mention.kind}"):
        return mention
    return replace(mention, end=name.end, name=mention.name.removesuffix(f" {mention.kind}"))


def _owned(text: str, name: Name, found: list[Mention]) -> Mention | None:
    """A name of nothing known that a place owns: "on Victoria's Great Ocean Road"."""
    if not found or not found[-1].prep or text[found[-1].end : name.start] not in ("'s ", "' "):
        return None
    if is_people(name) or is_other(name) or is_person(name) or is_happening(name) or name.owner:
        return None
    return Mention(name.start, name.end, name.text, 1.0, False)


def _last_known(name: Name) -> Name:
    """Of a run that is no place its last words that are one: "China Sichuan" has Sichuan."""
    words = name.text.split(" ")
    for size in range(len(words) - 1, 0, -1):
        if words[-size].startswith(("al-", "el-")):
            break
        if known_as(words[-size:], _ANYWHERE):
            return Name(name.end - len(" ".join(words[-size:])), name.end, " ".join(words[-size:]), name.owner)
    return name
