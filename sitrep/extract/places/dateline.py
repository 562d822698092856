"""Where an article was written: the town and the wider area of its dateline."""

import re

from ...languages.language import word_list
from ...late import late
from ..clean import UPPER
from .references import is_capital

_WITHIN = 300
"""How far into the text, in code points, the dateline can begin: behind title, author and day."""
_LINE = (
    rf"(?P<town>(?:[A-Z]\.)*+ ?[{UPPER}]{{2}}[{UPPER} .'-]+?)(?: \([A-Z]+\))?"
    r"(?:, (?P<area>[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)*))?"
    rf"(?:/[{UPPER}][\w ]+(?:, [A-Z][\w ]+?)?)?(?:,? \w{{3,9}}\.? \d{{1,2}})?(?:,? \([^)]{{2,40}}\))? ?(?:–|—|--|-|:) "
)
_DATELINE, _FIRST_IN_TEXT = late(_LINE), late(rf"^{_LINE}", re.MULTILINE)
_AREAS = word_list("place", "wide")


def written_in(text: str, kind: str) -> str | None:
    """The town of the dateline, or for a kind of area that has towns the wider one; None where there is none."""
    found = _FIRST_IN_TEXT.search(text, 0, _WITHIN)
    if found is None:
        return None
    if kind in _AREAS - {"city"}:
        return found["area"]
    return found["town"].title()


def scene(text: str, start: int, country: str | None) -> str | None:
    """The town of the dateline with which a sentence begins, where it says in what area that is: "JOS, Nigeria - ".

    Reporters who write from a town that needs its area to be known, and is no capital, have gone where it happened.
    """
    found = _DATELINE.match(text, start)
    if found is None or not found["area"] or is_capital(found["town"].title(), country):
        return None
    return found["town"]
