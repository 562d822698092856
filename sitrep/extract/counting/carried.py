"""Numbers in sentences that go on about what an earlier one counted, and do not say it again.

"Eleven of them were children", "They are: 68 civilians and 39 rebels", "The figure has risen to 56".
"""

from ...languages.language import word_list
from ..items import ADVERBS, BE, CHANGE, PREPOSITIONS
from .by_place import in_list, of_place
from .fit import FITS
from .never import never_a_figure
from .sentence import Decision, Number, Sentence
from .words import opening

LATELY = 2
"""How many sentences back the count may be that is spoken of without a word for it."""
_COUNTS = word_list("counting", "counts")
_OF_WHOM = word_list("counting", "of_whom") - {"which"}
_PASSED_ON = word_list("counting", "passed_on")
_CONSIST = word_list("counting", "consist")
_SAYING = word_list("counting", "saying")
_SPEAK = word_list("counting", "speak")
_OPEN = word_list("counting", "open")
_THERE = frozenset(["those", "these", "them"])
_REMAINING = (["the", "remaining"], ["the", "other"], ["remaining"])
_ACCOUNTING = word_list("counting", "accounting")
_FOLLOWED = word_list("counting", "followed_by")
_OTHER_COUNTS = word_list("counting", "other_counts")
_FARTHEST, _OF_THAT, _NEXT = 9, 4, 6


def carried(number: Number) -> list[Decision]:
    """What a number counts that goes on about the people or things of the last sentences, if it does."""
    memory, quantity = number.sentence.memory, number.quantity
    if memory.measure is None or memory.age > LATELY or quantity.article or quantity.currency or number.unknown:
        return []
    if memory.measure.startswith("funding") or not _fits(number, memory.measure):
        return []
    if _larger(quantity.value, memory.value):
        return []
    if in_list(number):
        return [_as_before(number, part=True)]
    if _of_them(number) or _whole_again(number) or _opens(number):
        return [_as_before(number, part=not _spoken_of(number))]
    return [_as_before(number, part=False)] if of_place(number) else []


def recalled(sentence: Sentence) -> None:
    """ "The figure has since fallen to 15,475" speaks of what the sentence before counted."""
    memory = sentence.memory
    if sentence.made or memory.measure is None or memory.measure.startswith("funding"):
        return
    for number in sentence.numbers():
        if number.quantity.article or number.quantity.currency or number.unknown or not _count_goes(number):
            continue
        if not never_a_figure(number) and _fits(number, memory.measure):
            sentence.made[number.at] = [_as_before(number, part=False)]
        return


def of_incidents(number: Number) -> bool:
    """ "In seven of them aid workers were kidnapped": the clause tells of the people, the number counts attacks."""
    whom = number.after(2)
    if number.sentence.memory.kind != "incidents" or number.before() not in ("in", "during"):
        return False
    return whom is not None and whom.w in _OF_WHOM and number.phrase.head is None


def _fits(number: Number, measure: str) -> bool:
    kind = number.kind or number.sentence.memory.kind
    return kind is None or measure in FITS[kind]


def _as_before(number: Number, part: bool) -> Decision:
    memory = number.sentence.memory
    assert memory.measure is not None
    decision = number.decided(memory.measure, "carried over")
    decision.kind, decision.of_earlier = number.kind or memory.kind, part
    return decision


def _larger(value: float | int | None, whole: float | int | None) -> bool:
    return value is not None and whole is not None and value > whole


def _of_them(number: Number) -> bool:
    """ "Eleven of them were children"; not "three of them said"."""
    following, whom, end = number.after(), number.after(2), number.phrase.end
    if following is None or following.w != "of" or whom is None:
        return False
    if number.at and number.before() in PREPOSITIONS and number.kind != number.sentence.memory.kind != "incidents":
        return False
    named = whom.w == "the" and number.phrase.word in _PASSED_ON
    said = end < len(number.row) and number.row[end].w in _SAYING
    return (whom.w in _OF_WHOM or named) and not said


def _whole_again(number: Number) -> bool:
    """ "Bhojpur accounted for five", "the ministry spoke of 850"."""
    before = number.words_before(_NEXT)
    if before[-1:] == ["for"] and before[-2:-1] and before[-2] in _ACCOUNTING:
        return True
    if before[-1:] == ["with"] and number.phrase.head is None and not _FOLLOWED.isdisjoint(before):
        return True
    return _spoken_of(number)


def _spoken_of(number: Number) -> bool:
    return number.before() == "of" and number.at > 1 and number.before(2) in _SPEAK


def _opens(number: Number) -> bool:
    """ "They are: 68 civilians", "Twelve were in Sindh": the number is, or stands beside, the subject."""
    row = number.row
    lead = [item.w for item in row[opening(row) : number.at]]
    if lead in _REMAINING and _is_where_or_what(number):
        return True
    if lead[:1] == ["of"] and len(lead) == _OF_THAT and lead[1] in ("that", "this") and lead[2] in _COUNTS:
        return True
    if lead[:1] == ["the"] and lead[1:2] and lead[1] in _PASSED_ON or lead[:1] and lead[0] in _OPEN:
        return any(w in BE or w in _CONSIST for w in lead) and all(
            w in BE or w in _CONSIST or w in ADVERBS for w in lead[2 if lead[0] == "the" else 1 :]
        )
    return not lead and number.phrase.head is None and _is_where_or_what(number)


def _is_where_or_what(number: Number) -> bool:
    """Whether a bare number is said to be somewhere, or to be women, children, foreigners."""
    row, end = number.row, number.phrase.end
    if end + 1 >= len(row) or row[end].w not in ("were", "are", "was", "is"):
        return False
    told = row[end + 1]
    if told.w in PREPOSITIONS:
        return any(item.cap or item.w in _THERE for item in row[end + 2 : end + 6])
    return told.noun is not None and told.noun.kind == "people" and not told.senses


def _count_goes(number: Number) -> bool:
    """Whether a count that was spoken of is said to be, rise or fall to the number."""
    before = [w for words in number.words_before(_FARTHEST) for w in words.split()]
    at = max((n for n, w in enumerate(before) if w in _COUNTS), default=-1)
    if at > 0 and before[at - 1] in _OTHER_COUNTS:
        return False
    if at >= 0 and before[at + 1 : at + 2] == ["of"] and _PASSED_ON.isdisjoint(before[at + 2 : at + 6]):
        return False
    if at < 0 or CHANGE.isdisjoint(before[at + 1 :]):
        return False
    if before[-1] not in CHANGE and before[-1] not in ("already", "about"):
        return False
    return before[at] != "it" or before[-1] in ("was", "is", "at", "to")
