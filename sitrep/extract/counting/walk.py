"""A number of a sentence, and where a walk from it to the left stands, on the search for what counts it."""

from ..items import Item


class Walk:
    """The number at item `at` with a phrase as far as `end`, and where the walk to the left from it stands: at `k`."""

    __slots__ = ("at", "end", "k", "passed", "prepositions", "row")

    def __init__(self, row: list[Item], at: int, end: int) -> None:
        self.row, self.at, self.end = row, at, end
        self.k = at - 1
        self.prepositions: list[str] = []
        self.passed = 0
        """How many other numbers lie between."""

    @property
    def counted(self) -> set[str]:
        """The words of the phrase behind the number."""
        return {item.w for item in self.row[self.at + 1 : self.end]}
