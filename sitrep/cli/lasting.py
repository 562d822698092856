"""What goes wrong again and again: the problems of the last run that earlier runs had too, and since when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from ..model.records import RunRecord

_TELLS_NOTHING = ("running", "interrupted")
"""Runs with these outcomes noted no problems, whatever they met."""


@dataclass(frozen=True, slots=True)
class Lasting:
    """Something that failed in the last runs, one after the other: the first of them, how many, and the last words.

    `where` is "" for the runs themselves.
    """

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
    first = dict.fromkeys(problem.where for problem in told[0].problems) if told else {}
    open_to = set(first)
    for run in told:
        named = {problem.where: problem.what for problem in run.problems}
        if run.outcome != "failed":
            open_to &= named.keys()
        for where in open_to & named.keys():
            latest = found.get(where)
            what, times = (latest.what, latest.times) if latest else (named[where], 0)
            found[where] = Lasting(where, what, run.started, times + 1)
        if not open_to:
            break
    return tuple(found[where] for where in first if where in found and found[where].times > 1)
