"""One named place of a sentence, and how weak a sign it is that something happened there."""

from dataclasses import dataclass

from ...languages.language import word_list

_SETS = word_list("place", "sets")
_HITTING = word_list("place", "hitting")
_LISTED, _LISTED_AS_HIT = 3, 7
"""Of how many places a list is an area of its own: any, and one that is said to be all that was hit."""
LABEL = 0.3
"""How weak a sign a name is that heads its line: "Zambia: 6.6 million"."""
OWNER = 1.0
"""How much weaker a sign a name in the possessive is."""


@dataclass(slots=True)
class Mention:
    """One named place: its span, its name as written, and how weak the hint is that something happened there."""

    start: int
    end: int
    name: str
    weight: float
    country: bool
    prep: str = ""
    kind: str = ""
    """What kind of place the words beside it say it is: "town", "camp"."""
    site: bool = False
    """Whether it is a hospital, a school: where people are brought, not where the article is."""
    holds: bool = False
    """Whether it only says where the place named before it is."""
    several: int = 1
    """How many places it lists."""
    counts: bool = False
    """Whether the text says of it what is counted there: "Nakuru for 62", "Zambia: 6.6 million"."""
    official: bool = False
    """Whether it is named only for its governor, its police: what these count is there if nothing else is named."""

    abroad: bool = False
    """Whether it is said to be a neighbour of where the text is: "neighbouring Kogi State"."""
    dwelt_on: bool = False
    """Whether the text says what kind of place it is, or goes on to tell what happened there."""
    refers: bool = False
    """Whether the text says it with a word for a place named before: "the city"."""

    @property
    def sets(self) -> bool:
        """Whether it sets the place of the sentences after it."""
        most = _LISTED_AS_HIT if self.prep in _HITTING else _LISTED
        if self.several > most or self.official or self.site or self.name.endswith(" River"):
            return False
        if self.prep:
            return self.weight <= 0.6 and (self.prep in _SETS or self.dwelt_on)
        return self.weight <= 1.0 and (not self.country or self.weight < 1.0)
