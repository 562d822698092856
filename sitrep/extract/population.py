"""Who the counted people are: the population tags that a text gives them."""

from collections.abc import Iterator

from ..languages.language import alternatives, word_list, word_table
from ..late import late
from .counting import Decision
from .items import BE, Item
from .parts.words import of_foes

_PASSED_ON = frozenset(["civilians", "combatants", "health_workers", "aid_workers", "journalists"])
_PASSING = dict.fromkeys(["deaths", "injured", "casualties", "missing"], _PASSED_ON) | {
    "detained": frozenset(["combatants"])
}
"""The tags that go on to a bare number: "72 nurses were killed and 40 hurt", "60 rebels died and 19 were captured"."""
_SERVING = word_table("population", "serving")
_ANY = word_list("population", "any")
_FORCES = word_list("population", "forces")
_AGE = late(r"(\d+)-year-old")
_OLD = late(rf"(?:{alternatives('population', 'old')})")
_CHILD, _ELDERLY = 18, 60
_OLDEST = 110
_FAR = 12
_FLED = ["of", "the", "displaced"]
_QUOTES = frozenset("\"'")
_CELLS = frozenset("|;•")


def population(
    row: list[Item], decision: Decision, decisions: list[Decision], whole: tuple[str, ...]
) -> tuple[str, ...]:
    """The tags of one decision that counts people, in the order of the text; `whole` has those of its whole."""
    tags = (
        _phrase_tags(row, decision)
        or _told_to_be(row, decision)
        or _opening(row, decision)
        or _members(row, decision)
        or _before(row, decision)
    )
    if not tags and _is_bare(row, decision) and (decision.inherited or decision.candidate):
        tags = _side(row, decision, decisions)
    follow = row[decision.phrase.end : decision.phrase.end + 2]
    if tags and len(follow) == 2 and follow[0].w == "and" and follow[1].noun is not None and follow[1].q is None:
        tags += follow[1].noun.tags
    tags += _age(row, decision)
    if not tags and len(whole) == 1 and (_is_bare(row, decision) or decision.phrase.word in _ANY):
        tags = list(whole)
    tags += _displaced(row, decision)
    dropped = {"civilians"} if "children" in tags else set()
    if decision.measure == "displaced":
        dropped.add("idps")
    return tuple(dict.fromkeys(tag for tag in tags if tag not in dropped))


def _is_bare(row: list[Item], decision: Decision) -> bool:
    """Whether a number names nobody: it has no noun, or one that only tells what befell ("40 wounded")."""
    head = decision.phrase.head
    return head is None or not head.tags and bool(row[decision.phrase.head_at].senses)


def _phrase_tags(row: list[Item], decision: Decision) -> list[str]:
    """The tags of the head and of the words before it; of those behind "of them", "of whom were", "12 were"."""
    phrase = decision.phrase
    inside = row[phrase.start + 1 : phrase.end]
    tags = list(phrase.head.tags) if phrase.head else []
    for item in inside:
        if item.noun is not None:
            tags += item.noun.tags
        elif item.w in _SERVING:
            tags.append(_SERVING[item.w])
    if of_foes(row, decision.at):
        return ["combatants"]
    if tags or phrase.head is not None and not any(item.w in ("them", "whom") for item in inside):
        return tags
    return _predicate(row[phrase.end : phrase.end + 3])


def _told_to_be(row: list[Item], decision: Decision) -> list[str]:
    """What those are said to be of whom the number counts some: "four of the dead were women"."""
    behind = row[decision.phrase.end : decision.phrase.end + _FAR]
    at = next((n for n, item in enumerate(behind) if item.w in ("were", "are")), None)
    inside = [item.w for item in row[decision.phrase.start : decision.phrase.end]]
    if at is None or "of" not in (*inside, *(item.w for item in behind[:1])):
        return []
    return _predicate(behind[at:]) if all(item.q is None and item.w.isalnum() for item in behind[:at]) else []


def _predicate(after: list[Item]) -> list[str]:
    """The tags of the noun that a number without one is said to be: "eight of them children", "236 are pupils"."""
    if after and (after[0].w in BE or after[0].w in _QUOTES):
        after = after[1:]
    tags: list[str] = []
    for item in after[:2]:
        if item.q is not None or item.sign or item.senses:
            break
        tags += item.noun.tags if item.noun else ()
    return tags


