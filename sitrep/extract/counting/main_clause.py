"""Which verb tells of people who are only named by what befell them: "3,000 evacuated villagers | returned"."""

from .sentence import Reading

_NEAR = 6
_PEOPLE = frozenset(["idps", "refugees", "returned", "affected", "assisted", "displaced"])
"""The measures of which people only have their name where a verb tells what befell them."""
_BEFALLS = frozenset(["deaths", "injured", "missing", "detained", "casualties", "returned", "in_need"])
_BACK = frozenset(["returned"])
_TOLD = frozenset(["returned", "deaths", "injured", "displaced", "missing"])


def told_by(readings: list[Reading]) -> int | None:
    """Where the best reading is only an adjective ("30,000 evacuated villagers"), the place of the clause's verb."""
    _, best, sense = readings[0]
    if sense.measure == "affected" and (rescue := _rescued(readings)) is not None:
        return rescue
    adjective = best.relation == "modifier" and sense.measure in ("displaced", "affected", "idps")
    held = sense.measure == "detained" and best.relation == "subject" and not _finite(readings[0])
    named = best.relation == "head" and sense.measure in _PEOPLE
    trapped = (
        sense.measure in ("missing", "affected", "in_need") and best.relation == "subject" and not _finite(readings[0])
    )
    if trapped:
        return next((n for n, r in enumerate(readings) if _saved(r) or _brought_home(r)), None)
    fled = best.relative and sense.measure == "displaced"
    if not (adjective or held or named or best.relative and sense.measure in ("affected", "displaced")):
        return None
    if named and sense.measure == "refugees":
        helped = (n for n, r in enumerate(readings) if r.sense.measure == "assisted" and r.cost <= _NEAR)
        if (first := next(helped, None)) is not None:
            return first
    for n, (cost, candidate, other) in enumerate(readings[1:], 1):
        if adjective and _brought_home(readings[n]):
            return n
        if (
            candidate.relation == "subject"
            and cost <= 8
            and other.measure in (_BEFALLS if named else _BACK if fled else _TOLD)
            and other.measure != sense.measure
            and not (held and not _finite(readings[n]))
        ):
            return n
    return None


def _rescued(readings: list[Reading]) -> int | None:
    """The reading by which people are rescued from where they were trapped: "rescued 68 villagers | marooned"."""
    return next((n for n, r in enumerate(readings) if r.sense.measure == "assisted" and _by_rescue(r)), None)


def _by_rescue(reading: Reading) -> bool:
    return reading.candidate.relation == "object" and reading.cost <= _NEAR and reading.sense.frame == "verb"


def _saved(reading: Reading) -> bool:
    return reading.sense.measure in ("assisted", "returned") and _passive(reading)


def _brought_home(reading: Reading) -> bool:
    """ "flew 260 stranded Fijians home"."""
    home = reading.candidate.relation == "object" and reading.sense.measure == "returned"
    return home and reading.sense.frame == "split" and reading.cost <= _NEAR


def _passive(reading: Reading) -> bool:
    """ "people trapped in the lift | were rescued"."""
    return reading.candidate.relation == "subject" and reading.cost <= _NEAR and _finite(reading)


def _finite(reading: Reading) -> bool:
    """Whether a verb has its auxiliary: "farmers kidnapped on Sunday | were found dead"."""
    return len(reading.candidate.path) > 1
