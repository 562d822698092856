"""How the room before the annex is shared out, so that many articles give no more pages than a few."""

from collections.abc import Mapping


def shares(wanted: Mapping[str, int], most: int) -> dict[str, int]:
    """What each gets of `most`: one in turn, in the order given, until it has what it wanted or nothing is left."""
    given = dict.fromkeys(wanted, 0)
    while most > 0 and (open_ones := [key for key, count in wanted.items() if given[key] < count]):
        for key in open_ones[:most]:
            given[key] += 1
        most -= len(open_ones)
    return given
