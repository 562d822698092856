"""What a trigger means for the number that it governs: its sense that fits, read again by the words around."""

from functools import cache

from ...languages.language import Sense, word_list
from ...places.countries import DEMONYMS, demonym_country, iso3
from ..items import Item
from .candidate import Candidate
from .company import in_company, swept
from .fit import fits
from .sentence import Number

_NOT_BACK = word_list("counting", "not_back")
_MOURNERS = word_list("counting", "mourners")
_STILL = word_list("counting", "still")
_LIVING = word_list("counting", "living")
_CROSS = word_list("counting", "cross")
_ARRIVE = word_list("counting", "arrive")
_TAKE_IN = word_list("counting", "take_in")
_WAS = word_list("counting", "was")
_HOSTING = tuple(word_list("counting", "hosting"))
_ROUGH = tuple(word_list("counting", "rough"))
_MOVED = tuple(word_list("counting", "moved"))
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
        sense = _reread(number, candidate, given)
        if sense is None or not fits(number, candidate, sense):
            continue
        if best is None or _prefer(number, candidate, sense.measure, best.measure):
            best = sense
    return best


def _takes_lives(number: Number, candidate: Candidate) -> bool:
    """ "claimed 12 lives", "claimed 12": what is taken are lives, or a number of nothing else."""
    lives = number.phrase.word in ("lives", "life")
    kind, word = number.kind or candidate.kind, number.row[candidate.at].w
    if kind is None and not word.startswith("claim"):
        return False
    if lives:
        return True
    if candidate.relation in ("subject", "modifier"):
        return False
    return word.startswith(("claim", "los")) and kind in (None, "people")


def _reread(number: Number, candidate: Candidate, sense: Sense) -> Sense | None:
    """The sense as the words around the trigger have it; None where they exclude it."""
    measure = in_company(number, candidate, sense)
    if measure is None:
        return None
    if measure in ("displaced", "idps"):
        measure = _living_or_fleeing(number, candidate, measure)
    elif measure == "refugees":
        measure = _across(number, candidate)
    elif measure == "returned" and not _NOT_BACK.isdisjoint(_path(number, candidate)):
        measure = "displaced"
    if measure is None:
        return None
    if measure == "displaced":
        measure = _fled(number, candidate)
    if measure == "displaced":
        measure = _of_displaced(number, candidate)
    if measure in ("idps", "detained") or measure == "displaced" and _keeps(number, candidate):
        measure = _by_head(number, candidate, measure)
    return sense if measure == sense.measure else Sense(measure, sense.frame, sense.form)


def _across(number: Number, candidate: Candidate) -> str | None:
    """What a verb of moving says: nothing without a border, "displaced" of those whom no country takes in."""
    word, row, at = number.row[candidate.at].w, number.row, candidate.at
    if word in _CROSS and not _border(number, at) or word in _ARRIVE and not _abroad(number, candidate):
        return None
    if word in _TAKE_IN:
        before = row[max(0, at - 6) : at]
        states = candidate.relation == "object" and any(_country(before, k) for k in range(len(before)))
        return "refugees" if states or number.phrase.head and "refugees" in number.phrase.head.tags else "displaced"
    return "refugees"


def _country(items: list[Item], k: int) -> str | None:
    """The code of the country whose name begins at `k`."""
    if not items[k].cap:
        return None
    name = " ".join(x.w for x in items[k : k + 2] if x.cap)
    return iso3(name) or iso3(items[k].w)


def _path(number: Number, candidate: Candidate) -> set[str]:
    return {number.row[p].w for p in candidate.path}


def _living_or_fleeing(number: Number, candidate: Candidate, measure: str) -> str:
    """Whether people live in displacement or have just been displaced."""
    word = number.row[candidate.at].w
    standing = _standing(number, candidate, word)
    if measure == "displaced":
        return "idps" if standing else "displaced"
    moved = word == "internally displaced" and not standing and not _WAS.isdisjoint(_path(number, candidate))
    return "displaced" if moved else "idps"


def _standing(number: Number, candidate: Candidate, word: str) -> bool:
    """Whether the words describe people who live in displacement, not people who have just been displaced."""
    row, subject = number.row, candidate.relation == "subject"
    if subject and word in ("internally displaced", "displaced", "homeless", "uprooted"):
        path = _path(number, candidate) - {word}
        still = not _STILL.isdisjoint(path)
        return still and (
            word == "internally displaced" or word == "displaced" and path.isdisjoint(("been", "being", "newly"))
        )
    if word.startswith(("in ", "at ")) or any(s.frame == "refuge" for s in row[candidate.at].senses):
        if word.endswith("camps") and row[candidate.at - 1].w in ("are", "were"):
            return True
        return any(item.w in _LIVING for item in row[max(0, candidate.at - 10) : candidate.at])
    return False


