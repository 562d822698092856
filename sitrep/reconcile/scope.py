"""Scope: figures of another country than the crisis' are listed, counted, and in no finding."""

from .area import CRISIS
from .context import Context
from .mention import Mention


def out_of_scope(m: Mention, context: Context) -> bool:
    """Whether a figure's stated place is another country, or lies in one. Refugees are counted where they fled to."""
    if m.figure.measure == "refugees":
        return False
    if context.country is None or m.area.key == CRISIS or m.area.country is None or not m.area.firm:
        return False
    return m.area.country != context.country
