"""Who the counted people are: the population tags that a text gives them."""

import re
from collections.abc import Iterator

from .counting import Decision
from .items import Item

_BODILY = frozenset(["deaths", "injured", "casualties", "missing"])
_SIDES = frozenset(["civilians", "combatants"])
_AGE = re.compile(r"(\d+)-year-old")
_CHILD, _ELDERLY = 18, 60


def population(row: list[Item], decision: Decision, decisions: list[Decision]) -> tuple[str, ...]:
    """The tags of one decision that counts people, in the order of the text."""
    tags = _phrase_tags(row, decision)
    if not tags and decision.phrase.head is None and (decision.inherited or decision.candidate):
        tags = _side(decision, decisions)
    follow = row[decision.phrase.end : decision.phrase.end + 2]
    if tags and len(follow) == 2 and follow[0].w == "and" and follow[1].noun is not None and follow[1].q is None:
        tags += follow[1].noun.tags
    tags += _age(row, decision)
    tags += _displaced(row, decision)
    dropped = {"civilians"} if "children" in tags else set()
    if decision.measure == "displaced":
        dropped.add("idps")
    return tuple(dict.fromkeys(tag for tag in tags if tag not in dropped))


def _phrase_tags(row: list[Item], decision: Decision) -> list[str]:
    """The tags of the head and of the nouns before it; of the words behind "of them", "of whom were"."""
    phrase = decision.phrase
    inside = row[phrase.start + 1 : phrase.end]
    tags = list(phrase.head.tags) if phrase.head else []
    for item in inside:
        if item.noun is not None:
            tags += item.noun.tags
    if not tags and any(item.w in ("them", "whom") for item in inside):
        tags = [tag for item in row[phrase.end : phrase.end + 2] if item.noun for tag in item.noun.tags]
    return tags


def _side(decision: Decision, decisions: list[Decision]) -> list[str]:
    """What a bare number shares with the one before: "27 civilians were killed and 12 hurt"."""
    if decision.kind not in (None, "people") or decision.measure not in _BODILY:
        return []
    heads = [d.phrase.head for d in decisions if d.at < decision.at and d.phrase.head is not None]
    return [tag for tag in heads[-1].tags if tag in _SIDES] if heads else []


def _displaced(row: list[Item], decision: Decision) -> Iterator[str]:
    """The tags that a measure or the word "displaced" gives."""
    if decision.measure in ("idps", "refugees"):
        yield decision.measure
    elif any(item.w == "displaced" for item in row[decision.phrase.start + 1 : decision.phrase.end]):
        yield "idps"


def _age(row: list[Item], decision: Decision) -> Iterator[str]:
    """The tags of one person whose age is given."""
    if not decision.quantity.article:
        return
    for item in row[decision.at : decision.at + 6]:
        match = _AGE.match(item.w)
        if match:
            years = int(match.group(1))
            yield from ["elderly"] * (years >= _ELDERLY) + ["children"] * (years < _CHILD)
        if item.w == "elderly":
            yield "elderly"
