"""Where a noun phrase ends: at the words that belong to the clause, unless a counted noun is still to come."""

from ..languages.language import word_list
from .heads import nation
from .items import ADVERBS, BE, COORDINATORS, DETERMINERS, HAVE, MODAL, PREPOSITIONS, RELATIVES, SUBORDINATORS, Item

_JOINTS = PREPOSITIONS | RELATIVES | COORDINATORS | SUBORDINATORS | BE | HAVE | MODAL | word_list("phrases", "stop")
ENDS = _JOINTS - ADVERBS | DETERMINERS - {"other", "another"}
"""The words that end a phrase."""
_NO_ADJECTIVE = _JOINTS - COORDINATORS | DETERMINERS
POINTING = DETERMINERS | {"them", "whom", "which", "these", "those"}
"""The words that point to what has been told of."""
NATION_ENDINGS = tuple(sorted(word_list("phrases", "nation_endings")))


def driven_out(row: list[Item], j: int) -> bool:
    """Whether people are said to go: "3,000 | out of Beledweyne"; not "six out of 11", "120 out of which"."""
    if row[j].w != "out" or j + 2 >= len(row) or row[j + 1].w != "of":
        return False
    return not any(
        item.q is not None or item.w in POINTING - DETERMINERS or item.w in RELATIVES for item in row[j + 2 : j + 4]
    )


def noun_follows(row: list[Item], j: int) -> bool:
    """Whether a counted noun comes within the next three items, nothing but adjectives between."""
    for item in row[j + 1 : j + 4]:
        if item.w in ("'s", "/"):
            continue
        if item.noun is not None and not any(s.frame == "state" for s in item.senses):
            return True
        if item.cap and (people := nation(item.w)) and (people == "people" or item.w.endswith(NATION_ENDINGS)):
            return True
        if item.sign or item.q is not None or item.w in _NO_ADJECTIVE:
            return False
    return False
