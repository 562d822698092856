"""Who says it: the sources that sentences name, what each of them covers, and how they go on in later sentences.

Takes a cleaned text and its sentences; gives the source of a spot as the article names it, or None where the article
speaks in its own voice. Sentences are read only when a figure asks for them.
"""

from .voices import Voices

__all__ = ["Voices"]
