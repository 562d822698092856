"""Which kind of truth a figure has: reported, claimed, denied or forecast; current news or background."""

from .certainty import certainty_of
from .scope import Scopes, Spot
from .setting import at_war

__all__ = ["Scopes", "Spot", "at_war", "certainty_of"]
