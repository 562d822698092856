"""Needs: sentences that state an unmet humanitarian need, a shortage, or a service out of reach, with their clusters.

A need is read from the construction ("lack", "without", "ran out of", "in need of", "overwhelmed"), not its topic.
"""

import hashlib
import re
from functools import lru_cache

from ..model import Article, Figure, Need
from .prefilter import lowered
from .sector import sectors_in

_STRONG = re.compile(
    r"\b(?:in (?:\w+ ){0,2}need(?: of)?|need(?:s|ed|ing)? (?:urgent|immediate|humanitarian|aid|"
    r"help|assistance|food|water|shelter|medic\w+|tents|blankets|mattresses|support|treatment|care|"
    r"protection|\w+ services?)|"
    r"urgently need\w*|badly need\w*|desperate(?:ly)? (?:need\w*|for|short)|require[sd]? (?:urgent|"
    r"immediate|humanitarian|assistance|aid|nutrition|\w+ services?|help|treatment|medical|food|"
    r"shelter|life-saving)|"
    r"lack(?:s|ed|ing)?\b|shortages? of|short of|in short supply|(?:food|fuel|water|medicine|power) "
    r"shortages?|run(?:ning)? (?:out|low|short)|ran out|scarce|scarcity|unaffordable|nonexistent|"
    r"non-existent|inadequate|insufficient|"
    r"without (?:\w+ ){0,3}(?:shelter|food|water|electricity|power|heating|medicine|medicines|medical|"
    r"roof|homes?|treatment|access|aid|assistance|sanitation|fuel|blankets|care|support|school|"
    r"communication\w*|health|toilets|livelihoods?)|"
    r"no (?:access to|(?:clean |safe |drinking |running )?water|food|electricity|power|shelter|"
    r"medicines?|doctors?|blankets?|latrines?|toilets?|stoves|roof|home|lawyer|heating|schools?|"
    r"antibiotics|beds|tents|fuel|news)|"
    r"(?:do|does|did)(?: not|n't) have (?:\w+ ){0,3}(?:water|food|shelter|access|medicine|electricity|"
    r"enough|homes?|blankets|power|place|anything)|(?:don't|doesn't|cannot|can't|could not|unable "
    r"to) (?:feed|afford|access|reach|get|find|go to school|provide|obtain)|"
    r"not (?:get |have |receive )?enough|nowhere to|on the brink of|overcrowded|overwhelmed|overstretched|"
    r"out of (?:service|beds|stock|medicine|school|reach)|food insecure|acute food insecurity|go(?:ing|"
    r"es)? hungry|face(?:s|d)? (?:\w+[- ]){0,3}(?:hunger|starvation|famine)|famine|starv(?:e|ing|"
    r"ation)|malnutrition|malnourished|living in the open|out in the open|sleep(?:ing)? (?:in the "
    r"open|outside|outdoors|rough|under)|"
    r"cut off from|(?:power|electricity) (?:cuts?|outages?|is out|was out)|blackouts?|knocked out "
    r"power|power outages|closed their doors|dropped out|(?:schools?|hospitals?|clinics?|kitchens?|"
    r"health (?:centres?|posts?|facilities)) (?:\w+ ){0,6}(?:closed|shut|destroyed or abandoned|"
    r"out of service|told to close|have closed)|yet to receive|poor sanit\w+|basic sanitation|hardly "
    r"any|for want of|deprived of|minimal resources|broken down|fallen dry|cannot feed|not one "
    r"dose)",
)
_APPEAL = re.compile(
    (
        r"\b(?:appeal(?:s|ed|ing)? (?:to|for|,)|call(?:s|ed|ing)? (?:on|upon) (?:[\w,' -]+ )?(?:humanitarian|"
        r"aid|international|organi[sz]ations?|agencies|government|donors)|ask(?:s|ed|ing)? (?:[\w,' "
        r"-]+ )?(?:to (?:expedite|provide|send)|for (?:help|aid|tents|assistance))|demand(?:s|ed) (?:[\w,' "
        r"-]+ )?(?:aid|assistance|help)|request(?:s|ed) (?:\w+ ){0,2}(?:help|aid|assistance)|urgent "
        r"call for help|appealed for)"
    ),
)
_HELP = re.compile(
    r"\b(?:help|aid|assist\w*|relief|food|shelter|tents?|water|medic\w+|tarpaulins?|blankets?|support|provision)\b"
)
_NOT = re.compile(
    (
        r"\b(?:no shortage|not lacking|without (?:electing|warning|incident|comment|written permission|"
        r"water damage)|no longer in need|lack of (?:respect|evidence|information|political|clarity|"
        r"confidence|progress|trust|interest|commitment)|de-escalation|unaffordable price|firefighters?|"
        r"electricity and communications are continuing|if you|subscribe|has the power|power to)\b"
    ),
)
_GENERAL = re.compile(r"\b(?:aid|help|assistance|support|relief|humanitarian)\b")


# How the words begin of which one stands in every need.
_WORTH = re.compile(
    r"need|require|lack|short|run|ran|scarc|unafford|nonexist|existent|inadeq|insuff|without|no$|"
    r"not$|don$|doesn$|didn$|"
    r"do$|does$|did$|t$|can|could|unable|nowhere|brink|over|out|insecure|hung|starv|famine|maln|open|sleep|cut|power|"
    r"electric|blackout|close|drop|shut|destroy|told|yet|poor|basic|hardly|want|deprived|minimal|broken|fallen|"
    r"appeal|call|ask|demand|request|urgent|desper|badly|go$|going|goes"
)


@lru_cache(maxsize=1 << 16)
def _worth(word: str) -> bool:
    return _WORTH.match(word) is not None


def need_of(
    article: Article, text: str, start: int, end: int, words: frozenset[str], figures: list[Figure]
) -> Need | None:
    """The need that a sentence states; `figures` are its own: people counted as in need are one, whatever the words."""
    sectors = _sectors(lowered(text[start:end])) if any(map(_worth, words)) else []
    if not sectors:
        counted = [f.sector for f in figures if f.measure == "in_need" and f.scope == "current"]
        sectors = [counted[-1] or "multi"] if counted and counted[-1] else []
    if not sectors:
        return None
    identity = hashlib.sha256(f"{article.id}|need|{start}|{end}".encode()).hexdigest()[:12]
    quote = article.text[start:end]
    return Need(id=identity, article=article.id, quote=quote, start=start, end=end, sectors=tuple(sectors), rule="need")


def _sectors(sentence: str) -> list[str]:
    """The clusters of the need that a sentence in lower case states, none where it states none."""
    strong = _STRONG.search(sentence)
    appeal = _APPEAL.search(sentence) if not strong else None
    if not strong and not (appeal and _HELP.search(sentence)):
        return []
    if len(sentence) < 20 or _NOT.search(sentence):
        return []
    match = strong or appeal
    assert match is not None
    near = sentence[max(0, match.start() - 35) : match.end() + 75]
    sectors = [s for s in sectors_in(near) if s not in ("logistics", "protection") or strong]
    if not sectors:
        sectors = ["multi"] if _GENERAL.search(sentence) else []
    if len(sectors) > 4:
        sectors = sectors[:4]
    return sectors
