"""How far a place that a sentence names is from one of its figures, in words and in meaning."""

from collections.abc import Sequence

from ...languages.language import load, word_list
from ...late import late
from .mention import Mention

# A place after "including" is that of the part, until a verb takes the sentence up again.
_OF_A_PART = late(
    r"\b(?:including|among them)\b"
    r"(?!.*(?:, |(?<!that )(?<!who )(?<!which )\b(?:had|has|have|were|was|are|is|died|fled)\b))"
)
# A place after a colon and a number is that of the number: "five: three in Jimenez".
_BREAKDOWN = late(
    r"(?:[:–—]|\bnamely) (?:(?:about|some|nearly|over) )?"
    rf"(?:\d|(?:{'|'.join(sorted(word_list('place', 'numbers')))})\b)"
)
# After a quotation, the places of whoever said it.
_SPEAKER = late(r"[,.!?][\"”’'] ?(?:said|says|told|recalled|added|explained)\b")
# "Nine died and 10,000 were evacuated in Muğla alone": the number before is of more.
_AND_THERE = late(r"\band [^,;]*\b(?:was|were|has|have|had)\b")
# "16,400 people who escaped the war in Sudan".
_FLED_WAR = late(
    r"\b(?:escap|flee|fled)\w* (?:from )?(?:the |its )?(?:[a-z-]+ )?"
    r"(?:war|fighting|violence|conflict|famine|unrest) in $"
)
# "80,000 have no power and residents of Lipa said": whoever speaks next.
_SAYS = late(r" (?:said|says|told)\b")
# "Injuring 30 and damaging the town of": what another verb has done somewhere.
_DOING = late(
    r"\band (?:\w+ly )?(?:damaging|destroying|devastating|flattening|hitting|levelling|striking|submerging|wrecking) "
)
# "Of them", "two of whom", up to a comma or the end: the place of that share.
_OF_A_SHARE = late(
    r"(?s)^(?! of ).*(?<!(?<!nearly )(?<!almost )\ball )\bof (?:them|whom|these|which)\b(?!.*(?:;|,(?! (?:and )?(?:\d|"
    rf"(?:{'|'.join(sorted(load().units))})\b)) ))"
)
_SHARED = late(r"\b(?:of whom|including|among them)\b[^;.]*$")
# Those of another number are said to be of the place: "and 2,000 residents of Martakert".
_OF_OTHERS = late(r"\d[\d,.]* (?:[\w-]+ ){1,3}of (?:the )?$")
# "Costa Rica, where 40 died": what follows happened there, up to the next comma.
_SCENE = late(r", where [^,;]*$")
# "Upper Dir, where a stream burst its banks in the Ganshal area": it happened at the place named within.
_INNER = late(r"\b(?:in|at) (?:the )?[A-Z]")
# "Since the first patient was found in Dougui": from there the count began, not all of it is there.
_SINCE = late(r"\b[Ss]ince (?:the )?(?:first|outbreak|start|beginning|onset)\b[^,;.]*$")
# "The conflict in Cabo Delgado, which began in Palma, has": what is told of by the way.
_ASIDE = late(r", (?:which|who|whose) [^,;.]*$")
# "820 of them in Pagudpud alone, and 7,600 were": up to the comma the share, then the whole again.
_IN_SHARE = late(r"\b(?:of them|of whom|among them) [^,;.\d]*$")
_RESUMED = late(r"[^,]*, (?:and|while) ")
# "One died in Mejo, taking the toll to 31": the sum is not of the place of what was added to it.
_SUM = late(
    r"\b(?:bringing|carrying|driving|lifting|pushing|raising|sending|taking) "
    r"(?:the|its|their|this|that|total|overall)\b[^,;]*? to (?:(?:at least|more than|over|nearly|about|around|some) )?$"
)
# "Route 2, which links Asuncion and Foz": where a road leads.
_ROUTE = late(r", which (?:links?|connects?|joins?|leads?|runs?)\b[^,]*$")
_BROUGHT = frozenset(["deaths", "injured", "casualties", "missing"])
"""Measures of people who are brought to a hospital from where it happened."""
_AT = word_list("place", "at")
_WARDS = word_list("place", "wards")
_IN_WARD = late(r"\b(?:to|at) (?:[\w'-]+ ){1,4}(?:hospitals?|clinics?|mortuary|morgue) in (?:the )?(?:\w+ of )?$")
# "The hospital in Fataki, where two died": that they did there.
_DYING = late(r",? where [^,;.]*\b(?:died|succumbed|pronounced dead)\b")
# "300 families from Banica went home": that is where they live, unless they are said to come from it before.
_RETURNED = late(r"\b(?:return|repatriat|deport|went|gone|came|come|back|home|cross|arriv)\w*")
_CARRIED_IN = late(r"\b(?:brought|carried|rushed|taken|transferred)\b")
_HOSPITAL = late(rf"\b(?:{'|'.join(sorted(_WARDS))})s? in (?:the )?(?:\w+ of )?$")
_TAKES_IN = late(
    r" (?:has |have |had )?(?:also |already )?"
    r"(?:received|admitted|treated|took in|(?:was|were|is|are) treating)\b"
)
_GONE = {"to": -3.0, "into": -3.0, "from": 9.0, "left": 9.0, "leaving": 9.0}
_LEANS = {
    **{(measure, prep): lean for measure in ("returned", "refugees") for prep, lean in _GONE.items()},
    ("displaced", "from"): -1.0,
    ("assisted", "from"): 6.0,
}
"""How much weaker a sign a place is behind a preposition where a measure is counted."""
_FUNDED = {"for": -6.0, "in": 0.0, "into": 3.0, "from": 9.0}
"""The same of money, which is given for a place; after other prepositions it hardly is."""
_EVENT_OF = 2.5
"""How weak a sign a place is at most that owns an event: "Congo's measles emergency is short of"."""
_TAKEN, _CLOSE = 2.0, 25
"""How much weaker a sign a place is right behind another figure ("one in Clarin"), and how many code points that is."""
_BESIDE = 2.0
"""By how much a place is a stronger sign of the number right behind it: "in Goma 14 died, in Beni 30"."""
_BRACKETED = 4.0
"""By how much a place is a stronger sign of the number in brackets behind it: "Goma (40,000)"."""
_WARD = 60
"""Code points before a place in which it is said that a hospital there took people in."""
_SHARE = 120
"""How far before its place the words can stand that say of what it is a part."""


