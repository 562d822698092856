"""Labelled numbers, as in tables and lists: "Houses destroyed: 210"."""

from ..items import BE, HAVE, Item
from .candidate import Candidate
from .sentence import Number

_LONGEST = 9


def label_of(number: Number) -> Candidate | None:
    """The trigger in the label before a number, with the kind of thing that the label names."""
    if number.before() not in (":", "|") or number.at < 2:
        return None
    row, end = number.row, number.at - 1
    start = max((j + 1 for j in range(end) if row[j].w in ("|", ";", "•")), default=0)
    label = row[start:end]
    if not label or len(label) > _LONGEST or any(map(_no_label, label)):
        return None
    spots = [start + n for n, item in enumerate(label) if item.senses]
    senses = tuple(
        s
        for j in spots
        for s in row[j].senses
        if s.frame in ("state", "noun", "toll", "event") or s.form in ("past_participle", "participle", "gerund")
    )
    if not senses:
        return None
    at = spots[-1] if row[spots[0]].noun is not None and len(spots) > 1 else spots[0]
    return Candidate(at, senses, "label", 0.2, kind=_kind(label))


def _no_label(item: Item) -> bool:
    return item.q is not None or item.w in BE or item.w in HAVE or item.w in ("said", "says")


def _kind(label: list[Item]) -> str | None:
    named = [(item.noun.kind, item.senses) for item in label if item.noun is not None]
    plain = [kind for kind, senses in named if not senses]
    nouns = [kind for kind in plain if kind != "excluded"] or plain or [kind for kind, _ in named]
    return next((kind for kind in nouns if kind != "people"), nouns[0] if nouns else None)
