"""Which measures are counted within which."""

_WITHIN: dict[str, frozenset[str]] = {
    "casualties": frozenset(["deaths", "injured"]),
    "housing_damaged": frozenset(["housing_destroyed"]),
}


def counts_within(whole: str, part: str) -> bool:
    """Whether a figure of the measure `part` can be a share of one of the measure `whole`."""
    return part == whole or part in _WITHIN.get(whole, ())
