"""Numbers that take their measure from the next one: "140,000; 412,000 and 3 million newly displaced"."""

from ...languages.language import word_list
from ..items import ADVERBS, Item
from .never import never_a_figure
from .sentence import PERSONAL, Decision, Number, Sentence

_BESIDE = word_list("counting", "ages") | word_list("counting", "aged") | word_list("counting", "beside")


def backward(sentence: Sentence) -> None:
    """Give a number the measure of the next one in its list.

    "140,000; 412,000 and 3 million newly displaced", "a driver and his 14 passengers died".
    """
    made = sentence.made
    for number in reversed(sentence.numbers()):
        heir = min((j for j in made if j > number.at), default=None)
        if number.at in made or heir is None or number.quantity.currency:
            continue
        between = sentence.row[number.phrase.end : heir]
        if _listed_before(number, between) or _beside(number, made[heir][0], between):
            decision = number.as_in(made[heir][0], "same as after")
            decision.kind = number.kind or made[heir][0].kind
            made[number.at] = [decision]


def _listed_before(number: Number, between: list[Item]) -> bool:
    if not _bare(number) or number.phrase.head is not None or not 0 < len(between) <= 3:
        return False
    return all(x.w in (",", ";", "and", "or") or x.w in ADVERBS for x in between)


def _bare(number: Number) -> bool:
    return not number.quantity.article and not number.quantity.currency


def _beside(number: Number, heir: Decision, between: list[Item]) -> bool:
    """Whether people stand beside others as the subject of what befell them."""
    if number.kind != "people" or heir.measure not in PERSONAL or number.unknown or never_a_figure(number):
        return False
    subject = heir.candidate is not None and heir.candidate.relation == "subject"
    words = [item.w for item in between]
    return subject and "and" in words and all(w in _BESIDE or w.isdigit() for w in words)