def _opening(row: list[Item], decision: Decision) -> list[str]:
    """The tags of those of whom a sentence counts some: "Of the children who were taken, 14 ...": bare numbers only."""
    if row[0].w not in ("of", "among") or not _is_bare(row, decision):
        return []
    start = [item for item in row[1:4] if item.q is None]
    return [tag for item in start if item.noun for tag in item.noun.tags]


def _members(row: list[Item], decision: Decision) -> list[str]:
    """ "34 members of the armed forces", "425 casualties among nurses"."""
    after = row[decision.phrase.end : decision.phrase.end + 4]
    if not after or after[0].w not in ("of", "among"):
        return []
    if decision.phrase.word in ("members", "member"):
        return [] if _FORCES.isdisjoint(item.w for item in after) else ["combatants"]
    if decision.phrase.head is None or not _is_bare(row, decision):
        return []
    return [tag for item in after[1:3] if item.noun and item.q is None for tag in item.noun.tags]


def _before(row: list[Item], decision: Decision) -> list[str]:
    """The tags of what a number stands behind: a label, "the number of soldiers killed", "children account for"."""
    if not _is_bare(row, decision):
        return []
    at, candidate = decision.at, decision.candidate
    if candidate is not None and candidate.relation == "label":
        start = max((j + 1 for j in range(candidate.at) if row[j].w in _CELLS), default=0)
    elif at > 1 and row[at - 1].w == "for" and row[at - 2].w.startswith("account"):
        start = max(0, at - 4)
    else:
        numbers = [j for j in range(max(0, at - _FAR), at) if row[j].w in ("number", "numbers")]
        if not numbers or row[numbers[-1] + 1].w != "of":
            return []
        start = numbers[-1] + 2
    return [tag for item in row[start:at] if item.noun and item.q is None for tag in item.noun.tags]


def _side(row: list[Item], decision: Decision, decisions: list[Decision]) -> list[str]:
    """What a bare number shares with the one before: "27 civilians were killed and 12 hurt"."""
    if decision.kind not in (None, "people") or decision.measure not in _PASSING:
        return []
    passed = _PASSING[decision.measure]
    named = [d.phrase.head for d in decisions if d.at < decision.at and not _is_bare(row, d)]
    return [tag for tag in named[-1].tags if tag in passed] if named and named[-1] else []


def _displaced(row: list[Item], decision: Decision) -> Iterator[str]:
    """The tags that a measure or the word "displaced" gives."""
    if decision.measure in ("idps", "refugees"):
        yield decision.measure
        return
    phrase = decision.phrase
    behind = [item.w for item in row[phrase.end : phrase.end + 3]]
    if behind[:1] == _FLED[-1:] or behind == _FLED or _FLED[-1] in [w.w for w in row[phrase.start + 1 : phrase.end]]:
        yield "idps"


def _age(row: list[Item], decision: Decision) -> Iterator[str]:
    """The tags of persons by their age: "a 72-year-old man", "Ada Obi, 9,", "a couple in their eighties"."""
    after = row[decision.phrase.end : decision.phrase.end + 3]
    if len(after) == 3 and after[0].w == "in" and _OLD.fullmatch(after[2].w):
        yield "elderly"
    if not decision.quantity.article:
        return
    for item in row[decision.at : decision.at + 6]:
        if match := _AGE.match(item.w):
            yield from _by_years(int(match.group(1)))
        if item.w == "elderly":
            yield "elderly"
    yield from _stated_age(row, decision)


def _stated_age(row: list[Item], decision: Decision) -> Iterator[str]:
    """An age behind the person: ", 72,", "aged 9"."""
    end = decision.quantity.end
    after = [item.w for item in row if item.s >= end][:3]
    if after[:2] == [",", "aged"]:
        after = after[1:]
    if len(after) > 1 and after[0] in (",", "aged") and after[1].isdigit() and len(after[1]) <= 3:
        yield from _by_years(int(after[1]))


def _by_years(years: int) -> list[str]:
    return ["elderly"] * (_ELDERLY <= years <= _OLDEST) + ["children"] * (years < _CHILD)
