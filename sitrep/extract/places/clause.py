"""Which of the places that a sentence names is that of one of its figures."""

from collections.abc import Callable, Sequence

from ...languages.language import word_list
from ...late import late
from ...model.figure import PlaceBasis
from .mention import Mention

# A place after "including" is that of the part, until a verb takes the sentence up again.
_OF_A_PART = late(
    r"\b(?:including|among them)\b"
    r"(?!.*(?:, |(?<!that )(?<!who )(?<!which )\b(?:had|has|have|were|was|are|is|died|fled)\b))"
)
# "Of them", "two of whom", up to a comma or the end: the place of that share.
_OF_A_SHARE = late(
    r"(?s)^(?! of ).*(?<!(?<!nearly )(?<!almost )\ball )\bof (?:them|whom|these|which)\b(?!.*(?:;|,(?! (?:and )?\d)) )"
)
_SHARED = late(r"\b(?:of whom|including|among them)\b[^;.]*$")
# Those of another number are said to be of the place: "and 2,000 residents of Martakert".
_OF_OTHERS = late(r"\d[\d,.]* (?:[\w-]+ ){1,3}of (?:the )?$")
# "Costa Rica, where 40 died": what follows happened there, up to the next comma.
_SCENE = late(r", where [^,;]*$")
_BROUGHT = frozenset(["deaths", "injured", "casualties", "missing"])
"""Measures of people who are brought to a hospital from where it happened."""
_WARDS = word_list("place", "wards")
_IN_WARD = late(r"\b(?:to|at) (?:[\w'-]+ ){1,4}(?:hospitals?|clinics?|mortuary|morgue) in (?:the )?(?:\w+ of )?$")
_FAR = 6.5
"""What a place may cost at most to be preferred to the one that carries over."""

_BRACKETED = 4.0
"""By how much a place is a stronger sign of the number in brackets behind it: "Goma (40,000)"."""
_WARD = 60
"""Code points before a place in which it is said that a hospital there took people in."""
_SHARE = 120
"""How far before its place the words can stand that say of what it is a part."""
_STRONG = 4.0
"""How weak a sign may be at most to rank with the others: a dateline or a speaker's town comes after them."""
_SURE = 4.0
"""What the strongest signs may cost more."""


def place_of(
    found: Sequence[Mention],
    text: str,
    at: int,
    end: int,
    others: Sequence[int],
    clause: tuple[int, int],
    carried: Callable[[], str | None],
    measure: str = "",
) -> tuple[str | None, PlaceBasis | None]:
    """The place of the figure at `at`: (name as written, on what basis). `others` are the spots of other figures."""
    best: Mention | None = None
    least = 1e9
    for mention in found:
        cost = _cost(mention, text, at, end, others, measure)
        if cost is None:
            continue
        if not clause[0] <= mention.start < clause[1]:
            cost += 2.5
        if mention.country:
            cost += 1.0
        if best is None or (mention.weight > _STRONG, cost) < (best.weight > _STRONG, least):
            best, least = mention, cost
    if best is None or least >= _FAR + _SURE * (best.weight <= 0.0):
        name = carried()
        if name or best is None:
            return (name, "carried") if name else (None, None)
    if best.refers:
        return best.name, "carried"
    return best.name, "clause" if clause[0] <= best.start < clause[1] else "sentence"


def _cost(mention: Mention, text: str, at: int, end: int, others: Sequence[int], measure: str) -> float | None:
    """How far a mention is from the figure: by distance, by the figures between, by how weak a sign it is."""
    weight = mention.weight + _lean(measure, mention, text)
    if weight >= 8:
        return None
    if mention.start >= end:
        crossed = sum(end <= o < mention.start for o in others)
        between = text[end : mention.start]
        apart = 4.0 * (": " in between) + 12.0 * bool(_OF_A_PART.search(between) or _OF_A_SHARE.search(between))
        apart += 6.0 * bool(crossed and _OF_OTHERS.search(between))
        return min(3.0, (mention.start - end) / 30) + 2.5 * crossed + weight + apart + 3.0 * mention.counts
    if mention.end <= at:
        crossed = sum(mention.end <= o < at for o in others)
        weight -= 3.0 * bool(_SCENE.match(text, mention.end, at))
        weight -= _BRACKETED * (text[mention.end : at] == " (" and text[end : end + 1] == ")")
        apart = 12.0 * (";" in text[mention.end : at] and _in_share(text, mention.start))
        return min(3.0, (at - mention.end) / 40) + 1.2 * crossed + weight + apart + 0.8 * (not mention.counts)
    return None


def _in_share(text: str, at: int) -> bool:
    """Whether a place is said of a part: "of whom 18 in Karongi; 110 people were injured"."""
    return _SHARED.search(text[max(0, at - _SHARE) : at]) is not None


def _lean(measure: str, mention: Mention, text: str) -> float:
    """People flee from where it happened, and come back to where they live: the preposition weighs by measure."""
    if measure in ("returned", "refugees"):
        return {"to": -3.0, "into": -1.5, "from": 9.0, "left": 9.0, "leaving": 9.0}.get(mention.prep, 0.0)
    if (
        measure in _BROUGHT
        and mention.prep == "in"
        and _IN_WARD.search(text[max(0, mention.start - _WARD) : mention.start])
    ):
        return 9.0
    if measure in _BROUGHT and mention.prep in ("at", "in", "to") and mention.name.rsplit(" ", 1)[-1].lower() in _WARDS:
        return 9.0
    if measure == "displaced" and mention.prep == "from":
        return -1.0
    if measure == "assisted" and mention.prep == "from":
        return 6.0
    if measure.startswith("funding") and mention.prep not in ("for", "in"):
        return 6.0
    return 0.0
