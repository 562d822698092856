"""The place at the head of a sentence: "In Oran, a slide in Arzew" tells of Arzew, and goes on in Oran."""

from ...languages.language import alternatives, word_list
from ...late import late
from .mention import LABEL, Mention
from .strength import AT

# "In Oran,", "In the mining town of Oran,", "Beyond the pass, in Mali's Kidal region,".
_HEADS = late(
    r"(?:[^,;:.\d]{3,50}, )?(?P<prep>[\w-]+) (?:the )?(?:[a-z][\w-]* ){0,3}?(?:of )?(?:the )?(?:[A-Z][\w-]+'s? )?"
)
_HEAD = 5
"""How far from its beginning, in code points, a place heads its sentence whatever stands before it."""
_HIT = word_list("place", "sets")
_SPOTS = frozenset(
    ["in", "at", "on", "of", "from", "near", "into", "around", "outside", "hit", "struck", "flee", "fled"]
)
_SPOT = 2.0
"""How weak a sign a place within the sentence can be to be where it happened."""
_FRAME = 3.0
"""By how much the place at the head is a weaker sign then."""
_MARKS = frozenset(",:.*")
# What was alone within, or where somebody speaks whose word ends the sentence.
_OUT = late(rf" (?:alone\b|(?:{alternatives('place_cost', 'says')})(?: on [A-Z]\w+day)?\.)")
_TURN = late(r"; |\b(?:while|whereas|but|and in)\b")


def heads(text: str, start: int, mention: Mention) -> bool:
    """Whether a place stands at the head of its sentence: "In Oran," "In the mining town of Oran,"."""
    lead = _HEADS.fullmatch(text, start, mention.start)
    return mention.start - start <= _HEAD or lead is not None and lead["prep"].lower() == mention.prep


def framed(text: str, start: int, found: list[Mention]) -> list[Mention]:
    """Let a place in the sentence win over the one that heads it: "In Oran, a slide in Arzew", "Oran: a slide in"."""
    fronts = (m for m in found if heads(text, start, m) and text[m.end : m.end + 1] in _MARKS)
    first = next((m for m in fronts if m.prep in AT or m.weight == LABEL), None)
    if first is None:
        return found
    turn = _TURN.search(text, first.end, found[-1].end)
    stop = turn.start() if turn else found[-1].end
    inside = (m for m in found if first.end < m.start < stop and m.weight <= _SPOT and not m.country)
    inside = (m for m in inside if not _OUT.match(text, m.end))
    if any(m.counts or _is_spot(m) and not (_is_water(text, m) or first.country and m.prep == "from") for m in inside):
        first.weight += _FRAME
    return found


def _is_spot(mention: Mention) -> bool:
    """Whether it is said to be where something is, or, of one place, what was hit."""
    return mention.prep in _SPOTS or mention.prep in _HIT and mention.several == 1


def _is_water(text: str, mention: Mention) -> bool:
    """Whether a place is a river by the article before its name: "found in the Neretva"."""
    return text.endswith(" the ", 0, mention.start) and not (mention.country or mention.kind or " " in mention.name)
