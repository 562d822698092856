"""Lists and ellipsis: numbers that take their measure from another one.

"killed 23 soldiers and 4 civilians", "140,000; 412,000 and 3 million displaced".
"""

from itertools import pairwise

from ...languages.language import word_list
from ..items import ADVERBS, BE, CHANGE, COORDINATORS, HAVE, PREPOSITIONS, Item
from .clause import is_nominal
from .comparison import compared_with
from .fit import FITS
from .never import never_a_figure
from .sentence import PERSONAL, Decision, Number, Sentence
from .words import is_finite

_JOINTS = COORDINATORS | ADVERBS | word_list("counting", "joints")
_LINKING = word_list("counting", "linking")
_BESIDE = word_list("counting", "ages") | word_list("counting", "aged") | word_list("counting", "beside")
_BREAKS = word_list("counting", "breaks")
_TOTAL = word_list("counting", "total")
_REVISED = word_list("counting", "revised")
_GOES = CHANGE | _REVISED
_REST = word_list("counting", "rest")
_FOLLOW = word_list("counting", "follow")
_DEEDS = word_list("counting", "deeds")
_FELLOW = word_list("counting", "fellow")
_ACCOUNTING = word_list("counting", "accounting")
_GRAVELY = word_list("counting", "gravely")
_ACTING = 5
_LONGEST = 14


def shared(measure: str, kind: str | None) -> str:
    """The measure that a list passes on: destroyed houses "and two schools" are facilities affected."""
    if kind == "facilities" and measure.startswith("housing"):
        return "facilities_affected"
    return "housing_damaged" if kind == "structures" and measure == "facilities_affected" else measure


def only_joints(between: list[Item]) -> bool:
    """Whether only the joints of a list stand between two quantities: commas, "and", places, adverbs."""
    return all(
        item.w in _JOINTS or item.cap or item.noun is not None and not item.senses or item.w.isdigit()
        for item in between
    )


def restated(number: Number) -> bool:
    """Whether the number says the one before it again in another unit: "10,946 people, or 2,127 families"."""
    if number.kind not in ("people", "households") or number.before() != "or":
        return False
    if number.at < 2 or number.before(2) not in (",", "("):
        return False
    sentence = number.sentence
    earlier = max(sentence.decided_before(number.at), default=None)
    return (
        earlier is not None
        and sentence.phrases[earlier].end >= number.at - 3
        and sentence.made[earlier][0].kind != number.kind
    )


def inherited_from(number: Number) -> int | None:
    """The quantity just before in a list, whose measure this one shares."""
    sentence, row, at = number.sentence, number.row, number.at
    earlier = sentence.decided_before(at)
    if not earlier or _of_number(number):
        return None
    made, phrase = sentence.made, number.phrase
    origin = earlier[-1]
    if number.kind == "money":
        origin = next((j for j in reversed(earlier) if made[j][0].kind == "money"), origin)
    if (held := compared_with(number, earlier)) is not None:
        return held
    if (hurt := _hurt_before(number, earlier)) is not None:
        return hurt
    if (alike := _in_earlier_brackets(number, earlier)) is not None:
        return alike
    between = row[made[origin][0].phrase.end : at]
    if phrase.known and phrase.end < len(row) and (row[phrase.end].w in BE or row[phrase.end].w in HAVE):
        return None
    if phrase.known and _acts(row, phrase.end):
        return None
    if not only_joints(between):
        if _total(between):
            return _first_whole(sentence, earlier, origin)
        if not _goes_on(number, made[origin][0], between):
            return None
    if number.kind is not None and shared(made[origin][0].measure, number.kind) not in FITS[number.kind]:
        return None
    return origin


def _hurt_before(number: Number, earlier: list[int]) -> int | None:
    """The wounded of whom some are hurt worse or less: "63 suffered burns and broken bones, 31 | seriously"."""
    after = number.row[number.at + 1 : number.at + 3]
    if number.phrase.head is not None or not after or after[0].w not in _GRAVELY:
        return None
    if len(after) > 1 and not after[1].sign and after[1].w not in COORDINATORS:
        return None
    return next((j for j in reversed(earlier) if number.sentence.made[j][0].measure == "injured"), None)


def _in_earlier_brackets(number: Number, earlier: list[int]) -> int | None:
    """The number at the same place in the brackets before: "Mpuli (190 cases, 4 deaths), Sanga (107; 2)"."""
    row, at = number.row, number.at
    if number.kind is not None:
        return None
    opening = [j for j in range(at) if row[j].w == "("]
    if len(opening) < 2 or any(item.w == ")" for item in row[opening[-1] : at]):
        return None
    place = sum(item.q is not None for item in row[opening[-1] : at])
    before = [j for j in range(opening[-2], opening[-1]) if row[j].q is not None]
    return before[place] if len(before) > 1 and place < len(before) and before[place] in earlier else None


