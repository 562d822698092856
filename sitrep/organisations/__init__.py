"""Who is who: organisations and other sources by their names and short forms, with kind and reliability.

Takes a name as an article writes it; returns the organisation, or None for what is not in the table (most persons).
Never asks the network, and never judges what a source says, only who it is.
"""

from .lookup import country_of, is_party, lookup, lookup_all
from .model import KINDS, Kind, Organisation
from .normal import normal

__all__ = ["KINDS", "Kind", "Organisation", "country_of", "is_party", "lookup", "lookup_all", "normal"]
