"""What tells that people live in displacement: for how long, with whom, in whose camps."""

from ...languages.language import word_list
from ..items import ADVERBS, PREPOSITIONS, RELATIVES, Item
from .sentence import Number

_LIVING = word_list("counting", "living")
_STAYS = tuple(word_list("counting", "stays"))
_SPELLS = word_list("counting", "long_spells")
_AFTER = word_list("counting", "spell_joints")
_REMAIN = ("remain displaced", "remain internally displaced", "remain uprooted", "still displaced", "still uprooted")
_LASTS = frozenset(["been", "lived", "living", "not"])
_LISTING = frozenset(["registered", "registers", "lists", "listed", "counts", "hosts", "hosting", "with"])
_KEEPING = ("host", "shelter", "house", "housing", "accommodat", "hold", "keep")
_BORDERS = frozenset(["borders", "country", "frontiers", "homeland"])
_FAR, _BEHIND = 8, 20
_YEAR, _HAVING = 4, 2


def for_long(row: list[Item]) -> bool:
    """ "ten months on", "a year after the quake", "since 2017", "for years": what lasts so is no flow."""
    for j, item in enumerate(row[:-1]):
        following = row[j + 1].w
        if item.w in _SPELLS and (following in _AFTER or row[j - 1].w == "for"):
            return True
        if item.w in _SPELLS - {"months"} and following == "ago":
            return True
        if item.w == "since" and following.isdigit() and len(following) == _YEAR:
            return True
    return False


def still_so(row: list[Item], at: int) -> bool:
    """ "people displaced by the quake | still live in tents"."""
    behind = [item.w for item in row[at + 1 : at + _BEHIND]]
    if behind[:1] in (["remaining"], ["remain"]):
        return True
    still = next((n for n, w in enumerate(behind) if w in ("still", "remain")), None)
    if still is None:
        return False
    return any(w.split(" ")[0] in _LIVING or w == "in" or w.startswith(_STAYS) for w in behind[still + 1 : still + 4])


def lasts(row: list[Item], at: int) -> bool:
    """ "people evicted in 2011 | remain displaced", "who have since been living with host families"."""
    behind = [item.w for item in row[at + 1 : at + _BEHIND]]
    if any(w.startswith(_REMAIN) for w in behind):
        return True
    year = next((n for n, w in enumerate(behind) if w.isdigit() and len(w) == _YEAR and behind[n - 1] == "in"), None)
    if year is not None and any(w.split(" ")[0] in _LIVING for w in behind[year : _other_number(row, at) - at]):
        return True
    return any(w == "since" and not _LASTS.isdisjoint(behind[n + 1 : n + 4]) for n, w in enumerate(behind))


def _other_number(row: list[Item], at: int) -> int:
    """Where the next number stands, of whom something else may be told."""
    return next((j for j in range(at + 1, len(row)) if row[j].q is not None), len(row))


def within_borders(row: list[Item], at: int) -> bool:
    """ "displaced | within Burkina Faso's borders", "uprooted | inside the country"."""
    behind = [item.w for item in row[at + 1 : at + 7]]
    return behind[:1] in (["within"], ["inside"]) and not _BORDERS.isdisjoint(behind)


def at_a_date(row: list[Item]) -> bool:
    """ "As of 30 April, 8 million people were internally displaced"."""
    return any(row[j].w == "as" and row[j + 1].w == "of" for j in range(len(row) - 1))


def hosted(number: Number, at: int) -> bool:
    """ "hosts 35,000 people | displaced by raids", "the 7,000 | displaced who live in the barracks"."""
    behind = [item.w for item in number.row[at + 1 : at + 3]]
    if len(behind) > 1 and behind[0] in RELATIVES and behind[1].split(" ")[0] in _LIVING:
        return True
    if behind and behind[0].startswith("living"):
        return True
    if number.words_before(2) == ["home", "of"]:
        return True
    return number.at > 0 and number.before().startswith(_KEEPING)


def had(number: Number) -> bool:
    """ "Benue now has | two million displaced", "Taiz's | 320,000 displaced"."""
    before = [w for w in number.words_before(_HAVING) if w not in ADVERBS]
    if before == ["of", "the"] and number.phrase.head is None:
        return number.row[number.phrase.end].w not in RELATIVES
    if before[-1:] in (["'s"], ["its"]):
        return number.phrase.head is None or (number.phrase.word or "").startswith("displaced")
    row, end = number.row, number.phrase.end
    alone = end + 1 >= len(row) or row[end + 1].sign or row[end + 1].w in PREPOSITIONS
    if number.phrase.head is None and row[end].w == "displaced" and alone and before[-1:] and before[-1] in _LISTING:
        return before[-1] != "with" or number.sentence.memory.war()
    return _also_had(number) or before[-1:] in (["has"], ["have"], ["having"])


def _also_had(number: Number) -> bool:
    """ "Baidoa has 517 sites and | 600,000 displaced"."""
    row, at = number.row, number.at
    if at == 0 or number.before() != "and":
        return False
    had = next((j for j in range(at - 2, max(-1, at - _FAR), -1) if row[j].w in ("has", "have")), None)
    return had is not None and all(s.frame == "refuge" for item in row[had + 1 : at] for s in item.senses)
