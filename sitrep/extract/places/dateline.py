"""Where an article was written: the town and the wider area of its dateline."""

import re

from ...languages.language import word_list
from ...late import late
from ..clean import UPPER

_WITHIN = 300
"""How far into the text, in code points, the dateline can begin: behind title, author and day."""
_DATELINE = late(
    rf"^(?P<town>[{UPPER}]{{2}}[{UPPER} .'-]+?)(?: \([A-Z]+\))?(?:, (?P<area>[A-Z][\w ]+?))?"
    r"(?:,? \w{3,9}\.? \d{1,2})?(?:,? \([^)]{2,40}\))? ?(?:–|—|--|-|:) ",
    re.MULTILINE,
)
_AREAS = word_list("place", "wide")


def written_in(text: str, kind: str) -> str | None:
    """The town of the dateline, or for a kind of area that has towns the wider one; None where there is none."""
    found = _DATELINE.search(text, 0, _WITHIN)
    if found is None:
        return None
    if kind in _AREAS - {"city"}:
        return found["area"]
    return found["town"].title()
