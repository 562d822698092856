"""Whoever may speak in a sentence, on either side of its verbs."""

from .following import Following
from .leading import Leading
from .runs import Speaker

__all__ = ["Phrases", "Speaker"]


class Phrases(Leading, Following):
    """The noun phrases of one sentence, read towards the left or the right of a spot."""
