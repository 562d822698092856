"""Where: the place that a figure's sentence states, and the one that only an earlier sentence names."""

from ..model import Finding, ReportedFigure
from ..model.runs import Name, Runs
from .desk import Desk


def where(desk: Desk, figure: ReportedFigure, finding: Finding | None = None) -> str | None:
    """The place that the figure's own sentence names, else the finding's; one carried over is no statement."""
    own = figure.place if figure.place_basis != "carried" else None
    place = own or (_named_place(figure, finding) if finding else None)
    return desk.privacy.clean(place) if place else None


def _named_place(figure: ReportedFigure, finding: Finding) -> str | None:
    """The finding's place, if the sentence of one of its figures names it and the figure itself has no other."""
    named = any(member.figure.place_basis != "carried" for member in finding.members)
    return finding.place if named and figure.place in (None, finding.place) else None


def place_cell(desk: Desk, figure: ReportedFigure, finding: Finding | None = None) -> Runs:
    """The place for a table; one that only an earlier sentence names is marked, since the prose does not print it."""
    if stated := where(desk, figure, finding):
        return (Name(text=stated),)
    carried = carried_place(desk, figure, finding) if finding else None
    return desk.phrases("cell_carried", place=Name(text=desk.privacy.clean(carried))) if carried else ()


def carried_place(desk: Desk, figure: ReportedFigure, finding: Finding) -> str | None:
    """The place of a finding that no sentence of its figures names: it is read from an earlier one."""
    if finding.crisis_wide or not finding.place or where(desk, figure, finding):
        return None
    return figure.place or finding.place


def in_place(desk: Desk, figure: ReportedFigure, finding: Finding | None = None) -> Runs:
    """` in northwest Syria`; nothing where no place is known."""
    place = where(desk, figure, finding)
    return desk.phrases("in_place", place=Name(text=place)) if place else ()
