"""Phrases that name places in figures: "western Aleppo countryside" is a base place, a direction and a kind of area.

The words are data (`phrases.tsv`, several languages side by side); nothing here knows a place.
"""

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from .normal import fold

_POSSESSIVE = re.compile(r"(?<=\w)[’']s\b|(?<=s)[’'](?=\s)")
_BRACKETS = re.compile(r"\s*\([^)]*\)")


class Phrase(NamedTuple):
    """A base name with what is said around it; `kind` is admin1, admin2 or city. The base may be empty."""

    base: str
    direction: str | None = None
    part: str | None = None
    kind: str | None = None
    within: str | None = None

    @property
    def area(self) -> str | None:
        """The words for the part of the base place, None for the whole of it."""
        return " ".join(w for w in (self.direction, self.part) if w) or None


@lru_cache(maxsize=1)
def words() -> dict[str, dict[str, str]]:
    """By role (direction, part, kind, join, of, drop): folded words and what each stands for."""
    table: dict[str, dict[str, str]] = {}
    for line in Path(__file__).with_name("phrases.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        role, value, listed = line.split("\t")
        table.setdefault(role, {}).update(dict.fromkeys(listed.split(";"), value))
    return table


@lru_cache(maxsize=1)
def _joins() -> re.Pattern[str]:
    joined = "|".join(re.escape(w) for w in words()["join"])
    return re.compile(rf"\s*(?:,\s*(?:(?:{joined})\s+)?|\s+(?:{joined})\s+|\s*&\s*|;\s*|/)\s*", re.IGNORECASE)


@lru_cache(maxsize=1)
def _around() -> re.Pattern[str]:
    """One word group at the start of a folded name, longest first."""
    listed = {w for role in ("direction", "part", "kind", "drop", "join") for w in words()[role]}
    return re.compile("(?:" + "|".join(sorted(map(re.escape, listed), key=lambda w: (-len(w), w))) + r")\b")


def split(name: str) -> tuple[str, ...]:
    """The members of a list of places: "Aleppo and Idlib provinces" has two, "central and southern Laos" one."""
    parts = tuple(part for part in _joins().split(_BRACKETS.sub("", name).strip()) if part)
    return (name,) if any(_said(part) is not None for part in parts) else parts


def readings(name: str) -> tuple[Phrase, ...]:
    """How one name can be read, the fullest base first: "Northern Samar", then the north of "Samar"."""
    of = "|".join(map(re.escape, words()["of"]))
    text = _BRACKETS.sub("", name)
    if owner := _POSSESSIVE.split(text, maxsplit=1)[1:]:
        return _owned(text, owner[0])
    heads = re.split(rf"\s+(?:{of})\s+(?:the\s+)?", text, maxsplit=1, flags=re.IGNORECASE)
    found = [Phrase(text.strip())]
    if len(heads) == 2 and (said := _said(heads[0])) is not None:
        found += [_with(said, inner) for inner in readings(heads[1])]
    elif len(heads) == 2:
        found += [inner._replace(within=heads[1].strip()) for inner in _trimmed(heads[0])]
    return tuple(dict.fromkeys([*found, *_trimmed(text)]))


def _owned(text: str, rest: str) -> tuple[Phrase, ...]:
    """Of "China's southwest" and "FATA's North Waziristan agency": a part of the owner, or a place within it."""
    owner = text[: _POSSESSIVE.search(text).start()]  # type: ignore[union-attr]
    whole = (Phrase(text.strip()),)
    if (said := _said(rest)) is not None:
        return whole + tuple(_with(said, inner) for inner in readings(owner))
    return whole + tuple(inner._replace(within=owner.strip()) for inner in readings(rest))


def _with(said: Phrase, inner: Phrase) -> Phrase:
    return inner._replace(
        direction=inner.direction or said.direction, part=inner.part or said.part, kind=inner.kind or said.kind
    )


def _said(text: str) -> Phrase | None:
    """What a text says if it is nothing but directions, parts and kinds; else None."""
    phrase = Phrase("")
    rest = fold(text)
    while rest:
        met = _around().match(rest)
        if met is None:
            return None
        phrase = _take(phrase, met[0])
        rest = rest[met.end() :].strip()
    return phrase


def _take(phrase: Phrase, word: str) -> Phrase:
    for role in ("direction", "part", "kind"):
        if word in words()[role]:
            value = words()[role][word]
            said = getattr(phrase, role)
            joined = f"{said}-{value}" if role == "direction" and said and said != value else said or value
            return phrase._replace(**{role: joined})
    return phrase


def _trimmed(text: str) -> list[Phrase]:
    """The name with kinds taken off its end, then directions and articles off its start, one after another."""
    found = []
    tokens = text.replace("-", " - ").split() if _said(text.split("-")[0]) is not None else text.split()
    tokens = [t for t in tokens if t != "-"]
    end, tail = len(tokens), Phrase("")
    while end > 0:
        found += _from_start(tokens[:end], tail)
        said = _said(tokens[end - 1])
        if said is None or said.direction:
            break
        tail, end = _with(tail, said), end - 1
    if _said(text) is not None:
        found.append(_said(text) or Phrase(""))
    return found


def _from_start(tokens: list[str], tail: Phrase) -> list[Phrase]:
    found = [_with(tail, Phrase(" ".join(tokens)))]
    for start in range(1, len(tokens)):
        said = _said(" ".join(tokens[:start]))
        if said is None:
            continue
        found.append(_with(tail, said._replace(base=" ".join(tokens[start:]))))
    return found
