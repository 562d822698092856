"""What is counted, in neutral words: "civilians", "HTS fighters", "families", "schools"."""

import re

from ..model import Finding, ReportedFigure
from ..model.runs import Runs, Text
from .desk import Desk
from .numbers import is_description
from .phrases import joined, plain


def noun(desk: Desk, figure: ReportedFigure, finding: Finding | None = None, *, table: bool = False) -> Runs:
    """The counted noun, singular for one; in a table it is the plural, with the side or subset in brackets."""
    one = figure.value == 1 and figure.qualifier == "exact" and not table
    suffix = "_one" if one else ""
    if figure.unit != "people":
        return (Text(text=_thing(desk, figure) or desk.phrases.word(f"units{suffix}", figure.unit)),)
    words = _people(desk, figure, suffix)
    # Of a particular person the report quotes the words, which say the side.
    side = None if is_description(figure) else _side(desk, figure, finding)
    if side is None or side.casefold() in {desk.phrases.word("people", tag) for tag in figure.population}:
        return words
    label = desk.label(side, figure)
    if table:
        return joined((words, " (", label, ")"))
    return words if one else (label,)


def part_noun(desk: Desk, part: ReportedFigure, whole: ReportedFigure | None = None, *, table: bool = False) -> Runs:
    """What tells a part from its whole: its noun, else the group of its finding; nothing where neither does."""
    named = noun(desk, part, table=table)
    said = plain(named).casefold()
    alike = {desk.phrases.word(key, "people") for key in ("people", "people_one")}
    alike |= desk.phrases.words("nouns", part.unit) if desk.phrases.has("nouns", part.unit) else frozenset()
    if said not in alike and (whole is None or said != plain(noun(desk, whole, table=table)).casefold()):
        return named
    finding = next((f for f in desk.findings if any(m.figure.id == part.id for m in f.members)), None)
    group = finding.group if finding else None
    if not group or group.casefold() in {said, *desk.phrases.words("nouns", "generic")}:
        return ()
    return (desk.label(group, part),)


def _people(desk: Desk, figure: ReportedFigure, suffix: str) -> Runs:
    """The population in the report's own words; people in displacement are people there."""
    known = [tag for tag in figure.population if desk.phrases.has("people", tag)]
    wanted = [tag for tag in known if (tag, figure.measure) != ("idps", "idps")] or ["people"]
    return desk.phrases.series(desk.phrases.word(f"people{suffix}", tag) for tag in wanted)


def _side(desk: Desk, figure: ReportedFigure, finding: Finding | None) -> str | None:
    """Side or subset as the sentence writes it: "HTS fighters", "rebels", "teachers"; None if it says no more."""
    group, head = (figure.group or "").strip(), (figure.head or "").strip()
    if any(character.isdigit() for character in group + head) or len(group) > 40:
        return None
    generic = desk.phrases.words("nouns", "generic")
    if "combatants" not in figure.population:
        plural = re.fullmatch(r"[a-z]+(?:s|men|people)", head) and head not in generic and not figure.population
        return head if plural else None
    if not head or head in generic or not head.endswith(("s", "men")):
        return group or None
    found = re.search(rf"{re.escape(group)}\s+{re.escape(head)}" if group else re.escape(head), figure.quote, re.I)
    return " ".join(found[0].split()) if found else f"{group} {head}".strip()


def _thing(desk: Desk, figure: ReportedFigure) -> str | None:
    """The article's noun for homes, facilities, attacks, families, where it is a plain one."""
    head = (figure.head or "").strip().casefold()
    if not re.fullmatch(r"[a-z]+(?: [a-z]+){0,2}", head) or head in desk.phrases.words("nouns", "generic"):
        return None
    return None if set(head.split()) & desk.phrases.words("neutral", "loaded") else head
