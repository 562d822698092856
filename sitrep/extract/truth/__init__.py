"""Which kind of truth a figure has: reported, claimed, denied or forecast; current news or background."""

from .certainty import Telling, certainty_of
from .scope import Scopes
from .setting import Topic, speaks_of_war
from .spot import Spot

__all__ = ["Scopes", "Spot", "Telling", "Topic", "certainty_of", "speaks_of_war"]
