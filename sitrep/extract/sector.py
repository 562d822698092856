"""Which cluster a figure or a need belongs to, from the words around it."""

import re

from ..late import late
from .prefilter import lowered

_WORDS: tuple[tuple[str, str], ...] = (
    (
        "nutrition",
        (
            r"malnutrition|malnourish\w*|nutrition(?!al support)\w*|wast(?:ed|ing)\b|therapeutic|stunt\w+|"
            r"undernourish\w*|breastfe\w+"
        ),
    ),
    (
        "food_security",
        (
            r"\bfood\b|hunger|hungry|starv\w+|famine|meals?\b|rations?\b|feed\b|bread|bakery|crisis or "
            r"worse|\bipc\b|acute food insecurity|harvest|crops|\bin crisis\b|catastrophe|in emergency\b|"
            r"\beat\b|flour|rice\b|kitchens?"
        ),
    ),
    (
        "health",
        (
            r"\bhealth\w*|medic\w*|hospital\w*|doctor\w*|clinic\w*|vaccin\w*|immuni[sz]\w*|treat(?:ed|ment)\b|"
            r"surg\w+|drugs?\b|patients?|disease|cholera|measles|malaria|antibiotic\w*|wounded|injur\w+|"
            r"ambulance\w*|trauma|anaesth\w*|beds\b|psychosocial"
        ),
    ),
    (
        "wash",
        (
            r"\bwater\b|sanitation|latrines?|toilets?|hygiene|wells?\b|boreholes?|sewage|washing|soap|chlorine|"
            r"\bdrink"
        ),
    ),
    (
        "shelter",
        (
            r"shelters?\b|tents?\b|tarpaulins?|blankets?|roof|\bhousing\b|plastic sheet\w*|mattress\w*|"
            r"clothes|clothing|quilts?|in the open|sleep(?:ing)? (?:in the open|outside|outdoors|rough|"
            r"under)|household items|non-food|freezing|winterization|nowhere to (?:go|live|sleep)|accommodation|"
            r"warm clothes|bedding|house\b"
        ),
    ),
    (
        "early_recovery",
        (
            r"electric\w*|\bpower\b|heating|unheated|fuel\b|generators?|blackouts?|outages?|livelihoods?|"
            r"income|cash shortage|\bgas\b|jobs\b|in the dark"
        ),
    ),
    ("education", r"school\w*|education\w*|pupils?|students?|classrooms?|teachers?|learning|classes\b|dropped out"),
    ("cccm", r"\bcamps?\b|collective centres?|overcrowd\w*|displacement sites?|reception centres?"),
    (
        "protection",
        (
            r"protection|gender-based|abuse|unaccompanied|separated children|reunif\w+|lost children|relatives "
            r"traced|hostages?|rescued from|trauma counsel\w*|legal aid|lawyer|exploitation|trafficking|"
            r"freed\b|violence against|mine action|demin\w+|land title"
        ),
    ),
    ("logistics", r"\broads?\b|bridges?|access (?:is|was|remains) (?:cut|blocked)|impassable|convoys?|cut off by road"),
    ("telecommunications", r"telecommunication\w*|communications?\b|internet|phone lines|mobile network|telephone"),
)
_PATTERNS = tuple((key, late(pattern)) for key, pattern in _WORDS)


def sectors_in(text: str, most: int = 12) -> list[str]:
    """The clusters that a stretch of text in lower case speaks of, in the order of the table."""
    return [key for key, pattern in _PATTERNS if pattern.search(text)][:most]


def sector_of(text: str, at: int, measure: str) -> str:
    """The cluster of an `in_need` or `assisted` figure at `at` of its sentence: the nearest word decides."""
    text = lowered(text)
    best, least = "multi", 1e9
    found = set()
    for key, pattern in _PATTERNS:
        if key in ("cccm", "logistics", "telecommunications"):
            continue
        for match in pattern.finditer(text):
            found.add(key)
            distance = match.start() - at if match.start() >= at else (at - match.end()) * 1.5 + 10
            if distance < least:
                best, least = key, distance
    if (
        measure == "assisted"
        and best in ("wash", "shelter", "early_recovery")
        and re.search(r"\b(?:rescued|plucked|airlifted|winched|saved)\b", text)
    ):
        return "multi"
    if least > 110:
        return "multi"
    if (
        len(found) >= 3 or re.search(r"\b(?:humanitarian|aid|assistance|relief|support)\b", text) and len(found) != 1
    ) and (best not in ("nutrition", "health", "education") or len(found) >= 3):
        return "multi"
    return best
