"""Needs: sentences that state an unmet humanitarian need, a shortage, or a service out of reach, with their clusters.

A need is read from the construction ("lack", "without", "ran out of", "in need of", "overwhelmed"), never from its topic.
"""

import hashlib
import re

from ..model import Article, Figure, Need
from .sector import sectors_in

_I = re.IGNORECASE
_STRONG = re.compile(
    r"\b(?:in (?:\w+ ){0,2}need(?: of)?|need(?:s|ed|ing)? (?:urgent|immediate|humanitarian|aid|help|assistance|food|water|shelter|medic\w+|tents|blankets|mattresses|support|treatment|care|protection|\w+ services?)|"
    r"urgently need\w*|badly need\w*|desperate(?:ly)? (?:need\w*|for|short)|require[sd]? (?:urgent|immediate|humanitarian|assistance|aid|nutrition|\w+ services?|help|treatment|medical|food|shelter|life-saving)|"
    r"lack(?:s|ed|ing)?\b|shortages? of|short of|in short supply|(?:food|fuel|water|medicine|power) shortages?|run(?:ning)? (?:out|low|short)|ran out|scarce|scarcity|unaffordable|nonexistent|non-existent|inadequate|insufficient|"
    r"without (?:\w+ ){0,3}(?:shelter|food|water|electricity|power|heating|medicine|medicines|medical|roof|homes?|treatment|access|aid|assistance|sanitation|fuel|blankets|care|support|school|communication\w*|health|toilets|livelihoods?)|"
    r"no (?:access to|(?:clean |safe |drinking |running )?water|food|electricity|power|shelter|medicines?|doctors?|blankets?|latrines?|toilets?|stoves|roof|home|lawyer|heating|schools?|antibiotics|beds|tents|fuel|news)|"
    r"(?:do|does|did)(?: not|n't) have (?:\w+ ){0,3}(?:water|food|shelter|access|medicine|electricity|enough|homes?|blankets|power|place|anything)|(?:don't|doesn't|cannot|can't|could not|unable to) (?:feed|afford|access|reach|get|find|go to school|provide|obtain)|"
    r"not (?:get |have |receive )?enough|nowhere to|on the brink of|overcrowded|overwhelmed|overstretched|out of (?:service|beds|stock|medicine|school|reach)|food insecure|acute food insecurity|go(?:ing|es)? hungry|face(?:s|d)? (?:\w+[- ]){0,3}(?:hunger|starvation|famine)|famine|starv(?:e|ing|ation)|malnutrition|malnourished|living in the open|out in the open|sleep(?:ing)? (?:in the open|outside|outdoors|rough|under)|"
    r"cut off from|(?:power|electricity) (?:cuts?|outages?|is out|was out)|blackouts?|knocked out power|power outages|closed their doors|dropped out|(?:schools?|hospitals?|clinics?|kitchens?|health (?:centres?|posts?|facilities)) (?:\w+ ){0,6}(?:closed|shut|destroyed or abandoned|out of service|told to close|have closed)|yet to receive|poor sanit\w+|basic sanitation|hardly any|for want of|deprived of|minimal resources|broken down|fallen dry|cannot feed|not one dose)",
    _I,
)
_APPEAL = re.compile(
    r"\b(?:appeal(?:s|ed|ing)? (?:to|for|,)|call(?:s|ed|ing)? (?:on|upon) (?:[\w,' -]+ )?(?:humanitarian|aid|international|organi[sz]ations?|agencies|government|donors)|ask(?:s|ed|ing)? (?:[\w,' -]+ )?(?:to (?:expedite|provide|send)|for (?:help|aid|tents|assistance))|demand(?:s|ed) (?:[\w,' -]+ )?(?:aid|assistance|help)|request(?:s|ed) (?:\w+ ){0,2}(?:help|aid|assistance)|urgent call for help|appealed for)",
    _I,
)
_HELP = re.compile(
    r"\b(?:help|aid|assist\w*|relief|food|shelter|tents?|water|medic\w+|tarpaulins?|blankets?|support|provision)\b", _I
)
_NOT = re.compile(
    r"\b(?:no shortage|not lacking|without (?:electing|warning|incident|comment|written permission|water damage)|no longer in need|lack of (?:respect|evidence|information|political|clarity|confidence|progress|trust|interest|commitment)|de-escalation|unaffordable price|firefighters?|electricity and communications are continuing|if you|subscribe|has the power|power to)\b",
    _I,
)
_GENERAL = re.compile(r"\b(?:aid|help|assistance|support|relief|humanitarian)\b", _I)


def needs_of(article: Article, text: str, spans: list[tuple[int, int]], figures: list[Figure]) -> tuple[Need, ...]:
    """The needs among the sentences of an article, in order; people counted as in need are one, whatever the words."""
    counted = {f.quote_start: f.sector for f in figures if f.measure == "in_need" and f.scope == "current"}
    found = []
    for start, end in spans:
        sectors = _sectors(text[start:end])
        if not sectors and counted.get(start):
            sectors = [counted[start] or "multi"]
        if sectors:
            identity = hashlib.sha256(f"{article.id}|need|{start}|{end}".encode()).hexdigest()[:12]
            found.append(
                Need(
                    id=identity,
                    article=article.id,
                    quote=article.text[start:end],
                    start=start,
                    end=end,
                    sectors=tuple(sectors),
                    rule="need",
                )
            )
    return tuple(found)


def _sectors(sentence: str) -> list[str]:
    if len(sentence) < 20 or _NOT.search(sentence):
        return []
    strong = _STRONG.search(sentence)
    appeal = _APPEAL.search(sentence) if not strong else None
    if not strong and not (appeal and _HELP.search(sentence)):
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
