"""Whether people live in displacement, at a date, or have just been displaced."""

from ...languages.language import word_list
from ..items import Item
from .camps import camp_follows, in_camps, is_camp
from .candidate import Candidate
from .sentence import Memory, Number, Sentence
from .standing import at_a_date, for_long, had, hosted, lasts, still_so, within_borders

_STILL = word_list("counting", "still")
_LIVING = word_list("counting", "living")
_WAS = word_list("counting", "was")
_HOSTING = tuple(word_list("counting", "hosting"))
_HOUSED = tuple(word_list("counting", "housed"))
_STAYS = tuple(word_list("counting", "stays"))
_FAR, _LATELY = 8, 2
_REMAINING = ("remain", "linger", "languish")
_LODGED = tuple(word_list("counting", "lodged"))
_MOVED_ON = frozenset(["resettled", "rehoused", "relocated", "moved into"])
_GROUP = frozenset(["the", "'s"])


def living_or_fleeing(number: Number, candidate: Candidate, measure: str) -> str:
    """Whether people live in displacement or have just been displaced."""
    word = number.row[candidate.at].w
    lasting = candidate.relation == "subject" and lasts(number.row, candidate.at)
    standing = lasting or _standing(number, candidate, word) and not _just_moved(number.sentence.memory)
    if measure == "displaced":
        return "idps" if standing or _kept(number, candidate) else "displaced"
    hosting = candidate.relation == "subject" and word.startswith("host")
    if word.startswith("host") and _more_of_the_displaced(number):
        return "displaced"
    named = (
        candidate.relation == "head"
        and word.startswith("displaced ")
        and not camp_follows(number.row, number.phrase.end)
    )
    if (hosting or named) and just_counted(number.sentence):
        return "displaced"
    moved = word == "internally displaced" and not standing and not _WAS.isdisjoint(number.path_words(candidate))
    return "displaced" if moved and not at_a_date(number.row) else "idps"


def _standing(number: Number, candidate: Candidate, word: str) -> bool:
    """Whether the words describe people who live in displacement, not people who have just been displaced."""
    row, subject = number.row, candidate.relation == "subject"
    if subject and not number.path_words(candidate) - {word} and still_so(row, candidate.at):
        return True
    if subject and word in ("displaced", "uprooted") and within_borders(row, candidate.at):
        return True
    if subject and word == "displaced" and row[candidate.at - 1].w == "'s":
        return True
    if subject and candidate.relative and had(number):
        return True
    if subject and word in ("internally displaced", "displaced", "homeless", "uprooted"):
        path = number.path_words(candidate) - {word}
        if not path and (
            had(number) or for_long(row) or _in_a_camp(number, candidate.at) or hosted(number, candidate.at)
        ):
            return True
        still = not _STILL.isdisjoint(path)
        return still and (
            word == "internally displaced" or word == "displaced" and path.isdisjoint(("been", "being", "newly"))
        )
    if candidate.relation == "object" and keeps(number, candidate) and in_camps(number, candidate):
        return True
    if subject and word in _MOVED_ON and any(item.w == "yet" for item in row[number.phrase.end : candidate.at]):
        return True
    behind = [s.measure for item in row[candidate.at + 1 : candidate.at + 4] for s in item.senses if s.frame == "state"]
    if subject and word.startswith(_REMAINING) and (for_long(row) or "idps" in behind):
        return True
    if subject and word.startswith(_LODGED) and number.sentence.memory.war() and _camp_behind(row, candidate.at):
        return True
    if subject and word.startswith("away from") and row[candidate.at - 1].w in _LIVING:
        return True
    sheltering = word.startswith(_STAYS) or any(s.frame == "refuge" for s in row[candidate.at].senses)
    if subject and sheltering and for_long(row):
        return True
    if candidate.relation == "object" and word == "displaced" and candidate.at and row[candidate.at - 1].w in _GROUP:
        return True
    if subject and word.startswith(_HOUSED) and not _STILL.isdisjoint(number.path_words(candidate)):
        return any(map(is_camp, row[candidate.at + 1 : candidate.at + 6]))
    if word.startswith(("in ", "at ")) or any(s.frame == "refuge" for s in row[candidate.at].senses):
        return any(item.w in _LIVING for item in row[max(0, candidate.at - 10) : candidate.at])
    return False


def _in_a_camp(number: Number, at: int) -> bool:
    """ "a camp with 3,600 | displaced", "20,000 | displaced in the camp of Bangui"."""
    row, here = number.row, at == number.phrase.end
    return here and (camp_follows(row, at + 1) or any(map(is_camp, row[max(0, number.at - 4) : number.at])))


def _camp_behind(row: list[Item], at: int) -> bool:
    """ "57,000 people are lodged | in 280 camps across the valley"."""
    entered = False
    for item in row[at + 1 : at + _FAR]:
        if item.sign and item.w != "," or item.w in ("after", "since", "when"):
            return False
        entered = entered or item.w in ("in", "at")
        if entered and is_camp(item):
            return True
    return False


def just_counted(sentence: Sentence) -> bool:
    """Whether the displaced are those whom a disaster has just displaced, whom the article has counted."""
    here = any(d.measure == "displaced" for decisions in sentence.made.values() for d in decisions)
    return here and not sentence.memory.war() or _just_moved(sentence.memory)


def _more_of_the_displaced(number: Number) -> bool:
    """Whether a number without a noun goes on about those who have just fled: "the school is host to | 2,300"."""
    memory = number.sentence.memory
    more = (number.quantity.value or 0) <= (memory.value or 0)
    return more and number.phrase.head is None and memory.measure == "displaced" and memory.age <= _LATELY


def _just_moved(memory: Memory) -> bool:
    return memory.flight == "displaced" and not memory.war()


def _kept(number: Number, candidate: Candidate) -> bool:
    """ "shelters 420,000 | displaced Sudanese": the participle is what they are called."""
    if "displaced" not in number.phrase.words:
        return False
    if candidate.relation == "modifier":
        return number.at > 0 and number.before().startswith(_HOSTING)
    return keeps(number, candidate) and candidate.relation == "object"


def keeps(number: Number, candidate: Candidate) -> bool:
    """Whether the trigger says where people stay, not that they were moved."""
    item = number.row[candidate.at]
    return item.w.startswith((*_HOSTING, "home to")) or any(s.frame in ("stay", "refuge") for s in item.senses)
