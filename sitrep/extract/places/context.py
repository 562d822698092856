"""What stands around a name in its sentence: preposition, kind of place, and who or what it belongs to."""

from dataclasses import dataclass

from ...languages.language import alternatives, word_list
from ...late import late
from .after import AFTER, HAS, has, is_hit, is_worst, labels, serves, speaks, with_kind
from .before import PREPOSITIONS, TITLES, preposition, with_sides, words_before
from .name import Name, is_facility
from .weakness import OFFICES, weakness

_GROUPS = word_list("place", "groups")
_PEOPLES = word_list("place", "peoples")
_EVENTS = word_list("place", "events")
_FATES = word_list("place", "fates")
_PEOPLE_OF = word_list("place", "people_of")
_WHERE = late(
    r",? where\b|, (?:located|situated|which lies|some \d+|about \d+)\b|"
    r", (?:an?|the) (?:[\w-]+ ){0,3}?(?P<called>city|town|village|district|province|region|camp|site|island|state|"
    r"capital|settlement|area|port|hamlet|suburb|municipality|county|governorate|commune|locality|hotspot|stronghold|"
    r"epicentre|epicenter|neighbourhood|neighborhood|ward|parish|oasis)\b"
)
# "Mazua, 40 km inland, was": only a place lies so far from others.
_DISTANT = late(r", \d+ ?(?:km|kilomet|miles?\b)")
_VERB = late(r" (?:has|had|have|will|would|is|was|\w{3,}(?:ed|ze|zes|oze|ught|ng)|says|said|wants|fears) ")
_SEVERAL = "|".join(sorted(w for w in word_list("place", "kinds") if w.endswith("s")))
# "In seven regions -- Fujian, Jiangxi and Hunan", "in two towns, Jos and Bama".
_LISTING = late(
    rf"\b(?:{_SEVERAL}) ?(?:--|[–—:(]) ?$|"
    rf"\b[Ii]n (?:\d+|{alternatives('place', 'counts')}) (?:[a-z]+ )?(?:{_SEVERAL}), $"
)
_BOUND = frozenset(
    [
        *((word, "to") for word in word_list("place", "bound_to")),
        *((word, "from") for word in word_list("place", "coming_from")),
    ]
)
_OFFICES_OF = frozenset(["agency", "department", "division"])
"""With a capital these are no areas: "the Department of Social Welfare"."""
_NEIGHBOUR = frozenset(["neighbouring", "neighboring"])
# "My younger brother, Bello, is": a person's name.
_KIN = late(rf"\b(?:{alternatives('place', 'kin')}), $")
_KIN_LENGTH = 16
_LEAD = 40
NAMELY = "namely"
"""What stands for the dash or colon behind which places are listed."""
_CLOSES = frozenset(",.;:)")
"""What stands behind a name that only says which one was meant."""
_SITES = word_list("place", "facilities")
_ABOUT = frozenset(["of", "on", "for"])
"""After these an event has its place: "the battle for", "a raid on"."""


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
    """Whether a direction stands before it: "northern Mali"."""
    titled: bool = False
    """Whether a person's title stands before it."""
    body: bool = False
    """Whether people or things follow that are only named after it: "Idlib militants"."""
    peoples: bool = False
    """Whether the people who live there follow: "Idlib residents"."""
    event: bool = False
    """Whether what happened there follows: "the Goma fighting"."""
    has: bool = False
    """Whether it is said to have, to count or to see something: "Peru reported 40 deaths"."""
    hit: bool = False
    """Whether it is said to be hit: "Goma was shelled"."""
    speaks: bool = False
    """Whether it speaks or acts as its government does."""
    of_people: bool = False
    """Whether people or homes stand before its preposition: "residents of"."""
    scene: bool = False
    """Whether a site or an event stands before it: "the market of", "the battle for"."""
    office: bool = False
    """Whether what follows is its police or authorities."""
    where: bool = False
    """Whether the text goes on to say what happened there, or what place it is: ", where", ", a town"."""
    called: str = ""
    """What it says it is then: "town"."""
    metonym: bool = False
    """Whether the name is the subject of a verb, as a government is."""
    label: bool = False
    """Whether it heads its line and what follows is told of it: "Zambia: 6.6 million"."""
    article: bool = False
    """Whether "the" stands right before it and no noun behind it, as with a river's name."""
    neighbour: bool = False
    """Whether "neighbouring" stands before it."""
    bound: bool = False
    """Whether the word before the preposition binds it: "belonging to", "according to", "returning from"."""
    begins: bool = False
    """Whether the words before it are the first of their sentence: "Parts of Johor"."""
    opens: bool = False
    """Whether it opens its sentence with its preposition, up to a comma: "On Corfu, 40 homes"."""
    penalty: float = 0.0
    """What distance, a speech or an office there takes from it as a sign."""


