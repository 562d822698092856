"""What words mean to extraction: the senses of a trigger, and the class of a counted noun."""

from typing import Literal, NamedTuple

from .inflection import Form

Frame = Literal[
    "verb", "subject", "state", "noun", "event", "toll", "lives", "give", "refuge", "split", "stay", "lack", "quit"
]


class Sense(NamedTuple):
    """What a trigger can mean: the measure, how it takes what it counts (`frame`), and the form of the verb."""

    measure: str
    frame: Frame
    form: Form
    rest: tuple[str, ...] = ()
    """Of a `split` verb: the words of which one must follow its object ("drove 400 people | from their homes")."""


class Noun(NamedTuple):
    """What a counted noun is: its class, the cluster of a facility, and the population tags it gives."""

    kind: Literal["people", "households", "structures", "facilities", "incidents", "excluded"]
    sector: str | None = None
    tags: tuple[str, ...] = ()
