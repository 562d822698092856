"""Numbers that are never figures: the unharmed, ages, footnotes, increments, "one" as a pronoun, and the like."""

from itertools import pairwise

from ...languages.language import word_list
from ..items import ADVERBS, BE, CHANGE, COORDINATORS, DETERMINERS, HAVE, PREPOSITIONS, Item
from .apposition import same_person
from .generally import of_anybody, of_places, of_time
from .money import is_private
from .rates import out_of
from .sentence import Number
from .towns import names_a_place, room, town
from .words import opening, personal_word

_VIOLENT = word_list("counting", "violent")
_LABOUR = word_list("counting", "labour")
_VOLCANIC = word_list("counting", "volcanic")
_NO_ATTACKS = word_list("counting", "no_attacks")
_PARENTS = word_list("counting", "parents")
_NONE = word_list("counting", "none")
_BUILT = frozenset(["facilities", "structures"])
_SIZES = word_list("counting", "sizes")
_UNHARMED = word_list("counting", "unharmed")
_ESCAPED = word_list("counting", "escaped")
_AUXILIARIES = word_list("counting", "auxiliaries")
_WOULD = frozenset(["would", "could", "might"])
_QUOTES = frozenset("\"'")
_OLDEST = 110
_MOST_NOTES = 9


def never_a_figure(number: Number) -> bool:
    """Whether the words around a number make it no figure, whatever trigger stands near."""
    if number.quantity.value == 0 or _asked(number.row) or _unreal(number.row):
        return True
    if number.kind == "excluded" and number.phrase.known or number.unknown and not personal_word(number.phrase):
        return True
    if number.kind != "money" and (_none_or_child(number) or out_of(number) or names_a_place(number)):
        return True
    if _of_size(number):
        return True
    if number.phrase.words and number.phrase.words[0] in _SIZES and not (number.phrase.word or "").endswith("s"):
        return True
    private = number.kind == "money" and is_private(number)
    if private or town(number) or _increment(number) or _in_pieces(number) or _harmless_incident(number):
        return True
    if (
        room(number)
        or _unharmed(number)
        or _footnote(number)
        or _died_at(number)
        or same_person(number)
        or _one_of_a_kind(number)
        or of_anybody(number)
        or of_places(number)
        or of_time(number)
    ):
        return True
    return number.quantity.article and number.item.w == "one" and not _counts_one(number)


def _of_size(number: Number) -> bool:
    """ "the seven-kilometre zone": a number and a measure that are one word."""
    joint, unit = number.after(), number.after(2)
    if joint is None or unit is None or joint.w != "-" or joint.s != number.item.e or unit.s != joint.e:
        return False
    return unit.noun is not None and unit.noun.kind == "excluded"


def _asked(row: list[Item]) -> bool:
    """ "Did 300 people die?": what is asked nobody has stated; "How did 300 people die?" states it."""
    closed = row[-2] if row[-1].w in _QUOTES and len(row) > 1 else row[-1]
    return closed.w == "?" and row[opening(row)].w in _AUXILIARIES


def _unreal(row: list[Item]) -> bool:
    """ "Had the dam broken, 300 people would have died"."""
    first = row[opening(row)].w
    if first not in ("had", "if"):
        return False
    words = [item.w for item in row]
    comma = words.index(",") if "," in words else 0
    after = list(pairwise(words[comma:]))
    return "had" in words[:comma] and any(modal in _WOULD and have == "have" for modal, have in after)


def _unharmed(number: Number) -> bool:
    """ "another 464 are safe", "12 escaped unhurt"."""
    after = [item.w for item in number.row[number.phrase.end : number.phrase.end + 4]]
    spot = next((n for n, w in enumerate(after) if w in _UNHARMED), None)
    return spot is not None and all(w in BE or w in HAVE or w in ADVERBS or w in _ESCAPED for w in after[:spot])


