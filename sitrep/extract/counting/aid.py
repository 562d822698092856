"""Whether help has come: it may be wanted, kept back, or what people are supplied with as a matter of course."""

from ...languages.language import word_list
from ...languages.senses import Sense
from ..items import BE
from .candidate import Candidate
from .sentence import Decision, Number

_SUPPLIED = word_list("counting", "supplied")
_HINDERED = word_list("counting", "hindered")
_WITHHELD = word_list("counting", "withheld")
_WANTED = word_list("counting", "wanted")
_UTILITIES = word_list("counting", "utilities")
_SUPPLYING = word_list("counting", "supplying")
_CLIENTELE = word_list("counting", "clientele")
_RESTORING = word_list("counting", "restoring")
_SPECTATORS = word_list("counting", "spectators")
_STOPPED = tuple(word_list("counting", "stopped"))
_GET = tuple(word_list("counting", "get"))
_NOT = frozenset(["not", "never", "cannot", "can't", "couldn't"])
_ENOUGH = ("enough", "sufficient")
_SCANT = _NOT | {"hardly", "barely"}
_SERVING = ("serv", "reach", "support", "help", "cook", "cater", "meet", "met ", "cover")
_NEXT_ITEM = 4
_CUT = frozenset(["cut", "cuts", "cutting"])
_LINKS = (" for", " to")


def in_vain(number: Number, candidate: Candidate) -> bool:
    """Whether people have not got what they were to get."""
    if candidate.relation == "object" and (_kept_back(number, candidate) or _only_wanted(number, candidate)):
        return True
    word = number.row[candidate.at].w
    return word.startswith(_GET) and not _NOT.isdisjoint(number.path_words(candidate))


def _kept_back(number: Number, candidate: Candidate) -> bool:
    """ "prevents teams from | reaching 300 children", "food | for 300 people was cut off"."""
    row, at, end = number.row, candidate.at, number.phrase.end
    in_front = row[max(0, at - 6) : at]
    begin = max((n + 1 for n, item in enumerate(in_front) if item.w in (",", ";")), default=0)
    hindering = {item.w for item in in_front[begin:]} & _HINDERED
    if hindering - _CUT or hindering and row[at].w.endswith(_LINKS):
        return True
    behind = row[end : end + 7]
    passive = (n for n, item in enumerate(behind) if item.w in BE)
    held = any(item.w in _WITHHELD for n in passive for item in behind[n + 1 : n + 3])
    return held and row[at].w.endswith(_LINKS)


def _only_wanted(number: Number, candidate: Candidate) -> bool:
    """ "Needs: | shelter for 300 families", "appealed for | blankets for 80 people": nobody has given them yet."""
    row, at = number.row, candidate.at
    if not row[at].w.endswith(_LINKS):
        return False
    if row[at].w.startswith(_ENOUGH) and any(item.w in _SCANT for item in row[max(0, at - 2) : at]):
        return True
    for item in reversed(row[max(0, at - 6) : at]):
        if item.w.split(" ")[0] in _WANTED:
            return True
        if item.q is not None or item.w == "to" or item.sign and item.w not in (":", "-", ","):
            break
    return any(d.measure == "in_need" and d.rule == "object: event" for d in _listed(number))


def _listed(number: Number) -> list[Decision]:
    """What the number before counts, if only the next item of a list stands between."""
    sentence = number.sentence
    earlier = max(sentence.decided_before(number.at), default=None)
    if earlier is None or number.row[sentence.phrases[earlier].end].w not in (",", ";", "and"):
        return []
    return sentence.made[earlier] if number.at - sentence.phrases[earlier].end <= _NEXT_ITEM else []


def matter_of_course(number: Number, candidate: Candidate) -> bool:
    """Whether people are only supplied as ever: "the dam supplies 3 million", "serves 450,000 customers"."""
    row, at = number.row, candidate.at
    if candidate.relation != "object":
        return False
    if number.phrase.word in _CLIENTELE and row[at].w.startswith(_SERVING):
        return True
    in_front = row[max(0, at - 6) : at + 1]
    verb = next((n for n, item in enumerate(in_front) if item.w in _SUPPLYING), 0)
    return any(item.w.rpartition(" ")[2] in _UTILITIES for item in in_front[max(0, verb - 3) : verb])


def lacked(number: Number, candidate: Candidate, sense: Sense) -> bool:
    """Whether people go without: not fans who need a bus, nor homes to which power is brought."""
    if number.phrase.word in _SPECTATORS:
        return False
    return sense.frame != "event" or _of_supply(number, candidate)


def _of_supply(number: Number, candidate: Candidate) -> bool:
    """Whether what is cut is a supply, if the words leave that open, and is not brought: "power was | cut to 300"."""
    row, at = number.row, candidate.at
    before = {word for item in row[max(0, at - 5) : at] for word in item.w.split(" ")}
    if row[at].w.startswith(_STOPPED):
        return not _SUPPLIED.isdisjoint(before)
    words = row[at].w.split(" ")
    return words[0] not in _SUPPLIED or not _CUT.isdisjoint(words) or _RESTORING.isdisjoint(before)
