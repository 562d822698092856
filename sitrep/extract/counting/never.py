"""Numbers that are never figures: rates, populations of towns, economic losses, "one" as a pronoun, and the like."""

from itertools import pairwise

from ...languages.language import load, word_list
from ..items import ADVERBS, BE, CHANGE, COORDINATORS, DETERMINERS, HAVE, PREPOSITIONS, RELATIVES
from .apposition import all_of_whom, same_person
from .camps import SETTLEMENTS
from .money import is_private
from .nations import away_from_home, foreign, from_abroad
from .sentence import Number
from .words import personal_word

_SETTLED = word_list("counting", "settled")
_VIOLENT = word_list("counting", "violent")
_LABOUR = word_list("counting", "labour")
_VOLCANIC = word_list("counting", "volcanic")
_NO_ATTACKS = word_list("counting", "no_attacks")
_PARENTS = word_list("counting", "parents")
_NONE = word_list("counting", "none")
_ROOM = word_list("counting", "room")
_ABLE = word_list("counting", "able")
_TAKES = tuple(word_list("counting", "takes"))
_EACH = word_list("counting", "each")
_SPELLS = word_list("counting", "spells")
_BUILT = frozenset(["facilities", "structures"])
_SIZES = word_list("counting", "sizes")
_SINCE = (["earlier"], ["before"], ["ago"], ["later"], ["after"])
_SEASONS = word_list("counting", "seasons")
_NO_RATE = word_list("counting", "no_rate")
_UNHARMED = word_list("counting", "unharmed")
_ESCAPED = word_list("counting", "escaped")
_HIT = frozenset(["affected", "displaced", "in_need"])
_FLIGHT = frozenset(["displaced", "idps", "refugees"])
_OLDEST = 110
_SOON = 6
_MOST_NOTES, _MOST_SHARED = 9, 20


def never_a_figure(number: Number) -> bool:
    """Whether the words around a number make it no figure, whatever trigger stands near."""
    if number.kind == "excluded" and number.phrase.known or number.unknown and not personal_word(number.phrase):
        return True
    if number.kind != "money" and (_none_or_child(number) or _out_of(number) or _names_a_place(number)):
        return True
    if number.phrase.words and number.phrase.words[0] in _SIZES and not (number.phrase.word or "").endswith("s"):
        return True
    private = number.kind == "money" and is_private(number)
    if private or _town(number) or _increment(number) or _in_pieces(number) or _harmless_incident(number):
        return True
    if (
        _room(number)
        or _unharmed(number)
        or _footnote(number)
        or _died_at(number)
        or same_person(number)
        or _one_of_a_kind(number)
    ):
        return True
    return number.quantity.article and number.item.w == "one" and not _counts_one(number)


def _room(number: Number) -> bool:
    """ "beds for 300", "can shelter 250", "built for 4,000": how many a place could take, not how many it has."""
    before, lead = number.before(), number.before(2) if number.at > 1 else ""
    if before in ("for", "of"):
        return lead in _ROOM
    return before.startswith(_TAKES) and lead in _ABLE


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


def _names_a_place(number: Number) -> bool:
    """ "Camp 11", "Hospital 4"."""
    if number.at == 0 or number.phrase.head is not None:
        return False
    place = number.row[number.at - 1]
    singular = place.cap and not place.w.endswith("s") and place.noun is not None
    return singular and place.noun is not None and place.noun.kind in ("excluded", "facilities", "structures")


def _none_or_child(number: Number) -> bool:
    """ "no 12", "none of the 12", and "father of three": children that someone has."""
    if number.at == 0:
        return False
    before = number.words_before(3)
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


def _out_of(number: Number) -> bool:
    """ "three in four of them", "one child in six", "since five": the whole of a share, an hour."""
    before = number.words_before(3)
    if before[-2:] == ["out", "of"] and before[0] in load().units:
        return True
    second = number.after(2)
    if (
        before[-2:] in (["of", "every"], ["in", "every"], ["for", "every"])
        or second is not None
        and second.w == "every"
    ):
        return True
    if _one_in(number) or before[-2:] == ["(", "for"]:
        return True
    if before[-1:] == ["since"] and (number.quantity.value or 99) <= 12 and number.phrase.head is None:
        return True
    return before[-1:] == ["in"] and len(before) > 1 and before[-2] in load().units and _of_all(number)