def _died_at(number: Number) -> bool:
    """ "the death of the author at 84": an age."""
    if number.before() != "at" or number.phrase.head is not None or (number.quantity.value or 999) > _OLDEST:
        return False
    following = number.after()
    dying = any(w == "death" or w.startswith("die") for w in number.words_before(8))
    return dying and (following is None or following.sign or following.w in BE)


def _footnote(number: Number) -> bool:
    """ "3 million people since January (2)": a lone small number in brackets at the end."""
    row, at = number.row, number.at
    if number.before() != "(" or at < 2 or at + 2 < len(row) or (number.quantity.value or 99) > _MOST_NOTES:
        return False
    return at + 1 < len(row) and row[at + 1].w == ")" and not row[at - 2].cap


def _one_of_a_kind(number: Number) -> bool:
    """ "one of the largest such populations in the world"."""
    following = [item.w for item in number.row[number.at + 1 : number.at + 4]]
    return number.item.w == "one" and following[:1] == ["of"] and following[-1].endswith(("est", "most"))


def _none_or_child(number: Number) -> bool:
    """ "no 12", "none of the 12", and "father of three": children that someone has."""
    if number.at == 0:
        return False
    before = number.words_before(3)
    if before[-2:] in (["rape", "of"], ["rapes", "of"], ["torture", "of"]):
        return True
    if before[-1] in _NONE or before[:2] == ["none", "of"] or before[-1] == "not" and number.quantity.article:
        return True
    return before[-1] == "of" and len(before) > 1 and before[-2] in _PARENTS


def _in_pieces(number: Number) -> bool:
    """ "split in two"."""
    following = number.after()
    return number.phrase.head is None and number.before() == "in" and (following is None or following.sign)


def _increment(number: Number) -> bool:
    """ "rose by three to 58", "300 more than last year", "all but three"."""
    if number.at > 1 and (number.before(2), number.before()) == ("all", "but"):
        return True
    row, end = number.row, number.phrase.end
    if end < len(row) and row[end].w == "than":
        return True
    return number.at > 1 and number.before() == "by" and number.before(2) in CHANGE - {"hit"}


def _near(number: Number) -> set[str]:
    return {item.w for item in number.row[max(0, number.at - 5) : number.at + 7]}


def _harmless_incident(number: Number) -> bool:
    """Whether "incidents" are none that anyone made, "strikes" are of workers, "blasts" of a volcano."""
    word = number.phrase.word
    if word in ("incidents", "incident"):
        return not number.sentence.memory.war() and _VIOLENT.isdisjoint(_near(number))
    if number.kind != "incidents":
        return False
    if word in ("strikes", "strike"):
        return any(item.w in _LABOUR for item in number.row) and not number.sentence.memory.war()
    if word in ("explosions", "explosion", "blasts", "blast"):
        return any(item.w in _VOLCANIC for item in number.row)
    return not _NO_ATTACKS.isdisjoint(number.phrase.words)


def _counts_one(number: Number) -> bool:
    """Whether "one" counts a person or thing here, and is no pronoun or article ("one war", "one another")."""
    row, at = number.row, number.at
    if at + 2 < len(row) and row[at + 1].w == "of" and any(x.q is not None for x in row[at + 2 : at + 4]):
        return number.kind in _BUILT
    before = number.words_before(2)
    if before[-1:] == ["of"] and number.kind == "households":
        return False
    if number.phrase.head is None and _stands_for_noun(before):
        return False
    following = number.after()
    if number.phrase.known or following is None or following.sign or following.senses:
        return True
    w = following.w
    return w in PREPOSITIONS or w in BE or w in HAVE or w in COORDINATORS or w in ADVERBS


def _stands_for_noun(before: list[str]) -> bool:
    """ "an earlier one", "this one"."""
    if not before or before[-1] in PREPOSITIONS or before[-1] in COORDINATORS or before[-1] in BE:
        return False
    return before[-1] in DETERMINERS - {"that"} or before[0] in ("a", "an", "the", "this")
