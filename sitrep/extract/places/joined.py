"""Names of places that belong together: lists, chains, one inside another."""

from ...languages.language import alternatives, word_list
from ...late import late
from .before import with_sides, words_before
from .context import around
from .fronts import heads
from .mention import OWNER, Mention
from .name import Name, is_country, is_letters, is_other, is_people, is_person
from .names import Names

_KINDS = word_list("place", "kinds")
_SEPARATOR = late(
    r"(?: \([A-Z]{2,}\))?(?: (?:sub |sub-)?(?:"
    + "|".join(sorted(_KINDS))
    + r"))?(?P<mark>, and |, | and | & |/)(?:the )?"
    r"(?:(?:north|south|east|west|central)(?:ern|east|west|eastern|western)? )?"
)
_SHORT = late(r" \([A-Z]{2,7}\)")
_INSIDE = late(
    r",? ?(?:in|of|at|within|near|outside|\() ?(?:the )?(?:neighbou?ring |nearby )?"
    r"(?:(?:north|south|east|west|cent)\w* )?"
    rf"(?:(?:[a-z-]+ )?(?:{'|'.join(sorted(_KINDS))}) of )?(?:the )?|, |"
    r",? on the (?:[a-z-]+ )?(?:edge|outskirts|shores?|banks?|coast) of (?:the )?|"
    r" (?:for|housing|hosting|sheltering) [a-z][a-z ]{2,40} (?:in|near|outside) (?:the )?|"
    r", (?:the )?capital of (?:the )?"
)
# "The Kasese district village of Ibanda" says with the district where the village is.
_CALLED = late(rf" (?:{'|'.join(sorted(_KINDS))}) of (?:the )?")
_OWNED = late(r"'s? (?:[a-z][\w-]* ){0,3}")
# "Abu Shouk, a camp on the edge of El Fasher": what says where a place is names it no better.
_EXPLAINED = late(
    r", (?:an?|the) [^,;:]{3,60} (?:in|on|of|at|near|from|outside) (?:the )?(?:neighbou?ring |nearby )?"
    r"(?:(?:north|south|east|west|cent)\w* )?"
)
# "The Hawaiian island of Maui" says where the island is, as "the Nepal district of" does.
_SPOT_KINDS = frozenset(["city", "town", "village", "island", "port", "hamlet", "settlement", "suburb", "resort"])
# Between two places of a list the number of the first, behind the second its own.
_COUNT = rf"(?:\d[\d,. ]*|{alternatives('place', 'numbers')})"
_NUMBERED = late(rf"(?: \([^)]{{1,30}}\)|(?:| [a-z]+):? ?{_COUNT}(?: [a-z]+){{0,3}})(?:,|;| and|, and|; and) ")
_NUMBER = late(rf" \(?{_COUNT}(?:\b|\))|: \d")


def listed(text: str, first: Mention, todo: list[Name], names: Names) -> int:
    """Widen a mention to the list that it begins; how many of the next names belong to it.

    A chain of places each inside the next ("Siau, North Sulawesi") is its first.
    """
    taken, end, several, shorts = 0, first.end, "", 0
    for name in todo:
        if _is_short(text, name):
            shorts += 1
            continue
        gap = _SEPARATOR.fullmatch(text, end, name.start) or _SEPARATOR.fullmatch(text, end, _sided(text, end, name))
        if gap is None or not _joins(text, name, names):
            break
        near = around(text, first.start, len(text), name)
        taken, end, several = taken + 1 + shorts, near.end, gap["mark"] if gap["mark"] != ", " else several
        shorts = 0
    # Of two names with a comma between them the second begins something new ("in Rama, and Costa Rica, where").
    if several and (taken, several) != (1, ", and "):
        first.several = taken + 1
        end = short.end() if (short := _SHORT.match(text, end)) else end
        first.end, first.name, first.country = end, text[first.start : end], False
        return taken
    return _chain(text, first, todo, names)


