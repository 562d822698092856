"""Needs: sentences that state an unmet humanitarian need, a shortage, or a service out of reach, with their clusters.

A need is read from its construction ("lack", "without", "ran out of", "are shut", "sleep in the open"), not its topic.
"""

from .find import need_of

__all__ = ["need_of"]
