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
_BY_NAME = ("internally displaced", "displaced", "homeless", "uprooted")


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
    subject = candidate.relation == "subject"
    if subject and ((so := _stand_so(number, candidate, word)) or word in _BY_NAME):
        return so
    if candidate.relation == "object" and _kept_so(number, candidate, word):
        return True
    refuge = any(s.frame == "refuge" for s in number.row[candidate.at].senses)
    if subject and (word.startswith(_STAYS) or refuge) and for_long(number.row):
        return True
    if subject and word.startswith(_HOUSED) and _still(number, candidate):
        return any(map(is_camp, number.row[candidate.at + 1 : candidate.at + 6]))
    if word.startswith(("in ", "at ")) or refuge:
        return any(item.w in _LIVING for item in number.row[max(0, candidate.at - 10) : candidate.at])
    return False


def _stand_so(number: Number, candidate: Candidate, word: str) -> bool:
    """Whether what is said of people is that they are displaced: still, for long, within borders, in camps."""
    row, at = number.row, candidate.at
    if not number.path_words(candidate) - {word} and still_so(row, at) or candidate.relative and had(number):
        return True
    if word in ("displaced", "uprooted") and within_borders(row, at) or word == "displaced" and row[at - 1].w == "'s":
        return True
    if word in _BY_NAME:
        return _still_displaced(number, candidate, word)
    if word in _MOVED_ON and any(item.w == "yet" for item in row[number.phrase.end : at]):
        return True
    behind = [s.measure for item in row[at + 1 : at + 4] for s in item.senses if s.frame == "state"]
    if word.startswith(_REMAINING) and (for_long(row) or "idps" in behind):
        return True
    if word.startswith(_LODGED) and number.sentence.memory.war() and _camp_behind(row, at):
        return True
    return word.startswith("away from") and row[at - 1].w in _LIVING


def _still_displaced(number: Number, candidate: Candidate, word: str) -> bool:
    """ "are still internally displaced", "had been displaced for years"."""
    path = number.path_words(candidate) - {word}
    lasting = had(number) or for_long(number.row) or _in_a_camp(number, candidate.at) or hosted(number, candidate.at)
    if not path and lasting:
        return True
    plain = word == "displaced" and path.isdisjoint(("been", "being", "newly"))
    return not _STILL.isdisjoint(path) and (word == "internally displaced" or plain)


def _kept_so(number: Number, candidate: Candidate, word: str) -> bool:
    """ "camps hold 3,600 | people", "the displaced | number 3,600"."""
    if keeps(number, candidate) and in_camps(number, candidate):
        return True
    return word == "displaced" and candidate.at > 0 and number.row[candidate.at - 1].w in _GROUP


def _still(number: Number, candidate: Candidate) -> bool:
    return not _STILL.isdisjoint(number.path_words(candidate))


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