def goes_on(text: str, name: Name, found: list[Mention]) -> Mention | None:
    """A name of nothing known in a list of places with their numbers: "Goma (14) and Ibanda (30)"."""
    if not found or is_person(name) or is_other(name) or is_letters(name.text) or is_people(name):
        return None
    if not _NUMBERED.fullmatch(text, found[-1].end, name.start) or not _NUMBER.match(text, name.end):
        return None
    return Mention(name.start, name.end, name.text, 0.5, False, counts=True)


def _sided(text: str, end: int, name: Name) -> int:
    """Where a name begins with its directions: "Kachin and northern Shan"."""
    return with_sides(text, name.start, words_before(text, end, name.start))[0]


def _is_short(text: str, name: Name) -> bool:
    """Whether a name in brackets is the short form of the one before: "Khyber Pakhtunkhwa (KP)"."""
    return text[name.start - 1] == "(" and text[name.end : name.end + 1] == ")" and is_letters(name.text)


def _chain(text: str, first: Mention, todo: list[Name], names: Names) -> int:
    """How many names after a comma hold the first one."""
    taken, end = 0, first.end
    for name in todo:
        if text[end : name.start] != ", " or not _joins(text, name, names):
            break
        taken, end = taken + 1, around(text, first.start, len(text), name).end
    return taken


def _joins(text: str, name: Name, names: Names) -> bool:
    near = around(text, name.start, len(text), name)
    if name.owner or near.speaks or near.body:
        return False
    return not is_person(name) and (names.known(name.text) or not is_other(name) and not is_letters(name.text))


def nested(text: str, start: int, found: list[Mention]) -> list[Mention]:
    """Let the inner place win over the outer one: "Pilger in Nebraska", "Battambang province's Kamrieng district"."""
    outer: Mention | None = None
    for first, second in zip(found, found[1:], strict=False):
        gap = text[first.end : second.start]
        if _OWNED.fullmatch(gap):
            own = max(0.0, first.weight - OWNER) if first.prep else first.weight
            second.weight = first.weight if first is outer else min(own, second.weight)
            second.prep = first.prep or second.prep
            first.weight += 3.0
        elif not second.country and (
            gap == " ("
            and text.startswith("): ", second.end)
            or gap == " of "
            and _describes(text, first)
            or first.kind
            and _CALLED.fullmatch(gap)
        ):
            second.weight, second.prep = min(first.weight, second.weight), first.prep or second.prep
            first.weight += 3.0
        elif (
            _INSIDE.fullmatch(gap)
            or _EXPLAINED.fullmatch(gap)
            and (not heads(text, start, first) or not _KINDS.isdisjoint(gap.split(" ")))
        ) and (first is outer or first.weight <= second.weight + 3):
            if first.name.endswith(" River") or _is_river(text, first, gap):
                first.weight += 3.0
                continue
            second.weight, outer = max(second.weight, first.weight) + 3.0, second
            second.holds = True
    return found


def held(text: str, meant: list[Mention], found: list[Mention]) -> list[Mention]:
    """Let what a word for a place means win over the place that it lies in: "this town in the district of Wayanad"."""
    for first in meant:
        for second in found:
            if first.end < second.start and _INSIDE.fullmatch(text, first.end, second.start):
                second.weight, second.holds = second.weight + 3.0, True
    return meant


def _is_river(text: str, first: Mention, gap: str) -> bool:
    """Whether what stands before "near" is a river by its article: "the Barak near Katigorah"."""
    return gap == " near " and text.endswith(" the ", 0, first.start) and not (first.country or first.kind)


def _describes(text: str, first: Mention) -> bool:
    """Whether a name with its kind only says of what the place named next is a part."""
    owner, _, kind = first.name.rpartition(" ")
    if not owner or kind != first.kind:
        return False
    return is_country(owner) or kind in _SPOT_KINDS and text[: first.start].lower().endswith(("the ", " a "))
