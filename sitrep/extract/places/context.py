"""What stands around a name in its sentence: preposition, kind of place, and who or what it belongs to."""

import re
from dataclasses import dataclass
from itertools import takewhile

from ...languages.language import alternatives, word_list
from ...late import late
from .names import Name, demonyms, is_country, is_facility

_LISTS = (
    "at", "of", "into", "on", "to", "for", "never",
)  # fmt: skip
PREPOSITIONS = frozenset(word for name in _LISTS for word in word_list("place", name))
_KINDS = word_list("place", "kinds")
_SIDES = word_list("place", "sides")
_LINKS = word_list("place", "links") | _KINDS | _SIDES
_TITLES = word_list("place", "titles")
_GROUPS = word_list("place", "groups")
_PEOPLES = word_list("place", "peoples")
_EVENTS = word_list("place", "events")
_FATES = word_list("place", "fates")
_HAS = word_list("place", "has")
_DOES = word_list("place", "does")
_PEOPLE_OF = word_list("place", "people_of")
_SPOKE = word_list("place", "spoke")
_SEATS = word_list("place", "seats")
_OFFICES = word_list("place", "offices")
_NUMBERS = word_list("place", "numbers")
_BODY = late(rf"'s?(?: [a-z-]+){{0,3}}? (?:{alternatives('place', 'bodies')})\b")
_WHERE = late(
    r",? where\b|, (?:located|situated|which lies|some \d+|about \d+)\b|"
    r", (?:an?|the) (?:[\w-]+ ){0,3}?(?:city|town|village|district|province|region|camp|site|island|state|"
    r"capital|settlement|area|port|hamlet|suburb|municipality|county|governorate|commune|locality|hotspot|stronghold|"
    r"epicentre|epicenter|neighbourhood|neighborhood|ward|parish|oasis)\b"
)
_VERB = late(r" (?:has|had|have|will|would|is|was|\w{3,}(?:ed|ze|zes|oze|ught|ng)|says|said|wants|fears) ")
_MEASURES = word_list("place", "measures")
_AFTER = late(
    r"(?:'s|')?(?: \([A-Z]{2,}\))?(?: on [A-Z]\w+day)?(?: (?:also|already|now|still|currently|alone|itself|all))*"
    r" (?P<first>[\w-]+|\((?=[^)]*\d))(?: (?P<second>[\w-]+))?"
)
_DATELINE = late(
    r"(?:, [A-Z][\w ]+?)?(?:,? \d{0,2} ?[A-Z][a-z]{2,8}\.? ?\d{0,4},?(?: \d{4})?)?(?: ?\([^)]{2,40}\))? ?(?:–|--|:| -) "
)
_COLON = late(r"(?: \([^)]{2,40}\))?(?:(?:\*\*)?:(?:\*\*)? |(?:\.\*\*|\*\*\.?) )")
# What a place has reported, in numbers: "reported heavy damage and one death".
_NUMBER = late(rf" (?!that\b)(?:[\w-]+ ){{0,5}}?(?:\d|(?:{'|'.join(sorted(_NUMBERS))})\b)")
_SITES = word_list("place", "facilities")
# Of these, the ones whose name alone is not that of a town: "the Gundicha temple".
_NAMED_SITES = word_list("place", "named_sites")
_ABOUT = frozenset(["of", "on", "for"])
"""After these an event has its place: "the battle for", "a raid on"."""
_ELLIPSIS = frozenset(["for", "over", "about", "some", "nearly", "around", "almost"])
_LISTING = _ELLIPSIS | {"with"}
# "Said they were in": the place is told of, not spoken in.
_IS = frozenset(["is", "was", "are", "were", "be", "been"])
_COMPASS = _SIDES & _MEASURES
_WITHIN = frozenset(["the", "far", "extreme"])
_EARLY = 40
"""How far into its sentence the place can stand where an article was written."""
_WINDOW = 90


