"""Whether a name is that of a place where something may have happened, by its surroundings."""

from dataclasses import replace

from ...languages.language import word_list
from .after import NAMED_SITES
from .context import Around
from .mention import LABEL, Mention
from .name import (
    Name,
    is_country,
    is_facility,
    is_happening,
    is_other,
    is_people,
    is_person,
    official_of,
    seat_of,
)
from .names import Names
from .strength import AT, NEVER, OFFICIAL, bare, by_preposition

_PEOPLES_LANDS = word_list("place", "of_a_people")
_BANKS = frozenset(["in", "near", "along", "into"])
"""Where something happens that happens at a river."""


def mention_of(name: Name, near: Around, names: Names) -> Mention | None:
    """The mention that a name is by its surroundings; None for a person, a body, an event, a name of nothing known."""
    land = near.kind in _PEOPLES_LANDS and not near.kind_of and is_people(name)
    known = land or names.known(name.text)
    if is_people(name) and not land or _is_no_site(name, near):
        return None
    if not known and (seat := seat_of(name)):
        return _official(seat, seat.text)
    if not known and is_other(name) and not is_facility(name):
        return None
    if place := official_of(name) or _served(name, near, known, names):
        return _official(name, place)
    if is_person(name) or near.titled or near.body and not (near.kind and near.prep in AT):
        return None
    near = _settled(near, known)
    short = names.short(name.text) and near.prep == "in"
    weight = by_preposition(name, near, known, short) if near.prep else bare(name, near, known)
    return None if weight is None else _placed(name, near, known, weight)


def _is_no_site(name: Name, near: Around) -> bool:
    """Whether a name is an event's, or that of a house in which nothing is said to have happened."""
    if is_happening(name) and not (near.prep in _BANKS and name.text.endswith(" River")):
        return True
    return is_facility(name) and near.prep not in AT and not near.scene


def _served(name: Name, near: Around, known: bool, names: Names) -> str | None:
    """The known place that a body or an office serves; not the home country, which all of them serve."""
    serves = (near.body or name.owner) and near.office and known
    return name.text if serves and not (is_country(name.text) and names.is_home(name.text)) else None


def _settled(near: Around, known: bool) -> Around:
    """The surroundings with the preposition that counts: of a scene "at", of what a place has none."""
    if near.scene and (known or near.kind or near.prep == "of"):
        near = replace(near, prep="at")
    return replace(near, prep="") if near.has and near.prep in NEVER else near


def _placed(name: Name, near: Around, known: bool, weight: float) -> Mention:
    """The mention of a place where something may have happened."""
    country = is_country(name.text) and near.start == name.start
    if near.label and (known or near.kind):
        return Mention(near.start, near.end, near.name, LABEL, country, counts=True)
    return Mention(
        near.start,
        near.end,
        near.name,
        weight + near.penalty,
        country,
        near.prep,
        near.kind or near.called,
        is_facility(name) or near.kind in NAMED_SITES,
        counts=near.has and not near.prep,
        abroad=near.neighbour,
        dwelt_on=near.where or near.kind_of or near.of_people and near.begins,
    )


def _official(name: Name, place: str) -> Mention:
    """The mention of a place, with which a name begins, that is named only for who serves it."""
    return Mention(name.start, name.start + len(place), place, OFFICIAL - name.owner, False, official=True)
