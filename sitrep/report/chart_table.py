"""The words around a drawing: its reading with the citations, and its data as a table of the annex."""

from collections.abc import Iterable, Sequence

from ..model import ReportedFigure
from ..model.runs import Cite, Column, Name, Runs, Table, Text
from .claim import Claim
from .numbers import day
from .phrases import joined
from .scene import Scene


def cited(runs: Runs, figures: Iterable[ReportedFigure]) -> Runs:
    """A reading closed by the citations of the figures, each sentence once, and a full stop."""
    cites = dict.fromkeys(Cite(source=figure.n, sentence=figure.sentence) for figure in figures)
    ordered = sorted(cites, key=lambda cite: (cite.source, int(cite.sentence.partition(".")[2] or 0)))
    return joined((runs, *(piece for cite in ordered for piece in (" ", cite)), "."))


def data_table(scene: Scene, title: str, heads: Sequence[str], rows: Iterable[tuple[Runs, ...]]) -> Table:
    """The data of a chart as a table; the column of figures is set to the right, one that is empty is left out."""
    cells = tuple(rows)
    kept = [i for i, _ in enumerate(heads) if any(row[i] for row in cells)]
    columns = tuple(Column(title=scene.words.word("columns", heads[i]), numeric=heads[i] == "figure") for i in kept)
    return Table(caption=title, columns=columns, rows=tuple(tuple(row[i] for i in kept) for row in cells), small=True)


def claims_table(scene: Scene, title: str, claims: Iterable[Claim]) -> Table:
    """Claims as a table, one row each."""
    heads = ("origin", "date", "figure", "source", "role")
    return data_table(scene, title, heads, (_claim_cells(scene, claim) for claim in claims))


def _claim_cells(scene: Scene, claim: Claim) -> tuple[Runs, ...]:
    """A claim as a row: who, as of when, how much, where it stands, its role."""
    when: Runs = (day(claim.day, scene.phrases),) if claim.day else ()
    cite = Cite(source=claim.figure.n, sentence=claim.figure.sentence)
    role = Text(text=scene.phrases.word("labels", claim.role))
    return (Name(text=claim.origin),), when, (scene.number(claim.figure),), (cite,), (role,)


def place_cells(scene: Scene, name: str, figure: ReportedFigure | None) -> tuple[Runs, ...]:
    """A place as a row: its name, how much, where it stands."""
    if figure is None:
        return (Name(text=name),), (), ()
    cite = Cite(source=figure.n, sentence=figure.sentence)
    return (Name(text=name),), (scene.number(figure),), (cite,)