@dataclass(frozen=True, slots=True)
class Around:
    """A name with its direction and kind ("northern Mali", "Faryab province"), and the words beside it."""

    start: int
    end: int
    name: str
    prep: str = ""
    kind: str = ""
    kind_of: bool = False
    """Whether the kind stands before it: "the town of"."""
    sided: bool = False
    titled: bool = False
    """Whether a person's title stands before it."""
    body: bool = False
    """Whether people or things follow that are only named after it: "Idlib militants"."""
    peoples: bool = False
    event: bool = False
    has: bool = False
    speaks: bool = False
    of_people: bool = False
    scene: bool = False
    """Whether a site or an event stands before it: "the market of", "the battle for"."""
    office: bool = False
    """Whether what follows is its police or authorities."""
    where: bool = False
    """Whether the text goes on to say what happened there, or what place it is: ", where", ", a town"."""
    metonym: bool = False
    """Whether the name is the subject of a verb, as a government is."""
    label: bool = False
    """Whether it heads its line and what follows is told of it: "Zambia: 6.6 million"."""
    article: bool = False
    """Whether "the" stands right before it and no noun behind it, as with a river's name."""
    opens: bool = False
    """Whether it opens its sentence with its preposition, up to a comma: "On Corfu, 40 homes"."""
    penalty: float = 0.0
    """What distance, a speech or an office there takes from it as a sign."""


def around(text: str, begin: int, stop: int, name: Name) -> Around:
    """The surroundings of a name in the sentence that is text[begin:stop]."""
    left = _before(text, begin, name.start)
    start, sided = _with_sides(text, name.start, left)
    prep, at, kind = _preposition(left)
    end, kind_after = _with_kind(text, stop, name)
    follow = _AFTER.match(text, end, stop) if end == name.end else None
    first = (follow["first"] or "").lower() if follow else ""
    second = (follow["second"] or "").lower() if follow else ""
    rest = left[at + 1 :] if prep else left
    return Around(
        start,
        end,
        text[start:end],
        prep,
        kind_after or kind,
        bool(kind) and not kind_after,
        sided,
        bool(left) and left[0].rstrip(".") in _TITLES and not kind_after,
        first in _GROUPS,
        first in _PEOPLES,
        first in _EVENTS or second in _EVENTS and first not in _HAS,
        _has(first, second),
        _speaks(first, second, follow),
        bool(rest) and rest[0] in _PEOPLE_OF,
        bool(rest) and _is_scene(prep, rest[0], name),
        first in _OFFICES or name.owner and _serves(text, stop, name),
        _WHERE.match(text, end, stop) is not None,
        _VERB.match(text, end, stop) is not None,
        _labels(text, begin, stop, start, end),
        left[:1] == ["the"] and (not first or first in PREPOSITIONS or first == "and"),
        bool(prep) and start - begin == len(prep) + 1 and text.startswith(",", end),
        _penalty(text, begin, stop, name, prep, rest, left),
    )


def _serves(text: str, stop: int, name: Name) -> bool:
    """Whether a body follows that a place has; what a country's body counts may be anywhere."""
    return not is_country(name.text) and _BODY.match(text, name.end, stop) is not None


def _speaks(first: str, second: str, follow: re.Match[str] | None) -> bool:
    """Whether a place says something, as a government does; not where it has cases to report."""
    if (
        "reported" in (first, second)
        and follow
        and _NUMBER.match(follow.string, follow.end(first == "reported" and "first" or "second"))
    ):
        return False
    return first in _DOES and not (first == "has" and second not in _DOES)


def _is_scene(prep: str, word: str, name: Name) -> bool:
    """Whether a word before the preposition says that something is or happens at the name."""
    if prep == "of" and (word in _SITES or word in _FATES and is_facility(name)):
        return True
    return prep in _ABOUT and word in _EVENTS


def _has(first: str, second: str) -> bool:
    """Whether the words after a place tell what is counted there: "hosts", "has recorded", "had 26", "(40 dead)"."""
    if first in ("has", "had", "have"):
        return second[:1].isdigit() or second in _HAS or second in _NUMBERS
    return first == "(" or first in _HAS or first in _LISTING and second[:1].isdigit()


def _labels(text: str, begin: int, stop: int, start: int, end: int) -> bool:
    """Whether a name heads its line with a colon behind it; in capitals it may be where the text was written."""
    return start - begin <= 3 and not text[start:end].isupper() and _COLON.match(text, end, stop) is not None


