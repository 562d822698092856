"""Which kind of truth a figure has: reported, claimed, denied or forecast; current news or background."""

from .certainty import Telling, certainty_of
from .scope import Scopes
from .setting import at_war, in_exile, of_flight
from .spot import Spot

__all__ = ["Scopes", "Spot", "Telling", "at_war", "certainty_of", "in_exile", "of_flight"]
