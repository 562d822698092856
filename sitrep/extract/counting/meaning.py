"""What a trigger means for the number that it governs: its sense that fits, read again by the words around."""

from ...languages.language import word_list
from ...languages.senses import Sense
from ..items import ADVERBS, BE, CHANGE, HAVE, MODAL
from .candidate import Candidate
from .company import swept
from .fit import fits
from .reread import reread
from .sentence import Number

_AUDIENCE = word_list("counting", "audience")
_GRAVES = word_list("counting", "graves")
_MOURNERS = word_list("counting", "mourners")
_TOMBS = ("grave", "cemeter", "funeral")
_RESPONDERS = word_list("counting", "responders")
_CARRIED = ("airlift", "fly", "flew", "flown", "lift", "send", "sent", "equip", "support", "take", "took", "bring")
_TO = frozenset(["to"])
_SUFFERED = frozenset(["assisted", "affected", "displaced", "idps"])
_MOVED = ("mov", "send", "sent", "bring", "brought", "fly", "flew", "rush", "shift", "transfer")
_IN_NEED = frozenset(["in distress", "in dire straits"])
_DAMAGE = frozenset(["housing_damaged", "housing_destroyed"])
_ORDER = ("refugees", "casualties", "detained", "idps", "displaced", "in_need", "assisted", "affected")
"""Of the measures of one word, the one that says most stands first."""


def sense_of(number: Number, candidate: Candidate) -> Sense | None:
    """The sense of a trigger that fits what is counted, or None."""
    best: Sense | None = None
    for given in candidate.senses:
        if given.frame == "lives":
            if _takes_lives(number, candidate):
                return given
            continue
        sense = reread(number, candidate, given)
        if sense is None or not fits(number, candidate, sense) or _responds(number, candidate, sense):
            continue
        if best is None or _prefer(number, candidate, sense.measure, best.measure):
            best = sense
    return best


def _responds(number: Number, candidate: Candidate, sense: Sense) -> bool:
    """Whether people are there to help: "60 firefighters, supported by helicopters", "40 rescuers were airlifted"."""
    if sense.measure not in _SUFFERED or _RESPONDERS.isdisjoint(_names(number)):
        return False
    if _sent_there(number, candidate, sense):
        return True
    if sense.measure == "assisted" and number.row[candidate.at].w.startswith(_CARRIED):
        return True
    if sense.measure == "assisted" and sense.form == "base" and number.row[candidate.at - 1].w not in MODAL | _TO:
        # "Dogs and rescue tools for 470 rescue workers"
        return True
    if candidate.relation != "subject":
        return sense.frame == "give" and not any(item.w == "to" for item in number.row[candidate.at : number.at])
    if number.of_team:
        return True
    return BE.isdisjoint(number.path_words(candidate))


def _sent_there(number: Number, candidate: Candidate, sense: Sense) -> bool:
    """ "2,400 soldiers are | in the disaster area", "moved 3,000 troops | into the valley"."""
    word = number.row[candidate.at].w
    if candidate.relation == "object":
        return word.startswith(_MOVED)
    return sense.measure == "affected" and sense.frame == "state" and word.startswith("in ") and word not in _IN_NEED


def _names(number: Number) -> tuple[str, str]:
    """The head of what is counted, alone and with the word before it: "workers", "rescue workers"."""
    phrase = number.phrase
    word = phrase.word or ""
    return word, f"{number.row[phrase.head_at - 1].w} {word}"


def _takes_lives(number: Number, candidate: Candidate) -> bool:
    """ "claimed 12 lives", "claimed 12": what is taken are lives, or a number of nothing else."""
    lives = number.phrase.word in ("lives", "life")
    kind, word = number.kind or candidate.kind, number.row[candidate.at].w
    if kind is None and not word.startswith("claim") and not _lost(number, word):
        return False
    if lives:
        return True
    if number.phrase.word in _AUDIENCE or any(item.w in CHANGE for item in number.row[candidate.at : number.at]):
        return False
    if candidate.relation in ("subject", "modifier"):
        return False
    return word.startswith(("claim", "los")) and kind in (None, "people")


def _lost(number: Number, word: str) -> bool:
    """ "treated 800 people and lost 24"."""
    if word not in ("lost", "lose", "losing") or number.before() != word or number.sentence.last_kind != "people":
        return False
    following = number.after()
    return following is None or following.sign or following.w in ("of", "in", "to")


def _prefer(number: Number, candidate: Candidate, measure: str, known: str) -> bool:
    """Whether `measure` reads a word of two meanings better than `known`."""
    if {measure, known} == {"deaths", "missing"}:
        dead = swept(number, candidate)
        return (measure == "deaths") == (_buried(number, candidate) if dead is None else dead)
    if known == "in_need" and measure in _DAMAGE:
        # "Left 37 houses without | windows" names what they lack.
        return True
    if measure in _ORDER and known in _ORDER:
        return _ORDER.index(measure) < _ORDER.index(known)
    return False


def _buried(number: Number, candidate: Candidate) -> bool:
    """Whether "buried" speaks of a funeral and not of rubble."""
    row, at = number.row, candidate.at
    if candidate.relation == "object" and any(item.w.startswith(_TOMBS) for item in row[number.phrase.end :]):
        return True
    if candidate.relation == "object":
        who = next((item.w for item in reversed(row[max(0, at - 4) : at]) if item.w not in HAVE | ADVERBS), "")
        return who in _MOURNERS
    path, behind = number.path_words(candidate), {item.w for item in row[at + 1 : at + 5]}
    if candidate.relation == "subject" and not _GRAVES.isdisjoint(behind) and not path.isdisjoint(BE):
        return True
    if candidate.relation != "subject" or "been" not in path or "feared" in path:
        return False
    return {item.w for item in row[at : at + 4]}.isdisjoint(("under", "beneath", "in"))
