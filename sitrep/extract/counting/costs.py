"""What the words between a number and the verb that it is the subject of cost the search for that verb."""

from ...languages.language import word_list
from ..items import ADVERBS, BE, COORDINATORS, HAVE, MODAL, PREPOSITIONS, SUBORDINATORS, TRANSPARENT

SAYING = word_list("counting", "saying")

HELPERS: dict[str, tuple[str, float]] = {}
"""What a word does to the search, by the first list that has it, and what it costs to go past it."""
for _role, _cost, _words in (
    ("be", 0.2, BE),
    ("have", 0.2, HAVE),
    ("modal", 0.3, MODAL | {"to"}),
    ("transparent", 0.5, TRANSPARENT),
    ("adverb", 0.2, ADVERBS),
):
    for _word in _words:
        HELPERS.setdefault(_word, (_role, _cost))

JOINTS: dict[str, float] = {}
"""What it costs to go past a word that joins clauses, parts of a list or a place to them."""
for _cost, _words in (
    (6.0, frozenset(["as", "where"])),
    (8.0, SUBORDINATORS | {"however"}),
    (1.0, COORDINATORS),
    (0.8, PREPOSITIONS),
    (6.0, SAYING),
):
    for _word in _words:
        JOINTS.setdefault(_word, _cost)
