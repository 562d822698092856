"""How far a place that a sentence names is from one of its figures, in words and in meaning."""

from collections.abc import Sequence

from ...languages.language import alternatives
from ...late import late
from .leaning import lean_of
from .mention import Mention
from .shares import breaks_down, has_ended_share, is_in_share, is_of_share
from .strength import AT

_SPEAKER = late(rf"[,.!?][\"”’'] ?(?:{alternatives('place_cost', 'speaks')})\b")
_SAYS = late(rf" (?:{alternatives('place_cost', 'says')})\b")
_AND_THERE = late(alternatives("place_cost", "and_there"))
_FLED_WAR = late(alternatives("place_cost", "fled_war"))
_DOING = late(rf"\band (?:\w+ly )?(?:{alternatives('place_cost', 'doing')}) ")
_OF_OTHERS = late(alternatives("place_cost", "of_others"))
_SCENE = late(alternatives("place_cost", "scene"))
_INNER = late(alternatives("place_cost", "inner"))
_SINCE = late(alternatives("place_cost", "since"))
_ASIDE = late(alternatives("place_cost", "aside"))
_ROUTE = late(alternatives("place_cost", "route"))
_SUM = late(
    rf"\b(?:{alternatives('place_cost', 'summing')}) (?:{alternatives('place_cost', 'sums')})\b[^,;]*? to "
    rf"(?:(?:{alternatives('place_cost', 'sum_is')}) )?$"
)
_TAKEN, _CLOSE = 2.0, 25
"""How much weaker a sign a place is right behind another figure ("one in Clarin"), and how many code points that is."""
_BESIDE = 2.0
"""By how much a place is a stronger sign of the number right behind it: "in Goma 14 died, in Beni 30"."""
_LABELLING = 5.0
"""By how much a place in brackets is a stronger sign of the number behind their colon: "Maluku (Ambon): 530"."""
_BRACKETED = 4.0
"""By how much a place is a stronger sign of the number in brackets behind it: "Goma (40,000)"."""
_LEAD = 120
"""Code points before a place in which the words can stand that say what it is told for."""
_TOO_WEAK = 8


def cost_of(mention: Mention, text: str, at: int, end: int, others: Sequence[int], measure: str) -> float | None:
    """How far a mention is from the figure: by distance, by the figures between, by how weak a sign it is."""
    weight = mention.weight + lean_of(measure, mention, text, end)
    if weight >= _TOO_WEAK:
        return None
    if mention.start >= end:
        return weight + _behind(mention, text, end, others)
    if mention.end <= at:
        return weight + _before(mention, text, at, end, others)
    return None


def _behind(mention: Mention, text: str, end: int, others: Sequence[int]) -> float:
    """What a place behind the figure costs besides its weakness: for the way there and for whose else it is."""
    crossed = sum(end <= o < mention.start for o in others)
    between = text[end : mention.start]
    cost = min(3.0, (mention.start - end) / 30) + 2.5 * crossed + 4.0 * (": " in between)
    cost += 6.0 * bool(crossed and ("; " in between or _OF_OTHERS.search(between)))
    cost += 8.0 * breaks_down(between) + 6.0 * bool(_SPEAKER.search(between))
    cost += 12.0 * bool(is_of_share(between) or _ROUTE.search(between))
    cost += 6.0 * bool(crossed and text.startswith(" alone", mention.end) and _AND_THERE.search(between))
    cost += 6.0 * bool(_FLED_WAR.search(between) and mention.country)
    cost += 6.0 * bool(" and " in between and _SAYS.match(text, mention.end))
    cost += 3.0 * bool("," in between and _SAYS.match(text, mention.end))
    cost += 4.0 * bool(_DOING.search(between) or "; " in between and not crossed)
    return cost + _counted_there(mention, text, others)


def _before(mention: Mention, text: str, at: int, end: int, others: Sequence[int]) -> float:
    """What a place before the figure costs besides its weakness."""
    crossed = sum(mention.end <= o < at for o in others)
    between = text[mention.end : at]
    lead = max(0, mention.start - _LEAD)
    cost = min(3.0, len(between) / 40) + 1.2 * crossed + 0.8 * (not mention.counts)
    if mention.prep in ("in", "at"):
        cost += _TAKEN * any(0 < mention.start - o < _CLOSE for o in others)
    cost -= _BESIDE * (between == " " and mention.prep in AT)
    cost += 12.0 * bool(_SINCE.search(text, lead, mention.start))
    cost += 12.0 * (";" in between and is_in_share(text, mention.start))
    cost += 12.0 * bool(_SUM.search(between) or has_ended_share(text, mention, at))
    cost += 3.0 * bool("," in between and _ASIDE.search(text, lead, mention.start))
    cost -= 3.0 * bool(not mention.holds and not _INNER.search(between) and _SCENE.match(text, mention.end, at))
    cost -= _LABELLING * (between == "): ")
    return cost - _BRACKETED * (between == " (" and text[end : end + 1] == ")")


def _counted_there(mention: Mention, text: str, others: Sequence[int]) -> float:
    """What it costs that the text goes on to count something at a place: "46 hurt, with Ibaraki accounting for 24"."""
    if not mention.counts:
        return 0.0
    goes_on = text.endswith((" with ", " by "), 0, mention.start) or any(o >= mention.end for o in others)
    return 12.0 if goes_on else 3.0