def cost_of(mention: Mention, text: str, at: int, end: int, others: Sequence[int], measure: str) -> float | None:
    """How far a mention is from the figure: by distance, by the figures between, by how weak a sign it is."""
    weight = mention.weight + _lean(measure, mention, text, end)
    if weight >= 8:
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
    cost += 8.0 * bool(_BREAKDOWN.search(between)) + 6.0 * bool(_SPEAKER.search(between))
    cost += 12.0 * bool(_OF_A_PART.search(between) or _OF_A_SHARE.search(between) or _ROUTE.search(between))
    cost += 6.0 * bool(crossed and text.startswith(" alone", mention.end) and _AND_THERE.search(between))
    cost += 6.0 * bool(_FLED_WAR.search(between) and mention.country)
    cost += 6.0 * bool(" and " in between and _SAYS.match(text, mention.end))
    cost += 4.0 * bool(_DOING.search(between) or "; " in between and not crossed)
    return cost + _counted_there(mention, text, others)


def _before(mention: Mention, text: str, at: int, end: int, others: Sequence[int]) -> float:
    """What a place before the figure costs besides its weakness."""
    crossed = sum(mention.end <= o < at for o in others)
    between = text[mention.end : at]
    cost = min(3.0, len(between) / 40) + 1.2 * crossed + 0.8 * (not mention.counts)
    if mention.prep in ("in", "at"):
        cost += _TAKEN * any(0 < mention.start - o < _CLOSE for o in others)
    cost -= _BESIDE * (between == " " and mention.prep in _AT)
    cost += 12.0 * bool(_SINCE.search(text, max(0, mention.start - _SHARE), mention.start))
    cost += 12.0 * (";" in between and _in_share(text, mention.start))
    cost += 12.0 * bool(_SUM.search(between) or _ended_share(text, mention, at))
    cost += 3.0 * bool("," in between and _ASIDE.search(text, max(0, mention.start - _SHARE), mention.start))
    cost -= 3.0 * bool(not mention.holds and not _INNER.search(between) and _SCENE.match(text, mention.end, at))
    return cost - _BRACKETED * (between == " (" and text[end : end + 1] == ")")