def around(text: str, begin: int, stop: int, name: Name) -> Around:
    """The surroundings of a name in the sentence that is text[begin:stop]."""
    left = words_before(text, begin, name.start) or _apposed(text, begin, name)
    start, sided = with_sides(text, name.start, left)
    prep, at, kind = preposition(left)
    if kind in _OFFICES_OF and text.endswith(f"{kind.title()} of ", 0, name.start):
        kind = ""
    if not prep and not left and _LISTING.search(text, max(begin, start - _LEAD), start):
        prep, at = NAMELY, -1
    end, kind_after = with_kind(text, stop, name)
    called = _WHERE.match(text, end, stop)
    follow = AFTER.match(text, end, stop) if end == name.end else None
    first = (follow["first"] or "").lower() if follow else ""
    second = (follow["second"] or "").lower() if follow else ""
    rest = left[at + 1 :] if prep else left
    governing = rest[0] if rest else ""
    return Around(
        start,
        end,
        text[start:end],
        prep,
        kind_after or kind,
        kind_of=bool(kind) and not kind_after,
        sided=sided,
        titled=bool(left) and left[0].rstrip(".") in TITLES and not kind_after or _is_kin(text, name),
        body=first in _GROUPS,
        peoples=first in _PEOPLES,
        event=first in _EVENTS or second in _EVENTS and first not in HAS,
        has=has(first, second) or is_worst(text, stop, end),
        hit=is_hit(first, second),
        speaks=speaks(first, second, follow),
        of_people=governing in _PEOPLE_OF,
        scene=bool(rest) and _is_scene(prep, governing, name),
        office=first in OFFICES or name.owner and serves(text, stop, name),
        where=called is not None or not prep and _DISTANT.match(text, end, stop) is not None,
        called=(called["called"] or "") if called else "",
        metonym=_VERB.match(text, end, stop) is not None,
        label=labels(text, begin, stop, start, end),
        article=left[:1] == ["the"] and (not first or first in PREPOSITIONS or first == "and"),
        neighbour=not _NEIGHBOUR.isdisjoint(left[:at] if prep else left[:2]),
        bound=(governing, prep) in _BOUND,
        begins=bool(rest) and text[begin : begin + _LEAD].lower().startswith(f"{governing} {prep} "),
        opens=bool(prep) and start - begin == len(prep) + 1 and text.startswith(",", end),
        penalty=weakness(text, begin, stop, name, prep, rest, left),
    )


def _apposed(text: str, begin: int, name: Name) -> list[str]:
    """The words before the comma of "in the capital, Nairobi,", the nearest first."""
    if not text.endswith("the capital, ", begin, name.start) or text[name.end : name.end + 1] not in _CLOSES:
        return []
    return ["capital", *words_before(text, begin, name.start - len("capital, "))]


def _is_kin(text: str, name: Name) -> bool:
    return (
        text[name.end : name.end + 1] == ","
        and _KIN.search(text, max(0, name.start - _KIN_LENGTH), name.start) is not None
    )


def _is_scene(prep: str, word: str, name: Name) -> bool:
    """Whether a word before the preposition says that something is or happens at the name."""
    if prep == "of" and (word in _SITES or word in _FATES and is_facility(name)):
        return True
    return prep in _ABOUT and word in _EVENTS
