"""The named places of a sentence by their names, for the tests of the rooms that read them."""

from sitrep.extract.places.mention import Mention
from sitrep.extract.places.mentions import mentions
from sitrep.extract.places.names import Names


def found(sentence: str, home: str | None = None, rest: str = "") -> dict[str, Mention]:
    text = f"{sentence} {rest}"
    return {m.name: m for m in mentions(text, 0, len(sentence), Names(text, home))}
