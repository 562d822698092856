"""How weak a sign a name is by the preposition before it, or without one, that something happened there."""

from ...languages.language import word_list
from .context import Around
from .mention import OWNER
from .name import Name, is_feature, is_letters

AT = word_list("place", "at")
NEVER = word_list("place", "never")
_DOUBTFUL = word_list("place", "doubtful")
_LANDS = word_list("place", "lands")
_PREPOSITIONS = {
    word: weight
    for name, weight in (
        ("at", 0.0),
        ("of", 1.0),
        ("into", 1.5),
        ("visits", 0.5),
        ("on", 2.0),
        ("to", 3.0),
        ("for", 4.0),
        ("never", 9.0),
    )
    for word in word_list("place", name)
}
OFFICIAL = 3.0
"""How weak a sign a place is that is named only for who serves it."""
_RIVER = 2.5
"""How weak a sign a name is of nothing known behind "the": mostly a river's."""


def strength_of(preposition: str) -> float | None:
    """How weak a sign a preposition is by itself, None for another word."""
    return _PREPOSITIONS.get(preposition)


def by_preposition(name: Name, near: Around, known: bool, short: bool) -> float | None:
    """Of a name behind a preposition; `known`: in the gazetteer or the text, `short`: as the short form of a place."""
    if near.bound or is_letters(name.text) and not known and not short:
        return None
    if near.speaks and near.prep not in AT:
        return OFFICIAL if near.of_people and near.prep == "of" else None
    weight = _PREPOSITIONS[near.prep]
    if near.prep == "on" and (is_feature(name) or near.opens or near.kind in _LANDS):
        weight = 0.0
    if near.article and near.prep not in NEVER | {"in"} and not (known or near.kind) and name.text.count(" ") < 2:
        return _RIVER
    if near.where and near.prep not in NEVER:
        return 0.5
    if near.prep in _DOUBTFUL and not (known or near.kind or near.where or near.opens):
        if near.prep == "of" and near.of_people:
            return 0.5
        return 3.0 if near.prep in ("to", "into", "on") else None
    if near.kind_of or near.prep == "of" and near.of_people:
        weight = min(weight, 0.5)
    return weight + (OWNER if name.owner else 0.0)


def bare(name: Name, near: Around, known: bool) -> float | None:
    """Of a name without a preposition: it must be known, or be called a town, a camp or the like."""
    if is_letters(name.text) and not known:
        return None
    if near.kind:
        return 1.0
    if near.where and not known and not near.speaks:
        return 1.0
    if not known or len(name.text) < 4 or near.speaks:
        return None
    if near.sided:
        return 1.0
    if near.has or near.hit or near.where:
        return 0.5
    if near.metonym and not name.owner:
        return 5.5
    if name.owner:
        return 2.5 if near.event else 5.0
    return 1.0 if near.event or near.peoples else 4.0
