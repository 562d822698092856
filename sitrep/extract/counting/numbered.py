"""What a count counts: the trigger inside "the number of people affected by the flood"."""

from ...languages.language import word_list
from ...languages.senses import Sense
from ..heads import nation
from ..items import ADVERBS, RELATIVES, Item

_NATION_ENDINGS = tuple(word_list("phrases", "nation_endings"))


def count_of(row: list[Item], start: int, end: int) -> tuple[int, tuple[Sense, ...]] | None:
    """The trigger inside "the number of people affected by ..."; None where the number counts something else."""
    for j in range(start, min(end, start + 7)):
        item = row[j]
        said = row[j - 1].w in RELATIVES or row[j - 1].w in ADVERBS and row[j - 2].w in RELATIVES
        senses = tuple(s for s in item.senses if _tells(s) or said and s.frame == "subject")
        if senses:
            return j, senses
        if item.noun is not None and item.noun.kind == "excluded" or item.q is not None:
            return None
    if any(item.cap and _is_people(item.w) for item in row[start : min(start + 2, end)]):
        # "The number of South Sudanese in Uganda"
        return start, (Sense("refugees", "toll", "-"),)
    return start, ()


def _is_people(word: str) -> bool:
    return nation(word) == "people" or nation(word) is not None and word.endswith(_NATION_ENDINGS)


def _tells(sense: Sense) -> bool:
    return sense.frame in ("state", "noun", "verb", "subject") and sense.form in (
        "-",
        "past_participle",
        "participle",
        "gerund",
    )


def kind_in(row: list[Item], start: int, end: int) -> str | None:
    """The kind of the first thing that is named from `start` on."""
    return next((x.noun.kind for x in row[start : min(end, start + 6)] if x.noun is not None), None)