def _border(number: Number, at: int) -> bool:
    """Whether what is crossed is a border: a country or "the border" follows."""
    return any(
        x.w in ("border", "frontier", "into", "river") or x.cap and iso3(x.w) for x in number.row[at + 1 : at + 6]
    )


def _fled(number: Number, candidate: Candidate) -> str:
    """Flight into another country makes refugees; people who leave houses are counted by their houses."""
    if (number.kind or candidate.kind) == "structures" and number.at > 1 and number.before() in ("of", "in", "from"):
        dweller = number.row[number.at - 2].noun
        if dweller is not None and dweller.kind == "people":
            candidate.relation = "dwellers"
    return "refugees" if _abroad(number, candidate) else "displaced"


def _abroad(number: Number, candidate: Candidate) -> bool:
    """Whether flight leads into another country than the people's or the document's: "Sudanese have fled to Egypt"."""
    row, start = number.row, candidate.at + 1 if candidate.relation == "subject" else number.phrase.end
    for j in range(start, min(start + 4, len(row) - 1)):
        if row[j].w in ("to", "into", "in") and row[j + 1].cap and row[j - 1].w != "according":
            code = _country(row, j + 1)
            home = _own_countries(number) | _left(row, j + 2) or ({number.sentence.memory.home} - {None})
            return bool(code and home and code not in home)
    return False


def _left(row: list[Item], start: int) -> set[str]:
    """The country that people are said to come from: "to Chad from Sudan"."""
    spots = range(start, min(start + 4, len(row) - 1))
    return {code for k in spots if row[k].w == "from" and (code := _country(row, k + 1))}


def _own_countries(number: Number) -> set[str]:
    words = [item.w for item in number.row[number.phrase.start : number.phrase.end]]
    return {code for w in words if (code := demonym_country(w.removesuffix("s").capitalize()))}


def _by_head(number: Number, candidate: Candidate, measure: str) -> str:
    """What people are called decides over where they are: "hosts 3,000 refugees", "12,000 newly displaced"."""
    phrase = number.phrase
    tags = phrase.head.tags if phrase.head is not None else ()
    if ("refugees" in tags or "idps" in tags) and (candidate.relation == "object" or _keeps(number, candidate)):
        measure = "refugees" if "refugees" in tags else "idps"
    if number.sentence.memory.measure == "refugees" and measure == "displaced" and not tags:
        return "refugees"
    if measure == "idps" and any(item.w == "newly" for item in number.row[phrase.start : phrase.end]):
        return "displaced"
    if measure == "idps" and number.row[candidate.at].w.startswith("host") and _nationality(phrase.word):
        return "refugees"
    return measure


def _of_displaced(number: Number, candidate: Candidate) -> str:
    """What befalls people who have fled before: refugees who are moved get help, those who sleep rough lack shelter."""
    word, head = number.row[candidate.at].w, number.phrase.head
    if head is None or "refugees" not in head.tags and "idps" not in head.tags:
        return "displaced"
    if word.startswith(_ROUGH):
        return "in_need"
    return "assisted" if "refugees" in head.tags and word.startswith(_MOVED) else "displaced"


def _keeps(number: Number, candidate: Candidate) -> bool:
    """Whether the trigger says where people stay, not that they were moved."""
    item = number.row[candidate.at]
    return item.w.startswith(_HOSTING) or any(s.frame in ("stay", "refuge") for s in item.senses)


def _nationality(word: str | None) -> bool:
    return word is not None and word.rstrip("s") in _nationalities()


@cache
def _nationalities() -> frozenset[str]:
    return frozenset(d.lower() for d in DEMONYMS)


def _prefer(number: Number, candidate: Candidate, measure: str, known: str) -> bool:
    """Whether `measure` reads a word of two meanings better than `known`."""
    if {measure, known} == {"deaths", "missing"}:
        dead = swept(number, candidate)
        return (measure == "deaths") == (_buried(number, candidate) if dead is None else dead)
    if measure in _ORDER and known in _ORDER:
        return _ORDER.index(measure) < _ORDER.index(known)
    return False


def _buried(number: Number, candidate: Candidate) -> bool:
    """Whether "buried" speaks of a funeral and not of rubble."""
    row, at = number.row, candidate.at
    if candidate.relation == "object" and at > 0 and row[at - 1].w in _MOURNERS:
        return True
    path = _path(number, candidate)
    if candidate.relation != "subject" or "been" not in path or "feared" in path:
        return False
    return {item.w for item in row[at : at + 4]}.isdisjoint(("under", "beneath", "in"))
