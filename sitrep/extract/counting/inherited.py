"""What a number without a trigger of its own counts: the same as its whole, or as the one before it in a list."""

from ...languages.language import word_list
from ..items import PREPOSITIONS, RELATIVES
from .candidate import Candidate
from .clause import auxiliaries
from .fit import ACTORS, FITS
from .lists import followed, inherited_from, shared
from .sentence import PERSONAL, Decision, Number

_KIN = frozenset(["his", "her", "my", "our"])
_SAYING = word_list("counting", "saying")
_OF_PEOPLE = PERSONAL | {"casualties", "cases"}
_FREED = word_list("counting", "freed")
_OF_FOLK = frozenset(["displaced", "idps", "refugees", "returned", "assisted", "in_need", "affected"])
_NO_MORE = {
    "detained": word_list("counting", "let_go"),
    "missing": word_list("counting", "recovered"),
    "cases": word_list("counting", "cured"),
    "deaths": word_list("counting", "survived"),
}
_TOLD = 8


def inherited(number: Number, whole: int | None) -> list[Decision]:
    """What a number without a trigger of its own counts: the same as its whole, or as the one before it in a list."""
    origin = whole if whole is not None else inherited_from(number)
    if origin is None and (verb := followed(number)) is not None:
        return _following(number, verb)
    if origin is None or number.unknown and not (number.phrase.word or "").endswith(ACTORS):
        return []
    before = number.sentence.made[origin]
    alone = number.quantity.article and (whole is None or before[0].measure not in PERSONAL)
    if alone and not _listed_person(number, before[0]):
        return []
    if _left_that_state(number, before[0].measure):
        return []
    if number.kind == "households" and before[0].kind != "households" and before[0].measure in _OF_PEOPLE:
        return []
    if number.kind in ("structures", "facilities") and number.before() == "in" and before[0].measure in _OF_FOLK:
        # "13,450 evacuees in 42 shelters"
        return []
    if number.kind is not None and shared(before[0].measure, number.kind) not in FITS[number.kind]:
        return []
    both = whole is not None or number.before() == "or"
    return [_taken_over(number, d, whole) for d in before[: 2 if both else 1]]


def _left_that_state(number: Number, measure: str) -> bool:
    """Whether those who were held, missing or ill are so no more: "five of them have been freed", "two were found"."""
    if measure == "detained" and not _FREED.isdisjoint(number.words_before(2)):
        return True
    after = number.row[number.phrase.end : number.phrase.end + _TOLD]
    after = after[: next((n for n, item in enumerate(after) if item.sign or item.q or item.w in RELATIVES), None)]
    if measure == "deaths" and any(d[0].measure == "cases" for d in number.sentence.made.values()):
        # "12 cases, two deaths, eight recovered"
        measure = "cases"
    return any(item.w in _NO_MORE[measure] for item in after) if measure in _NO_MORE else False


def _following(number: Number, verb: int) -> list[Decision]:
    """The same as what the number before counts, as certain as the verb says."""
    earlier = number.sentence.decided_before(number.at)
    if not earlier:
        return []
    decision = number.as_in(number.sentence.made[earlier[-1]][0], "follows")
    decision.candidate = Candidate(verb, (), "subject", 1.0, False, None, [verb, *auxiliaries(number.row, verb)])
    return [decision]


def _taken_over(number: Number, other: Decision, whole: int | None) -> Decision:
    decision = number.as_in(other, "same as before" if whole is None else "part of")
    decision.kind = number.kind or number.sentence.made[other.at][0].kind
    decision.measure = shared(other.measure, number.kind)
    decision.whole, decision.sector = whole, other.sector
    if decision.kind == "money":
        number.quantity.currency = number.quantity.currency or other.quantity.currency
    return decision


def _listed_person(number: Number, before: Decision) -> bool:
    """Whether one person goes on a list of figures: "and a child", "one in the north"."""
    lead, following = number.before(), number.after()
    if lead not in ("and", "or", ",", ":") or following is None:
        return False
    if number.item.w == "one":
        return following.w in PREPOSITIONS
    end = number.phrase.end
    speaks = end < len(number.row) and (number.row[end].w in _SAYING or number.row[end].w == "who")
    kin = lead == "," and number.item.w in _KIN
    return (kin or lead in ("and", ":")) and before.measure in PERSONAL and not speaks
