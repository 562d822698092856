"""Where a figure stands among the others of its sentence."""

from dataclasses import dataclass

_LIST_GAP = 20
"""Code points between the figures of a list without words ("140,000; 412,000 and 3 million")."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a figure stands: its offset, those of all figures of the sentence, and the spans of clause and sentence."""

    at: int
    figures: tuple[int, ...]
    clause: tuple[int, int]
    sentence: tuple[int, int]

    @property
    def reach(self) -> tuple[int, int]:
        """The clause up to the next figure that is not of one list with this one."""
        if self.clause[1] - self.clause[0] < _LIST_GAP:
            return self.sentence
        last = self.at
        for figure in sorted(self.figures):
            if last < figure < self.clause[1]:
                if figure - last > _LIST_GAP:
                    return self.clause[0], figure
                last = figure
        return self.clause