def _acts(row: list[Item], end: int) -> bool:
    """Whether people are said to do something: "and 100 policemen and miners | dug through the mud"."""
    for item in row[end : end + _ACTING]:
        if item.w in _DEEDS:
            return True
        if item.w not in COORDINATORS and item.noun is None and not item.w.endswith("ly") and item.w not in _FELLOW:
            return False
    return False


def followed(number: Number) -> int | None:
    """The verb by which more people do or may do the same: "and half a million more could | follow"."""
    if number.phrase.head is not None and number.phrase.word not in _REST:
        return None
    end = number.phrase.end
    return next((j for j, item in enumerate(number.row[end : end + 4], end) if item.w in _FOLLOW), None)


def _of_number(number: Number) -> bool:
    """Whether the number is what another is a part of: "three of the 40"."""
    row, at = number.row, number.at
    if number.before() not in _LINKING:
        return False
    return any(row[j].w == "of" and row[j - 1].q is not None for j in range(max(1, at - 3), at))


def _first_whole(sentence: Sentence, earlier: list[int], origin: int) -> int:
    return next((j for j in earlier if sentence.made[j][0].whole is None), origin)


def _total(between: list[Item]) -> bool:
    """Whether a count is carried on: "which takes the total to", "was corrected to"."""
    words = {item.w for item in between}
    carried = not words.isdisjoint(_TOTAL) and not words.isdisjoint(_GOES)
    return carried and between[-1].w in ("to", "at", "was", "is", "of", "by")


def _goes_on(number: Number, before: Decision, between: list[Item]) -> bool:
    """Whether a list goes on over a few words that are no joints, without a clause of its own."""
    lead = number.before()
    if lead == "for" and number.before(2) in _ACCOUNTING and ";" not in {item.w for item in between}:
        return True
    if _spelled_out(number, before) or _gapped(number, before, between) or _gapped_behind(number, between):
        return True
    if lead in PREPOSITIONS and lead not in ("of", "with", "from", "plus", "as") or len(between) > _LONGEST:
        return False
    if not any(item.w in (",", "and", "(", ";", ":", "while", "–") for item in between):
        return False
    added = [item.w for item in between[-3:]] == ["as", "well", "as"]
    if any(item.w in _BREAKS for item in between[: -3 if added else None]):
        return False
    made, row = number.sentence.made, number.row
    if any(item.q is not None and row.index(item) in made for item in between):
        return False
    start = number.at - len(between)
    return not any(
        row[j].w in BE or row[j].w in HAVE or is_finite(row[j]) and not is_nominal(row, j)
        for j in range(start + _predicate(before), number.at)
    )


def _spelled_out(number: Number, before: Decision) -> bool:
    """Whether a colon opens the list of what a number is made of: "315 were taken after a roll call: 303 pupils"."""
    whole, part = before.quantity, number.quantity
    stated = not whole.article and whole.value is not None and part.value is not None
    return number.before() == ":" and stated and (part.value or 0) <= (whole.value or 0)


def _gapped(number: Number, before: Decision, between: list[Item]) -> bool:
    """Whether a name and the same preposition stand for a clause: "Nairobi accounts for 82 of them, Nakuru for 62"."""
    lead = number.before()
    if len(between) < 3 or not between[-2].cap or lead != number.row[before.at - 1].w or lead not in PREPOSITIONS:
        return False
    return any(item.w in (",", "and", ";") for item in between[:-2]) and only_joints(between[:-1])


def _gapped_behind(number: Number, between: list[Item]) -> bool:
    """The same with the names behind: "eight were reported from Gujrat, four from Sialkot"."""
    joint, place = number.after(), number.after(2)
    if joint is None or place is None or joint.w not in PREPOSITIONS or number.phrase.head is not None:
        return False
    listed = number.before() in (",", "and", ";") and not any(item.q is not None for item in between)
    return listed and any(a.w == joint.w and b.cap == place.cap for a, b in pairwise(between))


def _predicate(decision: Decision) -> int:
    """How many of the items behind a figure belong to its predicate."""
    candidate = decision.candidate
    if decision.of_earlier and not decision.inherited:
        return 1
    if candidate is None or candidate.relation != "subject" or decision.inherited:
        return 0
    return max(0, candidate.at + 1 - decision.phrase.end)


def _bare(number: Number) -> bool:
    return not number.quantity.article and not number.quantity.currency


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


def _beside(number: Number, heir: Decision, between: list[Item]) -> bool:
    """Whether people stand beside others as the subject of what befell them."""
    if number.kind != "people" or heir.measure not in PERSONAL or number.unknown or never_a_figure(number):
        return False
    subject = heir.candidate is not None and heir.candidate.relation == "subject"
    words = [item.w for item in between]
    return subject and "and" in words and all(w in _BESIDE or w.isdigit() for w in words)
