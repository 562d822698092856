"""Citations as they are printed: each sentence once in its group, and two of one source told from each other."""

from collections import Counter
from collections.abc import Iterator

from ..model.runs import Cite, Run, Runs, Text


def labelled(runs: Runs, *, always: bool = False) -> Iterator[tuple[Run, str]]:
    """The runs, each citation with its label: `4`, or `4.8` for a sentence of a source that its group cites twice.

    With `always` the sentence is in each label, for a page on which nobody can follow a link. A group is citations with
    nothing but spaces between them; what it cites twice is left out.
    """
    group: list[Cite] = []
    gap: Text | None = None
    for run in (*runs, Text(text="")):
        if isinstance(run, Cite):
            group.append(run)
            gap = None
        elif group and gap is None and isinstance(run, Text) and run.text.isspace():
            gap = run
        else:
            yield from _spaced(group, always)
            yield from ((one, "") for one in (gap, run) if one)
            group, gap = [], None


def _spaced(group: list[Cite], always: bool) -> Iterator[tuple[Run, str]]:
    cites = list(dict.fromkeys(group))
    times = Counter(cite.source for cite in cites)
    for at, cite in enumerate(cites):
        if at:
            yield Text(text=" "), ""
        told = cite.sentence and (always or times[cite.source] > 1)
        yield cite, cite.sentence if told else str(cite.source)