def _before(text: str, begin: int, at: int) -> list[str]:
    """The words right before a spot, the nearest first, in lower case, up to a mark of punctuation."""
    chunk = text[max(begin, at - _WINDOW) : at]
    if not chunk.endswith(" "):
        return []
    words: list[str] = []
    for word in reversed(chunk[:-1].split(" ")):
        bare = word.lstrip("(\"'")
        if not bare or not (bare[-1].isalnum() or bare[-1] == "." and bare.rstrip(".").lower() in _TITLES):
            break
        words.append(bare if bare in demonyms() else bare.lower())
        if bare != word:
            break
    return words


def _with_sides(text: str, start: int, left: list[str]) -> tuple[int, bool]:
    """Where a name begins with the directions before it: "central and southern Laos"."""
    count, size = 0, 0
    for i, word in enumerate(left[:5]):
        size += len(word) + 1
        if word in _SIDES:
            count, start_of = i + 1, start - size
        elif word != "and" or count != i:
            break
    return (start_of, True) if count else (start, False)


def _preposition(left: list[str]) -> tuple[str, int, str]:
    """The preposition that governs a name, its place among the words before, and the kind named between."""
    kind, of = "", 0
    for i, word in enumerate(left[:9]):
        if word == "of" and i + 1 < len(left) and _is_part(left[i + 1]):
            of = of or i + 1
            continue
        if word in PREPOSITIONS and word not in ("north", "south"):
            return "from" if word == "of" and left[i + 1 : i + 2] == ["out"] else word, i, kind
        if word in _KINDS:
            kind = kind or word
        elif word not in _LINKS and word != "and" and word not in demonyms():
            break
    return ("of", of - 1, kind) if of else ("", 0, kind)


def _is_part(word: str) -> bool:
    """Whether "of" after this word leads on to the name: "the city of", "large parts of"."""
    return word in _LINKS and word != "communities"


def _with_kind(text: str, stop: int, name: Name) -> tuple[int, str]:
    """Where a name ends with the kind after it, and that kind: "Faryab Province", "Mile refugee camp"."""
    last = name.text.rsplit(" ", 1)[-1].lower()
    if last in _KINDS and " " in name.text:
        return name.end, last
    if name.owner:
        return name.end, ""
    match = _AFTER.match(text, name.end, stop)
    if match is None or match.start("first") != name.end + 1:
        return name.end, ""
    if match["first"].lower() in _KINDS or match["first"] in _NAMED_SITES:
        return match.end("first"), match["first"].lower()
    if (
        match["second"]
        and match["first"] in ("refugee", "displacement", "sub", "displaced", "transit")
        and match["second"] in _KINDS
    ):
        return match.end("second"), match["second"]
    return name.end, ""


def _penalty(text: str, begin: int, stop: int, name: Name, prep: str, rest: list[str], left: list[str]) -> float:
    """What makes a name a weaker sign: it tells a distance, where somebody spoke, or where an office sits."""
    if not prep:
        return _dateline(text, begin, stop, name)
    if _beside(left):
        return 4.0
    near = rest[:4]
    if near and near[0].rstrip(".") in _TITLES and prep == "in":
        return 4.0
    if prep != "in" and any(word in _MEASURES for word in near):
        return 4.0
    if near[:1] and near[0] in _OFFICES and prep == "in":
        return 0.0
    if any(word in _SPOKE for word in takewhile(lambda word: word not in _IS, near)):
        return 6.0
    return 6.0 if any(word in _SEATS for word in near[:2]) else 0.0


def _beside(left: list[str]) -> bool:
    """Whether something lies to one side of a place, not in it: "the hills south of Marrakech"."""
    return left[:1] == ["of"] and len(left) > 1 and left[1] in _COMPASS and (len(left) < 3 or left[2] not in _WITHIN)


def _dateline(text: str, begin: int, stop: int, name: Name) -> float:
    early = name.start - begin
    if text[name.start - 1 : name.start] == "(" and early < _EARLY and re.match(r"\) ?(?:–|-)", text[name.end : stop]):
        return 5.0
    if early > (_EARLY if name.text.isupper() else 3):
        return 0.0
    if name.text.isupper() and _DATELINE.match(text, name.end, stop):
        return 5.0
    return 1.0 if _DATELINE.match(text, name.end, min(stop, name.end + 60)) else 0.0
