"""What follows a name: the kind of place that ends it, and what is counted, said or told of it there."""

import re

from ...languages.language import alternatives, load, word_list
from ...late import late
from .before import KINDS
from .name import Name, is_country

HAS = word_list("place", "has")
_STRICKEN = word_list("place", "stricken")
_DOES = word_list("place", "does")
_NUMBERS = word_list("place", "numbers")
_BODY = late(rf"'s?(?: [a-z-]+){{0,3}}? (?:{alternatives('place', 'bodies')})\b")
AFTER = late(
    r"(?:'s|')?(?: \([A-Z]{2,}\))?(?: on [A-Z]\w+day)?(?: (?:also|already|now|still|currently|alone|itself|all))*"
    r" (?P<first>[\w-]+|\((?=[^)]*\d))(?: (?P<second>[\w-]+))?"
)
_WORST = late(
    r",? (?:\([^)]*\) )?(?:is|was|are|were|remains?|remained|has been|being) (?:by far )?(?:the |among the )?"
    rf"(?:{alternatives('place', 'worst')})[^,.;:]*? (?:with|where) "
)
_COLON = late(r"(?: \([^)]{2,40}\))?(?:(?:\*\*)?:(?:\*\*)? |(?:\.\*\*|\*\*\.?) )")
# What a place has reported, in numbers: "reported heavy damage and one death".
_NUMBER = late(rf" (?!that\b)(?:[\w-]+ ){{0,5}}?(?:\d|(?:{'|'.join(sorted(_NUMBERS))})\b)")
# The facilities whose name alone is not that of a town: "the Gundicha temple".
NAMED_SITES = word_list("place", "named_sites")
# "The Italian coast guard" is no coast.
_GUARDS = word_list("place", "guards")
_ELLIPSIS = frozenset(["for", "over", "about", "some", "nearly", "around", "almost"])
_LISTING = _ELLIPSIS | {"with"}


def serves(text: str, stop: int, name: Name) -> bool:
    """Whether a body follows that a place has; what a country's body counts may be anywhere."""
    return not is_country(name.text) and _BODY.match(text, name.end, stop) is not None


def speaks(first: str, second: str, follow: re.Match[str] | None) -> bool:
    """Whether a place says something, as a government does; not where it has cases to report."""
    if (
        "reported" in (first, second)
        and follow
        and _NUMBER.match(follow.string, follow.end(first == "reported" and "first" or "second"))
    ):
        return False
    return first in _DOES and not (first == "has" and second not in _DOES)


def has(first: str, second: str) -> bool:
    """Whether the words after a place tell what is counted there: "hosts", "had 26", "(40 dead)", "30 and"."""
    if first in ("has", "had", "have"):
        return second[:1].isdigit() or second in HAS or second in _NUMBERS
    if not second or second == "and":
        return first == "(" or first in HAS or first[:1].isdigit() or first in load().units
    return first == "(" or first in HAS or first in _LISTING and second[:1].isdigit()


def is_hit(first: str, second: str) -> bool:
    """Whether the words after a place tell what befell it: "was hit", "were flooded"."""
    return first in ("was", "were", "is", "are") and second in _STRICKEN


def is_worst(text: str, stop: int, end: int) -> bool:
    """Whether a place is said to be the worst hit, with what is counted there: "is the worst hit with 200 dead"."""
    return _WORST.match(text, end, stop) is not None


def labels(text: str, begin: int, stop: int, start: int, end: int) -> bool:
    """Whether a name heads its line with a colon behind it; in capitals it may be where the text was written."""
    return start - begin <= 3 and not text[start:end].isupper() and _COLON.match(text, end, stop) is not None


def with_kind(text: str, stop: int, name: Name) -> tuple[int, str]:
    """Where a name ends with the kind after it, and that kind: "Faryab Province", "Mile refugee camp"."""
    last = name.text.rsplit(" ", 1)[-1].lower()
    if last in KINDS and " " in name.text:
        return name.end, last
    if name.owner:
        return name.end, ""
    match = AFTER.match(text, name.end, stop)
    if match is None or match.start("first") != name.end + 1:
        return name.end, ""
    if (match["first"].lower() in KINDS and match["second"] not in _GUARDS) or match["first"] in NAMED_SITES:
        return match.end("first"), match["first"].lower()
    if (
        match["second"]
        and match["first"] in ("refugee", "displacement", "sub", "displaced", "transit")
        and match["second"] in KINDS
    ):
        return match.end("second"), match["second"]
    return name.end, ""