def _counted_there(mention: Mention, text: str, others: Sequence[int]) -> float:
    """What it costs that the text goes on to count something at a place: "46 hurt, with Ibaraki accounting for 24"."""
    if not mention.counts:
        return 0.0
    goes_on = text.endswith((" with ", " by "), 0, mention.start) or any(o >= mention.end for o in others)
    return 12.0 if goes_on else 3.0


def is_parted(found: Sequence[Mention], text: str, end: int) -> bool:
    """Whether a part of the figure is told to be somewhere: the whole then is of a wider area."""
    return any(m.start > end and m.prep in _AT and _OF_A_PART.search(text, end, m.start) for m in found)


def _in_share(text: str, at: int) -> bool:
    """Whether a place is said of a part: "of whom 18 in Karongi; 110 people were injured"."""
    return _SHARED.search(text[max(0, at - _SHARE) : at]) is not None


def _ended_share(text: str, mention: Mention, at: int) -> bool:
    """Whether a place was said of a share that is over: "20 of them in Pagudpud, and 76 were damaged"."""
    if not _RESUMED.fullmatch(text, mention.end, at):
        return False
    return _IN_SHARE.search(text, max(0, mention.start - _SHARE), mention.start) is not None


def _lean(measure: str, mention: Mention, text: str, end: int) -> float:
    """People flee from where it happened, and come back to where they live: the preposition weighs by measure."""
    prep = mention.prep
    if measure in _BROUGHT:
        return 9.0 if _is_ward(mention, text) else 3.0 * _takes_in(mention, text)
    if measure.startswith("funding"):
        asked = measure == "funding_required" and not prep and mention.weight <= _EVENT_OF
        return 1.0 if asked else _FUNDED.get(prep, 6.0)
    if (measure, prep) == ("returned", "from") and _is_home(mention, text, end):
        return 0.0
    abroad = measure == "refugees" and mention.country and prep in ("to", "into")
    return _LEANS.get((measure, prep), 0.0) - 1.5 * abroad


def _is_home(mention: Mention, text: str, end: int) -> bool:
    """Whether those who came back are counted by where they live, right behind their number."""
    if mention.country or mention.start < end or text.startswith("'", mention.end):
        return False
    return not _RETURNED.search(text, end, mention.start)


def _takes_in(mention: Mention, text: str) -> bool:
    """Whether a hospital at a place is told to have taken people in: "the hospital in Beni received"."""
    before = text[max(0, mention.start - _WARD) : mention.start]
    return _HOSPITAL.search(before) is not None and _TAKES_IN.match(text, mention.end) is not None


def _is_ward(mention: Mention, text: str) -> bool:
    """Whether a place is a hospital, or has the one to which people were brought from where it happened."""
    if mention.official:
        return _CARRIED_IN.search(text, mention.end, mention.end + _SHARE) is not None
    if mention.prep in ("at", "in", "to") and mention.name.rsplit(" ", 1)[-1].lower() in _WARDS:
        return True
    if _DYING.match(text, mention.end):
        return False
    before = text[max(0, mention.start - _WARD) : mention.start]
    return mention.prep == "in" and _IN_WARD.search(before) is not None
