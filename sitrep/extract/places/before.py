"""What stands before a name: the directions that belong to it, its preposition, and the kind of place between."""

from ...languages.language import word_list
from .name import demonyms

_LISTS = (
    "at", "of", "into", "visits", "on", "to", "for", "never",
)  # fmt: skip
PREPOSITIONS = frozenset(word for name in _LISTS for word in word_list("place", name))
KINDS = word_list("place", "kinds")
SIDES = word_list("place", "sides")
_LINKS = word_list("place", "links") | KINDS | SIDES
TITLES = word_list("place", "titles")
_ADJECTIVE = ("ing", "ed", *(f"-{word}" for word in sorted(word_list("place", "told_of"))))
_BE = (["been"], ["was"], ["were"])
_SURGES = word_list("place", "surges")
_ENTERS, _ENTERING = frozenset(["entered", "entering"]), word_list("place", "entering")
_HITS = "hit"
_WINDOW = 90
"""Characters before a name in which its words are looked for."""


def words_before(text: str, begin: int, at: int) -> list[str]:
    """The words right before a spot, the nearest first, in lower case, up to a mark of punctuation."""
    chunk = text[max(begin, at - _WINDOW) : at]
    if not chunk.endswith(" "):
        return []
    words: list[str] = []
    for word in reversed(chunk[:-1].split(" ")):
        bare = word.lstrip("(\"'")
        if not bare or not (bare[-1].isalnum() or bare[-1] == "." and bare.rstrip(".").lower() in TITLES):
            break
        words.append(bare if bare in demonyms() else bare.lower())
        if bare != word:
            break
    return words


def with_sides(text: str, start: int, left: list[str]) -> tuple[int, bool]:
    """Where a name begins with the directions before it: "central and southern Laos"."""
    count, size = 0, 0
    for i, word in enumerate(left[:5]):
        size += len(word) + 1
        if word in SIDES:
            count, start_of = i + 1, start - size
        elif word != "and" or count != i:
            break
    return (start_of, True) if count else (start, False)


def preposition(left: list[str]) -> tuple[str, int, str]:
    """The preposition that governs a name, its place among the words before, and the kind named between."""
    kind, of = "", 0
    for i, word in enumerate(left[:9]):
        if word == "of" and i + 1 < len(left) and _is_part(left[i + 1]):
            of = of or i + 1
            continue
        if word.endswith("ed") and left[i + 1 : i + 2] in _BE:
            # "30 villages have been flooded Wednesday": what was, has no object.
            break
        if word in PREPOSITIONS and word not in ("north", "south"):
            return _meant(word, left[i + 1 : i + 2]), i, kind
        if word in KINDS:
            kind = kind or word
        elif word not in _LINKS and word != "and" and word not in demonyms() and not _is_adjective(word):
            break
    return ("of", of - 1, kind) if of else ("", 0, kind)


def _meant(word: str, before: list[str]) -> str:
    """What a preposition means by the word before it: "out of", "swept through", "water entered"."""
    if word == "of" and before == ["out"]:
        return "from"
    surges = word == "through" and not _SURGES.isdisjoint(before)
    return _HITS if surges or word in _ENTERS and not _ENTERING.isdisjoint(before) else word


def _is_adjective(word: str) -> bool:
    """Whether a word with a hyphen can only tell of what kind a place is: "still-smouldering", "cyclone-prone"."""
    return word.endswith(_ADJECTIVE) and "-" in word


def _is_part(word: str) -> bool:
    """Whether "of" after this word leads on to the name: "the city of", "large parts of"."""
    return word in _LINKS and word != "communities"
