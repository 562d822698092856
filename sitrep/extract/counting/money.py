"""Sums of money that are no aid: losses, prices, ransoms, what one person or family gets."""

from ...languages.language import word_list
from ...languages.senses import Sense
from ..items import DETERMINERS, PREPOSITIONS, Item
from .candidate import Candidate
from .sentence import Number

_LOSSES = word_list("counting", "losses")
_EACH = word_list("counting", "each_one")
_RANSOM = word_list("counting", "ransom")
_WORKS = word_list("counting", "works")
_COSTING = word_list("counting", "costing")
_DISASTERS = word_list("counting", "disasters")
_TOWARDS = word_list("counting", "towards")
_CLAUSE = frozenset([",", ";", "and", "but", "while"])
_COVERED = word_list("counting", "covered")
_IN_PART = word_list("counting", "in_part")
_PAYERS = word_list("counting", "payers")
_APPEALING = word_list("counting", "appealing")
_COMPENSATED = word_list("counting", "compensated")
_ASKING = word_list("counting", "asking")
_UNLESS = word_list("counting", "unless")
_WANTING = ("want", "need", "demand", "ask")
_PAYING = ("pay", "paid", "spen")
_PRIVATE = frozenset(["people", "households"])
_BEHIND, _AHEAD, _NEAR = 10, 7, 7


def is_private(number: Number) -> bool:
    """Whether the words of its clause make a sum a loss, a fine, a wage, a price, or what one person or family gets."""
    near = _clause(number)
    return any(item.w in _LOSSES for item in near) or _for_each(near) or _each_gets(number) or _built(number)


def is_aid(number: Number, candidate: Candidate, sense: Sense) -> bool:
    """Whether a sum is asked of donors or comes from them: no ransom, no price, nothing that people pay."""
    row, at = number.row, candidate.at
    if sense.measure != "funding_required":
        if any(item.w in _UNLESS for item in row[max(0, number.at - 3) : number.at]):
            return False
        return not row[at].w.startswith(_PAYING) or not any(map(_pays, row[max(0, at - 4) : at]))
    return not _ransom(number, at) and not (row[at].w.startswith(("cost", "at ")) and _price(number, at, sense))


def covered_in_part(number: Number, candidate: Candidate) -> bool:
    """Whether a share of the sum has come in: "the $25 million plan is 30% funded"."""
    row, at = number.row, candidate.at
    return candidate.relation == "subject" and row[at].w in _COVERED and row[at - 1].w in _IN_PART


def asked_of(number: Number, candidate: Candidate, sense: Sense) -> bool:
    """Whether what gives the sum is only asked for: "urged the government to provide", "sought a package of"."""
    row, at = number.row, candidate.at
    if candidate.relation != "object" or sense.frame == "verb" and row[at - 1].w != "to":
        return False
    return any(item.w in _ASKING for item in row[max(0, at - _BEHIND) : at])


def is_goal(number: Number) -> bool:
    """Whether a sum is the whole of which money has come in: "$41 million of the $240 million"."""
    row, at, made = number.row, number.at, number.sentence.made
    at -= row[at - 1].w in DETERMINERS
    if at < 2 or row[at - 1].w not in _TOWARDS:
        return False
    return any(j in made and made[j][0].measure == "funding_received" for j in range(max(0, at - _NEAR), at - 1))


def has_come_in(number: Number) -> bool:
    """Whether a sum is the share of another that is there: "$120 million of the $560 million needed was received"."""
    row, at = number.row, number.at
    if at + 3 >= len(row) or row[at + 1].w != "of" or row[at + 2].w not in DETERMINERS or row[at + 3].q is None:
        return False
    near = row[max(0, at - _BEHIND) : at + _BEHIND]
    return any(s.measure == "funding_received" and s.frame in ("verb", "subject") for x in near for s in x.senses)


def _clause(number: Number) -> list[Item]:
    """The items of the clause around a sum, behind it as far as the next number."""
    row, start, end = number.row, number.at, number.at + 1
    while start > max(0, number.at - _BEHIND) and row[start - 1].w not in _CLAUSE:
        start -= 1
    if end + 2 < len(row) and row[end].w == "(" and row[end + 1].q is not None and row[end + 2].w == ")":
        # "23 billion yuan ($3 billion) in losses": the same sum in another currency.
        end += 3
    while end < min(len(row), number.at + _AHEAD) and row[end].w not in _CLAUSE and row[end].q is None:
        end += 1
    return row[start:end]


def _for_each(near: list[Item]) -> bool:
    """Whether a sum is for "each family", "every eligible child": not for "each of the districts"."""
    return any(_is_each(near, n) for n in range(len(near)))


def _each_gets(number: Number) -> bool:
    """Whether "each family" is what gets the sum: "each family gets a tent and $50"."""
    before = number.row[max(0, number.at - _BEHIND) : number.at]
    return any(_is_each(before, n) and (n == 0 or before[n - 1].w not in PREPOSITIONS) for n in range(len(before)))


def _is_each(row: list[Item], n: int) -> bool:
    if row[n].w not in _EACH:
        return False
    return any(map(_is_private, row[n + 1 : n + 3])) or any(item.w in _COMPENSATED for item in row[n + 1 : n + 4])


def _is_private(item: Item) -> bool:
    return item.noun is not None and item.noun.kind in _PRIVATE


def _pays(item: Item) -> bool:
    return item.w in _PAYERS or _is_private(item)


def _built(number: Number) -> bool:
    """Whether the sum is the price of a thing: "a $250 million bridge"; not "a $3 million housing grant"."""
    phrase, row = number.phrase, number.row
    if phrase.head is None or phrase.head.kind not in ("structures", "facilities"):
        return False
    return not any(s.measure.startswith("funding") for item in row[phrase.end : phrase.end + 1] for s in item.senses)


def _ransom(number: Number, at: int) -> bool:
    """Whether captors or someone in need of a small sum asks for it."""
    row = number.row
    if any(item.w in _RANSOM for item in row):
        return True
    subject = row[at - 1].w if at > 0 else ""
    if subject in _PAYERS and subject != "we" and row[at].w.startswith(_WANTING):
        return subject != "they" or not any(item.w in _APPEALING for item in row[:at])
    return any(item.w == "they" for item in row[max(0, at - 2) : at]) and number.sentence.memory.war()


def _price(number: Number, at: int, sense: Sense) -> bool:
    """Whether what costs the sum is no work to be done, but a loaf, or a flood."""
    row = number.row
    if sense.frame != "verb" and row[at + 1].q is None:
        return any(item.w.split(" ")[0] in _DISASTERS for item in row[at + 1 : at + 5])
    to_come = any(item.w in _COSTING for item in row[max(0, at - 3) : at + 1])
    return not to_come and not any(item.w in _WORKS for item in row[max(0, at - 12) : at])
