"""What goes wrong again and again: the problems of the last run that earlier runs had too, and since when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from ..model.records import RunRecord

_TELLS_NOTHING = ("running", "interrupted")
"""Runs with these outcomes noted no problems, whatever they met."""


@dataclass(frozen=True, slots=True)
class Lasting:
    """Something that failed in the last runs, one after the other: the first of them, how many, and the last words."""

    where: str
    what: str
    since: datetime
    times: int


def lasting(runs: Iterable[RunRecord]) -> tuple[Lasting, ...]:
    """What the newest of these runs and those just before it named, two at least, in the order of the newest.

    `runs` are newest first. A run that failed as a whole may not have come to a source, so it ends nothing.
    """
    told = [run for run in runs if run.outcome not in _TELLS_NOTHING]
    found: dict[str, Lasting] = {}
    open_to = {_where(problem) for problem in told[0].problems} if told else set[str]()
    for run in told:
        named = {_where(problem): problem for problem in run.problems}
        if run.outcome != "failed":
            open_to &= named.keys()
        for where in open_to & named.keys():
            latest = found.get(where)
            what = latest.what if latest else named[where].removeprefix(f"{where}: ")
            found[where] = Lasting(where, what, run.started, latest.times + 1 if latest else 1)
        if not open_to:
            break
    first = dict.fromkeys(map(_where, told[0].problems)) if told else {}
    return tuple(found[where] for where in first if where in found and found[where].times > 1)


def _where(problem: str) -> str:
    """What a problem is about: addresses and paths have no colon with a space after it."""
    return problem.partition(": ")[0]