def _of_all(number: Number) -> bool:
    """Whether a number names nothing, or is "five of the 4 million"."""
    following = number.after()
    return not number.phrase.known or following is not None and following.w == "of"


def _one_in(number: Number) -> bool:
    """ "1 in 5 people": neither number counts them."""
    row, at = number.row, number.at
    return any(_in_so_many(number, k) for k in (at, at - 2) if k >= 0 and k + 2 < len(row))


def _in_so_many(number: Number, k: int) -> bool:
    """Whether a share opens at `k`: a small number, "in", and a number of people or homes."""
    first, joint, second = (number.row[k + n] for n in range(3))
    if first.q is None or second.q is None or joint.w != "in" or (second.q.value or 99) > _MOST_SHARED:
        return False
    phrase = number.sentence.phrases[k + 2]
    return phrase.head is not None and phrase.head.kind in ("people", "households", "structures")


def _town(number: Number) -> bool:
    """Whether the number is a town's population ("a city of 40,000", "home to 3,000"), or is "those few"."""
    before = number.words_before(5)
    if "population" in before and "of" in before[before.index("population") :]:
        end = number.phrase.end
        hit = number.row[end : end + 3]
        return not any(s.measure in _HIT for item in hit for s in item.senses) or number.phrase.head is not None
    tags = number.phrase.head.tags if number.phrase.head else ()
    if not tags and (before[-2:] == ["home", "to"] or before[-1:] == ["home to"]):
        return not _home_of_displaced(number)
    if before[-1:] == ["of"] and len(before) > 1 and before[-2] in _SETTLED:
        return True
    return before[-1:] == ["those"] and number.item.w == "few"


def _home_of_displaced(number: Number) -> bool:
    """ "the camp, home to 27,000", "home to thousands of people who had fled"."""
    row, end = number.row, number.phrase.end
    relative = end < len(row) and row[end].w in RELATIVES
    of_whom = all_of_whom(number)
    told = row[end : end + (_SOON + 4 if of_whom else _SOON)] if relative or of_whom else row[end : end + 1]
    fled = any(s.measure in _FLIGHT for item in told for s in item.senses)
    if from_abroad(number) or away_from_home(number):
        return True
    settled = foreign(number) and any(item.w in SETTLEMENTS for item in row[max(0, number.at - _SOON) : number.at])
    before = row[max(0, number.at - _SOON) : number.at]
    return fled or settled or any(s.frame == "refuge" for item in before for s in item.senses)


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


def is_rate(number: Number) -> bool:
    """Whether the number is a rate ("400 a month", "killing hundreds every year"), which is no figure."""
    before = number.words_before(9)
    if any(a in ("every", "each") and b in _SEASONS for a, b in pairwise(before)):
        return True
    after = [item.w for item in number.row[number.phrase.end : number.phrase.end + 14]]
    after = after[: next((n for n, w in enumerate(after) if n > 8 and w in (",", ";")), None)]
    if after[:1] in (["per"], ["daily"], ["annually"]) or after[:1] == ["each"] and after[1:2] not in (["in"], ["at"]):
        return True
    if any(a in _EACH and b in _SPELLS for a, b in pairwise(after)):
        return True
    near = after[: next((n for n, w in enumerate(after) if w in (".", ",", ";")), None)]
    if near[-1:] == ["daily"]:
        return True
    return _each_spell(after)


def _each_spell(after: list[str]) -> bool:
    """Whether "a month", "an hour" follows as what the number is counted by, and not as a time."""
    if after[:2] in (["a", "month"], ["a", "day"], ["a", "week"], ["a", "year"], ["an", "hour"]):
        return after[2:3] not in _SINCE
    return any(
        b == "a" and c in ("day", "month", "week") and a not in PREPOSITIONS and a not in _NO_RATE and [d] not in _SINCE
        for a, b, c, d in zip(after, after[1:], after[2:], [*after[3:], ""], strict=False)
    )
